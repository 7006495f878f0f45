"""The queue as rows: of each difference its kind, its label and its words; settled ones follow, ticked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.direction import article_direction
from annotator.ui.review.words import KINDS, Telling, said
from annotator.ui.widgets.drawing import Line, ground, words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from annotator.review.compare import Difference
    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
_AROUND, _QUOTE, _TICK = 10, 16, 14


class QueueRole(IntEnum):
    """What a row tells beside its quote."""

    KIND = Role.UserRole + 1
    HEADING = Role.UserRole + 2
    TAKEN = Role.UserRole + 3
    RTL = Role.UserRole + 4


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    heading: str
    quote: str
    taken: str  # whose side was taken, "" while it is open
    rtl: bool


class QueueModel(QAbstractListModel):
    """The differences of a sitting, those of the kind that is looked at. A row is put into words when it is seen."""

    def __init__(self, sitting: Sitting, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._telling = Telling(sitting)
        self._listed: list[Difference] = []
        self._rows: dict[int, _Row] = {}
        sitting.read.connect(self.again)

    def again(self) -> None:
        """Read the sitting's queue."""
        self.beginResetModel()
        self._listed = self._sitting.listed
        self._open = len(self._sitting.open)
        self._rows.clear()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._listed)

    def at(self, row: int) -> Difference:
        """The difference in a row."""
        return self._listed[row]

    def row_of(self, found: Difference | None) -> int:
        """The row of a difference, -1 for none."""
        return next((row for row, each in enumerate(self._listed) if each is found), -1)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One thing about one row."""
        if not index.isValid():
            return None
        row = self._rows.get(index.row()) or self._told(index.row())
        facts: dict[int, Any] = {
            Role.DisplayRole: row.quote,
            Role.ToolTipRole: row.quote,
            Role.AccessibleTextRole: ", ".join(filter(None, (row.kind, row.heading, row.quote, row.taken))),
            QueueRole.KIND: row.kind,
            QueueRole.HEADING: row.heading,
            QueueRole.TAKEN: row.taken,
            QueueRole.RTL: row.rtl,
        }
        return facts.get(role)

    def _told(self, number: int) -> _Row:
        found = self._listed[number]
        decision = self._sitting.settled[number - self._open][1] if number >= self._open else None
        quote = self._telling.quote(found)
        row = _Row(
            kind=said(KINDS[found.kind]),
            heading=self._telling.heading(found),
            quote=quote,
            taken=self._telling.taken(decision) if decision else "",
            rtl=article_direction(quote) == "rtl",
        )
        self._rows[number] = row
        return row


class QueueRow(QStyledItemDelegate):
    """Draws a row: kind and label in small print, the quote in the article's hand."""

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
        height = QFontMetrics(self._theme.font(-2)).height()
        first = Line(QRect(inner.left(), inner.top(), inner.width(), height), option.direction)
        self._first_line(painter, first, index, chosen=chosen)
        self._quote(painter, inner.adjusted(0, height + 2, 0, 0), option, index, chosen=chosen)
        painter.restore()

    def _first_line(self, painter: QPainter, line: Line, index: Index, *, chosen: bool) -> None:
        quiet, font = self._theme.colour("on_chosen" if chosen else "muted"), self._theme.font(-2)
        taken = index.data(QueueRole.TAKEN)
        if taken:
            box = line.start(_TICK, 5)
            pixmap = self._theme.icon("check", colour="on_chosen" if chosen else "accent").pixmap(_TICK, _TICK)
            painter.drawPixmap(box.x(), box.center().y() - _TICK // 2 + 1, pixmap)
        kind, heading = index.data(QueueRole.KIND), index.data(QueueRole.HEADING)
        width = min(QFontMetrics(font).horizontalAdvance(kind) + 6, line.area.width() // 2)
        words(painter, line.start(width, 8), kind, quiet, font=font)
        words(painter, line.area, taken or heading, quiet, end=True, font=font)

    def _quote(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index, *, chosen: bool
    ) -> None:
        """At the side where the quote's own lines begin."""
        rtl = bool(index.data(QueueRole.RTL))
        ink = "on_chosen" if chosen else "muted" if index.data(QueueRole.TAKEN) else "ink"
        across = rtl != (option.direction == Qt.LayoutDirection.RightToLeft)
        font = self._theme.text_font(_QUOTE)
        words(painter, area, str(index.data()), self._theme.colour(ink), end=across, font=font)
