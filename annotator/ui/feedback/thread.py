"""The notes on a decision, beside it: what the reviewer wrote there, and room for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.store import codings
from annotator.ui.panels.notes_card import NotesCard
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


class DecisionThread(QWidget):
    """Follows the project; without a decision there is nothing to see."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.decision = ""
        self.card: NotesCard | None = None
        self.heading = label("", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self.heading)
        desk.bridge.changed.connect(self._heard)
        self.hide()

    def show_decision(self, decision: str) -> None:
        """Show the threads on this decision (its id), or nothing; what is being written on it is not disturbed."""
        if decision != self.decision:
            self.flush()
            self.decision = decision
            self._make()

    def flush(self) -> None:
        """Let a note that was written and not yet left be said."""
        for field in list(self.card.fields.values()) if self.card else ():
            field.flush()

    def begin(self) -> None:
        """Put the keyboard where a note is written."""
        if self.card is not None and self._desk.bridge.project.writable:
            self.card.begin()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._make()

    def _make(self) -> None:
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()  # later: it may be one of its own fields that was left
            self.card = None
        self.heading.setText(self.tr("Notes on this decision"))
        if self.decision:
            found = codings.notes(self._desk.bridge.project.db, [self.decision])
            self.card = NotesCard(self._desk, self._theme, "decision", self.decision, found)
            self._column.addWidget(self.card)
        self.setVisible(self.card is not None and (self._desk.bridge.project.writable or not self.card.is_empty()))

    def _heard(self, change: Change) -> None:
        if self.decision and change.touches("note", "coder"):
            self._make()
