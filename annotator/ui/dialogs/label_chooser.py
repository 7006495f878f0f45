"""A label chosen for something else than the words in hand: the picker's list under a button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal

from annotator.ui.dialogs.popup import Popup
from annotator.ui.models import matching
from annotator.ui.models.choices import arranged, choices, recent
from annotator.ui.widgets.offers import ROW, Offer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.core.models import Label
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_WIDTH, _ROWS, _AROUND = 340, 10, 70


class LabelChooser(Popup):
    """`chosen` tells the label's id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, button: QWidget, desk: Desk, labels: Sequence[Label]) -> None:
        super().__init__(theme, button, asks="")
        self._button = button
        self.field.setPlaceholderText(self.tr("A label’s name"))
        self.field.setAccessibleName(self.field.placeholderText())
        self._choices = choices(labels, desk.words)
        self._recent = recent(desk.bridge.project)
        self.show_found("")

    def found(self, typed: str) -> Sequence[Offer]:
        """The labels that fit."""
        return [
            Offer(
                one.name,
                "",
                one.label.key.upper(),
                partial(self.chosen.emit, one.label.id),
                (one.label.hue, one.label.pattern),
                one.path,
            )
            for one in arranged(self._choices, matching.wanted(typed), self._recent)
        ]

    def open(self) -> None:
        """Under the button, or over it where there is no room."""
        button = self._button
        self.resize(_WIDTH, min(len(self.list.offers), _ROWS) * ROW + _AROUND)
        x = button.width() - _WIDTH if button.isRightToLeft() else 0
        below = button.mapToGlobal(QPoint(x, button.height() + 2))
        if below.y() + self.height() > button.screen().availableGeometry().bottom():
            below = button.mapToGlobal(QPoint(x, -self.height() - 2))
        self.move(below)
        self.begin()
