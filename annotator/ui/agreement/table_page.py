"""The table that a paper prints: all labels and each of them, by the measures that are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.ui.agreement import lines, said
from annotator.ui.agreement.figures_table import FiguresTable
from annotator.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.review.report import Agreement
    from annotator.ui.agreement.lines import Column
    from annotator.ui.theme import Theme


class TablePage(QWidget):
    """The chosen measures are kept from one comparison to the next, as far as it has them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.table = FiguresTable(theme, self.tr("Figures by label"), pinned=True)
        self.tools = button(self.tr("Measures"))
        self._menu = QMenu(self.tools)
        self.tools.setMenu(self._menu)
        self._asked: dict[Column, bool] = {}  # what the person said of a column
        self._found: Agreement | None = None
        self._looks: Mapping[str, tuple[int, int]] = {}
        self._language = "en"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)

    def show_figures(self, found: Agreement, looks: Mapping[str, tuple[int, int]], language: str) -> None:
        """Show these; `looks` are hue and pattern by label."""
        self._found, self._looks, self._language = found, looks, language
        self._fill_menu()
        self._show()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown."""
        first = lines.at_first(self._every(), len(self._found.raters)) if self._found else ()
        return tuple(one for one in self._ordered(first) if self._asked.get(one, one in first))

    def _every(self) -> tuple[Column, ...]:
        return lines.columns(one for one in self._found.measures if one.about == "label") if self._found else ()

    def _ordered(self, first: tuple[Column, ...]) -> list[Column]:
        """Those of a paper in its order, then whatever else there is."""
        return [*first, *(one for one in self._every() if one not in first)]

    def _fill_menu(self) -> None:
        self._menu.clear()
        shown, last = self.columns, ""
        for one in self._every():
            if one.unit != last:
                self._menu.addSection(said.unit(one.unit))
                last = one.unit
            action = self._menu.addAction(f"{said.measure(one.name, self._language)} · {said.unit(one.unit)}")
            action.setCheckable(True)
            action.setChecked(one in shown)
            action.toggled.connect(lambda on, column=one: self._choose(column, on=on))

    def _choose(self, column: Column, *, on: bool) -> None:
        self._asked[column] = on
        self._show()

    def _show(self) -> None:
        if self._found is not None:
            made = lines.of_labels(self._found, self._looks, self._language)
            self.table.show_lines(made, self.columns, self.tr("Label"), self._language)
