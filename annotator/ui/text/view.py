"""The page seen through the window's opening: which lines show, where a place is, and what is under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

from annotator.ui.text.display import Display
from annotator.ui.text.index import MarkIndex
from annotator.ui.text.painter import LinePainter, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QLocale, QPointF
    from PySide6.QtGui import QFont

    from annotator.ui.text.head import Head
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.measures import Measures
    from annotator.ui.text.page import Line, Page
    from annotator.ui.text.style import PageStyle


class Crowd(NamedTuple):
    """Marks for which there was no room, and the box of their "+n"."""

    box: QRect
    ids: tuple[str, ...]


class View:
    """A page, its head and its marks, at a scroll position (pixels hidden above the opening)."""

    def __init__(self, page: Page, head: Head) -> None:
        self.page, self.head = page, head
        self.marks = MarkIndex(page)
        self.display = Display(page, self.marks)
        self.scroll = 0
        self.height = 0

    def set_form(self, measures: Measures, font: QFont, small: QFont) -> None:
        """Lay everything out anew."""
        self.measures, self.small = measures, small
        self.display.coders = measures.coders
        self.display.clear()
        self.page.set_form(measures, font)
        self.head.set_form(measures, font, small)

    def set_style(self, style: PageStyle, locale: QLocale, letters: Sequence[str] = ()) -> None:
        """Paint in other colours."""
        self.painter = LinePainter(self.measures, style, self.small, locale, letters)

    @property
    def total(self) -> int:
        """How high everything is, with some air at the end."""
        return self.head.height + self.page.heights.total + self.measures.pitch

    @property
    def _offset(self) -> int:
        return self.head.height - self.scroll

    def y(self, line: Line) -> int:
        """The top of a line in the opening."""
        return self._offset + self.page.top(line.block.index) + line.top

    def shown(self, top: int, bottom: int) -> list[Shown]:
        """The lines between two heights of the opening, with what they show; lays out what is missing."""
        page, pitch = self.page, self.measures.pitch
        at = page.heights.find(max(top - self._offset, 0))
        y = self._offset + page.top(at)
        found: list[Shown] = []
        while at < len(page.blocks) and y < bottom:
            block = page.laid(at)
            lists = self.display.lines(block)
            for line in block.lines:
                if y + line.top < bottom and y + line.top + pitch > top:
                    found.append(Shown(line, y + line.top, lists[line.index]))  # noqa: PERF401 - clearer so
            y += page.heights.values[at]
            at += 1
        return found

    def on_screen(self) -> list[Shown]:
        """All lines that show."""
        return self.shown(0, self.height)

    def near_screen(self) -> list[Shown]:
        """These, and what may reach into the opening from just beyond it; painting lays out so much."""
        return self.shown(-self.measures.pitch, self.height + self.measures.pitch)

    def lines_of(self, fragments: tuple[tuple[int, int], ...]) -> Iterator[Shown]:
        """The lines that hold a part of the fragments and show, if only by a tag; an empty one counts too."""
        for shown in self.near_screen():
            if any(start <= shown.line.end and end >= shown.line.start for start, end in fragments):
                yield shown

    def line_near(self, y: float) -> Shown:
        """The line at, or nearest to, a height of the opening."""
        page = self.page
        block = page.laid(page.heights.find(round(y) - self._offset))
        top = self._offset + page.top(block.index)
        at = min(max(int((y - top) // self.measures.pitch), 0), len(block.lines) - 1)
        line = block.lines[at]
        return Shown(line, top + line.top, self.display.lines(block)[at])

    def unit_at(self, point: QPointF) -> int:
        """The character under, or nearest to, a point: its code point."""
        line = self.line_near(point.y()).line
        return line.block.from_units(line.shape.unit_at(point.x() - self.measures.column_x))

    def border_at(self, point: QPointF) -> int:
        """The place between characters nearest to a point."""
        line = self.line_near(point.y()).line
        return line.border_at(point.x() - self.measures.column_x)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks whose words, or name, are under a point, the innermost first."""
        shown = self.line_near(point.y())
        if not 0 <= point.y() - shown.y < self.measures.pitch:
            return []
        for name in self.painter.names_of(shown):
            if name.mark and name.box.translated(0, shown.y).contains(point):
                return [name.mark]
        x = point.x() - self.measures.column_x
        here = {
            segment.mark.id: segment.mark
            for segment in shown.marks.segments
            if any(x0 <= x < x1 for x0, x1 in segment.edges)
        }
        return sorted(here.values(), key=lambda mark: (mark.end - mark.start, -mark.start, mark.id))

    def name_at(self, point: QPointF) -> str:
        """The id of the mark whose name in the margin is under a point, "" for none."""
        shown = self.line_near(point.y())
        names = self.painter.names_of(shown)
        return next((n.ids[0] for n in names if n.mark and n.box.translated(0, shown.y).contains(point)), "")

    def chip_at(self, point: QPointF) -> int:
        """Which of the article's own codes in the head is under a point; -1 for none."""
        return self.head.chip_at(point.x(), point.y() + self.scroll)

    def in_column(self, point: QPointF) -> bool:
        """Whether a point lies where words are."""
        under_head = point.y() >= self.head.height - self.scroll
        return under_head and 0 <= point.x() - self.measures.column_x <= self.measures.column

    def crowd_at(self, point: QPointF) -> Crowd | None:
        """The "+n" under a point."""
        shown = self.line_near(point.y())
        return next((crowd for crowd in self.crowds(shown) if crowd.box.contains(point.toPoint())), None)

    def crowds(self, shown: Shown) -> Iterator[Crowd]:
        """Each "+n" of a line."""
        for more in shown.marks.more:
            box = self.painter.more_box(more.x, shown.y, len(more.ids), rtl=shown.line.block.rtl)
            yield Crowd(box.toAlignedRect(), more.ids)
        for name in self.painter.names_of(shown):
            if name.mark is None:
                yield Crowd(name.box.translated(0, shown.y).toAlignedRect(), name.ids)

    def band(self, line: Line) -> QRect:
        """A line in the opening, margins and all."""
        return QRect(0, self.y(line), self.measures.width, self.measures.height(last=line.is_last))

    def wide_band(self, line: Line) -> QRect:
        """The same with what is chosen there: a tag in the leading over it, knobs and ways of links under it."""
        over = max(self.measures.em, round(self.painter.metrics.height())) + 2
        return self.band(line).adjusted(0, -over, 0, 7)
