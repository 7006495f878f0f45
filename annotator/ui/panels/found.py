"""Find in the project: hits in context under their articles, in the drawer; the first show at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui.hits.found import FoundModel
from annotator.ui.hits.hit_list import HitList
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QHideEvent

    from annotator.core.changes import Change
    from annotator.operations.occurrences import Hit
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_MOST = 5_000  # hits that are shown
_PAUSE = 250  # milliseconds after the last letter
_SLICE = 0.012  # seconds of searching between two looks at the screen
_TO_LIST = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}


class FoundPanel(Speaking):
    """What lies outside it is the window's: `prepare` (False if cancelled), `show_hit` in the text, `close_drawer`."""

    prepare: Callable[[], bool]
    show_hit: Callable[[Hit], None]
    close_drawer: Callable[[], None]

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._coming: Iterator[Hit] | None = None
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        self.word, self.loose, self.exact = (button("", "quiet") for _ in range(3))
        self.count = label(role="muted")
        self.model = FoundModel(desk)
        self.list = HitList(self.model, theme, self)
        self.empty = Empty("", parent=self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(self, words: str) -> None:
        """Search for these, if there are any, with the keyboard in the field."""
        if words:
            self.field.setText(words)
            self.search()
        self.field.setFocus()
        self.field.selectAll()

    def search(self) -> None:
        """Find everything anew."""
        from annotator.operations import occurrences  # noqa: PLC0415  (the drawer opens before anybody searches)

        self._stop()
        self.model.clear()
        words = " ".join(self.field.text().split())
        if words and self.prepare():
            how = {"word": self.word.isChecked(), "loose": self.loose.isChecked(), "exact": self.exact.isChecked()}
            self._coming = occurrences.search(self._desk.bridge.project, words, limit=_MOST, **how)
            self._slices.start()
        self._say()

    def _go_on(self) -> None:
        """Search for a moment, and show what was found in it."""
        until, found, done = time.monotonic() + _SLICE, [], False
        while not done and time.monotonic() < until:
            hit = next(self._coming, None) if self._coming is not None else None
            done = hit is None
            found += [hit] if hit else []
        self.model.add(found)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(min(1, self.model.rowCount() - 1)))
        if done:
            self._stop()
        self._say()

    def _stop(self) -> None:
        self._pause.stop()
        self._slices.stop()
        self._coming = None

    def _say(self) -> None:
        hits, places = self.model.counts()
        going = self._slices.isActive()
        parts = [self.tr("%Ln place(s)", "", hits), self.tr("in %Ln article(s)", "", places)]
        words = " ".join(parts) if hits else ""
        if hits >= _MOST:
            words = self.tr("Only the first: %1").replace("%1", words)
        self.count.setText(f"{words} …" if going else words)
        searched = bool(self.field.text().strip())
        self.empty.say("" if going else self.tr("Nothing found.") if searched else self.tr("Write the words to find."))
        self._pages.setCurrentWidget(self.list if hits else self.empty)

    def _open(self, row: int) -> None:
        _, hit = self.model.row(row)
        if hit is not None:
            self.show_hit(hit)

    def _fold(self, row: int, shut: bool) -> None:
        self.list.setCurrentIndex(self.model.index(self.model.fold(row, shut=shut)))

    def _heard(self, change: Change) -> None:
        """Texts came or went: what is found is something else."""
        if change.touches("article", "text") and self.isVisible():
            self.search()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _words: self._pause.start())
        for made in (self.word, self.loose, self.exact):
            made.setCheckable(True)
            made.toggled.connect(self.search)
        self.exact.clicked.connect(lambda _on: self.loose.setChecked(False))
        self.loose.clicked.connect(lambda _on: self.exact.setChecked(False))
        self.list.wanted.connect(self._open)
        self.list.clicked.connect(lambda index: self._open(index.row()))
        self.list.folded.connect(self._fold)
        self._desk.bridge.changed.connect(self._heard)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self.field, self.word, self.loose, self.exact, self.count):
            row.addWidget(widget, int(widget is self.field))
        self._pages = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        words = self.tr("Find in the project")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.list.setAccessibleName(self.tr("What was found"))
        self.word.setText(self.tr("Whole word"))
        self.loose.setText(self.tr("ى=ي ة=ه"))
        self.exact.setText(self.tr("As written"))
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        """A closed drawer searches no more."""
        self._stop()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter or Down in the field goes to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            if self._pause.isActive():
                self.search()
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)
