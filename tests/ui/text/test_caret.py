from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core import words
from annotator.core.text import Text
from annotator.ui.text.caret import Walk
from tests.ui.text.test_geometry import ATOMS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MIXED = "قالت شركة Twitter Inc (2015) إن"


def press(surface, key, modifiers=Qt.KeyboardModifier.NoModifier, times: int = 1) -> int:
    for _ in range(times):
        QTest.keyClick(surface, key, modifiers)
    return surface.state.caret


def at(surface, position: int):
    surface.choose(position, position)
    return surface


def test_arrows_move_as_the_line_stands(make) -> None:
    surface = make(MIXED)
    assert press(at(surface, 2), Qt.Key.Key_Left) == 3
    assert press(at(surface, 2), Qt.Key.Key_Right) == 1
    assert press(at(surface, 12), Qt.Key.Key_Right) == 13
    assert press(at(surface, 12), Qt.Key.Key_Left) == 11


@pytest.mark.parametrize("rtl", [True, False], ids=["rtl", "ltr"])
def test_walking_to_one_side_gets_through_any_text_by_whole_clusters(make, rtl: bool) -> None:
    rnd = random.Random(3)
    surface = make("", "rtl" if rtl else "ltr")
    for _ in range(40):
        paragraphs = [" ".join(rnd.choice(ATOMS) for _ in range(rnd.randint(1, 12))) for _ in range(2)]
        body = "\n".join(paragraphs)
        surface.show_article(Text(body), "rtl" if rtl else "ltr")
        walk = Walk(surface.view.page)
        sides = ["left" if surface.view.page.laid(n).rtl else "right" for n in range(2)]
        position, steps = 0, 0
        while position < len(body) and steps <= 2 * len(body):
            block = surface.view.page.index_of(position)
            position = walk.character(position, sides[block])
            steps += 1
            assert words.whole_clusters(body, position, position)[0] == position
        assert position == len(body), body


def test_a_step_back_takes_a_step_back(make, seed: str) -> None:
    surface = make(MIXED + " " + seed[:600])
    walk = Walk(surface.view.page)
    position, steps = 0, []
    while position < 300:
        steps.append(position)
        position = walk.character(position, "left")
    while steps:
        position = walk.character(position, "right")
        assert position == steps.pop()


def test_arrows_leave_a_paragraph_at_its_end(make) -> None:
    surface = make("اب\nجد")
    assert press(at(surface, 2), Qt.Key.Key_Left) == 3
    assert press(at(surface, 3), Qt.Key.Key_Right) == 2
    assert press(at(surface, 0), Qt.Key.Key_Right) == 0
    assert press(at(surface, 5), Qt.Key.Key_Left) == 5


def test_ctrl_arrows_go_by_words(make) -> None:
    surface = make("قال الرئيس إن بـ”متطرفين” هنا")
    stops = [0]
    while (there := press(surface, Qt.Key.Key_Left, CTRL)) != stops[-1]:
        stops.append(there)
    assert stops == [0, 4, 11, 14, 17, 26, 29]
    assert press(surface, Qt.Key.Key_Right, CTRL) == 26


def test_home_and_end_are_the_line_s(make, seed: str) -> None:
    surface = make(seed)
    block = surface.view.page.laid(2)
    second = block.lines[1]
    assert press(at(surface, second.start + 5), Qt.Key.Key_Home) == second.start
    assert press(at(surface, second.start + 5), Qt.Key.Key_End) == second.end - 1
    assert surface.canvas.caret_line(surface.view.on_screen()) is not None
    last = block.lines[-1]
    assert press(at(surface, last.start + 3), Qt.Key.Key_End) == block.end


def test_up_and_down_keep_to_their_column(make, seed: str) -> None:
    surface = make(seed)
    line = surface.view.page.laid(2).lines[0]
    start = line.start + 20
    x = line.caret_x(start)
    press(at(surface, start), Qt.Key.Key_Down, times=3)
    here = surface.view.page.block_at(surface.state.caret).line_at(surface.state.caret)
    assert here.index == 3
    assert abs(here.caret_x(surface.state.caret) - x) < 12
    assert press(surface, Qt.Key.Key_Up, times=3) == start


def test_up_and_down_reach_both_ends_of_the_text(make, seed: str) -> None:
    surface = make(seed)
    assert press(at(surface, 700), Qt.Key.Key_Down, times=200) == len(seed)
    assert press(surface, Qt.Key.Key_Up, times=200) == 0


def test_ctrl_up_and_down_go_by_paragraphs(make) -> None:
    surface = make("اب\nجد ه\nو")
    assert press(surface, Qt.Key.Key_Down, CTRL) == 3
    assert press(surface, Qt.Key.Key_Down, CTRL) == 8
    assert press(surface, Qt.Key.Key_Down, CTRL) == 9
    assert press(at(surface, 5), Qt.Key.Key_Up, CTRL) == 3
    assert press(surface, Qt.Key.Key_Up, CTRL) == 0


def test_ctrl_home_and_end_and_pages(make, seed: str) -> None:
    surface = make(seed)
    assert press(surface, Qt.Key.Key_End, CTRL) == len(seed)
    assert surface.verticalScrollBar().value() == surface.verticalScrollBar().maximum()
    assert press(surface, Qt.Key.Key_PageUp) < len(seed) - 200
    assert press(surface, Qt.Key.Key_Home, CTRL) == 0
    assert surface.verticalScrollBar().value() == 0
    assert press(surface, Qt.Key.Key_PageDown) > 300


def test_going_to_the_first_word_shows_the_headline(make, seed: str) -> None:
    surface = make(seed)
    surface.verticalScrollBar().setValue(60)
    press(surface, Qt.Key.Key_Home, CTRL)
    assert surface.verticalScrollBar().value() == 0


def test_shift_extends_and_left_grows_the_end(make, seed: str) -> None:
    surface = make(seed)
    told = []
    surface.selected.connect(told.append)
    press(at(surface, 20), Qt.Key.Key_Left, SHIFT, times=3)
    assert surface.selection() == (20, 23)
    press(surface, Qt.Key.Key_Left, SHIFT | CTRL)
    assert surface.selection()[0] == 20
    assert surface.selection()[1] > 23
    press(surface, Qt.Key.Key_Down, SHIFT | CTRL)
    assert surface.selection() == (20, surface.view.page.paragraph(20)[1] + 1)
    assert told[-1] == surface.selection()
    press(surface, Qt.Key.Key_Escape)
    assert surface.selection() is None
    assert told[-1] is None


def test_ctrl_a_is_the_paragraph_then_everything(make) -> None:
    surface = make("اب\nجد")
    press(at(surface, 4), Qt.Key.Key_A, CTRL)
    assert surface.selection() == (3, 5)
    press(surface, Qt.Key.Key_A, CTRL)
    assert surface.selection() == (0, 5)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_1, Qt.Key.Key_K, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_F1, Qt.Key.Key_Escape]
)
def test_keys_of_the_window_are_left_to_it(make, key) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    surface = make("سلام")
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    event.accept()
    surface.keyPressEvent(event)
    assert not event.isAccepted()
