"""The pages of the window, one of which is shown with its tools; over them the cases behind a number, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotator.ui.agreement import shown as showing
from annotator.ui.agreement.cases_page import CasesPage
from annotator.ui.agreement.course_page import CoursePage
from annotator.ui.agreement.matrix_page import MatrixPage
from annotator.ui.agreement.methods_page import MethodsPage
from annotator.ui.agreement.pairs_page import PairsPage
from annotator.ui.agreement.table_page import TablePage
from annotator.ui.agreement.variables_page import VariablesPage
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.segments import segment, segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered
    from annotator.ui.agreement.lines import Line
    from annotator.ui.agreement.shown import Behind, Shown
    from annotator.ui.theme import Theme

    Page = TablePage | PairsPage | VariablesPage | MatrixPage | CoursePage | MethodsPage


class Pages(QWidget):
    """`wanted` tells a case that should be shown in its article."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, read_rounds: Callable[[], list[Gathered]]) -> None:
        super().__init__()
        self.table = TablePage(theme)
        self.pairs = PairsPage(theme)
        self.variables = VariablesPage(theme)
        self.matrix = MatrixPage(theme)
        self.course = CoursePage(theme, read_rounds)
        self.methods = MethodsPage()
        self.cases = CasesPage(theme)
        self.nothing = Empty("")
        self._shown: Shown | None = None
        self._lay_out()
        self._connect()
        self.show_nothing("")

    def _lay_out(self) -> None:
        self.ways: dict[QToolButton, Page] = {
            segment(self.tr("Table")): self.table,
            segment(self.tr("Pairs")): self.pairs,
            segment(self.tr("Variables")): self.variables,
            segment(self.tr("Confusion")): self.matrix,
            segment(self.tr("Over time")): self.course,
            segment(self.tr("Methods")): self.methods,
        }
        self._ways = segments(*self.ways)
        self._ways.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        next(iter(self.ways)).setChecked(True)
        self.stack = QStackedWidget()
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._ways)
        row.addStretch(1)
        for page in self.ways.values():
            row.addWidget(page.tools)
            self.stack.addWidget(page)
        self.stack.addWidget(self.cases)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        for way in self.ways:
            way.clicked.connect(lambda _on: self._turn())
        self.table.table.opened.connect(self._open_figure)
        for page in (self.pairs, self.variables, self.matrix, self.course):
            page.opened.connect(self.show_behind)
        self.cases.left.connect(self._go_back)
        self.cases.wanted.connect(self.wanted.emit)

    # -- what is shown

    def show_all(self, shown: Shown) -> None:
        """Show these figures on every page."""
        self._shown = shown
        self.table.show_figures(shown.found, shown.looks, shown.language)
        for page in (self.pairs, self.variables, self.matrix, self.course, self.methods):
            page.show_all(shown)
        self._turn()

    def show_nothing(self, why: str) -> None:
        """There are no figures."""
        self._shown = None
        self.nothing.say(why)
        self._turn()

    @property
    def page(self) -> Page:
        """The page that is chosen."""
        return next(page for way, page in self.ways.items() if way.isChecked())

    def turn_to(self, page: QWidget) -> None:
        """Choose a page."""
        for way, each in self.ways.items():
            way.setChecked(each is page)
        self._turn()

    def _turn(self) -> None:
        there = self._shown is not None
        self._head.setVisible(there)
        for page in self.ways.values():
            page.tools.setVisible(there and page is self.page)
        self.stack.setCurrentWidget(self.page if there else self.nothing)

    # -- behind a number

    def _open_figure(self, line: Line, figure: Figure) -> None:
        if self._shown is not None:
            self.show_behind(showing.of_figure(self._shown.gathered, figure, line.name, self._shown.language))

    def show_behind(self, behind: Behind) -> None:
        """Show the cases behind a number."""
        if self._shown is not None:
            self._head.hide()
            self.cases.show_behind(behind, self._shown.language)
            self.stack.setCurrentWidget(self.cases)
            self.cases.list.setFocus()

    def _go_back(self) -> None:
        """The number is in hand again."""
        self._turn()
        page = self.page
        if isinstance(page, MatrixPage):
            page.view.setFocus()
        elif not isinstance(page, MethodsPage):
            page.table.view.setFocus()
