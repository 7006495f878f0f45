"""A word taken apart by keys, on the real surface and project file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.text import Text
from annotator.ui.coding import Coding
from annotator.ui.desk import Desk
from annotator.ui.theme import Theme
from annotator.ui.word_parts import TakingApart
from tests.ui.test_span_acts import focused
from tests.ui.text.conftest import settle

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
WORD = "والعراق"


def begin(coding: Coding, quote: str = WORD) -> tuple[int, int]:
    start = coding.text.body.index(quote)
    coding.surface.select(start, start + len(quote))
    coding.taking_apart.begin()
    settle()
    return start, start + len(quote)


def press(coding: Coding, key: Qt.Key, modifiers=NONE) -> None:
    QTest.keyClick(coding.taking_apart.chips, key, modifiers)
    settle()


def test_enter_narrows_the_selection_to_the_word_without_what_is_joined(coding) -> None:
    start, end = begin(coding)
    chips = coding.taking_apart.chips
    assert chips.isVisible()
    assert coding.surface.text.body[start + 3 : end] == "عراق"
    press(coding, Qt.Key.Key_Return)
    assert coding.surface.fragments() == ((start + 3, end),)
    assert not chips.isVisible()
    assert coding.surface.hasFocus()


@pytest.mark.parametrize(("keys", "cut"), [(["1"], 0), (["2"], 1), (["3"], 3), ([Qt.Key.Key_Right, " "], 1)])
def test_a_digit_or_the_arrows_choose_where_it_begins(coding, keys: list, cut: int) -> None:
    start, end = begin(coding)
    for key in keys:
        press(coding, key if isinstance(key, Qt.Key) else Qt.Key(ord(key)))
    assert coding.surface.fragments() == ((start + cut, end),)


def test_with_shift_the_whole_word_is_coded_and_has_the_head(coding, opened: Desk) -> None:
    start, end = begin(coding)
    press(coding, Qt.Key.Key_Return, SHIFT)
    assert coding.surface.fragments() == ((start, end),)
    assert coding.surface.chosen_head() == ((start + 3, end),)
    coding.label("actor")
    span = focused(coding, opened)
    assert (span.fragments, span.head) == (((start, end),), ((start + 3, end),))


def test_on_a_span_in_focus_it_sets_the_head_and_delete_takes_it_away(coding, opened: Desk) -> None:
    start, end = begin(coding)
    press(coding, Qt.Key.Key_Escape)
    coding.label("actor")
    coding.taking_apart.begin()
    press(coding, Qt.Key.Key_2)
    assert focused(coding, opened).head == ((start + 1, end),)
    coding.taking_apart.begin()
    assert coding.taking_apart.chips.at == 1
    press(coding, Qt.Key.Key_Delete)
    span = focused(coding, opened)
    assert span.head == ()
    opened.bridge.undo()
    assert focused(coding, opened).head == ((start + 1, end),)


def test_delete_in_the_chips_is_not_the_delete_of_the_page(coding) -> None:
    begin(coding)
    chips = coding.taking_apart.chips
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, NONE)
    QApplication.sendEvent(chips, asked)
    assert asked.isAccepted()
    command = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(chips, command)
    assert not command.isAccepted()


@pytest.mark.parametrize("size", [(1000, 800), (760, 300)])
def test_the_chips_cover_no_word_that_they_are_about(coding, size: tuple[int, int]) -> None:
    coding.resize(*size)
    settle()
    for quote in (WORD, "الموظفين", "للانضمام", "بالقول"):
        start, end = begin(coding, quote)
        chips, view = coding.taking_apart.chips, coding.surface.view
        if not chips.isVisible():
            continue
        line = view.page.block_at(start).line_at(start)
        for x0, x1 in line.edges(start, end):
            word = QRect(round(view.measures.column_x + x0), view.y(line), round(x1 - x0), view.measures.pitch)
            assert not chips.geometry().intersects(word)
        assert coding.surface.viewport().rect().contains(chips.geometry()), quote
        press(coding, Qt.Key.Key_Escape)


def test_where_there_is_nothing_to_take_apart_it_is_said(coding) -> None:
    begin(coding, "من")
    assert coding.said_last == "Nothing is joined to this word."
    coding.surface.select(0, 60)
    coding.taking_apart.begin()
    assert coding.said_last == "Put the caret in a word, or select one."


def test_left_to_right_words_are_laid_out_as_they_are_read(qtbot, opened: Desk, theme: Theme) -> None:
    made = Coding(opened, theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.surface.show_article(Text("The president وبالرئيس spoke"), "ltr")
    made.surface.choose(16, 16)
    made.text = made.surface.text
    apart = TakingApart(opened, made)
    apart.begin()
    settle()
    assert apart.chips.isVisible()
    QTest.keyClick(apart.chips, Qt.Key.Key_4)
    start, end = made.surface.selection()
    assert made.surface.text.body[start:end] == "رئيس"
