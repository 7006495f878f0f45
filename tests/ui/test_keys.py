from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui import keys

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def pressed(text: str = "", *, scan: int = 0, virtual: int = 0, modifiers=NONE, key: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize("written", ["1234567890", "١٢٣٤٥٦٧٨٩٠", "۱۲۳۴۵۶۷۸۹۰", "!@#$%^&*()"])
def test_the_row_of_digits_by_its_place(written: str, monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for at, letter in enumerate(written):
        assert keys.physical(pressed(letter, scan=10 + at)) == "1234567890"[at]
    monkeypatch.setattr(sys, "platform", "win32")
    for at, letter in enumerate(written):
        assert keys.physical(pressed(letter, scan=2 + at)) == "1234567890"[at]


@pytest.mark.parametrize(
    ("platform", "scan", "virtual"), [("linux", 52, 0), ("linux", 52, 0x6C4), ("win32", 44, 0), ("darwin", 1, 6)]
)
def test_a_letter_by_its_place(platform: str, scan: int, virtual: int, monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for written in ("z", "ئ", "ظ", ""):
        assert keys.physical(pressed(written, scan=scan, virtual=virtual)) == "z"


def test_the_first_key_of_a_mac_has_the_number_zero(monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert keys.physical(pressed("ش", scan=1, virtual=0)) == "a"
    assert keys.physical(pressed("٥", scan=1, virtual=23)) == "5"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("7", "7"),
        ("٧", "7"),
        ("۷", "7"),
        ("K", "k"),
        ("ن", "k"),
        ("م", "l"),
        ("ک", ";"),
        ("ی", "d"),
        ("پ", "m"),
        ("", ""),
    ],
)
def test_by_character_where_no_keyboard_sent_it(written: str, key: str) -> None:
    assert keys.physical(pressed(written)) == key


def test_the_keypad_gives_digits_alone() -> None:
    pad = Qt.KeyboardModifier.KeypadModifier
    assert keys.physical(pressed("3", scan=89, modifiers=pad)) == "3"
    assert keys.physical(pressed("\r", scan=104, modifiers=pad, key=Qt.Key.Key_Enter.value)) == ""


def test_plain_is_without_any_other_key() -> None:
    assert keys.is_plain(pressed("1"))
    assert keys.is_plain(pressed("1", modifiers=Qt.KeyboardModifier.KeypadModifier))
    assert not keys.is_plain(pressed("1", modifiers=SHIFT))
    assert not keys.is_plain(pressed("1", modifiers=CTRL))


def test_keys_without_a_sign_are_none() -> None:
    assert keys.physical(pressed("", key=Qt.Key.Key_F5.value)) == ""
    assert keys.physical(pressed("\x1b", key=Qt.Key.Key_Escape.value)) == ""


@pytest.mark.parametrize(
    ("keys_of_table", "on_the_keyboard"),
    [
        ("Alt+Left", "Alt+←"),
        ("Ctrl+Alt+Shift+Right", "Ctrl+Alt+Shift+→"),
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+-", "Ctrl+-"),
        ("Ctrl+,", "Ctrl+,"),
        ("Up", "↑"),
        ("F1", "F1"),
        ("D", "D"),
    ],
)
def test_keys_are_told_as_they_are_printed(keys_of_table: str, on_the_keyboard: str, monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert keys.printed(keys_of_table) == on_the_keyboard
