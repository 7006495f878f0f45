"""Several pieces, a caret inside a span, and the boundary policy, by true mouse and key events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core import words
from annotator.ui.text.surface import Surface
from tests.ui.text.conftest import click, drag, mark, point_of, settle

ARABIC = "قال الرئيس إنَّ الحرب انتهت، وأضاف الوزير أنَّ السلام قريب جدا.\nفقرة ثانية هنا"
ENGLISH = "The president said the war is over, added the minister, and peace is near.\nA second one"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def over(surface: Surface, quote: str, modifiers=NONE) -> tuple[int, int]:
    """Draw over words."""
    start = surface.text.body.index(quote)
    drag(surface, point_of(surface, start), point_of(surface, start + len(quote) - 1), modifiers)
    return start, start + len(quote)


def press(surface: Surface, key: Qt.Key, modifiers=NONE, times: int = 1) -> None:
    surface.setFocus()
    for _ in range(times):
        QTest.keyClick(surface, key, modifiers)
    settle()


@pytest.mark.parametrize(
    ("body", "first", "second"), [(ARABIC, "الحرب انتهت", "السلام قريب"), (ENGLISH, "the war is", "peace is near")]
)
def test_ctrl_adds_pieces_and_escape_drops_them(make, body: str, first: str, second: str) -> None:
    surface = make(body)
    told = []
    surface.selected.connect(told.append)
    two = over(surface, second)
    one = over(surface, first, CTRL)
    assert surface.fragments() == (one, two)
    assert surface.selection() == one == told[-1]
    word = body.rindex(" ") + 1
    QTest.mouseDClick(surface.viewport(), LEFT, CTRL, point_of(surface, word + 1))
    QTest.mouseRelease(surface.viewport(), LEFT, CTRL, point_of(surface, word + 1))
    assert surface.fragments() == (one, two, (word, len(body)))
    click(surface, point_of(surface, two[0] + 1), CTRL)
    assert surface.fragments() == (one, (word, len(body)))
    press(surface, Qt.Key.Key_Escape)
    assert surface.fragments() == ()
    assert told[-1] is None


def test_the_next_piece_by_keyboard(make) -> None:
    surface = make(ARABIC)
    surface.choose(4, 4)
    press(surface, Qt.Key.Key_Left, SHIFT | CTRL, times=2)
    assert surface.text.quotes(surface.fragments()) == ("الرئيس إنَّ",)
    surface.keep_piece()
    press(surface, Qt.Key.Key_Left, CTRL, times=3)
    assert surface.text.quotes(surface.fragments()) == ("الرئيس إنَّ",)
    press(surface, Qt.Key.Key_Left, SHIFT | CTRL)
    assert surface.text.quotes(surface.fragments()) == ("الرئيس إنَّ", "وأضاف")


def test_a_click_or_a_drag_alone_begins_anew(make) -> None:
    surface = make(ARABIC)
    over(surface, "الحرب")
    over(surface, "السلام", CTRL)
    new = over(surface, "الوزير")
    assert surface.fragments() == (new,)
    over(surface, "السلام", CTRL)
    click(surface, point_of(surface, 1))
    assert surface.fragments() == ()


def test_pieces_that_touch_are_one_and_are_copied_in_text_order(make, qapp) -> None:
    surface = make(ARABIC)
    second = over(surface, "الحرب انتهت")
    over(surface, "إنَّ الحرب", CTRL)
    third = over(surface, "السلام", CTRL)
    assert surface.fragments() == ((11, second[1]), third)
    surface.copy()
    assert qapp.clipboard().text() == "إنَّ الحرب انتهت … السلام"


def test_ctrl_and_a_drag_add_to_the_mark_in_focus_and_a_click_takes_the_piece_away(make) -> None:
    surface = make(ARABIC)
    surface.set_marks([mark(ARABIC, "الحرب انتهت", "m")])
    surface.focus_mark("m")
    added, resized = [], []
    surface.extended.connect(lambda *what: added.append(what))
    surface.resized.connect(lambda *what: resized.append(what))
    piece = over(surface, "السلام قريب", CTRL)
    assert added == [("m", piece)]
    assert surface.focused_mark() == "m"
    whole = mark(ARABIC, "الحرب انتهت", "m")
    surface.put_mark(whole._replace(fragments=(*whole.fragments, piece)))
    surface.focus_mark("m")
    assert surface.fragments() == ()
    click(surface, point_of(surface, piece[0] + 1), CTRL)
    assert resized == [("m", whole.fragments)]
    surface.put_mark(whole)
    click(surface, point_of(surface, whole.start + 1), CTRL)
    assert len(resized) == 1, "the last piece is no piece to take away"


def test_by_keyboard_the_mark_in_focus_waits_for_a_piece(make) -> None:
    surface = make(ARABIC)
    surface.set_marks([mark(ARABIC, "الحرب انتهت", "m")])
    surface.focus_mark("m")
    added = []
    surface.extended.connect(lambda *what: added.append(what))
    surface.keep_piece()
    press(surface, Qt.Key.Key_Left, CTRL, times=4)
    press(surface, Qt.Key.Key_Left, SHIFT | CTRL)
    assert surface.focused_mark() == "m"
    surface.keep_piece()
    ((mark_id, (start, end)),) = added
    assert (mark_id, ARABIC[start:end]) == ("m", "أنَّ")
    press(surface, Qt.Key.Key_Escape)
    assert surface.fragments() == ()
    assert not surface.state.onto
    assert surface.focused_mark() == "m"


def test_a_click_puts_a_caret_into_the_mark_at_a_words_edge(make) -> None:
    surface = make(ARABIC)
    long = mark(ARABIC, "الرئيس إنَّ الحرب انتهت", "m")
    surface.set_marks([long])
    click(surface, point_of(surface, ARABIC.index("الحرب") + 1))
    assert surface.focused_mark() == "m"
    assert surface.caret() == ARABIC.index("الحرب")
    click(surface, point_of(surface, ARABIC.index("الحرب") + 2, share=0.1), Qt.KeyboardModifier.AltModifier)
    assert surface.caret() == ARABIC.index("الحرب") + 2


def test_arrows_walk_inside_the_mark_and_beyond_it_let_go(make) -> None:
    surface = make(ARABIC)
    surface.set_marks([mark(ARABIC, "الرئيس إنَّ الحرب", "m")])
    surface.focus_mark("m")
    told = []
    surface.focused.connect(told.append)
    press(surface, Qt.Key.Key_Left, CTRL, times=2)
    assert surface.caret() == ARABIC.index("الحرب")
    assert surface.focused_mark() == "m"
    press(surface, Qt.Key.Key_Left, SHIFT | CTRL)
    assert (surface.focused_mark(), surface.fragments()) == ("", ((16, 21),))
    surface.focus_mark("m")
    press(surface, Qt.Key.Key_Right)
    assert (surface.focused_mark(), surface.caret()) == ("", 3)
    assert told == ["", "m", ""]


def without_article(body: str, start: int, end: int) -> tuple[int, int]:
    """A policy that leaves the article outside."""
    start, end = words.whole_words(body, start, end)
    return start + 2 * body.startswith("ال", start), end


def test_every_gesture_and_key_goes_by_the_policy(make) -> None:
    surface = make(ARABIC)
    surface.set_fit(without_article)
    over(surface, "الرئيس")
    assert surface.text.quotes(surface.fragments()) == ("رئيس",)
    QTest.mouseDClick(surface.viewport(), LEFT, NONE, point_of(surface, ARABIC.index("الوزير") + 3))
    QTest.mouseRelease(surface.viewport(), LEFT, NONE, point_of(surface, ARABIC.index("الوزير") + 3))
    assert surface.text.quotes(surface.fragments()) == ("وزير",)
    surface.choose(4, 4)
    press(surface, Qt.Key.Key_Left, SHIFT | CTRL)
    assert surface.text.quotes(surface.fragments()) == ("رئيس",)
    surface.set_marks([mark(ARABIC, "انتهت", "m")])
    surface.focus_mark("m")
    surface.nudge_edge("start", -1, by="word")
    assert surface.text.quotes(surface.state.moved.fragments) == ("حرب انتهت",)
    surface.nudge_edge("start", -1, by="cluster")
    assert surface.text.quotes(surface.state.moved.fragments) == ("لحرب انتهت",)
    surface.edges.settle()
    drag(surface, surface.focus_handles()["start"].center().toPoint(), point_of(surface, ARABIC.index("الحرب")))
    asked = []
    surface.resized.connect(lambda _, fragments: asked.append(surface.text.quotes(fragments)))
    drag(surface, surface.focus_handles()["start"].center().toPoint(), point_of(surface, ARABIC.index("الرئيس") + 1))
    assert asked == [("رئيس إنَّ الحرب انتهت",)]


@pytest.mark.parametrize("body", [ARABIC, ENGLISH])
def test_words_stretch_and_shrink_and_never_jump_over_their_anchor(make, body: str) -> None:
    surface = make(body)
    on, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if body == ARABIC else (Qt.Key.Key_Right, Qt.Key.Key_Left)
    middle = [*words.words(body, 0, len(body))][4]
    surface.choose(middle[0] + 1, middle[0] + 1)
    press(surface, on, SHIFT | CTRL, times=2)
    start, end = surface.selection()
    assert (start, surface.caret()) == (middle[0], end)
    press(surface, back, SHIFT | CTRL)
    assert surface.selection() == middle
    press(surface, back, SHIFT | CTRL)
    assert surface.selection() is None
    press(surface, back, SHIFT | CTRL)
    start, end = surface.selection()
    assert end <= middle[0]
    assert surface.fit(start, end)[0] == start
