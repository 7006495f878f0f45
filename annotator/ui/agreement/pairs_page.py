"""Every two coders alone, beside all of them together: who stands apart from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review import wording
from annotator.ui.agreement import lines, said
from annotator.ui.agreement import shown as showing
from annotator.ui.agreement.combos import narrow
from annotator.ui.agreement.figures_table import FiguresTable
from annotator.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from annotator.review.figures import Figure
    from annotator.ui.agreement.lines import Line
    from annotator.ui.agreement.shown import Shown
    from annotator.ui.theme import Theme


class PairsPage(QWidget):
    """`opened` tells the cases behind a number."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tools = QComboBox()
        narrow(self.tools)
        self.tools.setAccessibleName(self.tr("Label"))
        self.table = FiguresTable(theme, self.tr("Figures of every two coders"), pinned=True)
        self.nothing = Empty(self.tr("Two coders are one pair: its figures are those of the table."))
        self._shown: Shown | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        self.tools.activated.connect(lambda _row: self._show())
        self.table.opened.connect(self._open)

    def show_all(self, shown: Shown) -> None:
        """Show these figures."""
        self._shown = shown
        chosen = self.tools.currentData()
        self.tools.clear()
        labels = dict.fromkeys(one.label for one in shown.found.measures if one.about == "label")
        for label in labels:
            self.tools.addItem(isolate(wording.of(shown.found.called, "label", label, shown.language)), label)
        self.tools.setCurrentIndex(max(0, list(labels).index(chosen) if chosen in labels else 0))
        many = bool(shown.found.pairs)
        for widget in (self.table, self.tools):
            widget.setEnabled(many)
        self.table.setVisible(many)
        self.nothing.setVisible(not many)
        self._show()

    def _show(self) -> None:
        if self._shown is None or not self._shown.found.pairs:
            return
        found, gathered = self._shown.found, self._shown.gathered
        names = {place: said.coder(gathered, rater) for place, rater in enumerate(found.raters)}
        made = lines.of_pairs(found, names, self.tools.currentData(), self.tr("All coders"))
        first = lines.at_first(lines.columns(one for line in made[1:] for one in line.figures.values()), 2)
        self.table.show_lines(made, first, self.tr("Coders"), self._shown.language)

    def _open(self, line: Line, figure: Figure) -> None:
        if self._shown is not None:
            gathered = self._shown.gathered.between(*line.places)
            name = f"{line.name} · {self.tools.currentText()}"
            self.opened.emit(showing.of_figure(gathered, figure, name, self._shown.language))
