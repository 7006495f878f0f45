from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from annotator.operations import articles as operations
from annotator.operations import people, sample
from annotator.settings import Preferences
from annotator.store import articles
from annotator.store.project import Project
from annotator.ui.dialogs.take_in import TakeInDialog
from tests.journeys.person import Person, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    Preferences(name="Hana").save()
    sample.build(tmp_path / "study.annot", "en")
    person = Person(tmp_path / "study.annot", language="en", theme="light")
    yield person
    person.leave()


def by_tab(start: QWidget) -> set[QWidget]:
    """What Tab comes to from here, round the whole window."""
    reached, here = set(), start
    while (here := here.nextInFocusChain()) not in reached:
        reached.add(here)
    return {one for one in reached if one.focusPolicy() & Qt.FocusPolicy.TabFocus}


def controls(page: QWidget) -> set[QWidget]:
    found = [one for kind in CONTROLS for one in page.findChildren(kind)]
    return {one for one in found if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus}


@pytest.mark.parametrize("mode", ["code", "codebook", "review"])
def test_tab_comes_to_every_control_from_wherever_one_stands(person: Person, mode: str) -> None:
    window = person.window
    for each in ("codebook", "review", mode):  # pages are put into the window when they are first shown
        window.desk.set_mode(each)
        settle()
    everything = controls(window)
    assert len(everything) > 15
    for start in (window.focusWidget(), window.bar.segments[0]):
        assert everything - by_tab(start) == set()


def test_an_empty_project_says_what_to_do_first(tmp_path: Path) -> None:
    Preferences(name="Hana").save()
    with Project.create(tmp_path / "empty.annot", title="Empty") as project:
        project.journal.commit(people.add_coder(project, "Hana"))
    person = Person(tmp_path / "empty.annot", language="en", theme="light")
    coding = person.window.code.coding
    button = next(one for one in coding.findChildren(QAbstractButton) if one.isVisible())
    assert button.text() == "Import articles…"
    button.click()
    (dialog,) = person.window.findChildren(TakeInDialog)
    assert dialog.isVisible()
    dialog.reject()
    person.leave()


def test_an_article_that_goes_leaves_no_words_behind(person: Person) -> None:
    window = person.window
    (article,) = articles.order(window.desk.bridge.project.db)
    assert window.desk.bridge.do(operations.remove_articles, [article])
    settle()
    assert window.desk.article == ""
    assert window.code.coding.surface.text.body == ""
    assert not window.code.coding.surface.verticalScrollBar().isEnabled()
    window.desk.bridge.undo()
    window.desk.open_article(article)
    settle()
    assert len(window.code.coding.surface.text.body) > 1000
    assert not any(one.isVisible() for one in window.code.coding.findChildren(QAbstractButton))
