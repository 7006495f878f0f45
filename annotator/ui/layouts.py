"""Commands under every keyboard layout: Ctrl+Z is the key of Z, whatever letter the layout has put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.keys import COMMANDS, LATIN, physical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction


# Keys of letters on which another layout has a sign that no Latin one has there: the Arabic and the Persian one with
# Shift, the Hebrew one without.
_SHIFTED = {(*pair, True) for pair in zip("cdflmuvzop", "}][/'`{~][", strict=True)}
_SIGNS = _SHIFTED | {("q", "/", False), ("w", "'", False)}


class Layouts(QObject):
    """Watches the whole program. Where a Latin layout is loaded too, Qt finds the key alone; else this does."""

    def __init__(self, parent: QObject, shortcuts: Callable[[], Iterable[QAction]]) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Give a command typed on a key without a Latin letter the letter of its place."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & COMMANDS or event.key() >= Qt.Key.Key_Escape:
            return False
        if not (key := physical(event)) or _is_latin(event, key):
            return False
        latin = QKeyEvent(event.type(), ord(key.upper()), event.modifiers(), "", event.isAutoRepeat())
        if self._trigger(latin):
            return True
        return bool(target.isWidgetType()) and QCoreApplication.sendEvent(target, latin)

    def _trigger(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        for action in self._shortcuts():
            if action.isEnabled() and pressed in action.shortcuts():
                action.trigger()
                return True
        return False


def _is_latin(event: QKeyEvent, key: str) -> bool:
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return event.key() in LATIN and (key, chr(event.key()), shift) not in _SIGNS
