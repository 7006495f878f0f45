"""Small ticks along the scroll bar: where in the whole text something was found."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.ui.text.hits import hit_colours
from annotator.ui.text.style import mixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        self._form = -1, -1  # of which the heights are
        self._heights: list[int] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setGeometry(self._bar.rect())
        self._bar.installEventFilter(self)
        self._bar.rangeChanged.connect(self.update)

    def show_places(self, places: Sequence[int], current: int) -> None:
        """One tick for each of these code points; the `current` one stands out."""
        self._places, self._current, self._form = list(places), current, (-1, -1)
        self.setVisible(bool(places))
        self.update()

    def heights(self) -> list[int]:
        """The y of each tick, in pixels of the bar; hits that would stand on one another have one."""
        height, total = self.height(), self._area.view.total
        if height != self._form[0] or abs(total - self._form[1]) * height > total:  # a tick would move by a pixel
            self._form, self._heights = (height, total), list(self._ticked())
        return self._heights

    def _ticked(self) -> Iterator[int]:
        """Row by row of the bar, so that a thousand hits cost what ten do."""
        before, last = 0, self.height() - _THICK
        for y in range(0, last + 1, _THICK):
            after = bisect_left(self._places, self._place(y + _THICK)) if y + _THICK <= last else len(self._places)
            if after > before:
                yield y
            before = after

    def _place(self, y: int) -> float:
        """What of the text stands at a row of the bar: its code point."""
        view = self._area.view
        down = y / self.height() * view.total - view.head.height
        block = view.page.blocks[view.page.heights.find(max(int(down), 0))]
        high = max(view.page.heights.values[block.index], 1)
        return block.start + (down - view.page.top(block.index)) / high * (block.end - block.start)

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
