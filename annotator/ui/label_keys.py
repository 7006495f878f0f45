"""On the page a plain digit or letter is a label's key, on every keyboard layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from annotator.ui import keys

if TYPE_CHECKING:
    from annotator.ui.coding import Coding


class LabelKeys(QObject):
    """Watches the surface of Code mode; what is no label's key goes on to it."""

    def __init__(self, coding: Coding) -> None:
        super().__init__(coding)
        self._coding = coding
        coding.surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Code or relabel with the label of the pressed key."""
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not keys.is_plain(event):
            return False
        label = self._coding.marking.label_of_key(keys.physical(event))
        if label:
            self._coding.label(label)
        return bool(label)
