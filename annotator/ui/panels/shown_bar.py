"""The line over the text that says what does not show, or whose coding it is; it goes when everything of mine shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from annotator.messages import isolate
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ShownBar(QFrame):
    """Cannot be closed while it is true."""

    wants_all = Signal()
    wants_mine = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.sentence = label(wrap=True)
        self.all = button("", pressed=self.wants_all.emit)
        self.mine = button("", pressed=self.wants_mine.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.all)
        row.addWidget(self.mine)
        self._said = "", -1
        self.hide()

    def say(self, coder: str, hidden: int) -> None:
        """Say whose coding it is ("": mine) and how many spans are hidden (-1: no label is)."""
        self._said = coder, hidden
        sentences = []
        if coder:
            words = self.tr("You are looking at the coding of %1. Nothing can be changed here.")
            sentences.append(words.replace("%1", isolate(coder)))
        if hidden >= 0:
            sentences.append(self.tr("%Ln span(s) of this article hidden by the filter.", "", hidden))
        self.sentence.setText(" ".join(sentences))
        self.setAccessibleName(self.sentence.text())
        self.all.setText(self.tr("Show all labels"))
        self.mine.setText(self.tr("Back to mine"))
        self.all.setVisible(hidden >= 0)
        self.mine.setVisible(bool(coder))
        self.setVisible(bool(sentences))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_said"):
            self.say(*self._said)
        super().changeEvent(event)
