"""The article laid out: blocks of lines, shaped only when they are looked at; heights elsewhere are estimates."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from annotator.core.direction import paragraph_direction
from annotator.core.words import next_cluster, previous_cluster, whole_clusters
from annotator.ui.offsets import Offsets, shown
from annotator.ui.text.fenwick import Totals
from annotator.ui.text.geometry import LineShape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont, QTextLine

    from annotator.core.direction import Side
    from annotator.core.text import Text
    from annotator.ui.text.bare import Bare
    from annotator.ui.text.geometry import Edges
    from annotator.ui.text.measures import Measures

_LONGEST = 4_000  # code points; a longer paragraph is laid out in pieces, so that no frame waits for it
_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_JOINED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06ed"
    "\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)  # may stand inside a cluster
_LETTER = 0.33  # of an em: what a letter takes on average


class Line:
    """One laid-out line; `start` and `end` in code points of the article, `top` in pixels from its block's top."""

    __slots__ = ("__dict__", "_edges", "block", "end", "index", "qt", "start", "top")

    def __init__(self, block: Block, qt: QTextLine, top: int) -> None:
        self.block, self.qt, self.top = block, qt, top
        self.index = qt.lineNumber()
        self.start = block.from_units(qt.textStart())
        self.end = block.from_units(qt.textStart() + qt.textLength())
        self._edges: dict[tuple[int, int], list[Edges]] = {}  # asked for again whenever a neighbour changes

    @cached_property
    def shape(self) -> LineShape:
        """Its geometry, found when first asked for."""
        first = self.qt.textStart()
        units = self.block.units[first : first + self.qt.textLength()]
        return LineShape.of(self.qt, units, rtl=self.block.rtl, last=self.is_last)

    def edges(self, start: int, end: int) -> list[Edges]:
        """What the article's `[start, end)` covers on this line, in pixels from the column's left edge."""
        start, end = max(start, self.start), min(end, self.end)
        kept = self._edges.get((start, end))
        if kept is None:
            first, last = self.block.whole_clusters(start, end)
            kept = self.shape.edges(self.block.to_units(first), self.block.to_units(last))
            self._edges[start, end] = kept
        return kept

    @property
    def is_last(self) -> bool:
        """Whether it is its block's last line."""
        return self.index == len(self.block.lines) - 1

    @property
    def ink_end(self) -> int:
        """Where its words end: before the spaces at which it was broken; the block's end on its last line."""
        if self.is_last:
            return self.end
        local = self.block.body[self.start - self.block.start : self.end - self.block.start]
        return (
            self.start + len(local.rstrip())
            if local.rstrip() != local
            else previous_cluster(self.block.body, self.end - self.block.start) + self.block.start
        )

    def caret_x(self, position: int) -> float:
        """Where the caret stands for a place on this line, in pixels from the column's left edge."""
        unit = self.block.to_units(position)
        runs = self.shape.runs
        return self.shape.trail_x(unit) if runs and unit >= runs[-1].end else self.shape.lead_x(unit)

    @cached_property
    def stops(self) -> list[int]:
        """Every place where the caret can stand on this line, as they follow one another from its start side."""
        body, first = self.block.body, self.block.start
        places, at = [], self.start
        while at < self.ink_end:
            places.append(at)
            at = first + next_cluster(body, at - first)
        rtl = self.block.rtl
        places.sort(key=lambda place: (-self.caret_x(place) if rtl else self.caret_x(place), place))
        return [*places, self.ink_end]

    def border_at(self, x: float) -> int:
        """The border of a cluster that is nearest to `x` and still on this line."""
        if self.start == self.end:
            return self.start
        block, shape = self.block, self.shape
        at = block.from_units(shape.unit_at(x)) - block.start
        first, last = (block.start + border for border in whole_clusters(block.body, at, at + 1))
        to_last = abs(shape.trail_x(block.to_units(last)) - x)
        near = first if abs(shape.lead_x(block.to_units(first)) - x) <= to_last else last
        return min(near, self.ink_end)


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, or a piece of a very long one."""

    index: int
    start: int
    end: int
    number: int  # of its paragraph, counted without empty ones; 0 for a piece that goes on
    closes: bool  # whether a paragraph ends here
    body: str = ""
    rtl: bool = True
    layout: QTextLayout | None = None
    lines: list[Line] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)
    units: str = ""
    drawn: str = ""  # what its layout is given
    _offsets: Offsets | Bare | None = None

    def set_body(self, body: str, *, bare: bool = False) -> None:
        """Take the block's own words; `bare` draws them without their vowel marks."""
        self.body, self._offsets = body, None
        kept = self._without_vowels(body) if bare else body
        if self._offsets is None and not body.isascii() and max(body, default="") > "\uffff":
            self._offsets = Offsets(body)
        self.drawn = units = shown(kept)
        self.units = "".join("\ufffd\ufffd" if c > "\uffff" else c for c in units) if self._offsets else units

    def _without_vowels(self, body: str) -> str:
        from annotator.ui.text.bare import Bare, without_vowels  # noqa: PLC0415  (few ask for it)

        kept = without_vowels(body)
        if len(kept) < len(body):
            self._offsets = Bare(body)
        return kept

    def to_units(self, position: int) -> int:
        """The UTF-16 unit of its layout for a code point of the article."""
        local = position - self.start
        return self._offsets.to_utf16(local) if self._offsets else local

    def from_units(self, unit: int) -> int:
        """The code point of the article; the inside of a surrogate pair counts as its start."""
        if not self._offsets:
            return self.start + unit
        try:
            return self.start + self._offsets.from_utf16(unit)
        except ValueError:
            return self.start + self._offsets.from_utf16(unit - 1)

    def whole_clusters(self, start: int, end: int) -> tuple[int, int]:
        """A range grown to whole clusters: half a cluster, which only an imported mark can cover, has no edge."""
        body, first = self.body, self.start
        if _JOINED.match(body, start - first) or (end < self.end and _JOINED.match(body, end - first)):
            start, end = (first + at for at in whole_clusters(body, start - first, end - first))
        return start, end

    def line_at(self, position: int, *, before: bool = False) -> Line:
        """The line that holds a code point; with `before`, a place at a line's end belongs to that line."""
        return self.lines[max(bisect_right(self.line_starts, position - before) - 1, 0)]


def cut(text: Text) -> list[Block]:
    """The blocks of a text: paragraphs, cut at breaks inside them and where they are very long."""
    body, blocks, number = text.body, list[Block](), 0
    plain = _BREAK.search(body) is None
    for start, end in text.paragraphs:
        number += end > start
        if end == start or (end - start <= _LONGEST and plain):
            blocks.append(Block(len(blocks), start, end, number if end > start else 0, closes=True))
            continue
        first = number
        for piece_start, piece_end in _pieces(body, start, end):
            blocks.append(Block(len(blocks), piece_start, piece_end, first, closes=piece_end == end))
            first = 0
    return blocks


def _pieces(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        found = _BREAK.search(body, start, min(end, start + _LONGEST))
        stop = found.end() if found else end
        if stop - start > _LONGEST:
            space = body.rfind(" ", start, start + _LONGEST) + 1
            stop = space or start + _LONGEST
        yield start, stop
        start = stop


class Page:
    """All blocks of an article under one another, from y 0."""

    def __init__(self, text: Text, direction: Side) -> None:
        self.text = text
        self.direction: Side = direction
        self.blocks = cut(text)
        self._starts = [block.start for block in self.blocks]
        self.heights = Totals([])
        self.bare = False

    def show_bare(self, *, bare: bool) -> None:
        """Draw words without their vowel marks, or with them, from the next `set_form` on."""
        if bare != self.bare:
            self.bare = bare
            for block in self.blocks:
                block.body = ""

    def set_form(self, measures: Measures, font: QFont) -> None:
        """Forget all layouts; heights become estimates again."""
        self.measures, self.font = measures, font
        for block in self.blocks:
            block.layout, block.lines = None, []
        per_line = max(1.0, measures.column / (measures.em * _LETTER))
        pitch, gap = measures.pitch, measures.gap
        self.heights = Totals(
            [
                math.ceil((block.end - block.start) / per_line) * pitch + gap * block.closes
                if block.end > block.start
                else pitch // 2
                for block in self.blocks
            ]
        )

    def index_of(self, position: int) -> int:
        """The block that holds a code point; an LF belongs to the one it ends."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def paragraph_index(self, position: int) -> int:
        """Which of the text's paragraphs holds a code point; an LF belongs to the one it ends."""
        return max(bisect_right(self.text.paragraphs, position, key=lambda span: span[0]) - 1, 0)

    def paragraph(self, position: int) -> tuple[int, int]:
        """The `[start, end)` of the paragraph that holds a code point."""
        return self.text.paragraphs[self.paragraph_index(position)]

    def number_of(self, position: int) -> int:
        """The number in the margin of the paragraph that holds a code point; an empty one has that of the last."""
        at = self.index_of(position)
        return next((self.blocks[i].number for i in range(at, -1, -1) if self.blocks[i].number), 0)

    def block_at(self, position: int) -> Block:
        """The block that holds a code point, laid out."""
        return self.laid(self.index_of(position))

    def laid(self, index: int) -> Block:
        """A block with its lines; its height is then exact."""
        block = self.blocks[index]
        if block.layout is None:
            self._lay(block)
        return block

    def top(self, index: int) -> int:
        """Where a block begins."""
        return self.heights.before(index)

    def _lay(self, block: Block) -> None:
        if not block.body:
            block.set_body(self.text.body[block.start : block.end], bare=self.bare)
            block.rtl = paragraph_direction(block.body, self.direction) == "rtl"
        layout = QTextLayout(block.drawn, self.font)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if block.rtl else Qt.AlignmentFlag.AlignLeft)
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if block.rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        block.layout = layout
        block.lines = self._lines(block, layout)
        block.line_starts = [line.start for line in block.lines]
        filled = len(block.lines) * self.measures.pitch + self.measures.gap * block.closes
        self.heights.set(block.index, filled if block.end > block.start else self.measures.pitch // 2)

    def _lines(self, block: Block, layout: QTextLayout) -> list[Line]:
        found: list[QTextLine] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.measures.column)
            found.append(line)
        layout.endLayout()
        pitch, rise = self.measures.pitch, self.measures.rise
        for at, line in enumerate(found):
            line.setPosition(QPointF(0, at * pitch + rise - line.ascent()))
        return [Line(block, line, at * pitch) for at, line in enumerate(found)]
