"""The difference in hand as a card: its words in context, and what the coders said of them, who agree in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.core.direction import article_direction
from annotator.messages import isolate
from annotator.ui.review.context import context
from annotator.ui.review.letters import letter
from annotator.ui.review.words import Telling
from annotator.ui.widgets.drawing import CHIP, chip
from annotator.ui.widgets.labels import keycap, label
from annotator.ui.widgets.quote import Quote

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from annotator.review.compare import Difference
    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

_SIDE_PIXELS = 15


class SaidCard(QFrame):
    """A quote over rows: one for each coder, or for those who agree about it."""

    def __init__(self, sitting: Sitting, theme: Theme) -> None:
        super().__init__()
        self._sitting, self._theme = sitting, theme
        self._telling = Telling(sitting)
        self.setProperty("role", "card")
        self.title = label(role="strong", wrap=True)
        self.quote = Quote(theme)
        self.rows: list[_Row] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 10, 13, 10)
        layout.setSpacing(7)
        layout.addWidget(self.title)
        layout.addWidget(self.quote)

    def show_difference(self, found: Difference) -> None:
        """Show another one."""
        self.title.setVisible(found.kind == "variable")
        self.quote.setVisible(found.kind != "variable")
        if found.kind == "variable":
            self.title.setText(self._telling.variable(found.label))
        else:
            self._show_quote(found.start, found.end)
        camps = self._camps(found)
        while len(self.rows) < len(camps):
            self.rows.append(_Row())
            self.layout().addWidget(self.rows[-1])  # type: ignore[union-attr]  # it was made above
        for row, places in zip(self.rows, camps, strict=False):
            self._show_row(row, found, places)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(camps))

    def _camps(self, found: Difference) -> list[tuple[int, ...]]:
        """Who stand in one row, by place; who has no say in it stands in none."""
        return sorted(found.camps, key=min) if found.camps else [(place,) for place in range(len(found.sides))]

    def _show_row(self, row: _Row, found: Difference, places: tuple[int, ...]) -> None:
        first, names = places[0], self._sitting.names
        words, details = self._telling.side(found, first), self._telling.details(found, first)
        who = "\n".join(isolate(names[place]) for place in places)
        row.show_said([letter(place) for place in places], who, words, details)
        row.show_chip(self._chip(found, first))
        row.show_words(self._telling.words(found, first), self._theme.text_font(_SIDE_PIXELS))

    def _show_quote(self, start: int, end: int) -> None:
        article = self._sitting.article
        found = context(self._sitting.text, start, end, article.direction if article else "")
        self.quote.show_quote(found.before, found.quote, found.after, rtl=found.rtl)

    def _chip(self, found: Difference, place: int) -> QPixmap | None:
        span = found.sides[place]
        label_of = next((each for each in self._sitting.named.book.labels if span and each.id == span.label), None)
        if label_of is None or found.kind == "relation":
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


class _Row(QWidget):
    """The letters and names of who said it at the start, what they said at the end, and more of it below."""

    def __init__(self) -> None:
        super().__init__()
        self._letters: list[QLabel] = []
        self.name, self.said, self.chip = label(role="muted", wrap=True), label(wrap=True), label()
        self.words, self.details = label(wrap=True), label(role="small", wrap=True)
        self._who = QHBoxLayout()
        self._who.setSpacing(3)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addLayout(self._who)
        row.addWidget(self.name, 1)
        row.addWidget(self.chip)
        row.addWidget(self.said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(_rule())
        layout.addLayout(row)
        layout.addWidget(self.words)
        layout.addWidget(self.details)

    def show_said(self, letters: list[str], who: str, said: str, details: list[str]) -> None:
        """Show what these coders said."""
        while len(self._letters) < len(letters):
            self._letters.append(keycap(""))
            self._who.addWidget(self._letters[-1], 0, Qt.AlignmentFlag.AlignTop)
        for number, cap in enumerate(self._letters):
            cap.setVisible(number < len(letters))
            if number < len(letters):
                cap.setText(letters[number])
        self.name.setText(who)
        self.said.setText(isolate(said))
        self.details.setText("\n".join(details))
        self.details.setVisible(bool(details))
        self.setAccessibleName(", ".join((*who.split("\n"), said, *details)))

    def show_chip(self, mark: QPixmap | None) -> None:
        """The colour and pattern of the label that they chose, if any."""
        self.chip.setVisible(mark is not None)
        if mark is not None:
            self.chip.setPixmap(mark)

    def show_words(self, words: str, font: QFont) -> None:
        """Show these coders' own words, from the side where they begin."""
        rtl = article_direction(words) == "rtl"
        self.words.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.words.setFont(font)
        self.words.setText(words)
        self.words.setVisible(bool(words))
