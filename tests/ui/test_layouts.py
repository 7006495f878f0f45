from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.ui.layouts import Layouts

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def typed(key: int, text: str, scan: int, modifiers=CTRL) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)


@pytest.fixture
def field(qtbot) -> QLineEdit:
    made = QLineEdit("words")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def undo(field: QLineEdit) -> tuple[QAction, list[int]]:
    action, done = QAction(field), []
    action.setShortcuts([QKeySequence("Ctrl+Z")])
    action.triggered.connect(lambda: done.append(1))
    return action, done


def test_ctrl_z_where_the_layout_has_an_arabic_letter(field, undo, qapp) -> None:
    action, done = undo
    layouts = Layouts(field, lambda: [action])
    qapp.installEventFilter(layouts)
    QApplication.sendEvent(field, typed(ord("ئ"), "ئ", 52))
    assert done == [1]
    QApplication.sendEvent(field, typed(ord("ئ"), "ئ", 52, CTRL | SHIFT))
    assert done == [1]  # another command
    action.setEnabled(False)
    QApplication.sendEvent(field, typed(ord("ئ"), "ئ", 52))
    assert done == [1]


@pytest.mark.parametrize(
    ("keys", "sign", "scan"),
    [("Ctrl+Shift+Z", "~", 52), ("Ctrl+Shift+L", "/", 46), ("Ctrl+Shift+O", "]", 32), ("Ctrl+Q", "/", 24)],
)
def test_a_letter_s_key_on_which_the_layout_has_a_sign(field, undo, qapp, keys: str, sign: str, scan: int) -> None:
    action, done = undo
    action.setShortcuts([QKeySequence(keys)])
    layouts = Layouts(field, lambda: [action])
    qapp.installEventFilter(layouts)
    held = QKeySequence(keys)[0].keyboardModifiers()
    QApplication.sendEvent(field, typed(ord(sign), "", scan, held))
    assert done == [1]
    QApplication.sendEvent(field, typed(ord(sign), "", scan, held ^ SHIFT))
    QApplication.sendEvent(field, typed(ord(sign), "", 61, held))  # where an English keyboard has its sign
    assert done == [1]


def test_a_field_understands_select_all(field, undo, qapp) -> None:
    layouts = Layouts(field, lambda: [undo[0]])
    qapp.installEventFilter(layouts)
    QApplication.sendEvent(field, typed(ord("ش"), "ش", 38))
    assert field.selectedText() == "words"
    QApplication.sendEvent(field, typed(ord("ش"), "ش", 38, Qt.KeyboardModifier.NoModifier))
    assert field.text() == "ش"  # a letter without a command stays a letter


def test_latin_letters_go_their_usual_way(field, undo) -> None:
    layouts = Layouts(field, lambda: [undo[0]])
    assert not layouts.eventFilter(field, typed(Qt.Key.Key_Z.value, "z", 52))
    assert not layouts.eventFilter(field, typed(Qt.Key.Key_F1.value, "", 67))
    assert not layouts.eventFilter(field, QEvent(QEvent.Type.Show))
    assert undo[1] == []
