"""How a cell of figures is drawn: the value, its interval beneath in small; a name with its chip, and if it is weak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from annotator.messages import isolate
from annotator.ui.agreement import said
from annotator.ui.agreement.table_model import CellRole, weak_words
from annotator.ui.widgets.drawing import CHIP, Line, chip, focus_ring, words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.review.figures import Figure
    from annotator.ui.agreement import lines
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

HEIGHT = 46  # pixels
_PAD = 8
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class Cell(QStyledItemDelegate):
    """A number is pressed as a link is: it opens the cases behind it."""

    def __init__(self, theme: Theme, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        del option, index
        return QSize(96, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell, and the hairline under it."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        self._ground(painter, option, area)
        line: lines.Line = index.data(CellRole.LINE)
        figure: Figure | None = index.data(CellRole.FIGURE)
        if index.column() == 0:
            self._name(painter, area, line, option)
        elif figure is None:
            self._plain(painter, option, str(index.data()))
        else:
            self._figure(painter, option, figure, weak=line.weak is not None and figure == line.weak)
        painter.restore()

    def _colour(self, name: str, option: QStyleOptionViewItem) -> QColor:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        return self._theme.colour("on_chosen" if chosen else name)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, self._theme.colour("line"))
        state = option.state
        colour = "hover" if state & QStyle.StateFlag.State_MouseOver else ""
        colour = "chosen" if state & QStyle.StateFlag.State_Selected else colour
        inner = area.adjusted(2, 2, -2, -3)
        if colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(colour))
            painter.drawRoundedRect(inner, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, inner, self._theme)

    def _name(self, painter: QPainter, area: QRect, line: lines.Line, option: QStyleOptionViewItem) -> None:
        direction = option.direction
        row = Line(area.adjusted(_PAD, 3, -_PAD, -4), direction)
        if line.hue >= 0:
            chip(painter, row.start(CHIP, _PAD), self._theme.label_colours(line.hue), line.pattern)
        weak = line.weak
        detail = weak_words(weak, self.language) if weak else line.detail
        name, below = QRect(row.area), QRect(row.area)
        if detail:
            name.setBottom(name.y() + name.height() * 55 // 100)
            below.setTop(name.bottom() + 1)
            colour = self._colour("warning" if weak else "muted", option)
            words(painter, below, detail, colour, end=False, font=self._theme.font(-3))
        font = self._theme.font(weight=QFont.Weight.Normal if line.hue >= 0 else QFont.Weight.DemiBold)
        words(painter, name, line.name, self._colour("ink", option), end=False, font=font)

    def _figure(self, painter: QPainter, option: QStyleOptionViewItem, figure: Figure, *, weak: bool) -> None:
        area: QRect = option.rect
        interval = said.interval(figure)
        value, below = area.adjusted(2, 4, -2, -22), area.adjusted(0, 23, 0, -4)
        shown = said.number(figure.value, self.language, name=figure.name)
        if not interval:
            value = area.adjusted(2, 2, -2, -3)
        known = figure.value is not None
        painter.setFont(
            self._theme.font(0 if known else -2, weight=QFont.Weight.DemiBold if weak else QFont.Weight.Normal)
        )
        painter.setPen(self._colour("warning" if weak else "ink" if known else "muted", option))
        painter.drawText(value, _CENTRE, shown)
        painter.setFont(self._theme.font(-3))
        painter.setPen(self._colour("muted", option))
        painter.drawText(below, _CENTRE, interval)

    def _plain(self, painter: QPainter, option: QStyleOptionViewItem, shown: str) -> None:
        painter.setFont(self._theme.font(-1))
        painter.setPen(self._colour("muted", option))
        painter.drawText(option.rect, _CENTRE, isolate(shown))
