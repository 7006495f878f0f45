"""Words on the screen in one of the roles that the style sheet knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget


def label(words: str = "", role: str = "", *, parent: QWidget | None = None, wrap: bool = False) -> QLabel:
    """Plain text, never mark-up, in a role of `annotator.ui.sheet` ("heading", "muted", "keycap", …)."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def on_side(made: QLabel, *, end: bool = False) -> QLabel:
    """Let foreign words begin where the window's lines begin (or end where they end), not where their own would."""
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl != end else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def keycap(key: str, *, parent: QWidget | None = None) -> QLabel:
    """A key as it is printed on the keyboard."""
    made = label(key, "keycap", parent=parent)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setMinimumWidth(22)
    return made
