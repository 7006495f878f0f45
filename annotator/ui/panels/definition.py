"""What a label means, at the place where it is used: a small card beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.ui.widgets.meaning import Meaning

if TYPE_CHECKING:
    from annotator.core.models import Label
    from annotator.ui.desk import Desk

_WIDTH = 300
_GAP = 6


class DefinitionCard(QFrame):
    """Definition, include, exclude and examples of one label; it takes no focus and goes when the pointer does."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("role", "card")
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        self._meaning = Meaning(desk, self)
        layout.addWidget(self._meaning)

    def tell(self, label: Label) -> bool:
        """Fill the card; False if the codebook says nothing about this label."""
        return self._meaning.tell(label)

    def stand_beside(self, panel: QWidget, row: QRect) -> None:
        """Stand on the text's side of the panel, level with the row (in the panel's coordinates)."""
        self.setLayoutDirection(panel.layoutDirection())
        self.adjustSize()
        rtl = panel.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = panel.width() + _GAP if rtl else -self.width() - _GAP
        place = panel.mapToGlobal(QPoint(x, row.top()))
        screen = panel.screen().availableGeometry()
        place.setX(min(max(place.x(), screen.left()), screen.right() - self.width()))
        place.setY(min(max(place.y(), screen.top()), screen.bottom() - self.height()))
        self.move(place)
