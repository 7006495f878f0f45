"""A confusion matrix: tints by the share of a row, the number in every cell, names upright over the columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from annotator.ui import colours
from annotator.ui.agreement import said
from annotator.ui.agreement.plots.canvas import WIDTH, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.ui.agreement.plots.canvas import Canvas

_EDGE, _TITLE, _NAMES, _HEAD, _ACROSS, _ROW = 24.0, 34.0, 160.0, 120.0, 20.0, 26.0
_WIDEST = 64.0
STRONGEST = 0.45  # of the colour, where a whole row is in one cell


@dataclass(frozen=True, slots=True)
class Heat:
    """Counts, row by row; `bare` is the place of "nothing" (-1: none), which meets itself without a tint."""

    title: str
    names: Sequence[str]
    rows: Sequence[Sequence[int]]
    bare: int
    whose: tuple[str, str]
    note: str

    @property
    def height(self) -> float:
        """In the figure's units."""
        table = _HEAD + _ROW * len(self.rows)
        return _TITLE + _ACROSS + table + 12 + 2 * _EDGE + lines(self.note, WIDTH - 2 * _EDGE)

    def draw(self, canvas: Canvas) -> None:
        """From the top."""
        canvas.words(self.title, _EDGE, _EDGE + 8, size=15, strong=True, room=WIDTH - 2 * _EDGE)
        each = min(_WIDEST, (WIDTH - 2 * _EDGE - _NAMES) / max(1, len(self.names)))
        start, top = _EDGE + _NAMES, _EDGE + _TITLE + _ACROSS + _HEAD
        canvas.words(self.whose[1], start, top - _HEAD - _ACROSS / 2, size=11, ink="muted", room=WIDTH - start - _EDGE)
        canvas.words(self.whose[0], _EDGE, top - 12, size=11, ink="muted", room=_NAMES - 10)
        for number, name in enumerate(self.names):
            canvas.upward(name, start + each * (number + 0.5), top - 6, _HEAD - 8)
        for number, row in enumerate(self.rows):
            y = top + _ROW * number
            canvas.words(self.names[number], _EDGE, y + _ROW / 2, room=_NAMES - 10)
            for place, count in enumerate(row):
                self._cell(canvas, (number, place), count, (start + each * place, y, each))
        bottom = top + _ROW * len(self.rows)
        canvas.paragraph(self.note, _EDGE, bottom + 12, WIDTH - 2 * _EDGE)

    def _cell(self, canvas: Canvas, at: tuple[int, int], count: int, where: tuple[float, float, float]) -> None:
        x, y, wide = where
        colour = tint(canvas.look.colour, self.rows, at, self.bare)
        canvas.box(x + 0.5, y + 0.5, wide - 1, _ROW - 1, colour)
        ink = "ink" if count else "faint"
        canvas.words(said.count(count), x + wide / 2, y + _ROW / 2, size=11, side="middle", ink=ink, room=wide)


def tint(colour: Callable[[str], QColor], rows: Sequence[Sequence[int]], at: tuple[int, int], bare: int) -> QColor:
    """The ground of a cell: accent where both said the same, warning where not, by its share of the row."""
    row, place = at
    whole = sum(count for number, count in enumerate(rows[row]) if (row, number) != (bare, bare))
    paper = colour("paper")
    if (row, place) == (bare, bare) or not whole:
        return QColor(paper)
    over = colour("accent" if row == place else "warning")
    share = STRONGEST * rows[row][place] / whole
    return QColor(*colours.mixed(_rgb(paper), _rgb(over), share))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
