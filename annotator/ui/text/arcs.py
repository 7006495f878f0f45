"""The way of a link from mark to mark: in the leading and the margin, never through words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from annotator.ui.text.leading import UNDER, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QLineF
    from PySide6.QtGui import QColor

    from annotator.ui.text.marks import Link, Mark
    from annotator.ui.text.page import Line
    from annotator.ui.text.view import View

_CORNER = 5.0
_MARGIN = 1.2  # of an em: how far out the ways run, between the bars and the paragraph numbers
_APART = 3  # pixels between two ways in the margin
_MOST = 8  # ways side by side there
_THIN = 1.3


class Anchor(NamedTuple):
    """Where a link touches a mark: a point of the opening in the leading; its line, None if it is not laid out."""

    point: QPointF
    line: Line | None


def anchor(view: View, mark: Mark) -> Anchor:
    """Under the middle of a mark's first word or line."""
    block = view.page.blocks[view.page.index_of(mark.start)]
    measures = view.measures
    if block.layout is None:  # far off the screen: about there is enough
        y = view.head.height - view.scroll + view.page.top(block.index)
        return Anchor(QPointF(measures.column_x + measures.column / 2, y), None)
    line = block.line_at(mark.start)
    edges = line.edges(*mark.fragments[0])
    x0, x1 = edges[-1 if block.rtl else 0] if edges else (0.0, 0.0)
    x = max(x1 - measures.em, (x0 + x1) / 2) if block.rtl else min(x0 + measures.em, (x0 + x1) / 2)
    return Anchor(QPointF(measures.column_x + x, view.y(line) + measures.tint_bottom + UNDER), line)


def route(view: View, start: Anchor, end: Anchor, margin_x: float) -> tuple[list[QLineF], QPainterPath]:
    """The way between two anchors: its runs in the leading, and its part in the margin, empty on one line."""
    path, edge = QPainterPath(), view.measures.start_x
    if start.line is not None and start.line is end.line:
        return run(view, start.line, start.point.x(), end.point.x()), path
    runs = [piece for point, line in (start, end) if line is not None for piece in run(view, line, point.x(), edge)]
    first, last = QPointF(edge, start.point.y()), QPointF(edge, end.point.y())
    return runs, rounded([first, QPointF(margin_x, first.y()), QPointF(margin_x, last.y()), last])


def rounded(corners: Sequence[QPointF]) -> QPainterPath:
    """The way through the corners, each rounded."""
    path = QPainterPath(corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(corners[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    way = other - corner
    length = max(abs(way.x()) + abs(way.y()), 1.0)  # the ways run along the axes
    return corner + way * (min(_CORNER, length / 2) / length)


def paint(painter: QPainter, view: View, links: Sequence[Link], colour: QColor) -> None:
    """The ways of links, each with a tip at its target."""
    measures, marks = view.measures, view.marks.by_id
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at, link in enumerate(links):
        source, target = anchor(view, marks[link.source]), anchor(view, marks[link.target])
        margin_x = measures.outward(measures.em * _MARGIN + _APART * (at % _MOST), start=True)
        runs, path = route(view, source, target, margin_x)
        painter.setPen(QPen(colour, _THIN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLines(runs)
        painter.drawPath(path)
        _ends(painter, source.point, target.point, measures.lane + 1.5, colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _ends(painter: QPainter, source: QPointF, target: QPointF, tip: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    up = QPointF(target.x(), target.y() - 2 * tip)
    painter.drawPolygon(QPolygonF([up, target + QPointF(-tip, 0), target + QPointF(tip, 0)]))
    painter.drawEllipse(source, tip * 0.7, tip * 0.7)


def connect(painter: QPainter, view: View, lines: Sequence[Line], mark: Mark, colour: QColor) -> None:
    """A dotted line under the gaps between a mark's pieces, so that they are seen to belong together."""
    pen = QPen(colour, _THIN, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.5, 3.0])
    painter.setPen(pen)
    gaps = [(one[1], other[0]) for one, other in zip(mark.fragments, mark.fragments[1:], strict=False)]
    for line in lines:
        for start, end in gaps:
            if start < line.end and end > line.start:
                for x0, x1 in line.edges(start, end):
                    painter.drawLines(run(view, line, view.measures.column_x + x0, view.measures.column_x + x1))
