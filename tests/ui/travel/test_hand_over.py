"""Handing over and taking back in the window, on real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.operations import annotations, codings, correction
from annotator.operations.codings import Where
from annotator.settings import State
from annotator.store import articles as reader
from annotator.store import codebook, handovers
from annotator.store.project import Project
from annotator.ui import opening, travel_acts
from annotator.ui.home import furnish
from annotator.ui.travel.hand_over import ASSIGNED, CHOSEN, EVERY, HandedDialog, HandOverDialog
from annotator.ui.travel.package import InstructionsDialog
from annotator.ui.travel.take_back import TakeBackDialog
from annotator.ui.window import Window
from tests.ui.conftest import forget_what_was_shown

if TYPE_CHECKING:
    from collections.abc import Iterator


def dialog(window: Window, kind: type[QDialog]) -> QDialog:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def project_of(window: Window) -> Project:
    assert window.desk is not None
    return window.desk.bridge.project


@pytest.fixture
def window(qtbot) -> Iterator[Window]:
    """A window with nothing in it."""
    home = furnish(QApplication.instance(), language="en", theme="light")
    home.state, home.keeps = State(hint=False), False
    home.preferences = replace(home.preferences, name="سارة")
    made = Window(home)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for one in made.findChildren(QDialog):
        one.close()
    made.close()
    forget_what_was_shown()
    home.language.choose("en")  # the next test's program starts without our Arabic


@pytest.fixture
def home(window: Window) -> Window:
    """The sample, open in a window."""
    opening.open_sample(window)
    window.furnish()
    return window


@pytest.fixture
def package(home: Window, tmp_path: Path) -> Path:
    """A package for Omar, written by the window."""
    home.menus["hand_over"].trigger()
    asked = dialog(home, HandOverDialog)
    asked.coder.setEditText("Omar")
    asked.instructions.setPlainText("اقرأ الدليل")
    assert asked.which.currentData() == EVERY
    asked.write(tmp_path / "omar")
    dialog(home, HandedDialog).accept()
    return tmp_path / "omar.annot"


def coded(package: Path, *, done: bool = False) -> None:
    with Project.open(package) as opened:
        (article,) = reader.order(opened.db)
        where = Where(article, opened.coder)
        opened.journal.commit(annotations.label_span(opened, where, "actor", ((40, 46),)))
        if done:
            opened.journal.commit(codings.set_status(opened, where, "review"))


def test_a_package_is_written_for_somebody_new(home, package):
    made = handovers.every(project_of(home).db)[0]
    assert (made.instructions, made.blind) == ("اقرأ الدليل", True)
    assert [coder.name for coder in codebook.coders(project_of(home).db)][-1] == "Omar"
    assert package.exists()


def test_what_is_assigned_is_offered_first_and_articles_can_be_chosen(home, package, monkeypatch, tmp_path):
    home.menus["hand_over"].trigger()
    asked = dialog(home, HandOverDialog)
    asked.coder.setCurrentIndex(asked.coder.findText("Omar"))
    assert asked.to() == handovers.every(project_of(home).db)[0].coder
    asked.which.setCurrentIndex(asked.which.findData(ASSIGNED))
    assert len(asked.articles()) == 1
    asked.which.setCurrentIndex(asked.which.findData(CHOSEN))
    assert asked.list.isVisible()
    assert list(asked.articles()) == [home.desk.article]
    asked.list.search.setText("لا عنوان كهذا")
    assert asked.list.list.item(0).isHidden()
    asked.list.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not asked.choose.isEnabled()
    asked.list.list.item(0).setCheckState(Qt.CheckState.Checked)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(package), ""))
    asked.choose.click()
    assert asked.trouble.isVisible()  # it is there already
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "2.annot"), ""))
    asked.choose.click()
    assert (tmp_path / "2.annot").exists()


def test_it_comes_back_with_a_look_first(home, package, monkeypatch):
    coded(package, done=True)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(package), ""))
    home.menus["take_back"].trigger()
    shown = dialog(home, TakeBackDialog)
    assert (shown.preview.coder, shown.preview.count("annotation"), shown.preview.done) == ("Omar", 1, 1)
    assert shown.list.topLevelItemCount() == 1
    assert not shown.held.isVisible()
    shown.go.click()
    found = project_of(home)
    assert handovers.every(found.db)[0].returned
    assert [change.name for change in found.journal.newest(1)] == ["takeback"]
    assert travel_acts.take_back(home, package)
    again = dialog(home, TakeBackDialog)
    assert not again.go.isEnabled()
    assert again.trouble.isVisible()


def test_an_empty_package_says_so(home, package):
    assert travel_acts.take_back(home, package)
    assert not dialog(home, TakeBackDialog).go.isEnabled()


def test_what_is_held_is_said_and_can_be_carried_over(home, package):
    coded(package)
    found = project_of(home)
    (article,) = reader.order(found.db)
    body = reader.text(found.db, reader.get(found.db, article).text).body
    home.desk.bridge.do(correction.correct, article, f"{body} انتهى")
    assert travel_acts.take_back(home, package)
    shown = dialog(home, TakeBackDialog)
    assert shown.held.isVisible()
    assert not shown.go.isEnabled()
    shown.carry.setChecked(True)
    assert shown.go.isEnabled()
    package.unlink()
    shown.carry.setChecked(False)
    assert shown.trouble.isVisible()


def test_a_cancelled_one_changes_nothing(home, package, monkeypatch):
    coded(package)
    assert travel_acts.take_back(home, package)
    shown, n = dialog(home, TakeBackDialog), project_of(home).journal.n

    def cancelled(*_: object) -> None:
        raise AnnotatorError("cancelled")

    with monkeypatch.context() as patch:
        patch.setattr("annotator.ui.jobs.ProgressDialog.__call__", cancelled)
        shown.take()
    assert shown.isVisible()
    assert project_of(home).journal.n == n


def test_what_is_no_package_is_said(home, tmp_path):
    (tmp_path / "x.annot").write_bytes(b"words")
    assert not travel_acts.take_back(home, tmp_path / "x.annot")
    assert not travel_acts.is_returned(home, tmp_path / "x.annot")


def drop(window: Window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_package_dropped_on_its_project_is_taken_back_and_on_nothing_opened(home, package):
    coded(package)
    drop(home, package)
    dialog(home, TakeBackDialog).close()
    opening.leave(home)
    drop(home, package)
    assert project_of(home).path == package


def test_a_package_says_whose_it_is_and_shows_its_instructions(home, package):
    opening.open_project(home, package)
    forget_what_was_shown()
    home.furnish()
    assert "Omar" in home.windowTitle()
    shown = dialog(home, InstructionsDialog)
    assert shown.text.toPlainText() == "اقرأ الدليل"
    shown.accept()
    assert "Omar" in home.notice.sentence.text()
    assert not home.menus["hand_over"].isEnabled()
    assert not home.menus["take_back"].isEnabled()
    home.menus["instructions"].trigger()
    assert dialog(home, InstructionsDialog).isVisible()
    before = home.notice.sentence.text()
    home.desk.bridge.do(annotations.label_span, home.desk.where, "actor", ((40, 46),))
    home.desk.bridge.do(codings.set_status, home.desk.where, "review")
    assert home.notice.sentence.text() != before
    home.home.language.choose("ar")
    QApplication.processEvents()
    assert "جاهزة" in home.notice.sentence.text()
    opening.leave(home)
    assert "Omar" not in home.windowTitle()


def test_without_a_project_nothing_happens(window):
    assert travel_acts.conditions(window) == {}
    assert not travel_acts.take_back(window, Path("x.annot"))
    for do in travel_acts.handlers(window).values():
        do()
