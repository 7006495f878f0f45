"""One action in the history: what was done, who did it and when; what was taken back is quiet, the present marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.messages import isolate
from annotator.ui.models.history import MomentRole
from annotator.ui.widgets.drawing import Line, ground, words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_AROUND = 10
_RAIL = 16
_DOT = 4.0


class MomentRow(QStyledItemDelegate):
    """Draws the row: a rail of points at the start side, full for what stands, hollow for what was taken back."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.now = ""  # the word for the present

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        del option, index
        return QSize(160, self._first_height() + QFontMetrics(self._theme.font(-2)).height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground(painter, option, option.rect.adjusted(0, 1, 0, -1), self._theme, chosen=chosen)
        moment, present = index.data(MomentRole.MOMENT), bool(index.data(MomentRole.PRESENT))
        line = Line(option.rect.adjusted(_AROUND, 0, -_AROUND, 0), option.direction)
        self._rail(painter, line.start(_RAIL, 4), undone=moment.undone, present=present)
        inner = line.area.adjusted(0, 5, 0, -5)
        first = QRect(inner.x(), inner.y(), inner.width(), self._first_height())
        ink = self._theme.colour("on_chosen" if chosen else "faint" if moment.undone else "ink")
        weight = QFont.Weight.DemiBold if present else QFont.Weight.Normal
        words(painter, first, str(index.data()), ink, font=self._theme.font(weight=weight))
        second = Line(inner.adjusted(0, self._first_height() + 1, 0, 0), option.direction)
        quiet = self._theme.colour("on_chosen" if chosen else "faint" if moment.undone else "muted")
        self._signature(painter, second, index, quiet)
        painter.restore()

    def _first_height(self) -> int:
        return QFontMetrics(self._theme.font()).height()

    def _rail(self, painter: QPainter, area: QRect, *, undone: bool, present: bool) -> None:
        x, y = area.center().x() + 0.5, area.y() + 5 + self._first_height() / 2
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(int(x), area.top(), int(x), area.bottom() + 1)
        size = _DOT + 1.5 if present else _DOT
        colour = self._theme.colour("accent" if present else "faint" if undone else "muted")
        painter.setPen(colour)
        painter.setBrush(self._theme.colour("panel") if undone else colour)
        painter.drawEllipse(QRectF(x - size, y - size, 2 * size, 2 * size))

    def _signature(self, painter: QPainter, line: Line, index: Index, quiet: QColor) -> None:
        font = self._theme.font(-2)
        if index.data(MomentRole.PRESENT):
            accent = quiet if quiet == self._theme.colour("on_chosen") else self._theme.colour("accent")
            room = line.end(QFontMetrics(font).horizontalAdvance(self.now) + 4, 8)
            words(painter, room, self.now, accent, end=True, font=font)
        who, when = str(index.data(MomentRole.WHO)), str(index.data(MomentRole.WHEN))
        signed = " · ".join(isolate(part) for part in (who, when) if part)
        words(painter, line.area, signed, quiet, font=font)
