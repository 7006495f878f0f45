"""What is said over the text of a round that is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from annotator.messages import isolate
from annotator.store import rounds
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk


class FrozenNote(QFrame):
    """Stands there as long as it is true, and cannot be closed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("role", "notice")
        self.sentence = label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(self.sentence, 1)
        desk.round_changed.connect(lambda _round: self.read_again())
        desk.bridge.changed.connect(self._heard)
        self.read_again()

    def read_again(self) -> None:
        """Say it, or be gone."""
        found = rounds.get(self._desk.bridge.project.db, self._desk.round)
        frozen = found is not None and found.state == "frozen"
        words = self.tr("The round %1 is frozen: what was coded in it stays as it was handed in. It can be read.")
        self.sentence.setText(words.replace("%1", isolate(self._desk.round)))
        self.setAccessibleName(self.sentence.text())
        self.setVisible(frozen)

    def _heard(self, change: Change) -> None:
        if change.touches("round"):
            self.read_again()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sentence"):
            self.read_again()
        super().changeEvent(event)
