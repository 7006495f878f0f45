"""Pieces, cuts and joins as a coder does them, on the real surface and the real project file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.operations import annotations as spans
from annotator.store import codings
from annotator.ui import span_acts
from annotator.ui.coding import Coding
from annotator.ui.desk import Desk
from tests.ui.text.conftest import click, drag, point_of

CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)
FIRST, SECOND, THIRD = "لما تحتويه من مقاطع", "فيديو وصور", "الجرائم المروعة"


def over(coding: Coding, quote: str, modifiers=NONE) -> tuple[int, int]:
    start = coding.text.body.index(quote)
    drag(
        coding.surface,
        point_of(coding.surface, start),
        point_of(coding.surface, start + len(quote) - 1),
        modifiers,
    )
    return start, start + len(quote)


def focused(coding: Coding, desk: Desk):
    found = codings.annotation(desk.bridge.project.db, coding.surface.focused_mark())
    assert found is not None
    assert coding.surface.view.marks.by_id[found.id].fragments == found.fragments
    return found


def test_pieces_are_coded_as_one_span_and_undo_takes_it_back(coding: Coding, opened: Desk) -> None:
    before = len(coding.surface.view.marks.by_id)
    one, two = over(coding, FIRST), over(coding, SECOND, CTRL)
    coding.label("quotation")
    span = focused(coding, opened)
    assert (span.label, span.fragments, span.quotes) == ("quotation", (one, two), (FIRST, SECOND))
    assert coding.surface.fragments() == ()
    opened.bridge.undo()
    assert len(coding.surface.view.marks.by_id) == before


def test_ctrl_and_a_drag_add_a_piece_to_the_span_and_ctrl_backspace_takes_it_away(coding, opened: Desk) -> None:
    one = over(coding, FIRST)
    coding.label("quotation")
    two = over(coding, SECOND, CTRL)
    assert focused(coding, opened).fragments == (one, two)
    assert FIRST in coding.said_last or SECOND in coding.said_last
    span_acts.drop_piece(opened.bridge, coding)
    assert focused(coding, opened).fragments == (one,)
    span_acts.drop_piece(opened.bridge, coding)
    assert focused(coding, opened).fragments == (one,)
    assert coding.said_last == "This span is one piece."


def test_by_keyboard_a_piece_is_kept_and_one_is_added(coding, opened: Desk) -> None:
    surface = coding.surface
    surface.setFocus()
    one = over(coding, FIRST)
    span_acts.keep_piece(opened.bridge, coding)
    assert coding.said_last.startswith("Piece kept")
    QTest.keyClick(surface, Qt.Key.Key_Left, CTRL)
    QTest.keyClick(surface, Qt.Key.Key_Left, CTRL | SHIFT)
    coding.label("quotation")
    span = focused(coding, opened)
    assert span.fragments[0] == one
    assert len(span.fragments) == 2
    span_acts.keep_piece(opened.bridge, coding)
    assert coding.said_last.startswith("Select what belongs")
    for _ in range(6):
        QTest.keyClick(surface, Qt.Key.Key_Left, CTRL)
    QTest.keyClick(surface, Qt.Key.Key_Left, CTRL | SHIFT)
    span_acts.keep_piece(opened.bridge, coding)
    assert len(focused(coding, opened).fragments) == 3


def test_a_span_is_split_where_the_caret_stands_and_joined_again(coding, opened: Desk) -> None:
    quote = f"{FIRST} {SECOND}"
    start, end = over(coding, quote)
    coding.label("loaded-term")
    at = start + len(FIRST) + 1
    click(coding.surface, point_of(coding.surface, at, share=0.1))
    if focused(coding, opened).label != "loaded-term":
        pytest.fail("another span lies there")
    span_acts.split(opened.bridge, coding)
    assert focused(coding, opened).fragments == ((at, end),), "the piece after the cut is the one to go on with"
    assert "2" in coding.said_last
    coding.step(-1)
    assert focused(coding, opened).fragments == ((start, at - 1),)
    span_acts.join(opened.bridge, coding)
    assert focused(coding, opened).fragments == ((start, end),)


def test_with_words_selected_the_cut_is_at_both_their_edges(coding, opened: Desk) -> None:
    start, end = over(coding, f"{FIRST} {SECOND}")
    coding.label("quotation")
    one = over(coding, "تحتويه من")
    span_acts.split(opened.bridge, coding)
    assert focused(coding, opened).fragments == (one,)
    assert coding.surface.fragments() == ()
    quotations = [
        a for a in codings.annotations_of(opened.bridge.project.db, [opened.where.id]) if start <= a.start < end
    ]
    assert [a.fragments[0] for a in quotations if a.label == "quotation"] == [
        (start, one[0] - 1),
        one,
        (one[1] + 1, end),
    ]


def test_what_cannot_be_cut_or_joined_is_said(coding, opened: Desk) -> None:
    coding.surface.choose(0, 0)
    span_acts.split(opened.bridge, coding)
    assert coding.said_last.startswith("Put the caret inside")
    last = [a for a in codings.annotations_of(opened.bridge.project.db, [opened.where.id]) if a.label == "quotation"][
        -1
    ]
    coding.surface.focus_mark(last.id)
    span_acts.join(opened.bridge, coding)
    assert coding.said_last == "No span of this label follows."


def test_an_inner_head_is_on_the_mark(coding, opened: Desk) -> None:
    start, end = over(coding, "والعراق")
    coding.surface.choose_head(((start + 1, end),))
    coding.label("actor")
    span = focused(coding, opened)
    assert span.head == ((start + 1, end),)
    assert coding.surface.view.marks.by_id[span.id].head == span.head
    assert coding.surface.chosen_head() == ()
    opened.bridge.do(spans.set_head, span.id, ())
    assert coding.surface.view.marks.by_id[span.id].head == ()
