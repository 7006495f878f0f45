"""The opening on a page: steady scrolling while estimates become exact, zoom, and repainting of few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.core.direction import Side, article_direction
from annotator.ui import theme
from annotator.ui.text import style
from annotator.ui.text.head import Head
from annotator.ui.text.measures import AIR, letters_of, measures
from annotator.ui.text.page import Page
from annotator.ui.text.state import State
from annotator.ui.text.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.core.models import Direction
    from annotator.core.text import Text

HeadWords = tuple[str, tuple[str, ...], tuple[str, ...]]  # title, byline, chips
_ZOOMS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_SMALLEST = 8  # pixels
_SETTLED = 120  # ms after which a scroll counts as done
_AHEAD = 1.0  # screens that are laid out in idle time, below and above


class PageArea(QAbstractScrollArea):
    """A scroll area that shows a page; its lines are laid out when they are seen, the next screen in idle time."""

    zoomed = Signal(float)
    place_changed = Signal(int)  # the first code point that shows, when a scroll has settled

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewport(QWidget(self))  # one of ours: Qt's own would make Python look at every class of widget
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.page_style = style.light()
        self.state = State()
        self._family, self._pixels, self._zoom = theme.ARTICLE, theme.TEXT_PIXELS, 1.0
        self._spacing = "comfortable"
        self._coders: tuple[str, ...] = ()
        self._letters: tuple[str, ...] = ()
        self.bare = False  # vowel marks are not drawn
        self._quiet = False
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._lay_ahead)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(lambda: self.place_changed.emit(self.place()))
        theme.load_font(self._family)

    @property
    def text(self) -> Text:
        """The text that is shown."""
        return self.view.page.text

    # -- the page and its form

    def open_page(self, text: Text, direction: Direction, head: HeadWords, place: int) -> None:
        """Take another article, from the line that holds `place`."""
        side: Side = direction or article_direction(text.body)
        self.view = View(Page(text, side), Head(*head))
        self.state = State(anchor=place, caret=place, has_keys=self.hasFocus())
        self._form()
        self._show_place(place, self.view.measures.pitch // 4 if place else None)
        self._settled.stop()

    def change_head(self, head: HeadWords) -> None:
        """Other words over the same article."""
        if self.view.head.words == head:
            return
        standing, view = self._standing(), self.view
        view.head = Head(*head)
        view.head.coders, view.head.bare = self._coders, self.bare
        view.head.set_form(view.measures, view.page.font, view.small)
        self._set_range()
        self._show_place(*standing or (0, None))
        self.viewport().update()

    def reform(self) -> None:
        """Lay everything out anew; the first line that shows stays where it is."""
        if not hasattr(self, "view"):
            return
        standing = self._standing()
        self._form()
        self._show_place(*standing or (0, None))

    def _form(self) -> None:
        rtl = self.view.page.direction == "rtl"
        em = max(_SMALLEST, round(self._pixels * self._zoom))
        font = QFont(self._family)
        font.setPixelSize(em)
        metrics = QFontMetricsF(font)
        letters = letters_of(self._family, metrics.ascent() / em, metrics.descent() / em)
        width, coders = self.viewport().width(), len(self._coders)
        form = measures(em, width, letters, rtl=rtl, coders=coders, air=AIR.get(self._spacing, 0.0))
        font.setStyleStrategy(QFont.StyleStrategy.PreferDefault)  # merges other fonts in for what this one lacks
        small = QFont(self.font())
        small.setPixelSize(form.small)
        self.view.head.coders, self.view.head.bare = self._coders, self.bare
        self.view.page.show_bare(bare=self.bare)
        self.view.set_form(form, font, small)
        self.view.height = self.viewport().height()
        self.restyle()
        self.verticalScrollBar().setSingleStep(form.pitch)
        self._set_range()
        self.viewport().update()

    def restyle(self) -> None:
        """Use other colours for the same form."""
        self.view.set_style(self.page_style, self.locale(), self._letters)

    def set_font(self, family: str, pixels: int, spacing: str = "comfortable") -> None:
        """Show the words in another font; `pixels` is its size at zoom 1, `spacing` one of `measures.AIR`."""
        if (family, pixels, spacing) != (self._family, self._pixels, self._spacing):
            theme.load_font(family)
            self._family, self._pixels, self._spacing = family, pixels, spacing
            self.reform()

    def zoom(self) -> float:
        """How large everything is; 1 is the usual size."""
        return self._zoom

    def set_zoom(self, factor: float) -> None:
        """Show everything larger or smaller, within bounds."""
        factor = min(max(factor, _ZOOMS[0]), _ZOOMS[-1])
        if factor != self._zoom:
            self._zoom = factor
            self.reform()
            self.zoomed.emit(factor)

    def zoom_by(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        beyond = [zoom for zoom in _ZOOMS if (zoom > self._zoom if step > 0 else zoom < self._zoom)]
        if beyond:
            self.set_zoom(beyond[0] if step > 0 else beyond[-1])

    def set_comparison(self, names: Sequence[str], letters: Sequence[str] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ") -> None:
        """Tell coders' marks apart; no names: one coder's alone.

        Two stand under and over the words, three and more in bands under them, which have these `letters`.
        """
        if (tuple(names), tuple(letters)) != (self._coders, self._letters):
            self._coders, self._letters = tuple(names), tuple(letters)
            self.reform()

    # -- where one stands

    def _standing(self) -> tuple[int, int] | None:
        """The first line that shows wholly (its first code point), and its y; None when the head shows."""
        if self.view.scroll < self.view.head.height // 2:
            return None
        return next(((shown.line.start, shown.y) for shown in self.view.on_screen() if shown.y >= 0), None)

    def place(self) -> int:
        """The first code point of the first line that shows wholly; 0 while the head shows."""
        return (self._standing() or (0, 0))[0]

    def paragraph_number(self) -> int:
        """The number in the margin of the paragraph where one stands: the caret's if it shows, else the first seen."""
        shown = self.view.on_screen()
        caret = self.state.caret
        seen = bool(shown) and shown[0].line.start <= caret <= shown[-1].line.end
        return self.view.page.number_of(caret if seen else self.place())

    def _show_place(self, place: int, y: int | None) -> None:
        """Scroll so that the line that holds `place` stands at `y`; None: to the top."""
        if y is None:
            self._scroll_to(0)
            return
        place = min(max(place, 0), len(self.text.body))
        for _ in range(3):  # laying out what shows may move it
            line = self.view.page.block_at(place).line_at(place)
            self._set_range()
            self._scroll_to(self.view.scroll + self.view.y(line) - y)
            self.view.near_screen()
        self.viewport().update()

    def reveal(self, start: int, end: int) -> None:
        """Bring `[start, end)`, or as much of it as fits, into sight; nothing moves if it is there."""
        page, pitch = self.view.page, self.view.measures.pitch
        self.view.near_screen()  # as the next painting will have it
        for _ in range(3):
            first = page.block_at(start).line_at(start)
            last = page.block_at(end).line_at(max(end - 1, start))
            self._set_range()
            top, bottom = self.view.y(first), self.view.y(last) + pitch
            before = self.view.scroll
            if top < pitch // 2:
                self._scroll_to(before + top - (pitch * 2 if top < -pitch else pitch // 2))
            elif bottom > self.view.height - pitch // 2:
                way = bottom - self.view.height + (pitch * 2 if bottom > self.view.height + pitch else pitch // 2)
                self._scroll_to(before + min(way, top - pitch // 2))
            if self.view.scroll == before:
                return

    def _scroll_to(self, value: int) -> None:
        self.verticalScrollBar().setValue(value)

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(max(self.view.height - self.view.measures.pitch, 1))
        bar.setRange(0, max(0, self.view.total - self.view.height))
        bar.setEnabled(bar.maximum() > 0)  # its room is kept, so that no line moves; its handle goes

    # -- scrolling

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """The bar has moved: shift what is painted, lay out what is new."""
        self.view.scroll = self.verticalScrollBar().value()
        if self._quiet:
            return
        self._hold()
        self.viewport().scroll(0, dy)
        self._settled.start()

    def _hold(self) -> None:
        """Lay out what shows; where an estimate over it was wrong, what was there already stays where it is."""
        view, page = self.view, self.view.page
        anchor = self._first_laid()
        view.near_screen()
        if anchor is not None:
            index, top = anchor
            while grown := page.top(index) - top:  # where less is over it than was thought, more comes into sight
                top += grown
                self._shift(grown)
                view.near_screen()
        self._set_range()

    def _first_laid(self) -> tuple[int, int] | None:
        """The first block on the screen that is laid out already, and where it begins."""
        view, page = self.view, self.view.page
        start = view.scroll - view.head.height
        at = page.heights.find(max(start, 0))
        top = page.top(at)
        while at < len(page.blocks) and top < start + view.height:
            if page.blocks[at].layout:
                return at, top
            top += page.heights.values[at]
            at += 1
        return None

    def _shift(self, by: int) -> None:
        """Correct the scroll position for heights that have changed above; nothing on the screen moves."""
        if by:
            self._quiet = True
            self._set_range()
            self._scroll_to(self.view.scroll + by)
            self._quiet = False

    def painted(self) -> None:
        """A frame is done: use idle time for the next."""
        if not self._idle.isActive() and self._next_ahead() is not None:
            self._idle.start()

    def _next_ahead(self) -> int | None:
        view, page = self.view, self.view.page
        start = view.scroll - view.head.height
        reach = round(view.height * _AHEAD)
        first, last = page.heights.find(max(start, 0)), page.heights.find(max(start + view.height + reach, 0))
        low = page.heights.find(max(start - reach, 0))
        near = (*range(first, last + 1), *range(first - 1, low - 1, -1))
        return next((at for at in near if page.blocks[at].layout is None), None)

    def _lay_ahead(self) -> None:
        """Lay out one block near the screen."""
        at = self._next_ahead()
        if at is None:
            return
        view = self.view
        above = view.page.top(at) + view.head.height < view.scroll
        before = view.page.heights.values[at]
        view.display.lines(view.page.laid(at))
        grown = view.page.heights.values[at] - before
        if above:
            self._shift(grown)
        else:
            self._set_range()
        self._idle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size: lay out anew if the width is another."""
        super().resizeEvent(event)
        self.view.height = self.viewport().height()
        if self.viewport().width() != self.view.measures.width:
            self.reform()
        else:
            self._set_range()

    # -- painting again, as little as possible

    def repaint_blocks(self, blocks: set[int]) -> None:
        """Marks of these blocks have changed: paint the lines on the screen that look different."""
        view = self.view
        for block in blocks:
            view.display.touch(block)
        start = view.scroll - view.head.height
        first, last = view.page.heights.find(max(start, 0)), view.page.heights.find(max(start + view.height, 0))
        for index in range(first, last + 1):
            shown = view.page.blocks[index]
            if index in blocks and shown.layout:
                for line in view.display.changed(shown):
                    self.viewport().update(view.band(line))

    def repaint_words(self, fragments: Iterable[tuple[int, int]]) -> None:
        """Paint the lines on the screen that hold these words."""
        for shown in self.view.lines_of(tuple(fragments)):
            self.viewport().update(self.view.wide_band(shown.line))

    def repaint_caret(self, position: int) -> None:
        """Paint the line on which the caret stands."""
        self.repaint_words(((position, position),))
