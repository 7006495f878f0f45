"""F4: link the span in focus with two keys. The spans that it can be linked with have digits; one digit links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from annotator.messages import isolate
from annotator.operations import annotations as spans
from annotator.store import codings
from annotator.ui import keys
from annotator.ui.models.linkable import DIGITS, candidates, ways
from annotator.ui.models.named import short
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.models.linkable import Candidate, Way

_SHORT = 24  # characters of a candidate's words
_STAYS = "\u00a0"  # a digit stays beside its words
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class Linking(QFrame):
    """While it lasts, digits on the page link and, with Shift, unlink; other letters and digits do nothing.

    The strip at the foot says what each digit stands for. Escape, F4, another span or a selection end it.
    """

    def __init__(self, desk: Desk, coding: Coding) -> None:
        super().__init__(coding)
        self.setProperty("role", "notice")
        self._desk, self._coding = desk, coding
        self.span = ""
        self.candidates: dict[str, Candidate] = {}
        self._asked: list[Callable[[], None]] = []  # a second choice, by digit from 1
        self.words = on_side(label("", wrap=True))
        self.end_it = button("", "quiet", pressed=self.end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 10, 4)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.end_it)
        coding.foot.addWidget(self)
        self.hide()
        desk.bridge.changed.connect(lambda _change: self._follow())
        desk.focus_changed.connect(lambda span: self.end() if span != self.span else None)
        desk.selection_changed.connect(lambda chosen: self.end() if chosen else None)
        desk.mode_changed.connect(lambda _mode: self.end())
        desk.language_changed.connect(lambda _language: self._follow())

    def begin(self) -> None:
        """Offer what the span in focus can be linked with; a second time, end it."""
        if self.span:
            self.end()
            return
        surface = self._coding.surface
        self.span = surface.focused_mark()
        self._follow()
        if self.span:
            surface.installEventFilter(self)
            self.show()
            surface.setFocus()
            surface.announce(self.words.text())
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The strip has taken its room from the page."""
        if mark := self._coding.surface.view.marks.by_id.get(self.span):
            self._coding.surface.reveal(mark.start, mark.end)

    def end(self) -> None:
        """Offer nothing more."""
        if self.span:
            self.span, self.candidates, self._asked = "", {}, []
            self._coding.surface.removeEventFilter(self)
            self._coding.surface.show_choices({})
            self.hide()

    def _follow(self) -> None:
        """Read again what there is to link with."""
        if not self.span:
            return
        db, book = self._desk.bridge.project.db, self._coding.marking.named.book
        span = codings.annotation(db, self.span)
        self.candidates = candidates(db, book, span) if span else {}
        self._asked = []
        if not self.candidates:
            allowed = span is not None and ways(book, span.label)
            self._coding.tell(self._none_here() if allowed else self._no_kind())
            self.end()
            return
        self._coding.surface.show_choices(
            {one.span.id: f"{digit} ✓" if one.linked else digit for digit, one in self.candidates.items()}
        )
        self.end_it.setText(self.tr("End (Esc)"))
        self._say(self._offer())

    def _none_here(self) -> str:
        return self.tr("There is no span here that this one could be linked with.")

    def _no_kind(self) -> str:
        return self.tr("The codebook has no relation for this label.")

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits, and keep other letters from meaning labels."""
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        if event.key() in _HELD or event.modifiers() & keys.COMMANDS:
            return False
        digit = keys.digit(event)
        if digit and self._asked:
            self._answer(digit)
        elif digit in self.candidates:
            take_away = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose(self.candidates[digit], take_away=take_away)
        return bool(digit or keys.physical(event))

    def _choose(self, one: Candidate, *, take_away: bool) -> None:
        if take_away:
            made = [(way, lambda relation=relation: self._unlink(relation)) for relation, way in one.linked.items()]
            sentence = self.tr("They are not linked.")
        else:
            free = [way for way in one.ways if way not in one.linked.values()]
            made = [(way, lambda way=way: self._link(way, one.span.id)) for way in free]
            sentence = self.tr("They are linked already; with Shift the digit takes the link away.")
        if not made:
            self._coding.tell(sentence)
        elif len(made) == 1:
            made[0][1]()
        else:
            self._asked = [do for _, do in made]
            offers = (f"{digit} {self._name(way)}" for digit, (way, _) in zip(DIGITS, made, strict=False))
            question = self.tr("Which link?")
            self._say(f"{question} {'  '.join(offers)}")

    def _answer(self, digit: str) -> None:
        if int(digit) <= len(self._asked) and digit != "0":
            self._asked[int(digit) - 1]()

    def _link(self, way: Way, other: str) -> None:
        source, target = (self.span, other) if way.outgoing else (other, self.span)
        self.end()
        self._coding.say(self._desk.bridge.do(spans.link, way.relation, source, target))

    def _unlink(self, relation: str) -> None:
        self.end()
        self._coding.say(self._desk.bridge.do(spans.unlink, relation))

    # -- words

    def _say(self, sentence: str) -> None:
        """Put a sentence into the strip, in the window's direction whatever it begins with."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        on_side(self.words).setText(("\u200f" if rtl else "\u200e") + sentence)

    def _offer(self) -> str:
        """What each digit stands for: "said by: 1 دي غراف  2 … · introduced by: 4 وأوضحت"."""
        groups: dict[tuple[Way, ...], list[str]] = {}
        for digit, one in self.candidates.items():
            key = f"{digit} ✓" if one.linked else digit
            quote = isolate(short(" … ".join(one.span.quotes), _SHORT))
            groups.setdefault(one.ways, []).append(f"{key} {quote}".replace(" ", _STAYS))
        named = ((" / ".join(map(self._name, fitting)), "  ".join(said)) for fitting, said in groups.items())
        return "  ·  ".join(f"{name}: {said}" for name, said in named)

    def _name(self, way: Way) -> str:
        name = self._coding.marking.named.relation(way.relation)
        return isolate(name if way.outgoing else self.tr("“%1”, from").replace("%1", name))
