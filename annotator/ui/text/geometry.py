"""From a logical range to what it covers on a line, and back: the one function that all drawing and hitting uses.

Positions here are UTF-16 units of the laid-out string; x is in pixels of the layout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import QTextLayout, QTextLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
_NEAR = 0.02  # pixels within which two edges are one
_TAB = 1.0  # pixels: a narrower gap holds no tab
_TABS = re.compile("\t+")
Edges = tuple[float, float]


class Run(NamedTuple):
    """Units `[start, end)` that stand side by side in one direction, and where."""

    start: int
    end: int
    x0: float
    x1: float
    rtl: bool


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


def _glyph_runs(line: QTextLine, first: int, length: int) -> list[Run]:
    """The runs as their glyphs stand, ends not known yet.

    `cursorToX` would give one x for both edges of the first character of an embedded run of the other direction.
    """
    found: dict[int, Run] = {}
    for glyphs in line.glyphRuns(first, length, _INDEXES):
        start, box = min(glyphs.stringIndexes()), glyphs.boundingRect()
        run = Run(start, start, box.left(), box.right(), glyphs.isRightToLeft())
        twin = found.get(start)
        found[start] = run._replace(x0=min(run.x0, twin.x0), x1=max(run.x1, twin.x1)) if twin else run
    return list(found.values())


@dataclass(frozen=True, slots=True)
class LineShape:
    """The geometry of one laid-out line: its runs in logical order, and what `cursorToX` is wrong by."""

    line: QTextLine
    runs: list[Run]
    shift: float

    @classmethod
    def of(cls, line: QTextLine, units: str, *, rtl: bool) -> LineShape:
        """The shape of a line of a paragraph of that direction; `units` is the line's string, one item a unit."""
        first, last = line.textStart(), line.textStart() + line.textLength()
        ink_end = first + len(units.rstrip())
        shift = max(_cursor_x(line, last) - _cursor_x(line, ink_end), 0.0) if rtl and ink_end < last else 0.0
        bare = cls(line, _glyph_runs(line, first, ink_end - first), shift)
        runs = sorted([*bare.runs, *bare._tabs(units, rtl=rtl)])  # noqa: SLF001
        ends = [*(run.start for run in runs[1:]), ink_end]
        return cls(line, [run._replace(end=end) for run, end in zip(runs, ends, strict=bool(runs))], shift)

    def _tabs(self, units: str, *, rtl: bool) -> Iterator[Run]:
        """Tabs have no glyphs: each group of them fills one of the gaps between the runs, in reading order."""
        groups = list(_TABS.finditer(units.rstrip()))
        if not groups:
            return
        natural, first = self.line.naturalTextRect(), self.line.textStart()
        filled = merged([(run.x0, run.x1) for run in self.runs])
        edges = [natural.left(), *(x for pair in filled for x in pair), natural.right()]
        gaps = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > _TAB]
        for group, (x0, x1) in zip(groups, reversed(gaps) if rtl else gaps, strict=False):
            yield from self._group(range(first + group.start(), first + group.end()), x0, x1, rtl=rtl)

    def _group(self, tabs: range, x0: float, x1: float, *, rtl: bool) -> Iterator[Run]:
        for at in tabs:
            end_x = x0 if rtl else x1
            if at + 1 < tabs.stop:
                end_x = min(max(self._x(at + 1), x0), x1)
            yield Run(at, at, end_x if rtl else x0, x1 if rtl else end_x, rtl)
            x0, x1 = (x0, end_x) if rtl else (end_x, x1)

    def _x(self, position: int) -> float:
        """The x of a place inside a run."""
        return _cursor_x(self.line, position) + self.shift

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
        return min(max(self._x(position), run.x0), run.x1)

    def lead_x(self, position: int) -> float:
        """The x where the character at `position` begins to be read."""
        run = self._run(position)
        return self._in_run(run, position) if run else self._x(position)

    def trail_x(self, position: int) -> float:
        """The x where the character before `position` ends: the other side of the same place in the text."""
        run = self._run(position - 1)
        return self._in_run(run, position) if run else self._x(position)

    def _run(self, position: int) -> Run | None:
        at = bisect_right(self.runs, position, key=lambda run: run.start) - 1
        return self.runs[at] if at >= 0 and position < self.runs[at].end else None

    def unit_at(self, x: float) -> int:
        """The unit whose cell holds `x`, the nearest one beyond the line's ends; the line's start if it is empty."""
        if not self.runs:
            return self.line.textStart()
        run = min(self.runs, key=lambda run: (max(run.x0 - x, x - run.x1, 0.0), run.x0 - run.x1))
        low, high = run.start, max(run.end - 1, run.start)
        while low < high:  # the last unit of the run that does not begin beyond x
            middle = (low + high + 1) // 2
            begins = self._x(middle)
            if (begins >= x) if run.rtl else (begins <= x):
                low = middle
            else:
                high = middle - 1
        return low

    def border_at(self, x: float) -> int:
        """The place between two units that is nearest to `x`."""
        unit = self.unit_at(x)
        if not self.runs:
            return unit
        return unit if abs(self.lead_x(unit) - x) <= abs(self.trail_x(unit + 1) - x) else unit + 1
