"""How a measure went over rounds, months or weeks: a line with its intervals, percent agreement dashed beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.ui.agreement import said
from annotator.ui.agreement.plots.axis import Axis, axis
from annotator.ui.agreement.plots.canvas import WIDTH, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.review.figures import Figure
    from annotator.ui.agreement.plots.canvas import Canvas

_EDGE, _SCALE, _TITLE, _PLOT, _FOOT, _LEGEND = 24.0, 44.0, 40.0, 210.0, 48.0, 26.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """One of the places in the line: its name, what it rests on, its figure, and percent agreement beside it."""

    name: str
    detail: str
    figure: Figure | None
    beside: Figure | None


@dataclass(frozen=True, slots=True)
class Over:
    """The line, with the words round it."""

    title: str
    measure: str
    beside: str
    stretches: Sequence[Stretch]
    marks: Sequence[float]
    note: str
    language: str
    width: float = WIDTH
    plot: float = _PLOT  # how high the lines are

    @property
    def height(self) -> float:
        """In the figure's units."""
        note = lines(self.note, self.width - 2 * _EDGE) if self.note else 0.0
        return self._top + self.plot + _FOOT + _LEGEND + _EDGE + note

    @property
    def _top(self) -> float:
        return _EDGE + (_TITLE if self.title else -_EDGE / 2)

    def for_screen(self, width: float, height: float) -> Over:
        """The lines alone, as high as there is room: what else is said stands round them already."""
        bare = replace(self, title="", note="", width=width)
        return replace(bare, plot=max(60.0, height - (bare.height - bare.plot)))

    def draw(self, canvas: Canvas) -> None:
        """From the top."""
        if self.title:
            canvas.words(self.title, _EDGE, _EDGE + 8, size=15, strong=True, room=self.width - 2 * _EDGE)
        top = self._top
        found = [one.figure for one in self.stretches if one.figure]
        ends = [end for one in found for end in (one.value, one.low) if end is not None]
        up = axis(ends, top + self.plot, top)
        self._grid(canvas, up)
        self._path(canvas, up, dashed=True)
        self._path(canvas, up, dashed=False)
        bottom = top + self.plot
        for number, one in enumerate(self.stretches):
            self._stretch(canvas, one, self._x(number), up, bottom)
        self._legend(canvas, bottom + _FOOT + _LEGEND / 2)
        if self.note:
            canvas.paragraph(self.note, _EDGE, bottom + _FOOT + _LEGEND + 4, self.width - 2 * _EDGE)

    def _x(self, number: int) -> float:
        return _EDGE + _SCALE + self._each * (number + 0.5)

    @property
    def _each(self) -> float:
        return (self.width - 2 * _EDGE - _SCALE) / max(1, len(self.stretches))

    def _grid(self, canvas: Canvas, up: Axis) -> None:
        for tick in up.ticks:
            strong = tick == 0
            pen = canvas.pen("ink" if strong else "line", 1 if strong else 0.8)
            canvas.line(_EDGE + _SCALE, up.at(tick), self.width - _EDGE, up.at(tick), pen)
            words = said.number(tick, self.language, digits=1)
            canvas.words(words, _EDGE + _SCALE - 8, up.at(tick), size=11, side="end")
        for mark in self.marks:
            canvas.line(
                _EDGE + _SCALE, up.at(mark), self.width - _EDGE, up.at(mark), canvas.pen("muted", 1, dashed=True)
            )

    def _path(self, canvas: Canvas, up: Axis, *, dashed: bool) -> None:
        last: tuple[float, float] | None = None
        for number, one in enumerate(self.stretches):
            figure = one.beside if dashed else one.figure
            here = (self._x(number), up.at(figure.value)) if figure and figure.value is not None else None
            if last and here:
                pen = canvas.pen("muted" if dashed else "accent", 1 if dashed else 2, dashed=dashed)
                canvas.line(*last, *here, pen)
            last = here

    def _stretch(self, canvas: Canvas, one: Stretch, x: float, up: Axis, bottom: float) -> None:
        room = self._each - 6
        canvas.words(one.name, x, bottom + 15, size=11, side="middle", room=room)
        canvas.words(one.detail, x, bottom + 32, size=11, side="middle", ink="muted", room=room)
        if one.beside and one.beside.value is not None:
            canvas.diamond(x, up.at(one.beside.value))
        figure = one.figure
        if figure is None or figure.value is None:
            canvas.words(
                said.number(None, self.language), x, bottom - 10, size=11, side="middle", ink="muted", room=room
            )
            return
        if figure.low is not None and figure.high is not None:
            pen = canvas.pen("accent", 1.4)
            canvas.line(x, up.at(figure.low), x, up.at(figure.high), pen)
            for end in (figure.low, figure.high):
                canvas.line(x - 4, up.at(end), x + 4, up.at(end), pen)
        canvas.dot(x, up.at(figure.value), canvas.look.colour("accent"))
        lowest = figure.low if figure.low is not None else figure.value
        shown = said.number(figure.value, self.language, name=figure.name)
        canvas.words(shown, x, up.at(lowest) + 12, size=11, side="middle", strong=True)

    def _legend(self, canvas: Canvas, y: float) -> None:
        x = _EDGE + _SCALE
        canvas.line(x, y, x + 22, y, canvas.pen("accent", 2))
        canvas.dot(x + 11, y, canvas.look.colour("accent"))
        x += 30 + canvas.words(self.measure, x + 28, y, size=11)
        if self.beside:
            canvas.diamond(x + 18, y)
            canvas.words(self.beside, x + 30, y, size=11)
