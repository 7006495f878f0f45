"""The difference in hand as a card: its words in context, and what each of the two coders said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.direction import article_direction, paragraph_direction
from annotator.messages import isolate
from annotator.ui.review.words import Telling
from annotator.ui.widgets.drawing import CHIP, chip
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.quote import Quote

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from annotator.review.compare import Difference
    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

_CONTEXT = 45  # characters before and after
_LONG = 150
_SIDE_PIXELS = 15


class SaidCard(QFrame):
    """A quote over two rows, one for each coder."""

    def __init__(self, sitting: Sitting, theme: Theme) -> None:
        super().__init__()
        self._sitting, self._theme = sitting, theme
        self._telling = Telling(sitting)
        self.setProperty("role", "card")
        self.title = label(role="strong", wrap=True)
        self.quote = Quote(theme)
        self.sides = (_Side(), _Side())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 10, 13, 10)
        layout.setSpacing(7)
        layout.addWidget(self.title)
        layout.addWidget(self.quote)
        for side in self.sides:
            layout.addWidget(_rule())
            layout.addWidget(side)

    def show_difference(self, found: Difference) -> None:
        """Show another one."""
        self.title.setVisible(found.kind == "variable")
        self.quote.setVisible(found.kind != "variable")
        if found.kind == "variable":
            self.title.setText(self._telling.variable(found.label))
        else:
            self._show_quote(found.start, found.end)
        for number, side in enumerate(self.sides):
            said, details = self._telling.side(found, number), self._telling.details(found, number)
            side.show_said(self._sitting.names[number], said, details, self._chip(found, number))
            side.show_words(self._telling.words(found, number), self._theme.text_font(_SIDE_PIXELS))

    def _show_quote(self, start: int, end: int) -> None:
        body = self._sitting.text.body
        first, last = next(p for p in self._sitting.text.paragraphs if p[0] <= start <= p[1])
        before, after = body[max(first, start - _CONTEXT) : start], body[end : min(max(last, end), end + _CONTEXT)]
        if start - _CONTEXT > first:
            before = "…" + before.partition(" ")[2]
        if end + _CONTEXT < last:
            after = after.rpartition(" ")[0] + "…"
        quote = body[start:end]
        quote = quote if len(quote) <= _LONG else f"{quote[: _LONG * 2 // 3]} … {quote[-_LONG // 3 :]}"
        article = self._sitting.article
        side = paragraph_direction(body[first:last], article_direction(body), article.direction if article else "")
        self.quote.show_quote(before, quote.replace("\n", " "), after, rtl=side == "rtl")

    def _chip(self, found: Difference, side: int) -> QPixmap | None:
        span = (found.a, found.b)[side]
        label_of = next((each for each in self._sitting.named.book.labels if span and each.id == span.label), None)
        if label_of is None or found.link is not None:
            return None
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(CHIP * ratio) + 2, round(CHIP * ratio) + 2)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        chip(painter, QRect(0, 0, CHIP, CHIP), self._theme.label_colours(label_of.hue), label_of.pattern)
        painter.end()
        return pixmap


def _rule() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line


class _Side(QWidget):
    """A coder's name at the start, what they said at the end, and more of it below."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.said, self.chip = label(role="muted"), label(wrap=False), label()
        self.words, self.details = label(wrap=True), label(role="small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(self.chip)
        row.addWidget(self.said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.words)
        layout.addWidget(self.details)

    def show_said(self, name: str, said: str, details: list[str], mark: QPixmap | None) -> None:
        """Show what this coder said; a long word wraps below."""
        self.name.setText(isolate(name))
        self.said.setText(isolate(said))
        self.details.setText("\n".join(details))
        self.details.setVisible(bool(details))
        self.chip.setVisible(mark is not None)
        if mark is not None:
            self.chip.setPixmap(mark)
        self.setAccessibleName(", ".join((name, said, *details)))

    def show_words(self, words: str, font: QFont) -> None:
        """Show this coder's own words, from the side where they begin."""
        rtl = article_direction(words) == "rtl"
        self.words.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.words.setFont(font)
        self.words.setText(words)
        self.words.setVisible(bool(words))
