"""Where a key takes the caret: visually by characters, by words, lines, paragraphs and pages. All in code points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from annotator.core import words

if TYPE_CHECKING:
    from annotator.ui.text.page import Line, Page

Side = Literal["left", "right"]


class Walk:
    """Moves over one page. `goal` is the x that Up and Down keep to, in pixels of the column."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.goal: float | None = None

    @property
    def _body(self) -> str:
        return self._page.text.body

    def line(self, position: int) -> Line:
        """The line that holds a place."""
        return self._page.block_at(position).line_at(position)

    def forward(self, position: int, side: Side) -> bool:
        """Whether a side is where the paragraph reads on to."""
        return self._page.block_at(position).rtl == (side == "left")

    def character(self, position: int, side: Side) -> int:
        """One character to a side, as it stands on the line."""
        line = self.line(position)
        step = 1 if line.block.rtl == (side == "left") else -1
        at = line.stops.index(position) if position in line.stops else _after(line.stops, position)
        if 0 <= at + step < len(line.stops):
            return line.stops[at + step]
        other = self._beside(line, step)
        return other.stops[0 if step > 0 else -1] if other else position

    def word(self, position: int, side: Side) -> int:
        """To the next word's start, or the last one's, whichever lies to that side in a paragraph of this direction."""
        if self.forward(position, side):
            return words.next_word(self._body, position)
        return words.previous_word(self._body, position)

    def line_edge(self, position: int, *, end: bool) -> int:
        """The start of the line, or the end of its words."""
        line = self.line(position)
        return line.ink_end if end else line.start

    def paragraph(self, position: int, step: int) -> int:
        """The start of the next paragraph, of this one, or of the one before."""
        spans = self._page.text.paragraphs
        at = self._page.paragraph_index(position)
        if step < 0:
            at -= position == spans[at][0]
            return spans[max(at, 0)][0]
        return spans[at + 1][0] if at + 1 < len(spans) else len(self._body)

    def lines(self, position: int, step: int) -> int:
        """As many lines down (negative: up), keeping to the x where the walk began; the text's edge beyond."""
        line = self.line(position)
        if self.goal is None:
            self.goal = line.caret_x(position)
        for _ in range(abs(step)):
            other = self._beside(line, 1 if step > 0 else -1)
            if other is None:
                return len(self._body) if step > 0 else 0
            line = other
        return line.border_at(self.goal)

    def _beside(self, line: Line, step: int) -> Line | None:
        lines = line.block.lines
        if 0 <= line.index + step < len(lines):
            return lines[line.index + step]
        at = line.block.index + step
        if not 0 <= at < len(self._page.blocks):
            return None
        return self._page.laid(at).lines[0 if step > 0 else -1]


def _after(stops: list[int], position: int) -> int:
    """The index of the first place in the text from `position` on: it was inside a cluster, or among spaces."""
    later = min((stop for stop in stops if stop >= position), default=stops[-1])
    return stops.index(later)
