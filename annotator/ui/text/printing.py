"""A coded article on paper as it looks: lines with their tints, lanes and names, page by page, and a legend at the end.

Lengths are units of 1/192 inch, so that whole units are fine enough for paper.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QLocale, QPointF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from annotator.core.direction import article_direction
from annotator.ui import theme
from annotator.ui.text import style
from annotator.ui.text.display import Segment
from annotator.ui.text.head import Head
from annotator.ui.text.measures import AIR, letters_of, measures
from annotator.ui.text.names import isolated
from annotator.ui.text.page import Page
from annotator.ui.text.painter import LinePainter, Shown
from annotator.ui.text.parts import Parts
from annotator.ui.text.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPagedPaintDevice

    from annotator.core.direction import Side
    from annotator.core.models import Direction
    from annotator.core.text import Text
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.measures import Measures
    from annotator.ui.text.names import Name
    from annotator.ui.text.page import Block

UNITS = 192  # to an inch
_EM, _SMALL = 29, 19  # letters of 11 points, names of 7: two rows of them stand beside a line
_NUMBERS = 110  # units of the margin where lines begin; the other one has what the column leaves
_FOOT = 1.9  # ems for the line at a sheet's foot
_SWATCH = 2.4  # ems
_COLUMNS = 2  # of the legend

_LTR, _RTL, _POP = "\u2066", "\u2067", "\u2069"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed; `facts` stand over the legend (who coded it, when), in the interface's language."""

    text: Text
    direction: Direction
    title: str
    byline: Sequence[str] = ()
    chips: Sequence[str] = ()
    marks: Sequence[Mark] = ()
    parts: Sequence[tuple[str, int, int]] = ()
    legend: str = ""
    facts: Sequence[str] = ()
    font: str = theme.ARTICLE
    spacing: str = "comfortable"
    bare: bool = False


class Entry(NamedTuple):
    """A line of the legend: a label as one of its marks has it, and how many spans it has."""

    mark: Mark
    spans: int


@dataclass(slots=True)
class Sheet:
    """One page: what stands on it, each with its y from the page's top."""

    head: bool = False
    lines: list[Shown] = field(default_factory=list)
    legend: int = -1  # the y of the legend's heading
    entries: list[tuple[int, Sequence[Entry]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # names that have numbers in this page's margin


class _Paper(LinePainter):
    """Names that a margin has no room for are numbers there; the page's foot says what they mean."""

    def __init__(self, form: Measures, small: QFont) -> None:
        super().__init__(form, style.light(), small, QLocale())
        self.numbers: dict[str, int] = {}

    def names_of(self, shown: Shown) -> list[Name]:
        """The names beside a line, whole, or the numbers of all of them."""
        return self._numbered(shown) if self.is_crowded(shown) else super().names_of(shown)

    def is_crowded(self, shown: Shown) -> bool:
        """Whether a name beside a line would be cut or left out."""
        return any(name.mark is None or name.words != name.mark.name for name in super().names_of(shown))

    def _numbered(self, shown: Shown) -> list[Name]:
        numbered = [mark._replace(name=self.number(mark.name)) for mark in shown.marks.named]
        return self._names.of(numbered)

    def number(self, name: str) -> str:
        """The number that stands for a name on all pages."""
        return self.locale.toString(self.numbers.setdefault(name, len(self.numbers) + 1))

    def swatch(self, painter: QPainter, mark: Mark, x: tuple[float, float], y: float) -> None:
        """A piece of tint and lane, as a mark of this label has them."""
        left, right = (at - self.measures.column_x for at in x)
        span = (round(y + self.measures.tint_top), round(y + self.measures.lanes[0]))
        self._bands(painter, [(left, right)], span, self.colours(mark.hue).fill)
        self._lane(painter, Segment(mark, 0, [(left, right)], open_start=False, open_end=False), round(y), rtl=False)


class Sheets:
    """An article cut into pages of `size` units; `progress` hears 0 to 1 while it is laid out."""

    def __init__(self, printed: Printed, size: QSizeF, progress: Callable[[float], object] = float) -> None:
        self._printed, self._size = printed, size
        side: Side = printed.direction or article_direction(printed.text.body)
        self._view = View(Page(printed.text, side), Head(printed.title, tuple(printed.byline), tuple(printed.chips)))
        self._form(rtl=side == "rtl")
        self._view.marks.replace(printed.marks)
        self._parts = Parts(printed.parts)
        self.pages = [Sheet(head=True)]
        self._y = self._view.head.height
        self._break(progress)
        self._add_legend()

    def _form(self, *, rtl: bool) -> None:
        printed, view = self._printed, self._view
        theme.load_font(printed.font)
        font = QFont(printed.font)
        font.setPixelSize(_EM)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        metrics = QFontMetricsF(font)
        letters = letters_of(printed.font, metrics.ascent() / _EM, metrics.descent() / _EM)
        width, air = int(self._size.width()), AIR.get(printed.spacing, 0.0)
        form = _on_paper(measures(_EM, width, letters, rtl=rtl, air=air))
        small = QFont(theme.INTERFACE)
        small.setPixelSize(_SMALL)
        small.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        view.page.show_bare(bare=printed.bare)
        view.head.bare = printed.bare
        view.set_form(form, font, small)
        self._paper = view.painter = _Paper(form, small)

    # -- where the pages end

    def _limit(self, notes: Sequence[str]) -> float:
        """How far down lines may reach on a page with these notes."""
        return self._size.height() - _FOOT * _EM - self._notes_height(notes)

    def _notes_height(self, names: Sequence[str]) -> float:
        return len(self._note_rows(names)) * self._paper.metrics.height() + (_EM * 0.4 if names else 0.0)

    def _note_rows(self, names: Sequence[str]) -> list[list[tuple[float, float, str]]]:
        """Rows of notes: each its distance from the start edge, its width, and its words."""
        rows: list[list[tuple[float, float, str]]] = []
        at = self._size.width()
        for name in names:
            words = self._after_number(name)
            width = self._paper.metrics.horizontalAdvance(words)
            if at + width > self._size.width():
                rows.append([])
                at = 0.0
            rows[-1].append((at, width, words))
            at += width + _EM
        return rows

    def _after_number(self, name: str) -> str:
        """A name after the number that stands for it, as the page reads."""
        side = _RTL if self._view.measures.rtl else _LTR
        return f"{side}{self._paper.number(name)}\u2002{isolated(name)}{_POP}"

    def _break(self, progress: Callable[[float], object]) -> None:
        page = self._view.page
        for block in page.blocks:
            progress(block.start / max(len(page.text.body), 1))
            page.laid(block.index)
            if block.end > block.start:
                self._add_lines(block)
            elif self.pages[-1].lines:
                self._y += page.heights.values[block.index]

    def _add_lines(self, block: Block) -> None:
        for line, marks in zip(block.lines, self._view.display.lines(block), strict=True):
            shown = Shown(line, self._y, marks)
            crowded = dict.fromkeys(mark.name for mark in marks.named) if self._paper.is_crowded(shown) else {}
            notes = list(dict.fromkeys([*self.pages[-1].notes, *crowded]))
            if self.pages[-1].lines and self._y + self._view.measures.pitch > self._limit(notes):
                self._turn()
                notes = list(crowded)
            self.pages[-1].notes = notes
            self.pages[-1].lines.append(Shown(line, self._y, marks))
            self._y += self._view.measures.height(last=line.is_last)

    def _turn(self) -> None:
        self.pages.append(Sheet())
        self._y = 0

    def _add_legend(self) -> None:
        pitch, entries = self._view.measures.pitch, self._entries()
        heading = pitch + round(self._paper.metrics.height()) * len(self._printed.facts)
        rows = [entries[at : at + _COLUMNS] for at in range(0, len(entries), _COLUMNS)]
        if self._y + heading + min(len(rows), 3) * pitch > self._limit(self.pages[-1].notes):
            self._turn()
        self._y += _EM // 2
        self.pages[-1].legend = self._y
        self._y += heading
        for row in rows:
            if self._y + pitch > self._limit(self.pages[-1].notes):
                self._turn()
            self.pages[-1].entries.append((self._y, row))
            self._y += pitch

    def _entries(self) -> list[Entry]:
        counts = Counter(mark.name for mark in self._printed.marks)
        first = {mark.name: mark for mark in reversed(self._printed.marks)}
        return [Entry(first[name], count) for name, count in counts.most_common()]

    # -- painting

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint the page of that number, from 0."""
        sheet, view = self.pages[number], self._view
        if sheet.head:
            view.head.paint(painter, 0, style.light())
        self._paper.tints(painter, sheet.lines, frozenset())
        self._paper.lanes(painter, sheet.lines)
        self._parts.paint(painter, sheet.lines, view)
        self._paper.ink(painter, sheet.lines)
        self._paper.margins(painter, sheet.lines)
        if sheet.legend >= 0:
            self._legend_head(painter, sheet.legend)
        for y, row in sheet.entries:
            for at, entry in enumerate(row):
                self._entry(painter, y, entry, at * self._view.measures.column / _COLUMNS)
        self._foot(painter, number)

    def _words(self, painter: QPainter, words: str, y: float, *, out: float = 0.0, end: bool = False) -> float:
        """Words on a baseline, `out` from the page's start (or end) edge; how wide they are."""
        width = painter.fontMetrics().horizontalAdvance(words)
        at_right = self._view.measures.rtl != end
        painter.drawText(QPointF(self._size.width() - out - width if at_right else out, y), words)
        return width

    def _legend_head(self, painter: QPainter, y: int) -> None:
        form, page = self._view.measures, style.light()
        edge = self._start_margin
        bold = QFont(self._view.small)
        bold.setBold(True)
        painter.setPen(QPen(page.rule, 2))
        painter.drawLine(QLineF(form.column_x, y, form.column_x + form.column, y))
        painter.setPen(page.ink)
        painter.setFont(bold)
        self._words(painter, isolated(self._printed.legend), y + form.pitch * 0.62, out=edge)
        painter.setFont(self._view.small)
        painter.setPen(page.faint)
        for row, fact in enumerate(self._printed.facts, 1):
            self._words(painter, fact, y + form.pitch * 0.62 + row * self._paper.metrics.height(), out=edge)

    def _entry(self, painter: QPainter, y: int, entry: Entry, along: float) -> None:
        """One label of the legend, `along` so far from the column's start."""
        form, page, wide = self._view.measures, style.light(), _EM * _SWATCH
        name = entry.mark.name
        start = form.start_x - along if form.rtl else form.start_x + along
        self._paper.swatch(painter, entry.mark, (start - wide, start) if form.rtl else (start, start + wide), y)
        painter.setFont(self._view.small)
        painter.setPen(page.ink)
        out = self._start_margin + along + wide + _EM * 0.6
        words = self._after_number(name) if name in self._paper.numbers else isolated(name)
        width = self._words(painter, words, y + form.rise, out=out)
        painter.setPen(page.faint)
        self._words(painter, QLocale().toString(entry.spans), y + form.rise, out=out + width + _EM * 0.7)

    @property
    def _start_margin(self) -> float:
        form = self._view.measures
        return self._size.width() - form.start_x if form.rtl else form.start_x

    def _foot(self, painter: QPainter, number: int) -> None:
        page, height = style.light(), self._size.height()
        painter.setFont(self._view.small)
        rows = self._note_rows(self.pages[number].notes)
        line = self._paper.metrics.height()
        top = height - _FOOT * _EM - len(rows) * line
        painter.setPen(page.ink)
        for row, notes in enumerate(rows):
            for at, _, words in notes:
                self._words(painter, words, top + row * line + self._paper.metrics.ascent(), out=at)
        painter.setPen(QPen(page.rule, 1))
        painter.drawLine(QLineF(0, height - _EM * 1.4, self._size.width(), height - _EM * 1.4))
        painter.setPen(page.faint)
        base = height - self._paper.metrics.descent()
        locale = QLocale()
        counted = f"{locale.toString(number + 1)} / {locale.toString(len(self.pages))}"
        self._words(painter, isolated(counted), base, end=True)
        room = self._size.width() * 0.8
        title = self._paper.metrics.elidedText(self._printed.title, Qt.TextElideMode.ElideRight, room)
        self._words(painter, isolated(title), base)


def _on_paper(form: Measures) -> Measures:
    """The same with more room for names: on paper nothing is hovered."""
    names = form.width - form.column - _NUMBERS
    if names < form.end_margin:
        return form
    return replace(form, column_x=names if form.rtl else _NUMBERS, start_margin=_NUMBERS, end_margin=names)


def size_of(device: QPagedPaintDevice) -> QSizeF:
    """What can be painted on, in units."""
    return QSizeF(device.width() * UNITS / device.logicalDpiX(), device.height() * UNITS / device.logicalDpiY())


def print_article(printed: Printed, device: QPagedPaintDevice, progress: Callable[[float], object] = float) -> int:
    """Put an article on paper; how many pages it took. `progress` hears 0 to 1, and may raise to end the work."""
    sheets = Sheets(printed, size_of(device), lambda done: progress(done / 2))
    painter = QPainter(device)
    try:
        for number in range(len(sheets.pages)):
            progress(0.5 + number / len(sheets.pages) / 2)
            if number:
                device.newPage()
            painter.save()
            painter.scale(device.logicalDpiX() / UNITS, device.logicalDpiY() / UNITS)
            sheets.paint(painter, number)
            painter.restore()
    finally:
        painter.end()
    return len(sheets.pages)
