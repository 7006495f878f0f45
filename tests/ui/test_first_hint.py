from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.changes import change
from annotator.core.rows import altered
from annotator.operations import feedback, feedback_package, handover, people, review, sample, sealing
from annotator.operations.codings import Where
from annotator.operations.review import Ruling
from annotator.settings import State
from annotator.store import codings
from annotator.store.project import Project
from annotator.ui.first_hint import FirstHint
from annotator.ui.home import furnish
from annotator.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Opened = Callable[[Path], Window]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    sample.build(tmp_path / "study.annot", "en")
    return tmp_path / "study.annot"


@pytest.fixture
def opened(qtbot) -> Opened:
    """Opens a file as the first starts do, the hint not yet closed."""

    def open_it(path: Path) -> Window:
        home = furnish(QApplication.instance(), language="en", theme="light")
        home.state, home.keeps = State(hint=True), False
        window = Window(home)
        qtbot.addWidget(window)
        window.take(Project.open(path))
        window.show()
        qtbot.waitExposed(window)
        return window

    return open_it


def done(project: Project, where: Where) -> None:
    there = codings.coding(project.db, where.id)
    project.journal.commit(change("set_status", [altered(there, status="done")], article="it", status="done"))


def said(window: Window) -> str:
    notice = window.chrome.notice
    return "" if notice.isHidden() else notice.sentence.text()


def test_the_hint_goes_with_the_mode_until_it_is_closed(study: Path, opened: Opened) -> None:
    window = opened(study)
    assert window.desk
    FirstHint(window, window.desk)
    assert "press 1 to 9" in said(window)
    window.desk.set_mode("review")
    assert "letter of the side" in said(window)
    window.desk.set_mode("codebook")
    assert said(window) == ""
    window.desk.set_mode("code")
    assert "press 1 to 9" in said(window)
    window.chrome.notice.closed.emit()
    assert not window.home.state.hint


def test_what_else_is_said_stays(study: Path, opened: Opened) -> None:
    window = opened(study)
    assert window.desk
    FirstHint(window, window.desk)
    window.say("The disk is nearly full.")
    window.desk.set_mode("review")
    assert said(window) == "The disk is nearly full."
    window.chrome.notice.closed.emit()
    assert window.home.state.hint


def test_nobody_is_told_to_code_in_a_frozen_round(study: Path, opened: Opened) -> None:
    with Project.open(study) as project:
        project.journal.commit(sealing.freeze(project, "main"))
    window = opened(study)
    assert window.desk
    FirstHint(window, window.desk)
    assert said(window) == ""
    window.desk.set_mode("review")
    assert "letter of the side" in said(window)


def test_feedback_is_read_and_answered(study: Path, tmp_path: Path, opened: Opened) -> None:
    with Project.open(study) as project:
        (case,) = review.cases(project)
        project.journal.commit(people.add_coder(project, "Reviewer", coder_id="reviewer"))
        for coder in case.between:
            done(project, Where(case.article, coder))
        project.act_as("reviewer")
        found = review.work(project, case).open[0]
        project.journal.commit(review.settle(project, case, found.id, Ruling("a", "slip")))
        told = feedback.feedback(project, case.between[1])
        handover.write(project, feedback_package.prepare(project, told, language="en"), tmp_path / "told.annot")
    window = opened(tmp_path / "told.annot")
    assert window.desk
    window.desk.set_mode("review")
    FirstHint(window, window.desk)
    assert said(window).startswith("N goes on")
    window.desk.set_mode("code")
    assert said(window) == ""
