"""Who codes blind sees nothing of a colleague's work through any door of the window, before all are done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QThreadPool
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from annotator.core.changes import change
from annotator.core.models import Article
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import annotations, codings, notes, people, review, rounds
from annotator.operations.codings import Where
from annotator.store import codebook
from annotator.store.project import Project
from annotator.ui.feedback.dialog import FeedbackDialog
from annotator.ui.text.surface import Surface
from tests.journeys.person import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.journeys.person import Person

ARTICLE, ROUND = "blindly", "blind"
BODY = "قال الوزير إن الاقتصاد ينمو.\n\nوحذر خبراء المناخ الجدد من جفاف طويل في الشمال."
MINE, THEIRS, REMARK = "الاقتصاد ينمو", "جفاف طويل في الشمال", "ملاحظة لا يراها أحد بعد"
DECIDED = "حكم لا يراه أحد بعد"
MODES = ("mode_code", "mode_review", "mode_codebook")
PANELS = ("show_history", "show_notes", "show_statements", "show_doubts")
WINDOWS = ("rounds", "clashes", "agreement", "conflicts", "two_articles", "actors", "send_feedback")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def span(words: str) -> tuple[tuple[int, int], ...]:
    start = BODY.index(words)
    return ((start, start + len(words)),)


@pytest.fixture
def study(path: Path) -> Callable[[str, str, str], Path]:
    """A blind round of two on one article, at these statuses of theirs; then somebody acts."""

    def built(mine: str, theirs: str, acts: str) -> Path:
        with Project.open(path) as project:
            one, two = (coder.id for coder in codebook.coders(project.db)[:2])
            commit, text = project.journal.commit, Text(BODY)
            commit(people.add_coder(project, "مراجعة", coder_id="reviewer"))
            commit(change("import", [text, added(Article(ARTICLE, "مقال", text.hash, position="W"))], article="مقال"))
            commit(rounds.open_round(project, ROUND, rounds.Terms("reliability", (one, two), True)))
            for coder, words, status in ((two, THEIRS, theirs), (one, MINE, mine)):
                project.act_as(coder)
                where = Where(ARTICLE, coder, ROUND)
                made = commit(annotations.label_span(project, where, "actor", span(words)))
                if coder == two:
                    commit(notes.add_note(project, "annotation", str(made.facts["annotation"]), REMARK))
                    commit(codings.set_article_variable(project, where, "tone", "negative"))
                commit(codings.set_status(project, where, status))
            _settle(project)
            project.act_as({"one": one, "reviewer": "reviewer"}[acts])
        return path

    return built


def _settle(project: Project) -> None:
    """A reviewer takes what the second coder has and the first has not, and says why."""
    project.act_as("reviewer")
    for case in review.cases(project, round_id=ROUND):
        found = next(each for each in review.work(project, case).open if THEIRS in (each.there[0].quotes or ()))
        project.journal.commit(review.settle(project, case, found.id, review.Ruling("b", "slip", DECIDED)))


def said_by_model(model: QAbstractItemModel | None, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if model is None or isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent) if model is not None else 0):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in ROLES)
            if not isinstance(model, QAbstractListModel):
                yield from said_by_model(model, index)


def said() -> Iterator[str]:
    """All words that any control shows or speaks."""
    for window in QApplication.topLevelWidgets():
        for one in [window, *window.findChildren(QWidget)]:
            if not one.isVisible():
                continue
            yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.windowTitle())
            for ask in ("text", "toPlainText"):
                if callable(found := getattr(one, ask, None)) and not isinstance(one, Surface):
                    yield str(found())
            if isinstance(one, QAbstractItemView | QComboBox):
                yield from said_by_model(one.model(), QModelIndex())


def marked() -> set[tuple[int, int]]:
    """Where spans stand on any page that shows the article."""
    pages = [one for one in QApplication.allWidgets() if isValid(one) and isinstance(one, Surface) and one.isVisible()]
    return {
        fragment
        for page in pages
        if page.text.body == BODY
        for mark in page.view.marks.by_id.values()
        for fragment in mark.fragments
    }


def through_every_door(person: Person) -> Iterator[str]:
    """Open each; its name."""
    person.desk.choose_round(ROUND)
    person.desk.open_article(ARTICLE)
    settle()
    menus = person.window.menus
    for mode in MODES:
        menus[mode].trigger()
        settle()
        yield mode
    menus["mode_code"].trigger()
    for panel in PANELS:
        menus[panel].trigger()
        settle()
        yield panel
    for window in WINDOWS:
        menus[window].trigger()
        settle()
        QThreadPool.globalInstance().waitForDone()
        settle()
        yield window
        over = QApplication.activeModalWidget()
        if over is not None:
            over.close()
            settle()


def leaks(person: Person) -> dict[str, set[str]]:
    """By door what of the colleague's work shows there."""
    found: dict[str, set[str]] = {}
    for door in through_every_door(person):
        words = "\n".join(said())
        seen = {each for each in (THEIRS, REMARK, DECIDED) if each in words}
        seen |= {"marks"} if set(span(THEIRS)) & marked() else set()
        if seen:
            found[door] = seen
    return found


@pytest.mark.parametrize(("mine", "theirs"), [("work", "review"), ("todo", "review"), ("review", "work")])
def test_no_door_shows_what_is_kept(
    come: Callable[..., Person], study: Callable[..., Path], mine: str, theirs: str
) -> None:
    assert leaks(come(study(mine, theirs, "one"))) == {}


def test_the_same_doors_show_it_when_all_are_done(come: Callable[..., Person], study: Callable[..., Path]) -> None:
    found = leaks(come(study("review", "review", "one")))
    assert {"mode_review", "show_history", "conflicts"} <= set(found)
    assert {"marks", THEIRS, REMARK, DECIDED} <= set().union(*found.values())


def test_nobody_sends_feedback_on_work_that_they_may_not_see(
    come: Callable[..., Person], study: Callable[..., Path]
) -> None:
    person = come(study("work", "review", "one"))
    person.desk.choose_round(ROUND)
    person.window.menus["send_feedback"].trigger()
    settle()
    (dialog,) = [one for one in person.window.findChildren(FeedbackDialog) if one.isVisible()]
    for row in range(dialog.coder.count()):
        dialog.coder.setCurrentIndex(row)
        assert not dialog.choose.isEnabled()
    dialog.close()
