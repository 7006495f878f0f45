"""Small ticks along the scroll bar: where in the whole text something was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.ui.text.hits import hit_colours
from annotator.ui.text.style import mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from annotator.ui.text.layers import LayeredArea

_THICK = 2


class Ticks(QWidget):
    """Lies over an area's scroll bar and lets the pointer through."""

    def __init__(self, area: LayeredArea) -> None:
        self._bar = area.verticalScrollBar()
        super().__init__(self._bar)
        self._area = area
        self._places: list[int] = []
        self._current = -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setGeometry(self._bar.rect())
        self._bar.installEventFilter(self)
        self._bar.rangeChanged.connect(self.update)

    def show_places(self, places: Sequence[int], current: int) -> None:
        """One tick for each of these code points; the `current` one stands out."""
        self._places, self._current = list(places), current
        self.setVisible(bool(places))
        self.update()

    def heights(self) -> list[int]:
        """The y of each tick, in pixels of the bar; ticks that would stand on one another are one."""
        return sorted({self._y(place) for place in self._places})

    def _y(self, place: int) -> int:
        view = self._area.view
        block = view.page.blocks[view.page.index_of(place)]
        within = (place - block.start) / max(block.end - block.start, 1)
        top = view.head.height + view.page.top(block.index) + within * view.page.heights.values[block.index]
        return round(top / max(view.total, 1) * (self.height() - _THICK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ticks."""
        style = self._area.page_style
        painter = QPainter(self)
        quiet = mixed(hit_colours(style).fill, style.ink, 0.35)
        for y in self.heights():
            painter.fillRect(QRect(2, y, self.width() - 4, _THICK), quiet)
        if 0 <= self._current < len(self._places):
            painter.fillRect(QRect(0, self._y(self._places[self._current]) - 1, self.width(), _THICK + 2), style.ink)
        painter.end()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay as large as the bar."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._bar.rect())
        return False
