"""One actor in the register's list: the name over its type, and how often quoted and only talked about at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.models.actors import ActorRole
from annotator.ui.widgets.drawing import Line, ground, two_lines, words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

AROUND, COUNT = 10, 80  # pixels: beside the words, and each of the two counts


class ActorRow(QStyledItemDelegate):
    """Draws the row; the counts stand under the list's two headings."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        del option, index
        return QSize(160, two_lines(self._theme) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        theme, area = self._theme, option.rect.adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, area, theme, chosen=chosen)
        line = Line(area.adjusted(AROUND, 0, -AROUND, 0), option.direction)
        for role in (ActorRole.TALKED, ActorRole.QUOTED):
            count = index.data(role)
            colour = theme.colour("on_chosen" if chosen else "ink" if count else "faint")
            words(painter, line.end(COUNT), QLocale().toString(count), colour, end=True, font=theme.font(-1))
        ink, quiet = (theme.colour("on_chosen" if chosen else name) for name in ("ink", "muted"))
        first = QRect(line.area.x(), area.y() + 4, line.area.width(), QFontMetrics(theme.font()).height())
        words(painter, first, str(index.data()), ink, font=theme.font(weight=QFont.Weight.Medium))
        second = QRect(first.x(), first.bottom() + 1, first.width(), QFontMetrics(theme.font(-2)).height())
        words(painter, second, self._below(index), quiet, font=theme.font(-2))
        painter.restore()

    def _below(self, index: Index) -> str:
        aliases = index.data(ActorRole.ACTOR).aliases
        return " · ".join((index.data(ActorRole.TYPE), *aliases[:2]))
