"""The reading surface: an article as a printed page that happens to be coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.core.direction import Side, article_direction
from annotator.core.text import Text
from annotator.ui.text import style as styles
from annotator.ui.text.display import Display
from annotator.ui.text.head import Head
from annotator.ui.text.index import MarkIndex
from annotator.ui.text.measures import measures
from annotator.ui.text.page import Block, Line, Page
from annotator.ui.text.painter import LinePainter, Shown
from annotator.ui.text.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.models import Direction
    from annotator.ui.text.marks import Link, Mark
    from annotator.ui.text.style import PageStyle

FAMILY, PIXELS = "Noto Naskh Arabic", 20


class Surface(QAbstractScrollArea):
    """Shows one article and its marks; says what was chosen, and changes nothing by itself."""

    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._style = styles.light()
        self._family, self._pixels, self._zoom = FAMILY, PIXELS, 1.0
        self._state = State()
        self.show_article(Text(""), "")

    def show_article(self, text: Text, direction: Direction, *, title: str = "", byline: Sequence[str] = (), chips: Sequence[str] = (), place: int = 0) -> None:
        side: Side = direction or article_direction(text.body)
        self._page = Page(text, side)
        self._head = Head(title, byline, chips)
        self._index = MarkIndex(self._page)
        self._display = Display(self._page, self._index)
        self._set_form()

    def _set_form(self) -> None:
        page = self._page
        m = measures(self._pixels, self._zoom, self.viewport().width(), rtl=page.direction == "rtl")
        font = QFont(self._family); font.setPixelSize(m.em)
        small = QFont(self.font()); small.setPixelSize(m.small)
        self._display.clear()
        page.set_form(m, font)
        self._head.set_form(m, font, small)
        self._painter = LinePainter(m, self._style, small, self.locale())
        self._set_range()
        self.viewport().update()

    def _set_range(self):
        bar = self.verticalScrollBar()
        total = self._head.height + self._page.heights.total + self._page.measures.pitch
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, total - self.viewport().height()))

    def set_marks(self, marks, links=()):
        self._index.replace(marks); self._display.clear(); self.viewport().update()

    def lines_in(self, top, bottom):
        page = self._page
        offset = self._head.height - self.verticalScrollBar().value()
        at = page.heights.find(max(top - offset, 0))
        found = []
        while at < len(page.blocks):
            y = offset + page.top(at)
            if y >= bottom: break
            block = page.laid(at)
            lists = self._display.lines(block)
            for line in block.lines:
                if y + line.top < bottom and y + line.top + page.measures.pitch > top:
                    found.append(Shown(line, y + line.top, lists[line.index]))
            at += 1
        return found

    def paintEvent(self, event):
        painter = QPainter(self.viewport())
        rect = event.rect()
        painter.fillRect(rect, self._style.paper)
        half = self._page.measures.em // 2
        lines = self.lines_in(rect.top() - half, rect.bottom() + 1 + half)
        self._head.paint(painter, -self.verticalScrollBar().value(), self._style)
        p = self._painter
        p.tints(painter, lines, frozenset())
        p.lanes(painter, lines)
        p.ink(painter, lines)
        p.margins(painter, lines)
        painter.end()

    def resizeEvent(self, e):
        self._set_form()
