"""Lines of figures as a Qt table: the line's name first, then a column for each measure, then how much was compared."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.messages import isolate
from annotator.ui.agreement import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.review.figures import Figure
    from annotator.ui.agreement.lines import Column, Line

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole


class CellRole(IntEnum):
    """What a cell is drawn from."""

    LINE = Role.UserRole + 1
    FIGURE = Role.UserRole + 2
    COUNT = Role.UserRole + 3  # of a column that only says how much was compared: the units


class TableModel(QAbstractTableModel):
    """Figures in the lines' order, or the lowest of a column first; the first line stays the first if `pinned`."""

    def __init__(self, parent: QObject, *, pinned: bool) -> None:
        super().__init__(parent)
        self._pinned = pinned
        self._lines: Sequence[Line] = ()
        self._order: list[int] = []
        self.columns: Sequence[Column] = ()
        self._units: list[str] = []
        self.first = ""  # what the column of names is called
        self.language = "en"
        self.by: Column | None = None

    def show_lines(self, lines: Sequence[Line], columns: Sequence[Column], first: str, language: str) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines, self.columns, self.first, self.language = lines, columns, first, language
        self._units = list(dict.fromkeys(one.unit for one in columns))
        self.by = self.by if self.by in columns else None
        self._sort()
        self.endResetModel()

    def order_by(self, section: int) -> None:
        """The lowest of this column first; asked again, or of the names: as they came."""
        at = section - 1
        chosen = self.columns[at] if 0 <= at < len(self.columns) else None
        self.beginResetModel()
        self.by = chosen if chosen != self.by else None
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        self._order = list(range(len(self._lines)))
        if self.by is not None:
            first = self._order[:1] if self._pinned else []
            self._order = first + sorted(self._order[len(first) :], key=self._rank)

    def _rank(self, row: int) -> float:
        figure = self._lines[row].figures.get(self.by) if self.by else None
        return figure.value if figure is not None and figure.value is not None else 2.0

    def line(self, row: int) -> Line:
        """The line in a row."""
        return self._lines[self._order[row]]

    def figure(self, index: Index) -> Figure | None:
        """The figure of a cell, if it has one."""
        at = index.column() - 1
        if not index.isValid() or not 0 <= at < len(self.columns):
            return None
        return self.line(index.row()).figures.get(self.columns[at])

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Lines."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The names, the measures, and the counts."""
        return 0 if parent.isValid() else 1 + len(self.columns) + len(self._units)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Of a cell."""
        if role == CellRole.LINE:
            return self.line(index.row())
        if role == CellRole.FIGURE:
            return self.figure(index)
        if role == Role.DisplayRole:
            return self._words(index)
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            return self._told(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """What a column is called, its units on a line below."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.ToolTipRole and 0 < section <= len(self.columns):
            return QCoreApplication.translate("Agreement", "Sort by this column, the lowest first")
        if role == Role.TextAlignmentRole and section == 0:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role not in {Role.DisplayRole, Role.AccessibleTextRole}:
            return None
        return self._heading(section, "\n" if role == Role.DisplayRole else ", ")

    def _heading(self, section: int, between: str) -> str:
        if section == 0:
            return self.first
        if section <= len(self.columns):
            column = self.columns[section - 1]
            lowest = " ↑" if column == self.by else ""
            return f"{said.measure(column.name, self.language)}{lowest}{between}{said.unit(column.unit)}"
        return f"n{between}{said.unit(self._units[section - 1 - len(self.columns)])}"

    def _words(self, index: Index) -> str:
        at = index.column() - 1 - len(self.columns)
        line = self.line(index.row())
        if index.column() == 0:
            return line.name
        if at >= 0:
            counts = [one.n for column, one in line.figures.items() if column.unit == self._units[at]]
            return said.count(counts[0]) if counts else "–"
        figure = self.figure(index)
        return said.number(figure.value, self.language, name=figure.name) if figure else "–"

    def _told(self, index: Index) -> str:
        name = isolate(self.line(index.row()).name)
        if index.column() == 0:
            weak = self.line(index.row()).weak
            return f"{name}, {weak_words(weak, self.language)}" if weak else name
        parts = [name, self._heading(index.column(), ", "), self._words(index)]
        figure = self.figure(index)
        return ", ".join([*parts, *([said.interval(figure)] if figure and figure.low is not None else [])])


def weak_words(figure: Figure, language: str) -> str:
    """That a line is weak, and by which number."""
    words = QCoreApplication.translate("Agreement", "weak: %1").replace("%1", "{}")
    return words.format(f"α {said.number(figure.value, language)}")
