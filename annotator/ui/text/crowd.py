"""The list behind a "+n": the marks for which there was no room, to be looked at and chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from annotator.ui.text.names import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.text.marks import Mark
    from annotator.ui.text.style import PageStyle

_WIDEST = 360
_QUOTE = 40  # code points of a mark's words that are shown


class CrowdList(QListWidget):
    """A small list over the page; Enter or a click chooses, Escape or leaving it closes."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def open(self, marks: Sequence[Mark], body: str, style: PageStyle) -> None:
        """Fill it with these marks and their words."""
        self.clear()
        for mark in marks:
            quote = body[mark.start : mark.end].replace("\n", " ")
            words = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1].rstrip() + "…"
            item = QListWidgetItem(_swatch(style.colours(mark.hue).edge), f"{isolated(mark.name)}  {isolated(words)}")
            item.setData(Qt.ItemDataRole.UserRole, mark.id)
            self.addItem(item)
        self.setCurrentRow(0)
        frame = 2 * self.frameWidth()
        rows = min(self.count(), 10)
        bar = self.verticalScrollBar().sizeHint().width() if rows < self.count() else 0
        self.resize(
            min(self.sizeHintForColumn(0) + frame + bar + 8, _WIDEST), self.sizeHintForRow(0) * rows + frame + 2
        )

    def place(self, corner: QPoint, height: int) -> None:
        """Show it under a corner, or over the `height` above it, inside the parent."""
        room = self._over.rect()
        x = min(max(corner.x(), 0), room.width() - self.width())
        y = corner.y() if corner.y() + self.height() <= room.height() else corner.y() - height - self.height()
        self.move(x, max(y, 0))
        self.show()
        self.raise_()

    def _choose(self, item: QListWidgetItem) -> None:
        self.shut()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def shut(self) -> None:
        """Close it and give the keys back."""
        if self.hasFocus() and (behind := self._over.parentWidget()):
            behind.setFocus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Opened by the pointer, it closes when that leaves."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.hide()


def _swatch(colour: QColor) -> QIcon:
    pixmap = QPixmap(10, 10)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(1, 1, 8, 8, colour)
    painter.end()
    return QIcon(pixmap)
