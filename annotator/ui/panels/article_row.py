"""One article in the list: its title, where it comes from, how many spans it has and how far its coding is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.models.articles import ArticleRole
from annotator.ui.widgets.drawing import Line, ground, words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from annotator.ui.theme import Theme

_AROUND = 10
_MARK = 12
_GAP = 8
_BOLD = QFont.Weight.DemiBold


class ArticleRow(QStyledItemDelegate):
    """Draws the row; the open article stands on the accent's tint."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and air, whatever the row says."""
        del option, index
        title, detail = QFontMetrics(self._theme.font(weight=_BOLD)), QFontMetrics(self._theme.font(-2))
        return QSize(120, title.height() + detail.height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(0, 1, 0, -1)
        ground(painter, option, area, self._theme, chosen=bool(index.data(ArticleRole.OPEN)))
        inner = area.adjusted(_AROUND, 6, -_AROUND, -6)
        title_height = QFontMetrics(self._theme.font(weight=_BOLD)).height()
        first = Line(QRect(inner.left(), inner.top(), inner.width(), title_height), option.direction)
        second = Line(inner.adjusted(0, title_height + 2, 0, 0), option.direction)
        self._first_line(painter, first, index)
        self._second_line(painter, second, index)
        painter.restore()

    def _first_line(self, painter: QPainter, line: Line, index: QModelIndex | QPersistentModelIndex) -> None:
        status = index.data(ArticleRole.STATUS)
        if status != "todo":
            quiet = "on_chosen" if index.data(ArticleRole.OPEN) else "muted"
            self._mark(painter, line.end(_MARK, _GAP), status, self._theme.colour(quiet))
        ink = "on_chosen" if index.data(ArticleRole.OPEN) else "ink"
        words(painter, line.area, str(index.data()), self._theme.colour(ink), font=self._theme.font(weight=_BOLD))

    def _second_line(self, painter: QPainter, line: Line, index: QModelIndex | QPersistentModelIndex) -> None:
        quiet = self._theme.colour("on_chosen" if index.data(ArticleRole.OPEN) else "muted")
        font = self._theme.font(-2)
        count = index.data(ArticleRole.COUNT)
        number = QLocale().toString(count) if count else "–"
        width = QFontMetrics(font).horizontalAdvance(number) + 2
        words(painter, line.end(width, _GAP), number, quiet, end=True, font=font)
        words(painter, line.area, str(index.data(ArticleRole.DETAIL)), quiet, font=font)

    def _mark(self, painter: QPainter, area: QRect, status: str, quiet: QColor) -> None:
        """In work: a ring half full; done: a tick; in review: a ring with a point; settled: a tick in a disc."""
        box = QRectF(area.center().x() - _MARK / 2 + 1, area.center().y() - _MARK / 2 + 1, _MARK - 1, _MARK - 1)
        pen = QPen(quiet, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if status in {"work", "review"}:
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if status == "work":
            painter.setBrush(quiet)
            painter.drawPie(box.adjusted(1, 1, -1, -1), 90 * 16, 180 * 16)
        elif status == "review":
            painter.setBrush(quiet)
            painter.drawEllipse(box.center(), 1.6, 1.6)
        elif status == "settled":
            painter.setBrush(quiet)
            painter.drawEllipse(box)
            pen.setColor(self._theme.colour("panel"))
        if status in {"done", "settled"}:
            painter.setPen(pen)
            self._tick(painter, box if status == "done" else box.adjusted(2.5, 2.5, -2.5, -2.5))

    def _tick(self, painter: QPainter, box: QRectF) -> None:
        x, y, w, h = box.x(), box.y(), box.width(), box.height()
        corners = ((0.08, 0.55), (0.38, 0.85), (0.95, 0.2))
        painter.drawPolyline(QPolygonF([QPointF(x + w * across, y + h * down) for across, down in corners]))
