"""Find in the article: a slim bar at the foot of the text; all hits are lit, the last one is selected at the end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from annotator.core.finding import Wanted
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.core.folding import Folded
    from annotator.ui.coding import Coding
    from annotator.ui.language import Language
    from annotator.ui.theme import Theme

_LONG = 1_000_000  # code points: texts from here on are searched when the typing pauses
_PAUSE = 160  # milliseconds
_MOST = 120  # characters of a selection that are taken for what is searched for
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindBar(QFrame):
    """Enter or F3 goes on, with Shift back, round at the ends; Escape closes. F3 works with the bar closed too."""

    def __init__(self, coding: Coding, theme: Theme, language: Language) -> None:
        super().__init__(coding)
        self.setProperty("role", "foot")
        self._coding, self._theme, self._language = coding, theme, language
        self.hits: list[tuple[int, int]] = []
        self.current = -1
        self._from = 0  # where the search begins: other words are looked for from there, not from what was found
        self._known: tuple[object, str, Folded | str] | None = None
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        self.count = label(role="muted")
        self.previous = button("", "quiet", pressed=lambda: self.step(-1))
        self.next = button("", "quiet", pressed=lambda: self.step(1))
        self.word, self.loose, self.exact = (button("", "quiet") for _ in range(3))
        self.shut = button("", "quiet", pressed=self.close_bar)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        self._lay_out()
        self._connect()
        self.retheme()
        self.retranslate()
        coding.foot.addWidget(self)
        self.hide()

    # -- opening and closing

    def open_bar(self) -> None:
        """Show it with the selected words, or with what was searched for last."""
        surface = self._coding.surface
        selection = surface.selection()
        if selection is not None and selection[1] - selection[0] <= _MOST:
            self.field.setText(" ".join(surface.text.body[slice(*selection)].split()))
        self._from = selection[0] if selection else surface.caret()
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Put it away, and select the hit, so that a label's key codes it."""
        self._catch_up()
        self._coding.surface.set_hits(())
        self.hide()
        self._select()
        self._coding.surface.setFocus()

    def step(self, by: int) -> None:
        """Go to the hit that many places on; with the bar closed it is selected."""
        self._catch_up()
        if self.isHidden():
            self._search_from_caret(by)
        elif self.hits:
            self._show((self.current + by) % len(self.hits))
            self._from = self.hits[self.current][0]

    def _search_from_caret(self, by: int) -> None:
        if not self.field.text().strip():
            self.open_bar()
            return
        surface = self._coding.surface
        mark = surface.view.marks.by_id.get(surface.focused_mark())
        start, end = (mark.start, mark.end) if mark else surface.selection() or (surface.caret(), surface.caret())
        self._find()
        if self.hits:
            there = bisect_left(self.hits, (end, 0)) if by > 0 else bisect_right(self._ends(), start) - 1
            self.current = there % len(self.hits)
            self._select()

    def _ends(self) -> list[int]:
        return [end for _, end in self.hits]

    def _select(self) -> None:
        """Select the current hit as the project's boundary policy has it."""
        if self.current >= 0:
            surface, hit = self._coding.surface, self.hits[self.current]
            surface.select(*surface.fit(*hit))
            surface.reveal(*hit)

    # -- searching

    def wanted(self) -> Wanted:
        """What is searched for, and how."""
        exact = self.exact.isChecked()
        return Wanted(self.field.text(), self.word.isChecked(), self.loose.isChecked() and not exact, exact)

    def search(self) -> None:
        """Light all hits; the first one behind where the search began is the current one."""
        self._pause.stop()
        self._find()
        here = bisect_left(self.hits, (self._from, 0))
        self._show(here % len(self.hits) if self.hits else -1)

    def _catch_up(self) -> None:
        """Whoever types on without a pause means what stands in the field now."""
        if self._pause.isActive():
            self.search()

    def _find(self) -> None:
        text = self._coding.text
        wanted, body = self.wanted(), text.body if text else ""
        how = (wanted.loose, wanted.exact)
        if self._known is None or self._known[0] != how or self._known[1] is not body:
            self._known = (how, body, wanted.prepared(body))
        self.hits, self.current = list(wanted.find(self._known[2])), -1

    def _show(self, at: int) -> None:
        surface, number = self._coding.surface, self._language.number
        self.current = at
        surface.set_hits(self.hits, at)
        if at >= 0:
            surface.reveal(*self.hits[at])
            words = self.tr("%1 of %2").replace("%1", number(at + 1)).replace("%2", number(len(self.hits)))
        else:
            words = self.tr("Nothing found") if self.field.text().strip() else ""
        self.count.setText(words)
        surface.announce(words)

    def _later(self) -> None:
        long = self._coding.text is not None and len(self._coding.text.body) >= _LONG
        self._pause.start() if long else self.search()

    def _again(self) -> None:
        """Another article stands there, or another way of searching was chosen."""
        self._known = None
        if not self.isHidden():
            self._from = self._coding.surface.caret()
            self.search()

    # -- the widget

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _words: self._later() if not self.isHidden() else None)
        for made in (self.word, self.loose, self.exact):
            made.setCheckable(True)
            made.toggled.connect(lambda _on: self.search())
        self.exact.clicked.connect(lambda _on=False: self.loose.setChecked(False))
        self.loose.clicked.connect(lambda _on=False: self.exact.setChecked(False))
        self._coding.shown.connect(self._again)
        self._theme.changed.connect(self.retheme)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 10, 6)
        layout.setSpacing(6)
        self.field.setMinimumWidth(200)
        self.count.setMinimumWidth(84)
        for widget in (self.field, self.count, self.previous, self.next, self.word, self.loose, self.exact):
            layout.addWidget(widget, 1 if widget is self.field else 0)
        layout.addStretch(1)
        layout.addWidget(self.shut)

    def retheme(self) -> None:
        """Icons in the colours of now."""
        for made, name in ((self.previous, "chevron-up"), (self.next, "chevron-down"), (self.shut, "x")):
            made.setIcon(self._theme.icon(name))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        words = self.tr("Find in the article")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        _name(self.previous, self.tr("The previous hit (Shift+F3)"))
        _name(self.next, self.tr("The next hit (F3)"))
        _name(self.shut, self.tr("Close (Esc)"))
        self.word.setText(self.tr("Whole word"))
        self.loose.setText(self.tr("ى=ي ة=ه"))
        _name(self.loose, self.tr("Take ى and ي, ة and ه, ؤ and و, ئ and ي for one letter"))
        self.exact.setText(self.tr("As written"))
        _name(self.exact, self.tr("Marks, hamzas, tatweel and quotation marks exactly as written"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show(self.current) if not self.isHidden() else None
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field goes on, with Shift back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _name(made: QPushButton, words: str) -> None:
    made.setToolTip(words)
    made.setAccessibleName(words)
