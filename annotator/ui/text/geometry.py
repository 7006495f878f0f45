"""From a logical range to what it covers on a line, and back: the one function that all drawing and hitting uses.

Positions here are UTF-16 units of the laid-out string; x is in pixels of the layout.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import QTextLayout, QTextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
_PLACES = QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
_NEAR = 0.02  # pixels within which two edges are one
_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # of the bidi algorithm: no ink
Edges = tuple[float, float]


class Run(NamedTuple):
    """Units `[start, end)` that stand side by side in one direction, and where."""

    start: int
    end: int
    x0: float
    x1: float
    rtl: bool
    shift: float = 0.0  # what `cursorToX` is wrong by inside it


def _cursor_x(line: QTextLine, position: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def merged(edges: Sequence[Edges]) -> list[Edges]:
    """The same extents from the leftmost to the rightmost, those that touch made one."""
    together: list[Edges] = []
    for x0, x1 in sorted(edges):
        if together and x0 <= together[-1][1] + _NEAR:
            together[-1] = together[-1][0], max(x1, together[-1][1])
        else:
            together.append((x0, x1))
    return together


def _glyph_runs(line: QTextLine, units: str, *, rtl: bool) -> list[Run]:
    """The runs of a line's `units`, as their glyphs stand, in logical order.

    `cursorToX` would give one x for both edges of the first character of an embedded run of the other direction.
    """
    first, end = line.textStart(), line.textStart() + len(units)
    found: dict[int, Run] = {}
    borders: dict[int, int] = {}  # of a run's first cluster
    for glyphs in line.glyphRuns(first, end - first, _INDEXES):
        clusters, box = sorted(set(glyphs.stringIndexes())), glyphs.boundingRect()
        start = clusters[0]
        run = Run(start, end, box.left(), box.right(), glyphs.isRightToLeft())
        twin = found.get(start)
        found[start] = run._replace(x0=min(run.x0, twin.x0), x1=max(run.x1, twin.x1)) if twin else run
        if twin:  # of several fonts: then Qt gives all their glyphs the index of the first
            borders.pop(start, None)
        elif len(clusters) > 1:
            borders[start] = clusters[1]
    runs = sorted(found.values())
    ends = [run.start for run in runs[1:]] + [end]
    runs = [
        run._replace(end=run.start + len(units[run.start - first : end - first].rstrip(_CONTROLS)))
        for run, end in zip(runs, ends, strict=bool(runs))
    ]
    if all(run.rtl == rtl for run in runs) and not any(control in units for control in _CONTROLS):
        return runs
    return [run._replace(shift=_shift(line, run, borders.get(run.start))) for run in runs]


def _shift(line: QTextLine, run: Run, border: int | None) -> float:
    """How far `cursorToX` is off inside a run, seen at a border that its glyphs show too.

    It is, by the width of the spaces at which the line was broken, where these belong to an embedded run.
    """
    if border is None:
        return _shift_by_vote(line, run) if run.end - run.start > 1 else 0.0
    boxes = [glyphs.boundingRect() for glyphs in line.glyphRuns(run.start, border - run.start, _INDEXES)]
    x = min(box.left() for box in boxes) if run.rtl else max(box.right() for box in boxes)
    return x - _cursor_x(line, border)


def _shift_by_vote(line: QTextLine, run: Run) -> float:
    """The same for a run in several fonts, whose glyphs do not say what they stand for: what most places agree on."""
    glyphs = line.glyphRuns(run.start, run.end - run.start, _PLACES)
    places = [place.x() for part in glyphs for place in part.positions()]
    cursors = {_cursor_x(line, at) for at in range(run.start + 1, run.end)}
    votes = Counter(round(place - cursor, 1) for place in places for cursor in cursors)
    return max(votes, key=lambda shift: (votes[shift], -abs(shift)), default=0.0)


@dataclass(frozen=True, slots=True)
class LineShape:
    """The geometry of one laid-out line: its runs in logical order."""

    line: QTextLine
    runs: list[Run]

    @classmethod
    def of(cls, line: QTextLine, units: str, *, rtl: bool, last: bool) -> LineShape:
        """The shape of a line of a paragraph of that direction; `units` is the line's string, one item a unit.

        On all lines but the `last` the spaces at the end take no room.
        """
        return cls(line, _glyph_runs(line, units if last else units.rstrip(), rtl=rtl))

    def _x(self, run: Run, position: int) -> float:
        """The x of a place inside a run."""
        return min(max(_cursor_x(self.line, position) + run.shift, run.x0), run.x1)

    def edges(self, start: int, end: int) -> list[Edges]:
        """What `[start, end)` covers on this line: visual extents from left to right, none empty."""
        pieces = [self._piece(run, start, end) for run in self.runs if run.start < end and run.end > start]
        return merged([(x0, x1) for x0, x1 in pieces if x1 - x0 > _NEAR])

    def _piece(self, run: Run, start: int, end: int) -> Edges:
        first, last = self._in_run(run, max(start, run.start)), self._in_run(run, min(end, run.end))
        return (last, first) if run.rtl else (first, last)

    def _in_run(self, run: Run, position: int) -> float:
        if position == run.start:
            return run.x1 if run.rtl else run.x0
        if position == run.end:
            return run.x0 if run.rtl else run.x1
        return self._x(run, position)

    def lead_x(self, position: int) -> float:
        """The x where the character at `position` begins to be read."""
        run = self._run(position)
        return self._in_run(run, position) if run else _cursor_x(self.line, position)

    def trail_x(self, position: int) -> float:
        """The x where the character before `position` ends: the other side of the same place in the text."""
        run = self._run(position - 1)
        return self._in_run(run, position) if run else _cursor_x(self.line, position)

    def _run(self, position: int) -> Run | None:
        at = bisect_right(self.runs, position, key=lambda run: run.start) - 1
        return self.runs[at] if at >= 0 and position < self.runs[at].end else None

    def unit_at(self, x: float) -> int:
        """The unit whose cell holds `x`, the nearest one beyond the line's ends; the line's start if it is empty."""
        if not self.runs:
            return self.line.textStart()
        run = min(self.runs, key=lambda run: (max(run.x0 - x, x - run.x1, 0.0), run.x0 - run.x1))
        unit = run.start
        for after in range(run.start + 1, run.end):  # marks inside a cluster have no x of their own: no halving
            begins = self._x(run, after)
            if begins < x if run.rtl else begins > x:
                break
            unit = after
        return unit
