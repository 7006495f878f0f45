"""One row of the codebook's outline: a heading, a label with its chip, or a variable or relation by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.models.outline import COUNT, ENTRY
from annotator.ui.widgets.drawing import CHIP, Line, chip, ground, key_cap, words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from annotator.ui.models.outline import Entry
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_AROUND = 10
_INDENT = 16
_CAP = 20
_ABOVE_HEADING = 12


class OutlineRow(QStyledItemDelegate):
    """Draws the row; the chosen one stands on the tint."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line and air, more over a heading."""
        del option
        entry: Entry = index.data(ENTRY)
        over = 0 if entry.id or not index.row() else _ABOVE_HEADING
        return QSize(160, QFontMetrics(self._theme.font()).height() + 10 + over)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry: Entry = index.data(ENTRY)
        self._thing(painter, option, index) if entry.id else self._heading(painter, option, index)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        over = _ABOVE_HEADING if index.row() else 0
        area = option.rect.adjusted(_AROUND, over, -_AROUND, 0)
        font = self._theme.font(-2, weight=QFont.Weight.DemiBold)
        words(painter, area, str(index.data()), self._theme.colour("muted"), font=font)

    def _thing(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area = option.rect.adjusted(0, 1, 0, -1)
        ground(painter, option, area, self._theme, chosen=chosen)
        entry: Entry = index.data(ENTRY)
        line = Line(area.adjusted(_AROUND, 0, -_AROUND, 0), option.direction)
        line.start(_INDENT * entry.depth)
        self._label_parts(painter, line, entry, index.data(COUNT), chosen=chosen)
        retired = entry.label is not None and entry.label.retired
        font = self._theme.font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        font.setStrikeOut(retired)
        ink = self._theme.colour("on_chosen" if chosen else "faint" if retired else "ink")
        words(painter, line.area, str(index.data()), ink, font=font)

    def _label_parts(self, painter: QPainter, line: Line, entry: Entry, count: int, *, chosen: bool) -> None:
        label = entry.label
        if label is None:
            return
        chip(painter, line.start(CHIP, 8), self._theme.label_colours(label.hue), label.pattern)
        cap = line.end(_CAP, 8)
        if label.key:
            key_cap(painter, cap, label.key, self._theme)
        quiet = self._theme.colour("on_chosen" if chosen else "muted" if count else "faint")
        words(painter, line.end(44, 8), QLocale().toString(count), quiet, end=True, font=self._theme.font(-1))
