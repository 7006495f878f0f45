"""The strata of a draw as a table: what their articles have in common, how many there are, how many are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from annotator.messages import comma
from annotator.ui.rounds import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.operations.drawing import Stratum

_SHOWN = 300  # strata; of more the rest is counted


class StrataTable(QTableWidget):
    """To be read only; hidden while there is nothing in it."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(self.tr("Strata"))
        self.hide()

    def show_strata(self, fields: Sequence[str], strata: Sequence[Stratum], language: str = "en") -> None:
        """Show these strata of these kinds of metadata."""
        names = comma(language).join(said.field(name) for name in fields)
        self.setHorizontalHeaderLabels([names, self.tr("there are"), self.tr("drawn")])
        self.setRowCount(min(len(strata), _SHOWN) + (len(strata) > _SHOWN))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if (head := self.horizontalHeaderItem(0)) is not None:
            head.setTextAlignment(side)
        for row, one in enumerate(strata[:_SHOWN]):
            self._fill(row, said.stratum(one.of), one.pool, one.drawn)
        if len(strata) > _SHOWN:
            rest = strata[_SHOWN:]
            words = self.tr("%Ln more", "", len(rest))
            self._fill(_SHOWN, words, sum(one.pool for one in rest), sum(one.drawn for one in rest))
        self.setVisible(bool(strata))

    def _fill(self, row: int, words: str, *counts: int) -> None:
        first = QTableWidgetItem(words)
        first.setToolTip(words)
        self.setItem(row, 0, first)
        for column, count in enumerate(counts, 1):
            item = QTableWidgetItem(QLocale().toString(count))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setItem(row, column, item)
