"""One clash: what it is about, ours beside theirs, each in words, a span in its text as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.core.direction import article_direction
from annotator.messages import isolate
from annotator.store import articles
from annotator.ui.review.choices import KeyButton
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.quote import Quote

if TYPE_CHECKING:
    from annotator.core.models import Fragments
    from annotator.operations.clash_words import Told
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_AROUND = 60  # code points of the text beside a span


def named(told: Told) -> str:
    """What a clash is about: the kind of thing, and what it is called."""
    if not told.name:
        return told.what
    words = QCoreApplication.translate("Sides", "%1 “%2”")
    return words.replace("%1", told.what).replace("%2", isolate(told.name))


class Sides(QWidget):
    """`chosen` with "ours" or "theirs"; `opened` with an article to look at."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk, home: Home, told: Told, *, enabled: bool) -> None:
        super().__init__()
        self._desk, self._home, self._told, self._enabled = desk, home, told, enabled
        self.controls: list[QPushButton] = []  # in the order of Tab
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        self._column.addWidget(on_side(label(named(told), "title", wrap=True)))
        self._column.addWidget(on_side(label(told.why, wrap=True)))
        self._column.addWidget(on_side(label(self._there(), "muted", wrap=True)))
        if told.title:
            row = QHBoxLayout()
            self.controls.append(button(isolate(told.title), "link", pressed=lambda: self.opened.emit(told.article)))
            row.addWidget(self.controls[0])
            row.addStretch(1)
            self._column.addLayout(row)
        both = QGridLayout()
        both.setHorizontalSpacing(12)
        self.ours = self._side(both, 0, "ours", self.tr("Here"), self.tr("Keep ours"), "O")
        self.theirs = self._side(both, 1, "theirs", self.tr("There"), self.tr("Take theirs"), "T")
        self._column.addLayout(both)
        if told.below:
            words = self.tr("%Ln thing(s) depend on it and go the same way.", "", told.below)
            self._column.addWidget(on_side(label(words, "muted", wrap=True)))
        self._column.addStretch(1)

    def _there(self) -> str:
        moment = QDateTime.fromString(self._told.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
        at = QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else ""
        who = isolate(self._told.who) if self._told.who else self.tr("nobody’s name")
        return self.tr("Done there by %1, %2").replace("%1", who).replace("%2", isolate(at))

    def _side(self, grid: QGridLayout, at: int, take: str, heading: str, words: str, key: str) -> QPushButton:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.setSpacing(6)
        inside.addWidget(label(heading, "heading"))
        for said in self._told.said:
            inside.addWidget(on_side(label(said.column, "small")))
            shown = label(isolate(said.ours if take == "ours" else said.theirs) or "—", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(on_side(shown))
        self._quote(inside, self._told.ours if take == "ours" else self._told.theirs)
        inside.addStretch(1)
        row = QHBoxLayout()
        made = KeyButton(key, lambda: self.chosen.emit(take))
        made.say(words)
        made.setEnabled(self._enabled)
        row.addWidget(made)
        row.addStretch(1)
        inside.addLayout(row)
        self.controls.append(made)
        grid.addWidget(card, 0, at)
        grid.setColumnStretch(at, 1)
        return made

    def _quote(self, inside: QVBoxLayout, fragments: Fragments) -> None:
        """The span in the text that stands here now."""
        if not fragments or not self._told.article:
            return
        db = self._desk.bridge.project.db
        body = articles.text(db, articles.get(db, self._told.article).text).body
        start, end = fragments[0][0], fragments[-1][1]
        if end > len(body):
            return
        quote = Quote(self._home.theme)
        before, after = body[max(start - _AROUND, 0) : start], body[end : end + _AROUND]
        rtl = article_direction(body) == "rtl"
        quote.show_quote(before, body[start:end], after, rtl=rtl)
        inside.addWidget(quote)
