"""Paints the lines of a page: tints and lanes under untouched letters, then what is chosen over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from annotator.ui.text.marks import DASHED, DOTTED, DOUBLE, SETTLED
from annotator.ui.text.names import Name, Names, isolated, plus
from annotator.ui.text.style import mixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QLocale

    from annotator.core.models import Fragments
    from annotator.ui.text.display import LineMarks, Segment, Tint
    from annotator.ui.text.geometry import Edges
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.measures import Measures
    from annotator.ui.text.page import Line
    from annotator.ui.text.style import MarkColours, PageStyle

_INSET = 1.0  # pixels by which a closed lane keeps away from its neighbour
_ROUND = 3.0
_NUMBER = 1.7  # of an em, between the column and a paragraph's number
_LETTER = 0.45  # of an em, between the column and the letters of bands


class Shown(NamedTuple):
    """A line on the screen: its top in viewport pixels, and what it shows of its marks."""

    line: Line
    y: int
    marks: LineMarks


class LinePainter:
    """Paints lines in one style; the x of everything on a line is relative to the column."""

    def __init__(
        self, measures: Measures, style: PageStyle, small: QFont, locale: QLocale, letters: Sequence[str] = ()
    ) -> None:
        self.letters = letters  # of three coders or more
        self.measures, self.style, self.small, self.locale = measures, style, small, locale
        self.metrics = QFontMetricsF(small)
        self._names = Names(measures, self.metrics, locale, letters)
        self._colours: dict[int, MarkColours] = {}
        self._shaped: dict[str, QStaticText] = {}
        self._pens: dict[tuple[int, int, bool, int], QPen] = {}

    def colours(self, hue: int) -> MarkColours:
        """The style's colours for a hue."""
        if (known := self._colours.get(hue)) is None:
            known = self._colours[hue] = self.style.colours(hue)
        return known

    # -- under the letters

    def tints(self, painter: QPainter, lines: Iterable[Shown], strong: frozenset[str]) -> None:
        """The tint of the innermost mark at each place; a stronger one for the marks in `strong`."""
        for _, y, marks in lines:
            for tint in marks.tints:
                self._bands(painter, tint.edges, self._tint_span(tint, y), self.colours(tint.mark.hue).fill)
            span = (y + self.measures.tint_top, y + self.measures.tint_bottom)
            for segment in marks.segments:
                if segment.mark.id in strong:
                    self._bands(painter, segment.edges, span, self.colours(segment.mark.hue).strong)

    def _tint_span(self, tint: Tint, y: int) -> tuple[int, int]:
        lanes = self.measures.lanes_of(tint.mark.side)
        under = lanes[0] >= self.measures.lanes[0] and not self.measures.bands
        bottom = self.measures.lanes[max(tint.lane, 0) if under else 0]
        return y + self.measures.tint_top, y + bottom

    def _bands(self, painter: QPainter, edges: Sequence[Edges], span: tuple[int, int], colour: QColor) -> None:
        left = self.measures.column_x
        for x0, x1 in edges:
            painter.fillRect(QRectF(left + x0, span[0], x1 - x0, span[1] - span[0]), colour)

    def lanes(self, painter: QPainter, lines: Iterable[Shown]) -> None:
        """The line under (or, for the second coder, over) the words of every mark that has a lane."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, y, marks in lines:
            for segment in marks.segments:
                if segment.lane >= 0:
                    self._lane(painter, segment, y, rtl=line.block.rtl)

    def _lane(self, painter: QPainter, segment: Segment, y: int, *, rtl: bool) -> None:
        mark, lane = segment.mark, segment.lane
        measures = self.measures
        top = y + measures.lanes_of(mark.side)[lane]
        thick = measures.lane
        last = len(segment.edges) - 1
        painter.setPen(self._pen(mark))
        for at, (x0, x1) in enumerate(segment.edges):
            open_left = (segment.open_end if rtl else segment.open_start) and at == 0
            open_right = (segment.open_start if rtl else segment.open_end) and at == last
            left = measures.column_x + x0 + (-2 * thick if open_left else _INSET)
            right = measures.column_x + x1 + (2 * thick if open_right else -_INSET)
            if mark.pattern == DOUBLE:
                thin = max(1, thick // 2)
                painter.drawLine(QLineF(left, top + thin / 2, right, top + thin / 2))
                painter.drawLine(QLineF(left, top + thick + thin / 2, right, top + thick + thin / 2))
            else:
                painter.drawLine(QLineF(left, top + thick / 2, right, top + thick / 2))
        self._head(painter, segment, top)

    def _head(self, painter: QPainter, segment: Segment, top: int) -> None:
        """A thicker stroke of a lane under the inner head alone."""
        colour = self._pen(segment.mark).color()
        for x0, x1 in segment.head:
            left, right = self.measures.column_x + x0 + _INSET, self.measures.column_x + x1 - _INSET
            painter.fillRect(QRectF(left, top - 1, right - left, self.measures.lane + 2), colour)

    def _pen(self, mark: Mark) -> QPen:
        key = (mark.hue, mark.pattern, mark.pending, mark.side)
        if (pen := self._pens.get(key)) is None:
            thick = self.measures.lane
            colour = self.colours(mark.hue).edge
            if mark.pending:
                colour = mixed(self.style.paper, colour, 0.55)
            width = max(1, thick // 2) if mark.pattern == DOUBLE else thick * (1.5 if mark.side == SETTLED else 1)
            pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            if mark.pattern in (DASHED, DOTTED):
                pen.setDashPattern([4.0, 2.0] if mark.pattern == DASHED else [1.0, 1.5])
            self._pens[key] = pen
        return pen

    def selection(self, painter: QPainter, lines: Iterable[Shown], selected: Fragments) -> None:
        """The selected words: neutral, with an outline."""
        painter.setBrush(self.style.selection_fill)
        painter.setPen(QPen(self.style.selection_edge, 1))
        self._boxes(painter, lines, selected)

    def chosen_head(self, painter: QPainter, lines: Iterable[Shown], head: Fragments) -> None:
        """A stroke under the part of the selection that is to be its inner head."""
        bottom = self.measures.tint_bottom
        for line, y, _ in lines:
            for start, end in head:
                if start < line.end and end > line.start:
                    self._bands(
                        painter, line.edges(start, end), (y + bottom - 4, y + bottom), self.style.selection_edge
                    )

    def outline(self, painter: QPainter, lines: Iterable[Shown], mark: Mark, *, faint: bool = False) -> None:
        """The outline round a mark's words."""
        colours = self.colours(mark.hue)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.edge, 1.0 if faint else 1.5))
        self._boxes(painter, lines, mark.fragments)

    def _boxes(self, painter: QPainter, lines: Iterable[Shown], fragments: Fragments) -> None:
        top, bottom = self.measures.tint_top, self.measures.tint_bottom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, y, _ in lines:
            for start, end in fragments:
                if start < line.end and end > line.start:
                    for x0, x1 in line.edges(start, end):
                        box = QRectF(self.measures.column_x + x0, y + top, x1 - x0, bottom - top)
                        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    # -- the letters

    def ink(self, painter: QPainter, lines: Iterable[Shown]) -> None:
        """The words, from their layouts, with no format in them."""
        painter.setPen(self.style.ink)
        left = self.measures.column_x
        for line, y, _ in lines:
            line.qt.draw(painter, QPointF(left, y - line.top))

    # -- the margins

    def margins(self, painter: QPainter, lines: Iterable[Shown]) -> None:
        """Paragraph numbers, bars of long marks, names, and "+n" where marks found no lane."""
        painter.setFont(self.small)
        for shown in lines:
            self._number(painter, shown)
            self._band_letters(painter, shown)
            self._line_bars(painter, shown)
            for name in self.names_of(shown):
                self._name(painter, name, shown.y)
            for more in shown.marks.more:
                self._more(painter, more.x, shown.y, len(more.ids), rtl=shown.line.block.rtl)

    def names_of(self, shown: Shown) -> list[Name]:
        """The names that stand beside a line."""
        if not shown.marks.named:
            return []
        kept: tuple[LineMarks, list[Name]] | None = shown.line.__dict__.get("names")
        if kept is None or kept[0] is not shown.marks:
            kept = shown.marks, self._names.of(shown.marks.named)
            shown.line.__dict__["names"] = kept
        return kept[1]

    def _number(self, painter: QPainter, shown: Shown) -> None:
        number = shown.line.block.number
        if shown.line.index or not number or self.measures.comparing:
            return
        words = self.locale.toString(number)
        width = self.metrics.horizontalAdvance(words)
        out = min(self.measures.em * _NUMBER, self.measures.start_margin - width - 4)
        x = self.measures.outward(out, start=True)
        painter.setPen(self.style.faint)
        painter.drawText(QPointF(x if self.measures.rtl else x - width, shown.y + self.measures.rise), words)

    def _band_letters(self, painter: QPainter, shown: Shown) -> None:
        """Whose each band under the words is, where any of them holds something."""
        if not self.measures.bands or all(segment.mark.side == SETTLED for segment in shown.marks.segments):
            return
        painter.setPen(self.style.faint)
        for letter, band in zip(self.letters, self.measures.bands, strict=False):
            width = self.metrics.horizontalAdvance(isolated(letter))
            x = self.measures.outward(self.measures.em * _LETTER, start=True)
            middle = shown.y + (band[0] + band[-1] + self.measures.lane) / 2
            baseline = middle + self.metrics.capHeight() / 2
            painter.drawText(QPointF(x if self.measures.rtl else x - width, baseline), isolated(letter))

    def _line_bars(self, painter: QPainter, shown: Shown) -> None:
        measures = self.measures
        for part in shown.marks.parts:
            if part.bar < 0:
                continue
            out = measures.em * (_LETTER + 1.0 if measures.bands else 0.6)
            x = measures.outward(out + part.bar * (measures.lane + 2), start=True)
            line = shown.line
            top = measures.tint_top if line.start <= part.mark.start else 0
            bottom = measures.lanes[1] if part.mark.end <= line.end else measures.height(last=line.is_last)
            painter.fillRect(
                QRectF(x - measures.lane / 2, shown.y + top, measures.lane, bottom - top),
                self.colours(part.mark.hue).edge,
            )

    def _name(self, painter: QPainter, name: Name, y: int) -> None:
        painter.setPen(self.colours(name.mark.hue).text if name.mark else self.style.faint)
        self._draw(painter, QPointF(name.box.left(), y + name.box.top()), name.words)

    def _draw(self, painter: QPainter, corner: QPointF, words: str) -> None:
        """Words in the margins' font, shaped once; `corner` is their top left."""
        if (text := self._shaped.get(words)) is None:
            text = self._shaped[words] = QStaticText(isolated(words))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            text.prepare(font=self.small)
        painter.drawStaticText(corner, text)

    def more_box(self, x: float, y: int, count: int, *, rtl: bool) -> QRectF:
        """The box of a "+n" whose marks end at `x` of the column."""
        width = self.metrics.horizontalAdvance(plus(count, self.locale)) + 6
        height = 5 * self.measures.lane + 2
        beyond = 2 * self.measures.lane  # where an open lane goes
        left = self.measures.column_x + x + (-beyond if rtl else beyond - width)
        return QRectF(left, y + self.measures.lanes[0] - 1, width, height)

    def _more(self, painter: QPainter, x: float, y: int, count: int, *, rtl: bool) -> None:
        box = self.more_box(x, y, count, rtl=rtl)
        painter.fillRect(box, self.style.paper)
        painter.setPen(self.style.faint)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), plus(count, self.locale))
