"""Words that light up while reading: a row of dots over them, where no coded span has a line."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.ui.text.painter import Shown
    from annotator.ui.text.view import View

_DOT = 0.1  # of an em
_APART = 2.0  # dots
_OVER = 1.45  # ems over the baseline at most: tall Nastaliq hardly ever reaches so high


class Lights:
    """Lit words, each `(start, end, hue)`; only those on lines that are painted are looked at."""

    def __init__(self, lights: Sequence[tuple[int, int, int]], names: Sequence[str] = ()) -> None:
        self._lights = sorted(
            (*light, name) for light, name in zip(lights, [*names, *[""] * len(lights)], strict=False)
        )
        self._starts = [start for start, *_ in self._lights]
        self._longest = max((end - start for start, end, *_ in self._lights), default=0)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
        """The lit words that touch `[start, end)`, in text order."""
        for at in range(bisect_left(self._starts, start - self._longest), len(self._lights)):
            light = self._lights[at]
            if light[0] >= end:
                return
            if light[1] > start:
                yield light

    def paint(self, painter: QPainter, lines: Sequence[Shown], view: View) -> None:
        """Paint the dots over the lit words of these lines."""
        measures, thick = view.measures, max(2.0, round(view.measures.em * _DOT))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shown in lines:
            y = shown.y + max(measures.tint_top, measures.rise - round(measures.em * _OVER)) + thick / 2
            for start, end, hue, _ in self.within(shown.line.start, shown.line.end):
                pen = QPen(view.painter.colours(hue).edge, thick, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
                pen.setDashPattern([0.01, _APART])
                painter.setPen(pen)
                for x0, x1 in shown.line.edges(start, end):
                    left = measures.column_x + x0 + thick / 2
                    painter.drawLine(QLineF(left, y, max(measures.column_x + x1 - thick / 2, left + 0.1), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def hint(self, point: QPointF, view: View) -> str:
        """The names of the lists that light up the word under a point."""
        if not view.in_column(point):
            return ""
        unit = view.unit_at(point)
        return "\n".join(dict.fromkeys(name for *_, name in self.within(unit, unit + 1) if name))
