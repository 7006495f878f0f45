"""Article variables, and attributes of the spans that coders have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.agreement import lines
from annotator.ui.agreement import shown as showing
from annotator.ui.agreement.figures_table import FiguresTable
from annotator.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from annotator.review.figures import Figure
    from annotator.ui.agreement.lines import Line
    from annotator.ui.agreement.shown import Shown
    from annotator.ui.theme import Theme


class VariablesPage(QWidget):
    """`opened` tells the cases behind a number."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tools = QWidget()
        self.table = FiguresTable(theme, self.tr("Figures of variables and attributes"))
        self.nothing = Empty(self.tr("No two coders answered the same variable, in an article or of a span in common."))
        self._shown: Shown | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        self.table.opened.connect(self._open)

    def show_all(self, shown: Shown) -> None:
        """Show these figures."""
        self._shown = shown
        made = lines.of_variables(shown.found, shown.language, (self.tr("article variable"), self.tr("attribute")))
        self.table.setVisible(bool(made))
        self.nothing.setVisible(not made)
        if made:
            self.table.show_lines(
                made, lines.of_answers(made, len(shown.found.raters)), self.tr("Variable"), shown.language
            )

    def _open(self, line: Line, figure: Figure) -> None:
        if self._shown is not None:
            self.opened.emit(showing.of_figure(self._shown.gathered, figure, line.name, self._shown.language))
