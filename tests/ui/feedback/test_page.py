"""A colleague reads their feedback in the package and answers: both codings on the text, read-only but for notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem

from annotator.operations import annotations, feedback
from annotator.store import codings
from annotator.ui.feedback.page import FeedbackPage
from tests.journeys.person import Person, settle
from tests.ui.feedback.conftest import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(params=[("ar", "light"), ("en", "dark")], ids=["ar", "en"])
def person(request, package: Callable[[str], Path]) -> Iterator[Person]:
    """Coder A at their own machine, with the package opened."""
    language, theme = request.param
    person = Person(package(language), language=language, theme=theme)
    settle()
    yield person
    person.leave()


def page(person: Person) -> FeedbackPage:
    found = person.window.stack.currentWidget()
    assert isinstance(found, FeedbackPage)
    return found


def at(shown: FeedbackPage):
    return shown.model.row(shown.list.currentIndex().row())[1]


def labels(shown: FeedbackPage) -> str:
    return "\n".join(one.text() for one in shown.card.findChildren(QLabel))


def test_it_opens_where_the_feedback_is_read(person: Person) -> None:
    shown = page(person)
    assert person.desk.mode == "review"
    assert person.window.review is None
    found = at(shown)
    assert found.kind != "kept"
    marks = shown.surface.view.marks.by_id
    assert {span.id for span in (found.own, found.settled) if span} <= set(marks)
    assert shown.surface.focus_handles() == {}
    counts = feedback.feedback(person.project, person.project.coder).counts
    assert shown.model.rowCount() == counts.changed + 1
    assert shown.summary.text()


def test_keys_walk_through_the_corrections_and_every_sort_has_its_card(person: Person) -> None:
    shown = page(person)
    seen = set()
    for _ in range(shown.model.rowCount()):
        seen.add(at(shown).kind)
        assert labels(shown)
        before = shown.list.currentIndex().row()
        QTest.keyClick(shown, Qt.Key.Key_N)
        if shown.list.currentIndex().row() == before:
            break
    counts = feedback.feedback(person.project, person.project.coder).counts
    assert seen == set(counts.kinds)
    QTest.keyClick(shown, Qt.Key.Key_P)
    assert shown.list.currentIndex().row() == before - 1


def test_an_answer_is_written_on_the_decision_and_nothing_else_can_be(person: Person) -> None:
    shown = page(person)
    found = next(
        (one, row)
        for row in range(shown.model.rowCount())
        if (one := shown.model.row(row)[1]) is not None and one.decision and one.decision.note
    )
    shown.list.setCurrentIndex(shown.model.index(found[1]))
    said = labels(shown)
    assert HOSTILE in said  # as words: labels show no mark-up
    decision = found[0].decision.id
    settle()
    assert person.window.focusWidget() is shown.list
    person.press("R")  # wherever the keyboard is: the list would look for a row that begins so
    field = shown.answers.card.fields["new note"]
    assert person.window.focusWidget() is field.text
    QTest.keyClicks(field.text, "No, he speaks.")
    shown.step(1)
    settle()
    assert [note.body for note in codings.notes(person.project.db, [decision])] == [HOSTILE, "No, he speaks."]
    assert person.refused == []
    person.desk.set_mode("code")
    settle()
    person.desk.open_article(shown.model.row(0)[0].article.id)
    assert person.desk.bridge.do(annotations.label_span, person.desk.where, "actor", ((0, 4),)) is None
    assert [error.key for error in person.refused] == ["frozen_round"]


def test_what_stayed_is_shown_when_it_is_asked_for(person: Person) -> None:
    shown = page(person)
    held, marks = at(shown), len(shown.surface.view.marks.by_id)
    shown.whole.click()
    assert at(shown) is held
    counts = feedback.feedback(person.project, person.project.coder).counts
    assert shown.model.rowCount() == counts.changed + counts.kept + 1
    assert len(shown.surface.view.marks.by_id) > marks
    kept = next(row for row in range(1, shown.model.rowCount()) if shown.model.row(row)[1].kind == "kept")
    shown.list.setCurrentIndex(shown.model.index(kept))
    assert labels(shown)
    shown.whole.click()
    assert at(shown).kind != "kept"


def test_a_mark_on_the_text_takes_its_correction_in_hand(person: Person) -> None:
    shown = page(person)
    last = next(
        one
        for row in reversed(range(shown.model.rowCount()))
        if (one := shown.model.row(row)[1]) is not None and one.about == "segment"
    )
    shown.surface.focused.emit(last.span.id)
    assert at(shown) is last
    shown.surface.focused.emit("")
    assert at(shown) is last


def test_rows_are_drawn_in_either_direction(person: Person) -> None:
    shown = page(person)
    shown.whole.click()
    image = QImage(280, 60, QImage.Format.Format_RGB32)
    for row in range(shown.model.rowCount()):
        index = shown.model.index(row)
        assert index.data()
        assert shown.list.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height() > 20
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            image.fill(0)
            option = QStyleOptionViewItem()
            option.rect, option.direction = QRect(0, 0, 280, 60), direction
            painter = QPainter(image)
            shown.list.itemDelegate().paint(painter, option, index)
            painter.end()
            assert image.constBits().tobytes().strip(b"\x00\xff")


def test_it_speaks_the_other_language_and_another_theme(person: Person) -> None:
    shown = page(person)
    before = shown.summary.text(), labels(shown)
    other = "en" if person.home.language.name == "ar" else "ar"
    person.home.language.choose(other)
    settle()
    assert (shown.summary.text(), labels(shown)) != before
    person.home.theme.choose("contrast")
    settle()
    person.window.take_preferences()
