from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from annotator.operations import annotations as spans
from annotator.operations import codings as operations
from annotator.operations import variables
from annotator.store import codings
from annotator.ui.form.foot import LISTED
from tests.ui.form.conftest import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk
    from annotator.ui.form.panel import CodingForm

Form = "Callable[[], CodingForm]"
pytestmark = pytest.mark.usefixtures("only")


def key(qtbot: QtBot, which: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), which, modifiers)


def write(words: str) -> None:
    for letter in words:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def names(form: CodingForm) -> list[str]:
    return [row.variable.id for row in form.questions.asked]


class TestTwenty:
    @pytest.mark.parametrize("language", ["en", "ar"])
    @pytest.mark.parametrize("keys", [("us", "y", "n"), ("ara", "y", "n"), ("ara", "k", "g"), ("us", "1", "0")])
    def test_twenty_items_are_twenty_keystrokes(
        self, form: Form, add, held, opened: Desk, keys: tuple[str, str, str], language: str
    ) -> None:
        layout, yes, no = keys
        opened.language = language
        items = [add(f"Item {n}", "yesno") for n in range(20)]
        shown = form()
        before = len(list(opened.bridge.project.journal.entries(limit=500)))
        for n in range(20):
            assert shown.questions.current.variable.id == items[n]
            press(no if n % 3 else yes, layout)
        assert held() == {item: n % 3 == 0 for n, item in enumerate(items)}
        assert len(list(opened.bridge.project.journal.entries(limit=500))) == before + 20
        assert QApplication.focusWidget() is shown.bottom.button

    def test_under_an_arabic_interface_the_engraved_keys_work_in_either_layout(
        self, form: Form, add, held, opened: Desk
    ) -> None:
        opened.language = "ar"
        items = [add("One", "yesno"), add("Two", "yesno")]
        assert [option.cap for option in form().questions.rows[0].options] == ["ن", "ل"]
        press("k")
        press("g")
        assert held() == {items[0]: True, items[1]: False}


class TestKeys:
    def test_a_choice_by_its_digit_and_beyond_nine_by_a_letter(self, form: Form, add, held) -> None:
        few, many = add("Few", "choice", 3), add("Many", "choice", 14)
        form()
        press("2")
        press("b", "ara")
        assert held() == {few: "few-2", many: "many-11"}

    def test_several_choices_are_toggled_until_enter(self, form: Form, add, held, qtbot: QtBot) -> None:
        topics, after = add("Topics", "choices", 4), add("After", "yesno")
        shown = form()
        for pressed in "4133":
            press(pressed)
        assert held() == {topics: ["topics-1", "topics-4"]}
        key(qtbot, Qt.Key.Key_Return)
        assert shown.questions.current.variable.id == after

    @pytest.mark.parametrize(
        ("bounds", "pressed", "value"),
        [((1, 5), "4", 4), ((0, 9), "0", 0), ((1, 10), "0", 10), ((-2, 2), "1", -2), ((0, 10), "7", 7)],
    )
    def test_a_scale_of_few_steps_by_its_digits(
        self, form: Form, add, held, bounds: tuple[int, int], pressed: str, value: int
    ) -> None:
        scale = add("Scale", "scale", low=bounds[0], high=bounds[1])
        form()
        press(pressed)
        assert held() == {scale: value}

    def test_a_number_is_written_and_entered(self, form: Form, add, held, qtbot: QtBot) -> None:
        count, after = add("Count", "number"), add("After", "yesno")
        shown = form()
        write("١٢")
        key(qtbot, Qt.Key.Key_Return)
        assert held() == {count: 12}
        assert shown.questions.current.variable.id == after

    def test_what_is_out_of_bounds_says_so_and_leaves_the_value(
        self, form: Form, add, held, qtbot: QtBot, opened: Desk
    ) -> None:
        count = add("Count", "number", low=0, high=10)
        add("After", "yesno")
        opened.bridge.do(operations.set_article_variable, opened.where, count, 3)
        opened.expected = []
        opened.bridge.failed.connect(opened.expected.append)
        shown = form()
        shown.show_variable(count)
        write("99")
        key(qtbot, Qt.Key.Key_Return)
        assert [error.key for error in opened.expected] == ["value_above"]
        assert shown.questions.current.variable.id == count
        assert QApplication.focusWidget().text() == "3"
        write("x")
        key(qtbot, Qt.Key.Key_Return)
        assert opened.expected[1].key == "bad_value"
        assert (held()[count], shown.questions.current.variable.id) == (3, count)

    def test_text_takes_lines_and_enter_ends_it(self, form: Form, add, held, qtbot: QtBot) -> None:
        remark, after = add("Remark", "text"), add("After", "yesno")
        shown = form()
        assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
        write("سطر")
        key(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        write("آخر")
        key(qtbot, Qt.Key.Key_Up)  # within the words
        assert shown.questions.current.variable.id == remark
        key(qtbot, Qt.Key.Key_Return)
        assert held() == {remark: "سطر\nآخر"}
        assert shown.questions.current.variable.id == after

    def test_one_walks_back_and_forth_and_clears(self, form: Form, add, held, qtbot: QtBot) -> None:
        one, two, three = add("One", "yesno"), add("Two", "number"), add("Three", "yesno")
        shown = form()
        press("y")
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        key(qtbot, Qt.Key.Key_Down)
        assert shown.questions.current.variable.id == three
        key(qtbot, Qt.Key.Key_Backspace)
        assert shown.questions.current.variable.id == two
        key(qtbot, Qt.Key.Key_Backspace)  # the field is empty
        assert shown.questions.current.variable.id == one
        key(qtbot, Qt.Key.Key_Delete)
        assert (held(), shown.questions.current.variable.id) == ({}, one)
        key(qtbot, Qt.Key.Key_Tab)
        key(qtbot, Qt.Key.Key_Tab)
        key(qtbot, Qt.Key.Key_Tab)
        assert shown.questions.current.variable.id == three
        assert not shown.questions.isAncestorOf(QApplication.focusWidget())
        key(qtbot, Qt.Key.Key_Up)
        assert QApplication.focusWidget() is shown.questions

    def test_undo_goes_to_what_it_took_back(self, form: Form, add, held, opened: Desk) -> None:
        one, two = add("One", "yesno"), add("Two", "yesno")
        shown = form()
        press("y")
        press("n")
        opened.bridge.undo()
        assert (held(), shown.questions.current.variable.id) == ({one: True}, two)
        opened.bridge.undo()
        assert (held(), shown.questions.current.variable.id) == ({}, one)

    def test_undo_in_a_field_is_of_the_project_until_something_is_written(self, form: Form, add) -> None:
        add("Count", "number")
        form()
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "")
        field = QApplication.focusWidget()
        event.ignore()
        QApplication.sendEvent(field, event)
        assert not event.isAccepted()
        write("7")
        event.ignore()
        QApplication.sendEvent(field, event)
        assert event.isAccepted()

    def test_escape_keeps_what_was_written(self, form: Form, add, held, qtbot: QtBot) -> None:
        count = add("Count", "number")
        shown = form()
        write("5")
        with qtbot.waitSignal(shown.closed):
            key(qtbot, Qt.Key.Key_Escape)
        assert held() == {count: 5}

    def test_of_very_many_choices_one_is_found_by_typing(self, form: Form, add, held, qtbot: QtBot) -> None:
        city, after = add("City", "choice", 40), add("After", "yesno")
        shown = form()
        row = shown.questions.current
        assert all(option.cap == "" for option in row.options)
        write("city 3")
        assert sum(not chip.isHidden() for chip in row.chips) == 11
        write("7")
        key(qtbot, Qt.Key.Key_Return)
        assert held() == {city: "city-37"}
        assert shown.questions.current.variable.id == after
        assert all(not chip.isHidden() for chip in row.chips)


class TestMouse:
    def test_a_click_answers_and_a_second_one_takes_it_back(self, form: Form, add, held, qtbot: QtBot) -> None:
        one, two = add("One", "yesno"), add("Two", "choices", 3)
        shown = form()
        first, second = shown.questions.rows
        qtbot.mouseClick(second.chips[1], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(second.chips[0], Qt.MouseButton.LeftButton)
        assert held() == {two: ["two-1", "two-2"]}
        qtbot.mouseClick(first.chips[1], Qt.MouseButton.LeftButton)
        assert held()[one] is False
        assert shown.questions.current is second
        qtbot.mouseClick(first.chips[1], Qt.MouseButton.LeftButton)
        assert one not in held()
        assert shown.questions.current is first
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
        assert shown.questions.current is second


class TestOnlyIf:
    def test_questions_come_and_go_in_place(self, form: Form, add, held, opened: Desk) -> None:
        quoted = add("Quoted", "yesno")
        who = add("Who", "choice", 2, only_if={"variable": quoted, "values": [True]}, required=True)
        last = add("Last", "yesno")
        shown = form()
        assert names(shown) == [quoted, last]
        press("y")
        assert names(shown) == [quoted, who, last]
        assert shown.questions.current.variable.id == who
        press("1")
        opened.bridge.do(operations.set_article_variable, opened.where, quoted, False)
        assert names(shown) == [quoted, last]
        assert held() == {quoted: False}


class TestFoot:
    def test_it_lists_what_is_missing_each_a_key_away(self, form: Form, add, qtbot: QtBot, opened: Desk) -> None:
        add("One", "yesno")
        two = add("Two", "yesno", required=True)
        span = spans_of(opened, "quotation")
        opened.bridge.do(spans.set_attribute, span, "quotation.type", None)
        shown = form()
        words = [row.text().replace("\u2068", "").replace("\u2069", "") for row in shown.bottom.rows]
        assert words[0] == "Two"
        assert words[1].startswith("Type · «")
        shown.bottom.rows[0].setFocus()
        key(qtbot, Qt.Key.Key_Return)
        assert shown.questions.current.variable.id == two
        assert QApplication.focusWidget() is shown.questions
        press("y")
        qtbot.waitUntil(lambda: len(shown.bottom.rows) == 1)
        assert QApplication.focusWidget() is shown.bottom.rows[0]
        with qtbot.waitSignal(shown.wants) as wanted:
            key(qtbot, Qt.Key.Key_Return)
        assert (wanted.args[0].kind, wanted.args[0].owner, wanted.args[0].variable) == (
            "annotation", span, "quotation.type",
        )  # fmt: skip

    def test_of_many_it_lists_the_first_and_counts_all(self, form: Form, add) -> None:
        for number in range(LISTED + 3):
            add(f"Question {number}", "yesno", required=True)
        shown = form()
        assert len(shown.bottom.rows) == LISTED
        assert shown.bottom.heading.text() == f"Required and missing: {LISTED + 3}"

    def test_a_refusal_stands_on_the_first_that_is_missing(self, form: Form, add) -> None:
        add("One", "yesno")
        two = add("Two", "yesno", required=True)
        shown = form()
        shown.refuse()
        assert shown.bottom.heading.text() == "Not done yet. Required and missing: 1"
        assert shown.questions.current.variable.id == two


class TestStates:
    def test_without_article_variables_it_says_where_they_are_made(self, form: Form, opened: Desk) -> None:
        shown = form()
        assert shown.empty.isVisible()
        assert not shown.bottom.isVisible()
        shown.empty.button.click()
        assert opened.mode == "codebook"

    def test_frozen_work_can_only_be_read(self, form: Form, add, held, opened: Desk) -> None:
        one = add("One", "yesno")
        opened.bridge.do(operations.set_article_variable, opened.where, one, True)
        opened.bridge.project.db.execute('update "round" set "state" = \'frozen\'')
        shown = form()
        press("n")
        assert held() == {one: True}
        assert shown.sentence.text().endswith("can only be read")
        assert not shown.questions.rows[0].chips[0].isEnabled()

    def test_another_article_is_asked_about_anew(
        self, form: Form, add, opened: Desk, add_articles: Callable[[int], list[str]]
    ) -> None:
        one = add("One", "yesno")
        shown = form()
        press("y")
        assert shown.progress.text() == "1 of 1"
        opened.open_article(add_articles(1)[0])
        assert shown.progress.text() == "0 of 1"
        press("n")
        assert codings.values_of(opened.bridge.project.db, opened.where.id)[one].value is False

    def test_a_variable_of_now_is_asked_at_once(self, form: Form, add, opened: Desk) -> None:
        add("One", "yesno")
        shown = form()
        two = add("Two", "yesno")
        assert two in names(shown)
        opened.bridge.do(variables.remove_variable, two)
        assert two not in names(shown)


def spans_of(desk: Desk, label: str) -> str:
    mine = codings.annotations_of(desk.bridge.project.db, [desk.where.id])
    return next(span.id for span in mine if span.label == label)
