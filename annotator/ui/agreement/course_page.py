"""How agreement went, over rounds, months or weeks: a line with its intervals, and the numbers below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review import course, wording
from annotator.ui.agreement import drawings, lines, said
from annotator.ui.agreement import shown as showing
from annotator.ui.agreement.combos import fill, narrow
from annotator.ui.agreement.computing import Computing
from annotator.ui.agreement.figures_table import FiguresTable
from annotator.ui.agreement.plots.canvas import Canvas, of_theme
from annotator.ui.agreement.steps_model import of_steps
from annotator.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from annotator.review.course import Step
    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered
    from annotator.ui.agreement.lines import Column, Line
    from annotator.ui.agreement.plots.over import Over
    from annotator.ui.agreement.shown import Shown
    from annotator.ui.theme import Theme

_TIMES = 200  # drawings of each stretch: for the eye; a paper's table takes its intervals from the whole


class Chart(QWidget):
    """A drawing that fills what room there is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.drawing: Over | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(220)

    def show_drawing(self, drawing: Over) -> None:
        """Show another."""
        self.drawing = drawing
        self.setAccessibleName(drawing.title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        if self.drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self.drawing.for_screen(self.width(), self.height())
        look = of_theme(self._theme, rtl=self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        drawing.draw(Canvas(painter, look, width=self.width()))


class CoursePage(QWidget):
    """Computed aside when it is first seen. `read_rounds` gives the work of all rounds; `opened` tells cases."""

    opened = Signal(object)

    def __init__(self, theme: Theme, read_rounds: Callable[[], list[Gathered]]) -> None:
        super().__init__()
        self._read_rounds = read_rounds
        self._shown: Shown | None = None
        self._behind: dict[str, list[Gathered]] = {}
        self.steps: dict[str, Sequence[Step]] = {}  # by what they are of, as far as they were computed
        self._computing = ""
        self.computing = Computing(self)
        self.by, self.measure, self.label = QComboBox(), QComboBox(), QComboBox()
        self.tools = QWidget()
        self.chart = Chart(theme)
        self.table = FiguresTable(theme, self.tr("Figures of each stretch"), explained=1)
        self.nothing = Empty("")
        self._lay_out()
        self.computing.done.connect(self._take)
        self.computing.failed.connect(lambda error: self.nothing.say(str(error)))
        self.table.opened.connect(self._open)

    def _lay_out(self) -> None:
        names = (self.tr("Over what"), self.tr("Measure"), self.tr("Label"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, name in zip((self.by, self.measure, self.label), names, strict=True):
            field.setAccessibleName(name)
            narrow(field)
            field.activated.connect(lambda _row: self.show_course())
            row.addWidget(field)
        ways = {"rounds": self.tr("Round by round"), "month": self.tr("By month"), "week": self.tr("By week")}
        for by, words in ways.items():
            self.by.addItem(words, by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        row.addStretch(1)
        for widget, stretch in ((self.chart, 3), (self.table, 2), (self.nothing, 1)):
            column.addWidget(widget, stretch)

    # -- what is shown

    def show_all(self, shown: Shown) -> None:
        """Other figures: what was computed of the last ones is forgotten."""
        self.computing.stop()
        self._shown, self._computing = shown, ""
        self.steps, self._behind = {}, {}
        labels = dict.fromkeys(one.label for one in shown.found.measures if one.about == "label")
        columns = lines.columns(one for one in shown.found.measures if one.about == "label")
        names = {label: isolate(wording.of(shown.found.called, "label", label, shown.language)) for label in labels}
        fill(self.label, {words: label for label, words in names.items()})
        order = lines.at_first(columns, len(shown.found.raters))
        first = drawings.first_column(shown)
        order = (first, *(one for one in (*order, *columns) if one != first))
        measures = {f"{said.measure(one.name, shown.language)} · {said.unit(one.unit)}": one for one in order}
        fill(self.measure, measures)
        self.by.setEnabled(len(shown.found.rounds) == 1)
        if len(shown.found.rounds) > 1:
            self.by.setCurrentIndex(self.by.findData("month"))
        if self.isVisible():
            self.show_course()

    @property
    def of(self) -> tuple[Column, str | None]:
        """The measure and the label that are shown."""
        return self.measure.currentData(), self.label.currentData()

    @property
    def drawing(self) -> Over | None:
        """What is drawn, once it was computed."""
        steps = self.steps.get(self.by.currentData())
        return drawings.over(self._shown, steps, self.of, times=_TIMES) if self._shown and steps else None

    def show_course(self) -> None:
        """Show what is chosen; compute it first if need be."""
        by = str(self.by.currentData())
        if self._shown is None or by == self._computing:
            return
        if by not in self.steps:
            self._compute(by, self._shown)
            return
        drawing, steps = self.drawing, self.steps[by]
        there = drawing is not None
        for widget in (self.chart, self.table):
            widget.setVisible(there)
        self.nothing.setVisible(not there)
        self.nothing.say(self.tr("There is no stretch of which anything could be compared."))
        if drawing is not None:
            self.chart.show_drawing(drawing)
            made = of_steps(steps, self.label.currentData())
            columns = lines.columns(one for line in made for one in line.figures.values())
            first = lines.at_first(columns, len(self._shown.found.raters))
            self.table.show_lines(made, first, self.by.currentText(), self._shown.language)

    def _compute(self, by: str, shown: Shown) -> None:
        if by == "rounds":
            behind = self._read_rounds()
            keyed = [(one.raters[0].round, one) for one in behind]
        else:
            keyed = course.stretches(shown.gathered, by)  # type: ignore[arg-type]
        self._behind[by] = [one for _, one in keyed]
        self._computing = by
        self.chart.hide()
        self.table.hide()
        self.nothing.show()
        self.nothing.say(self.tr("Computing…"))
        self.computing.start(lambda tell, stop: (by, course.steps(keyed, tell, stop, times=_TIMES)))

    def _take(self, found: Any) -> None:
        by, steps = found
        self.steps[by], self._computing = steps, ""
        self.show_course()

    def _open(self, line: Line, figure: Figure) -> None:
        if self._shown is not None:
            gathered = self._behind[self.by.currentData()][line.places[0]]
            name = f"{line.name} · {self.label.currentText()}"
            self.opened.emit(showing.of_figure(gathered, figure, name, self._shown.language))

    def showEvent(self, event: Any) -> None:
        """Seen: compute."""
        super().showEvent(event)
        self.show_course()
