"""How a row of the queue is drawn: an article's head, or a difference in small print over its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.review.rows import QueueRole
from annotator.ui.widgets.drawing import Line, ground, words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QColor, QFont

    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_AROUND, _QUOTE, _TICK = 10, 16, 14


class QueueRow(QStyledItemDelegate):
    """All rows are of one height, so that a list of ten thousand articles costs what a short one does."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        del option, index
        small, quote = QFontMetrics(self._theme.font(-2)), QFontMetrics(self._theme.text_font(_QUOTE))
        return QSize(160, small.height() + quote.height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground(painter, option, area, self._theme, chosen=chosen)
        inner = area.adjusted(_AROUND, 7, -_AROUND, -7)
        draw = self._head if index.data(QueueRole.HEAD) else self._difference
        draw(painter, inner, option, index)
        painter.restore()

    def _colour(self, name: str, option: QStyleOptionViewItem) -> QColor:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        return self._theme.colour("on_chosen" if chosen else name)

    def _small(self) -> int:
        return QFontMetrics(self._theme.font(-2)).height()

    # -- an article

    def _head(self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        """Its title, and under it how much is open and agrees."""
        painter.setPen(QPen(self._theme.colour("line"), 1))
        if index.row():
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        title = self._theme.font(0)
        title.setBold(True)
        above = QRect(inner.left(), inner.top(), inner.width(), inner.height() - self._small())
        quiet = bool(index.data(QueueRole.TAKEN))
        self._at_side(painter, above, option, index, ("muted" if quiet else "ink", title))
        below = Line(inner.adjusted(0, inner.height() - self._small(), 0, 0), option.direction)
        self._small_print(painter, below, option, index)

    # -- a difference

    def _difference(self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        """Kind and label in small print, the words in the article's hand."""
        first = Line(QRect(inner.left(), inner.top(), inner.width(), self._small()), option.direction)
        self._small_print(painter, first, option, index)
        ink = "muted" if index.data(QueueRole.TAKEN) else "ink"
        below = inner.adjusted(0, self._small() + 2, 0, 0)
        self._at_side(painter, below, option, index, (ink, self._theme.text_font(_QUOTE)))

    def _small_print(self, painter: QPainter, line: Line, option: QStyleOptionViewItem, index: Index) -> None:
        """Two words at both ends, after a tick where it is settled; a settled difference tells whose side was taken."""
        font, quiet, taken = self._theme.font(-2), self._colour("muted", option), index.data(QueueRole.TAKEN)
        if taken:
            box = line.start(_TICK, 5)
            tick = self._colour("accent", option)
            pixmap = self._theme.icon("check", colour="on_chosen" if tick == quiet else "accent").pixmap(_TICK, _TICK)
            painter.drawPixmap(box.x(), box.center().y() - _TICK // 2 + 1, pixmap)
        first, second = index.data(QueueRole.KIND), index.data(QueueRole.HEADING)
        if taken and not index.data(QueueRole.HEAD):
            second = taken
        width = min(QFontMetrics(font).horizontalAdvance(first) + 6, line.area.width() * 3 // 5)
        words(painter, line.start(width, 8), first, quiet, font=font)
        words(painter, line.area, second, quiet, end=True, font=font)

    def _at_side(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index, look: tuple[str, QFont]
    ) -> None:
        """Words at the side where their own lines begin."""
        across = bool(index.data(QueueRole.RTL)) != (option.direction == Qt.LayoutDirection.RightToLeft)
        colour, font = look
        words(painter, area, str(index.data()), self._colour(colour, option), end=across, font=font)
