"""Labels and pairs of labels as rows with a bar: how many cases each is argued over in, and how many are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.messages import isolate
from annotator.ui.widgets.drawing import CHIP, Line, chip, ground, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.review.conflicts import Dispute
    from annotator.ui.models.named import Named
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_AROUND, _GAP, _BAR, _NUMBER = 10, 7, 5, 44  # pixels
_ROLE = Qt.ItemDataRole.UserRole


class DisputesModel(QAbstractListModel):
    """A heading, the labels, a heading, the pairs; what is argued over most comes first."""

    def __init__(self, named: Named) -> None:
        super().__init__()
        self._named = named
        self._rows: list[Dispute | str] = []

    def show(self, parts: Sequence[tuple[str, Sequence[Dispute]]]) -> None:
        """Show these under their headings; a heading without any is left out."""
        self.beginResetModel()
        self._rows = []
        for heading, some in parts:
            self._rows += [heading, *some] if some else []
        self.endResetModel()

    def dispute(self, row: int) -> Dispute | None:
        """What stands in a row; None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return None if isinstance(found, str) else found

    def row_of(self, labels: Sequence[str]) -> int:
        """The row of a label or a pair, or -1."""
        wanted = tuple(labels)
        rows = (n for n, one in enumerate(self._rows) if not isinstance(one, str) and one.labels == wanted)
        return next(rows, -1)

    @property
    def most(self) -> int:
        """The number of cases of what is argued over most."""
        return max((one.cases for one in self._rows if not isinstance(one, str)), default=1)

    def name(self, labels: Sequence[str]) -> str:
        """What the labels are called, beside each other."""
        return " / ".join(isolate(self._named.label(label)) for label in labels)

    def look(self, label: str) -> tuple[int, int]:
        """Hue and pattern of a label."""
        found = next((one for one in self._named.book.labels if one.id == label), None)
        return (found.hue, found.pattern) if found else (0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Headings and rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        return super().flags(index) if self.dispute(index.row()) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, for the eye and for the ear."""
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None
        if role == _ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.name(row.labels)
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, row: Dispute) -> str:
        said = self.tr("%1: %2 cases, %3 open, %4% of its uses")
        numbers = (row.cases, row.open, round(100 * row.share))
        for place, number in enumerate(numbers, start=2):
            said = said.replace(f"%{place}", QLocale().toString(number))
        return said.replace("%1", self.name(row.labels))


class DisputeRow(QStyledItemDelegate):
    """A row: its chips and name, a bar as long as its cases are many with the open ones darker, and its share."""

    def __init__(self, theme: Theme, model: DisputesModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, and a bar under it."""
        high = QFontMetrics(self._theme.font()).height()
        return QSize(160, high + 14 if index.data(_ROLE) is None else high + _BAR + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        row = self._model.dispute(index.row())
        theme, area = self._theme, option.rect.adjusted(_AROUND, 0, -_AROUND, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if row is None:
            words(painter, area, str(index.data()), theme.colour("muted"), font=theme.font(-2))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            ground(painter, option, option.rect.adjusted(0, 1, 0, -1), theme, chosen=chosen)
            self._row(painter, area.adjusted(0, 6, 0, -6), option, row)
        painter.restore()

    def _row(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, row: Dispute) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = theme.colour("on_chosen" if chosen else "ink")
        line = Line(area.adjusted(0, 0, 0, -_BAR - 5), option.direction)
        for label in row.labels:
            hue, pattern = self._model.look(label)
            chip(painter, line.start(CHIP, _GAP), theme.label_colours(hue), pattern)
        number = line.end(_NUMBER, _GAP)
        cases = QLocale().toString(row.cases)
        words(painter, number, cases, theme.colour("on_chosen" if chosen else "muted"), end=True, font=theme.font(-1))
        words(painter, line.area, self._model.name(row.labels), ink, font=theme.font())
        self._bar(painter, QRect(area.left(), area.bottom() - _BAR, area.width(), _BAR), option, row)

    def _bar(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, row: Dispute) -> None:
        """All cases, and from the start those that are open."""
        theme, rtl = self._theme, option.direction == Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        for count, colour in ((row.cases, "line_strong"), (row.open, "accent")):
            long = area.width() * count / self._model.most
            left = area.right() + 1 - long if rtl else float(area.left())
            painter.setBrush(theme.colour(colour))
            painter.drawRoundedRect(QRectF(left, area.top(), long, _BAR), _BAR / 2, _BAR / 2)
