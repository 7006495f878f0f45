"""Keys by where they lie, not by what the keyboard's layout makes of them: English, Arabic and Persian alike.

A key event says which key was pressed (its scan code) and what it wrote. Digits and letters are named here by what
stands on that key of a US keyboard, and where an event has no scan code, by the characters of the three layouts.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ROWS = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./")
_X11 = {10 + i: key for i, key in enumerate(_ROWS[0])} | {
    first + i: key for first, row in ((24, _ROWS[1]), (38, _ROWS[2]), (52, _ROWS[3])) for i, key in enumerate(row)
}
_WINDOWS = {code - 8: key for code, key in _X11.items()}  # both follow the scan codes of the first PC keyboards
_MAC = dict(
    zip(
        (18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 27, 24, 12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30, 0, 1, 2, 3, 5,
         4, 38, 40, 37, 41, 39, 6, 7, 8, 9, 11, 45, 46, 43, 47, 44),
        "".join(_ROWS),
        strict=True,
    )
)  # fmt: skip
_DIGITS = {chr(zero + i): str(i) for zero in (0x30, 0x660, 0x6F0) for i in range(10)}
_ARABIC = dict(zip("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvnm,./", strict=True))
_PERSIAN = {"ی": "d", "ک": ";", "گ": "'", "پ": "m", "چ": "]", "ژ": "c", "ئ": "m"} | {"ز": "c", "و": ","}
LATIN = range(0x20, 0x7F)
_PRINTED = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def physical(event: QKeyEvent) -> str:
    """The digit, letter or sign on the pressed key of a US keyboard, in lower case; empty for other keys."""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return _DIGITS.get(event.text(), "")
    return _by_place(event) or _by_character(event)


def _by_place(event: QKeyEvent) -> str:
    if sys.platform == "win32":
        return _WINDOWS.get(event.nativeScanCode(), "")
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey(), "") if event.nativeScanCode() else ""
    return _X11.get(event.nativeScanCode(), "")


def _by_character(event: QKeyEvent) -> str:
    """For events that no keyboard sent: an input method, a test, a remote desktop."""
    text = event.text() if event.text().isprintable() else ""
    if not text and event.key() < Qt.Key.Key_Escape:
        text = chr(event.key())
    if text in _DIGITS:
        return _DIGITS[text]
    if text and ord(text[0]) in LATIN:
        return text.lower()
    return _ARABIC.get(text) or _PERSIAN.get(text, "")


def digit(event: QKeyEvent) -> str:
    """The digit on the pressed key, with Shift too; empty for other keys."""
    found = physical(event)
    if not found.isdecimal() and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        found = chr(event.key())
    return found if found.isdecimal() else ""


def printed(keys: str) -> str:
    """A shortcut such as "Alt+Left" in the words that are printed on keyboards, in whichever language."""
    if sys.platform == "darwin":
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415

        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    *held, last = keys.split("+") if not keys.endswith("+") else [*keys[:-2].split("+"), "+"]
    return "+".join([*held, _PRINTED.get(last, last)])


def is_plain(event: QKeyEvent) -> bool:
    """Pressed alone: no Ctrl, Alt or Meta, and no Shift."""
    return not event.modifiers() & (COMMANDS | Qt.KeyboardModifier.ShiftModifier)
