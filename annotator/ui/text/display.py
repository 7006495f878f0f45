"""What each line shows of the marks on it, worked out once and kept until a mark on its block changes."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.lanes import stack
from annotator.ui.text.marks import SECOND
from annotator.ui.text.measures import BAND_LANES, LANES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.ui.text.geometry import Edges
    from annotator.ui.text.index import MarkIndex
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.page import Block, Line, Page

_LONG = 3  # lines from which a span has a bar in the margin
_BARS = 3


class Placed(NamedTuple):
    """A mark's part in a block: code points, and its lane there (0 nearest to the words; -1 when there is no room)."""

    start: int
    end: int
    mark: Mark
    lane: int
    bar: int  # the bar's place in the margin, -1 for none


class Segment(NamedTuple):
    """A mark's part on a line."""

    mark: Mark
    lane: int
    edges: list[Edges]
    open_start: bool  # it comes from the line before
    open_end: bool  # it goes on in the next line
    head: Sequence[Edges] = ()  # where its inner head is


class Tint(NamedTuple):
    """Where a mark is the innermost."""

    mark: Mark
    lane: int
    edges: list[Edges]


class More(NamedTuple):
    """Marks that found no lane at a place: where to say "+n"."""

    x: float
    ids: tuple[str, ...]


class LineMarks(NamedTuple):
    """All that a line shows of its marks; x in pixels from the column's left edge."""

    parts: tuple[Placed, ...]
    segments: list[Segment]
    tints: list[Tint]
    more: list[More]
    named: list[Mark]  # those that begin on this line, in reading order


_NOTHING = LineMarks((), [], [], [], [])


class Display:
    """The display lists of a page's lines."""

    def __init__(self, page: Page, index: MarkIndex) -> None:
        self._page, self._index = page, index
        self.coders = 0  # who are compared
        self._blocks: dict[int, list[LineMarks]] = {}
        self._stale: dict[int, list[LineMarks]] = {}

    def clear(self) -> None:
        """Forget everything: the lines themselves have changed."""
        self._blocks.clear()
        self._stale.clear()

    def touch(self, block: int) -> None:
        """A mark of this block has changed."""
        if (lists := self._blocks.pop(block, None)) is not None:
            self._stale[block] = lists

    def lines(self, block: Block) -> list[LineMarks]:
        """The display lists of a laid-out block, one a line."""
        lists = self._blocks.get(block.index)
        if lists is None:
            lists = self._blocks[block.index] = self._made(block)
        return lists

    def changed(self, block: Block) -> list[Line]:
        """After `touch`: the lines whose display list is not what it was."""
        before = self._stale.get(block.index)
        after = self.lines(block)
        if before is None:
            return block.lines
        return [line for line, old, new in zip(block.lines, before, after, strict=True) if old is not new]

    def _made(self, block: Block) -> list[LineMarks]:
        old = self._stale.pop(block.index, None)
        marks = self._index.in_block(block.index)
        if not marks:
            return [_NOTHING] * len(block.lines)
        placed = place(marks, block, self.coders)
        made = []
        for line in block.lines:
            parts = tuple(part for part in placed if part.start < line.end and part.end > line.start)
            kept = old[line.index] if old else _NOTHING
            made.append(kept if kept.parts == parts else line_marks(line, parts))
        return made


def place(marks: Iterable[Mark], block: Block, coders: int = 0) -> list[Placed]:
    """Every mark of a block in its lane: the second coder's over the words, all others under them.

    Of three coders and more each has lanes of their own, fewer of them.
    """
    marks = list(marks)
    if coders > 2:  # noqa: PLR2004
        sides = sorted({mark.side for mark in marks})
        return [
            part for side in sides for part in _placed([mark for mark in marks if mark.side == side], block, BAND_LANES)
        ]
    upper = _placed([mark for mark in marks if mark.side == SECOND], block)
    return _placed([mark for mark in marks if mark.side != SECOND], block) + upper


def _placed(marks: list[Mark], block: Block, most: int = LANES) -> list[Placed]:
    if not marks:
        return []
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.id))
    spans = [(max(mark.start, block.start), min(mark.end, block.end)) for mark in marks]
    lanes = _inner_nearest(spans, stack(spans), most)
    bars = _bars(marks, spans, block)
    return [
        Placed(start, end, mark, lane, bar)
        for (start, end), mark, lane, bar in zip(spans, marks, lanes, bars, strict=True)
    ]


def _inner_nearest(spans: Sequence[tuple[int, int]], lanes: Sequence[int], most: int) -> list[int]:
    """Lanes turned round within each group of overlapping spans, so that an inner one lies nearer to the words."""
    turned: list[int] = []
    group: list[int] = []
    reach = -1

    def close() -> None:
        depth = min(max(group, default=0), most - 1)
        turned.extend(depth - lane if lane < most else -1 for lane in group)
        group.clear()

    for (start, end), lane in zip(spans, lanes, strict=True):
        if start >= reach:
            close()
        group.append(lane)
        reach = max(reach, end)
    close()
    return turned


def _bars(marks: Sequence[Mark], spans: Sequence[tuple[int, int]], block: Block) -> list[int]:
    """For each span that runs over three lines or more its place in the margin, the first free one."""
    bars = [-1] * len(marks)
    busy, starts = [-1] * _BARS, block.line_starts
    shortest = min((line.end - line.start for line in block.lines[1:-1]), default=0)  # what a long span runs over
    for at, (mark, (start, end)) in enumerate(zip(marks, spans, strict=True)):
        beyond = (mark.start < block.start) + (mark.end > block.end)
        if end - start <= shortest and not beyond:
            continue
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        if last - first + 1 + beyond < _LONG:
            continue
        free = next((place for place in range(_BARS) if busy[place] < first), -1)
        bars[at] = free
        if free >= 0:
            busy[free] = last
    return bars


def line_marks(line: Line, parts: tuple[Placed, ...]) -> LineMarks:
    """The display list of one line."""
    if not parts:
        return _NOTHING
    segments = []
    for _, _, mark, lane, _ in parts:
        for first, last in mark.fragments:
            if first < line.end and last > line.start:
                edges = line.edges(first, last)
                head = [part for start, end in mark.head if first <= start < last for part in _on(line, start, end)]
                segments.append(Segment(mark, lane, edges, first < line.start, last > line.end, head))
    named = [part.mark for part in parts if line.start <= part.mark.start < line.end]
    return LineMarks(parts, segments, _tints(line, parts), _more(line, parts), named)


def _on(line: Line, start: int, end: int) -> Sequence[Edges]:
    return line.edges(start, end) if start < line.end and end > line.start else ()


def _tints(line: Line, parts: Sequence[Placed]) -> list[Tint]:
    """Each place of the line belongs to the shortest mark that covers it, of equal ones to the later."""
    owners: list[Placed | None] = [None] * (line.end - line.start)
    for part in sorted(parts, key=lambda part: (part.mark.start - part.mark.end, part.mark.start)):
        for first, last in part.mark.fragments:
            if first < line.end and last > line.start:
                start, end = max(first, line.start), min(last, line.end)
                owners[start - line.start : end - line.start] = [part] * (end - start)
    tints, at = [], line.start
    for owner, places in groupby(owners):
        start, at = at, at + len(list(places))
        if owner:
            tints.append(Tint(owner.mark, owner.lane, line.edges(start, at)))
    return tints


def _more(line: Line, parts: Sequence[Placed]) -> list[More]:
    """One "+n" for each group of overlapping marks without a lane, at the end of where they lie."""
    groups: list[tuple[int, int, list[str]]] = []
    for part in parts:
        if part.lane >= 0:
            continue
        start, end = max(part.start, line.start), min(part.end, line.end)
        if groups and start < groups[-1][1]:
            first, last, ids = groups[-1]
            groups[-1] = first, max(last, end), [*ids, part.mark.id]
        else:
            groups.append((start, end, [part.mark.id]))
    more = []
    for start, end, ids in groups:
        if edges := line.edges(start, end):
            more.append(More(edges[0][0] if line.block.rtl else edges[-1][1], tuple(ids)))
    return more
