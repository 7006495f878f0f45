from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.operations import people, review
from annotator.operations.annotations import label_span
from annotator.operations.codings import Where

if TYPE_CHECKING:
    from tests.ui.review.conftest import Round


def press(of_three: Round, *keys: str, held: bool = False) -> None:
    """Type on the page; `held`: the key is held down, so that it repeats."""
    for key in keys:
        code = getattr(Qt.Key, f"Key_{key.upper()}")
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key, held, 1)
        QApplication.sendEvent(of_three.page.focusWidget() or of_three.page.surface, event)


def caps(of_three: Round) -> list[str]:
    return [choice.cap.text() for choice in of_three.page.decision.takes.values()]


def test_every_coder_has_a_key_and_so_have_all_and_none(of_three: Round) -> None:
    decision = of_three.page.decision
    assert caps(of_three) == ["A", "B", "C", "D", "X", "E"]
    assert decision.takes["both"].accessibleName() == "All of them"
    assert decision.takes["neither"].accessibleName() == "None of them"
    of_three.desk.open_article("third")
    assert caps(of_three) == ["A", "B", "D", "X", "E"]
    assert decision.takes["both"].accessibleName() == "Both"
    decision.press("c")  # there is no third coder here
    assert decision.take is None


def test_the_third_coders_key_settles(of_three: Round) -> None:
    found = next(d for d in of_three.sitting.open if d.kind == "label")
    of_three.sitting.hold(found)
    press(of_three, "1", "c")
    made = review.decisions(of_three.project, of_three.sitting.case)[found.id]
    assert made.take == "c"


def test_a_fourth_coders_key_is_none_that_means_something_else(of_three: Round) -> None:
    commit = of_three.project.journal.commit
    commit(people.add_coder(of_three.project, "Four", coder_id="four"))
    commit(label_span(of_three.project, Where("first", "four"), "actor", ((0, 4),)))
    assert of_three.sitting.between == ("one", "two", "three", "four")
    assert caps(of_three) == ["A", "B", "C", "F", "D", "X", "E"]
    found = of_three.sitting.current
    assert found
    press(of_three, "1", "f")
    assert review.decisions(of_three.project, of_three.sitting.case)[found.id].take == "d"
    assert len(of_three.page.surface.view.measures.bands) == 4


def test_a_key_held_down_settles_nothing_that_was_not_seen(of_three: Round) -> None:
    press(of_three, "1", "a")
    press(of_three, "1", "a", held=True)
    press(of_three, "n", held=True)
    assert len(of_three.sitting.queue.open) == 2


def test_who_agree_stand_in_one_row(of_three: Round) -> None:
    found = next(d for d in of_three.sitting.open if d.kind == "label")
    of_three.sitting.hold(found)
    rows = [row for row in of_three.page.decision.card.rows if row.isVisible()]
    assert [row.accessibleName().replace("\u2068", "").replace("\u2069", "") for row in rows] == [
        "One, Three, Problem",
        "Two, Cause and responsibility",
    ]


def test_what_was_decided_says_how_and_why_and_by_whom(of_three: Round) -> None:
    found = of_three.sitting.current
    press(of_three, "2", "c")
    of_three.sitting.hold(next(d for d, _ in of_three.sitting.queue.settled if found and d.id == found.id))
    words = of_three.page.decision.hint.text().replace("\u2068", "").replace("\u2069", "")
    assert words.startswith("Settled: Three · gap in the guideline. By Reviewer")
