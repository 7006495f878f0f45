"""Where something was found: a marker's yellow behind the words, which no label has, and an outline round one."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.text.style import mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.text.painter import Shown
    from annotator.ui.text.style import PageStyle
    from annotator.ui.text.view import View

_MARKER = QColor("#ffd400")
_SHARE, _DARK_SHARE = 0.5, 0.34  # of the marker on the paper: a label's tint has 0.14 at most
_ROUND = 3.0


class HitColours(NamedTuple):
    """A hit's fill, the line round it (none but in high contrast), the line round the current one."""

    fill: QColor
    line: QColor | None
    current: QColor


def hit_colours(style: PageStyle) -> HitColours:
    """The colours of hits on this paper; the ink on the fill keeps 4.5:1."""
    fill = mixed(style.paper, _MARKER, _DARK_SHARE if style.dark else _SHARE)
    return HitColours(fill, style.ink if style.contrast else None, style.ink)


class Hits:
    """The hits of one search, in text order."""

    def __init__(self, ranges: Sequence[tuple[int, int]], current: int) -> None:
        self._ranges = list(ranges)
        self._ends = [end for _, end in self._ranges]
        self._current = current

    def within(self, start: int, end: int) -> range:
        """Which hits touch `[start, end)`."""
        first = bisect_left(self._ends, start + 1)
        last = first
        while last < len(self._ranges) and self._ranges[last][0] < end:
            last += 1
        return range(first, last)

    def paint(self, painter: QPainter, lines: Sequence[Shown], view: View) -> None:
        """Paint the hits on these lines, the current one last."""
        colours = hit_colours(view.painter.style)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen: list[QRectF] = []
        painter.setBrush(colours.fill)
        painter.setPen(QPen(colours.line, 1) if colours.line else Qt.PenStyle.NoPen)
        for shown in lines:
            for at in self.within(shown.line.start, shown.line.end):
                boxes = self._boxes(shown, *self._ranges[at], view)
                if at == self._current:
                    chosen += boxes
                else:
                    self._draw(painter, boxes)
        painter.setPen(QPen(colours.current, 2))
        self._draw(painter, chosen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def hint(self, _point: QPointF, _view: View) -> str:
        """Nothing: what was searched for is known."""
        return ""

    @staticmethod
    def _boxes(shown: Shown, start: int, end: int, view: View) -> list[QRectF]:
        measures = view.measures
        top, bottom = shown.y + measures.tint_top, shown.y + measures.lanes[0] - 1
        return [
            QRectF(measures.column_x + x0, top, x1 - x0, bottom - top).adjusted(-0.5, 0.5, 0.5, -0.5)
            for x0, x1 in shown.line.edges(start, end)
        ]

    @staticmethod
    def _draw(painter: QPainter, boxes: Sequence[QRectF]) -> None:
        for box in boxes:
            painter.drawRoundedRect(box, _ROUND, _ROUND)
