"""One label in the codebook's list: its chip, its name, how often it was given, and the key that gives it.

With `eyes` there is an eye as well: under the pointer, and where the label's spans are hidden from the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.models.codebook import LabelRole
from annotator.ui.widgets.drawing import CHIP, Line, chip, ground, key_cap, words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from annotator.core.models import Label
    from annotator.ui.theme import Theme

_AROUND = 8
_INDENT = 16
_CAP = 20
_COUNT = 44
_EYE = 18


class LabelRow(QStyledItemDelegate):
    """Draws the row; the label of the focused span stands on the tint, in a heavier hand."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.eyes = False
        self.hidden: frozenset[str] = frozenset()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line and air."""
        del option, index
        return QSize(140, QFontMetrics(self._theme.font()).height() + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label: Label = index.data(LabelRole.LABEL)
        area = option.rect.adjusted(0, 1, 0, -1)
        chosen = self._chosen(option, index)
        ground(painter, option, area, self._theme, chosen=chosen)
        line = Line(area.adjusted(_AROUND, 0, -_AROUND, 0), option.direction)
        line.start(_INDENT * index.data(LabelRole.DEPTH))
        chip(painter, line.start(CHIP, _AROUND), self._theme.label_colours(label.hue), label.pattern)
        self._end(painter, line, label, index.data(LabelRole.COUNT), chosen=chosen)
        hidden = label.id in self.hidden
        if self.eyes and (hidden or option.state & QStyle.StateFlag.State_MouseOver):
            icon = self._theme.icon("eye-off" if hidden else "eye", colour="on_chosen" if chosen else "muted")
            icon.paint(painter, line.end(_EYE, _AROUND).adjusted(1, 0, -1, 0))
        ink = "on_chosen" if chosen else "faint" if label.retired or hidden else "ink"
        font = self._theme.font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        font.setStrikeOut(label.retired)
        words(painter, line.area, str(index.data()), self._theme.colour(ink), font=font)
        painter.restore()

    def eye_box(self, row: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Where the eye of a row is."""
        line = Line(row.adjusted(_AROUND, 1, -_AROUND, -1), direction)
        for width in (_CAP, _COUNT):
            line.end(width, _AROUND)
        return line.end(_EYE)

    def _chosen(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        return bool(index.data(LabelRole.CURRENT)) or bool(option.state & QStyle.StateFlag.State_Selected)

    def _end(self, painter: QPainter, line: Line, label: Label, count: int, *, chosen: bool) -> None:
        cap = line.end(_CAP, _AROUND)
        if label.key:
            key_cap(painter, cap, label.key, self._theme)
        quiet = self._theme.colour("on_chosen" if chosen else "muted" if count else "faint")
        words(painter, line.end(_COUNT, _AROUND), QLocale().toString(count), quiet, end=True, font=self._theme.font(-1))
