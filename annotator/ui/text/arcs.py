"""The way of a link from mark to mark: in the leading and the margin, never through words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from annotator.ui.text.marks import Link, Mark
    from annotator.ui.text.view import View

_CORNER = 5.0
_MARGIN = 1.2  # of an em: how far out the ways run, between the bars and the paragraph numbers


def anchor(view: View, mark: Mark) -> QPointF:
    """Where a link touches a mark: under the middle of its first word or line, in the leading."""
    block = view.page.blocks[view.page.index_of(mark.start)]
    measures = view.measures
    if block.layout is None:  # far off the screen: about there is enough
        return QPointF(
            measures.column_x + measures.column / 2, view.head.height - view.scroll + view.page.top(block.index)
        )
    line = block.line_at(mark.start)
    edges = line.edges(*mark.fragments[0])
    x0, x1 = edges[-1 if block.rtl else 0] if edges else (0.0, 0.0)
    x = max(x1 - measures.em, (x0 + x1) / 2) if block.rtl else min(x0 + measures.em, (x0 + x1) / 2)
    return QPointF(measures.column_x + x, view.y(line) + measures.tint_bottom + 1.5)


def route(start: QPointF, end: QPointF, margin_x: float) -> list[QPointF]:
    """The corners of the way from one anchor to the other."""
    if abs(start.y() - end.y()) < 1:
        return [start, end]
    return [start, QPointF(margin_x, start.y()), QPointF(margin_x, end.y()), end]


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
    """The ways of a mark's links, each with a tip at its target."""
    measures, marks = view.measures, view.marks.by_id
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at, link in enumerate(links):
        source, target = anchor(view, marks[link.source]), anchor(view, marks[link.target])
        margin_x = measures.outward(measures.em * _MARGIN + 3 * at, start=True)
        painter.setPen(QPen(colour, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(rounded(route(source, target, margin_x)))
        tip = measures.lane + 1.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        up = QPointF(target.x(), target.y() - 2 * tip)
        painter.drawPolygon(QPolygonF([up, target + QPointF(-tip, 0), target + QPointF(tip, 0)]))
        painter.drawEllipse(source, tip * 0.7, tip * 0.7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
