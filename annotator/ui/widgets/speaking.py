"""A widget that says everything anew when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Speaking(QWidget):
    """It follows the language; `retranslate` holds all its words."""

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
