"""A measure with its interval for each label, percent agreement beside it as an empty mark, and the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.ui.agreement import said
from annotator.ui.agreement.plots.axis import Axis, axis
from annotator.ui.agreement.plots.canvas import WIDTH, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.review.figures import Figure
    from annotator.ui.agreement.plots.canvas import Canvas

translate = QCoreApplication.translate
_EDGE, _NAMES, _NUMBERS, _COUNT = 24.0, 170.0, 122.0, 50.0
_TITLE, _HEAD, _ROW, _AXIS, _LEGEND = 34.0, 26.0, 25.0, 30.0, 28.0
_BELOW = 8.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A label's line: its figure, and percent agreement beside it; `hue` -1 where it has none."""

    name: str
    hue: int
    figure: Figure
    beside: Figure | None


@dataclass(frozen=True, slots=True)
class Forest:
    """All of them, with the words round them; `marks` are conventional bounds that are drawn through."""

    title: str
    measure: str
    beside: str
    bars: Sequence[Bar]
    marks: Sequence[float]
    note: str
    language: str

    @property
    def height(self) -> float:
        """In the figure's units."""
        fixed = _TITLE + _HEAD + _AXIS + _LEGEND + _BELOW + 2 * _EDGE
        return fixed + _ROW * len(self.bars) + lines(self.note, WIDTH - 2 * _EDGE)

    def draw(self, canvas: Canvas) -> None:
        """From the top."""
        canvas.words(self.title, _EDGE, _EDGE + 8, size=15, strong=True, room=WIDTH - 2 * _EDGE)
        top = _EDGE + _TITLE + _HEAD
        bottom = top + _ROW * len(self.bars)
        ends = [end for one in self.bars for end in (one.figure.value, one.figure.low) if end is not None]
        across = axis(ends, _EDGE + _NAMES, WIDTH - _EDGE - _NUMBERS - _COUNT - 14)
        self._heads(canvas, top - _HEAD / 2)
        self._grid(canvas, across, top, bottom)
        for number, bar in enumerate(self.bars):
            self._bar(canvas, bar, across, top + _ROW * (number + 0.5))
        self._legend(canvas, bottom + _AXIS + _LEGEND / 2)
        canvas.paragraph(self.note, _EDGE, bottom + _AXIS + _LEGEND + _BELOW, WIDTH - 2 * _EDGE)

    def _heads(self, canvas: Canvas, y: float) -> None:
        canvas.words(translate("Agreement", "Label"), _EDGE, y, size=11, ink="muted")
        canvas.words(
            translate("Agreement", "95 % interval"), WIDTH - _EDGE - _COUNT - 8, y, size=11, ink="muted", side="end"
        )
        canvas.words("n", WIDTH - _EDGE, y, size=11, ink="muted", side="end")

    def _grid(self, canvas: Canvas, across: Axis, top: float, bottom: float) -> None:
        for tick in across.ticks:
            canvas.line(across.at(tick), top, across.at(tick), bottom, canvas.pen("line", 0.8))
            canvas.words(
                said.number(tick, self.language, digits=1), across.at(tick), bottom + 12, size=11, side="middle"
            )
        for mark in self.marks:
            canvas.line(across.at(mark), top - 4, across.at(mark), bottom, canvas.pen("muted", 1, dashed=True))
            words = said.number(mark, self.language, digits=3)
            canvas.words(words, across.at(mark), top - 12, size=11, side="middle", ink="muted")
        canvas.line(across.start, bottom, across.end, bottom, canvas.pen("ink", 1))

    def _bar(self, canvas: Canvas, bar: Bar, across: Axis, y: float) -> None:
        figure = bar.figure
        canvas.words(bar.name, _EDGE, y, strong=bar.hue < 0, room=_NAMES - 14)
        colour = canvas.look.hue(bar.hue) if bar.hue >= 0 else canvas.look.colour("ink")
        if figure.low is not None and figure.high is not None:
            pen = canvas.pen("ink", 1.8)
            pen.setColor(colour)
            canvas.line(across.at(figure.low), y, across.at(figure.high), y, pen)
            for end in (figure.low, figure.high):
                canvas.line(across.at(end), y - 3.5, across.at(end), y + 3.5, pen)
        if bar.beside is not None and bar.beside.value is not None:
            canvas.diamond(across.at(bar.beside.value), y)
        if figure.value is not None:
            canvas.dot(across.at(figure.value), y, colour)
        x = WIDTH - _EDGE - _COUNT - 8
        wide = canvas.words(said.interval(figure), x, y, size=11, ink="muted", side="end")
        shown = said.number(figure.value, self.language, name=figure.name)
        canvas.words(shown, x - max(wide, 62) - 10 if figure.value is not None else x, y, side="end")
        canvas.words(said.count(figure.n), WIDTH - _EDGE, y, size=11, ink="muted", side="end")

    def _legend(self, canvas: Canvas, y: float) -> None:
        x = _EDGE + _NAMES
        canvas.line(x, y, x + 22, y, canvas.pen("ink", 1.8))
        canvas.dot(x + 11, y, canvas.look.colour("ink"))
        x += 30 + canvas.words(self.measure, x + 28, y, size=11)
        if self.beside:
            canvas.diamond(x + 18, y)
            canvas.words(self.beside, x + 30, y, size=11)
