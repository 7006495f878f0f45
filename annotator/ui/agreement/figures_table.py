"""A table of figures that is walked by keys: the measure in hand is explained below, and a number opens its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review import wording
from annotator.ui.agreement import said
from annotator.ui.agreement.cells import HEIGHT, Cell
from annotator.ui.agreement.table_model import TableModel
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractTableModel
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyledItemDelegate

    from annotator.review.figures import Figure
    from annotator.ui.agreement.lines import Column, Line
    from annotator.ui.theme import Theme

_NAMES, _NARROWEST, _WIDEST, _COUNTS = 210, 88, 150, 72  # pixels
_FIRST = "krippendorff alpha"  # in hand at first
_HEAD, _LINES = 3, 3  # of a heading, of an explanation


class View(QTableView):
    """Enter opens what is in hand; the columns share the width."""

    pressed_enter = Signal(QModelIndex)
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space as a click."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self.pressed_enter.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        self.resized.emit()


class FiguresTable(QWidget):
    """`opened` tells the line and the figure whose cases somebody wants; `held` the figure in hand."""

    opened = Signal(object, object)
    held = Signal(object)

    def __init__(self, theme: Theme, name: str, *, pinned: bool = False, explained: int = _LINES) -> None:
        super().__init__()
        self.model = TableModel(self, pinned=pinned)
        self.view = View()
        self.cell = Cell(theme, "en", self.view)
        self.says = on_side(label("", wrap=True))
        self.view.setAccessibleName(name)
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.view, 1)
        column.addWidget(self.says)
        self.says.setMinimumHeight(explained * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(self.says.alignment() & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTop)

    def _dress(self) -> None:
        view = self.view
        dressed(view, self.model, self.cell, self.view.accessibleName())
        view.verticalHeader().setDefaultSectionSize(HEIGHT)
        head = view.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        head.setFixedHeight(_HEAD * head.fontMetrics().lineSpacing() + 12)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(_COUNTS)
        head.sectionClicked.connect(self.model.order_by)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.selectionModel().currentChanged.connect(lambda index, _old: self._hold(index))
        view.entered.connect(self._explain)
        view.clicked.connect(self._open)
        view.pressed_enter.connect(self._open)
        view.resized.connect(self._share)
        self.model.modelReset.connect(self._share)

    def show_lines(self, lines: Sequence[Line], columns: Sequence[Column], first: str, language: str) -> None:
        """Show these, and stay where one was."""
        before = self.view.currentIndex()
        first_one = next((at for at, one in enumerate(columns, start=1) if one.name.startswith(_FIRST)), 1)
        row, column = (before.row(), before.column()) if before.isValid() else (0, first_one)
        self.cell.language = language
        self.model.show_lines(lines, columns, first, language)
        row = min(max(row, 0), self.model.rowCount() - 1)
        self.view.setCurrentIndex(self.model.index(row, min(max(column, 1), max(1, len(columns)))))
        self._explain(self.view.currentIndex())

    @property
    def figure(self) -> Figure | None:
        """The figure in hand."""
        return self.model.figure(self.view.currentIndex())

    def _hold(self, index: QModelIndex) -> None:
        self._explain(index)
        self.held.emit(self.model.figure(index))

    def _explain(self, index: QModelIndex) -> None:
        """What the measure means, in one sentence, of the number under the pointer or in hand."""
        figure = self.model.figure(index)
        if figure is None:
            return
        language = self.model.language
        line = self.model.line(index.row())
        value = said.number(figure.value, language, name=figure.name, digits=3)
        interval = said.interval(figure, digits=3)
        name = f"{said.measure(figure.name, language)} ({said.unit(figure.unit)})"
        head = [name, isolate(line.name), f"{value} [{interval}]" if interval else value]
        meaning = wording.meaning(figure.name, language)
        self.says.setText(
            f"{' · '.join(one for one in head if one)}\n{meaning[:1].upper()}{meaning[1:]} {self._hint(figure)}"
        )

    def _hint(self, figure: Figure) -> str:
        if figure.value is None:
            return self.tr("Not defined: everybody said the same everywhere, or there is nothing to compare.")
        return self.tr("A click or Enter shows the cases behind the number.")

    def _open(self, index: QModelIndex) -> None:
        figure = self.model.figure(index)
        if figure is not None:
            self.opened.emit(self.model.line(index.row()), figure)

    def _share(self) -> None:
        """Names have what they need, counts little, and the figures the rest."""
        columns, counts = len(self.model.columns), self.model.columnCount() - 1 - len(self.model.columns)
        left = self.view.viewport().width() - _NAMES - counts * _COUNTS
        each = min(_WIDEST, max(_NARROWEST, left // max(1, columns)))
        self.view.setColumnWidth(0, max(_NAMES, self.view.viewport().width() - counts * _COUNTS - columns * each))
        for column in range(1, self.model.columnCount()):
            self.view.setColumnWidth(column, each if column <= columns else _COUNTS)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer: explain what is in hand."""
        self._explain(self.view.currentIndex())
        super().leaveEvent(event)


def dressed(view: View, model: QAbstractTableModel, cell: QStyledItemDelegate, name: str) -> None:
    """Let a table stand as the others of the window do: no grid, one cell in hand, walked by arrows and left by Tab."""
    view.setModel(model)
    view.setItemDelegate(cell)
    view.setAccessibleName(name)
    view.setProperty("role", "rows")
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.horizontalHeader().setHighlightSections(False)
    view.verticalHeader().setHighlightSections(False)
