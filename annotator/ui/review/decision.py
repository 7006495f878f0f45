"""The end side of Review: the difference in hand, what the coders said, and how it is settled and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations.review import REASONS, Ruling
from annotator.ui.review.choices import KeyButton, Row, flowing
from annotator.ui.review.letters import keys
from annotator.ui.review.said import SaidCard
from annotator.ui.review.words import ALL, KINDS, NONE, Telling, said
from annotator.ui.review.words import REASONS as REASON_WORDS
from annotator.ui.review.words import TAKES as TAKE_WORDS
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from annotator.core.models import Fragments
    from annotator.operations.review import Take
    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

_TOGETHER = {"missing", "boundary", "label"}  # all sides can stand beside each other
_WORDS = ("both", "neither", "edit")
_FEWEST = 2  # coders between whom something is settled


class DecisionPanel(QWidget):
    """A decision key and a reason settle, whichever comes first; nothing is asked twice.

    `edits` asks for a selection to begin an edit with; `done` tells that something was settled, `left` that the
    person left the note.
    """

    edits = Signal(bool)
    done = Signal()
    left = Signal()

    def __init__(self, sitting: Sitting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._telling = Telling(sitting)
        self.take: Take | None = None  # what was pressed and waits for its reason
        self.reason = ""
        self.range: Fragments | None = None  # what an edit would take
        self._edited = False  # an edit was confirmed and waits for its reason
        self.heading = label(role="heading", parent=self)
        self.card = SaidCard(sitting, theme)
        self.takes: dict[str, KeyButton] = {}
        self.row = Row()
        self.why = label(role="heading")
        self.reasons = {
            reason: KeyButton(str(number), partial(self.give, reason), chip=True)
            for number, reason in enumerate(REASONS, start=1)
        }
        for choice in self.reasons.values():
            choice.setCheckable(True)
        self._offer(_FEWEST)
        self.hint = label(role="small", wrap=True)
        self.note = _Note()
        self.note.left.connect(self.left)
        self._make_edit()
        self._lay_out()
        sitting.moved.connect(self.begin)
        theme.changed.connect(self.begin)
        self.retranslate()
        self.begin()

    def _offer(self, coders: int) -> None:
        """Have a key for each of so many coders, and those of always."""
        wanted = {take: key for key, take in keys(coders).items()}
        if list(wanted) == list(self.takes):
            return
        for take, key in wanted.items():
            if take not in self.takes:
                self.takes[take] = KeyButton(key.upper(), partial(self.press, take))
                self.takes[take].setCheckable(True)
        for take in [take for take in self.takes if take not in wanted]:
            gone = self.takes.pop(take)
            gone.hide()
            gone.deleteLater()
        self.takes = {take: self.takes[take] for take in wanted}
        self.row.show_these(list(self.takes.values()))
        self._name_takes(coders)

    def _name_takes(self, coders: int) -> None:
        self.takes["both"].say(said(ALL if coders > _FEWEST else TAKE_WORDS["both"]))
        self.takes["neither"].say(said(NONE if coders > _FEWEST else TAKE_WORDS["neither"]))
        self.takes["edit"].say(self.tr("Edit…"))

    def _make_edit(self) -> None:
        self.edit = QFrame(self)
        self.edit.setProperty("role", "card")
        self.edit_label, self.edit_quote = QComboBox(), label(wrap=True)
        self.edit_done = button("", "primary", pressed=self._finish_edit)
        inside = QVBoxLayout(self.edit)
        inside.setContentsMargins(12, 10, 12, 10)
        for widget in (self.edit_label, self.edit_quote, self.edit_done):
            inside.addWidget(widget)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        parts = (self.heading, self.card, self.row, self.edit)
        for part in parts:
            layout.addWidget(part)
        layout.addSpacing(7)
        for widget in (self.why, flowing(*self.reasons.values()), self.hint, self.note):
            layout.addWidget(widget)

    # -- what is shown

    def begin(self) -> None:
        """Show the difference in hand, nothing pressed; a settled one shows how it was settled."""
        found, decision = self._sitting.current, self._sitting.decision
        self.take, self.reason, self.range, self._edited = None, "", None, False
        self.note.setText(decision.note if decision else "")
        self.setVisible(found is not None)
        if found is None:
            return
        listed = self._sitting.listed
        place = self.tr("Decision %1 of %2").replace(
            "%1", self._number(listed.index(found) + 1 if found in listed else 0)
        )
        place = place.replace("%2", self._number(len(listed)))
        self.heading.setText(f"{place} · {said(KINDS[found.kind])}")
        self.card.show_difference(found)
        self._offer(len(self._sitting.names))
        for choice, name in zip(self.takes.values(), self._sitting.names, strict=False):
            choice.say(isolate(name))
        self.takes["both"].setEnabled(found.kind in _TOGETHER)
        self.takes["edit"].setEnabled(found.kind not in {"variable", "relation"})
        self._fill_labels(found.label)
        self._press_down()
        for part in (self.card, self, self.parentWidget()):  # at once, that nothing jumps under the eye
            if part is not None and (layout := part.layout()) is not None:
                layout.activate()

    def _number(self, number: int) -> str:
        return self.locale().toString(number)

    def _fill_labels(self, current: str) -> None:
        self.edit_label.clear()
        for each in self._sitting.named.book.labels:
            if not each.retired or each.id == current:
                self.edit_label.addItem(isolate(self._sitting.desk.words(each.names, each.id)), each.id)
        self.edit_label.setCurrentIndex(max(0, self.edit_label.findData(current)))

    def _press_down(self) -> None:
        """Let the buttons show what is pressed, and the hint what is missing."""
        decision = self._sitting.decision
        take = self.take or (decision.take if decision else None)
        reason = self.reason or (decision.reason if decision and self.take is None else "")
        for pressed, choice in self.takes.items():
            choice.setChecked(pressed == take)
        for given, choice in self.reasons.items():
            choice.setChecked(given == reason)
        self.edit.setVisible(self.take == "edit")
        waits = self.take is not None and not self.reason and (self.take != "edit" or self._edited)
        self.hint.setText(self.tr("Why? A reason, by its key, settles it.") if waits else self._settled_by())
        self.hint.setVisible(bool(self.hint.text()))

    def _settled_by(self) -> str:
        decision = self._sitting.decision
        if decision is None:
            return ""
        who = next((c.name for c in self._sitting.people if c.id == decision.coder), "")
        taken = self._telling.taken(decision)
        at = QDateTime.fromString(decision.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
        why = said(REASON_WORDS[decision.reason]) if decision.reason in REASON_WORDS else ""
        how = " · ".join(filter(None, (isolate(taken), why)))
        words = self.tr("Settled: %1. By %2, %3. Another decision replaces it.").replace("%1", how)
        when = self.locale().toString(at, QLocale.FormatType.ShortFormat)
        return words.replace("%2", isolate(who)).replace("%3", when)

    # -- what is pressed

    def press(self, take: Take) -> None:
        """A decision: done if its reason was given, else it waits for one. Edit: once to begin, again to end."""
        if self._sitting.current is None or take not in self.takes or not self.takes[take].isEnabled():
            return self._press_down()
        if take == "edit" and self.take == "edit":
            return self._finish_edit()
        if self.take == "edit":
            self.edits.emit(False)
        self.take, self._edited = take, False
        if take == "edit":
            self.edits.emit(True)
            self._press_down()
        else:
            self._settle_or_ask()
        return None

    def give(self, reason: str) -> None:
        """A reason: it completes a decision that waits for one; the same again takes it back."""
        if self._sitting.current is not None:
            self.reason = "" if self.reason == reason else reason
            self._settle_or_ask()

    def let_go(self) -> bool:
        """Forget what was pressed; whether there was anything."""
        pressed = self.take is not None or bool(self.reason)
        if self.take == "edit":
            self.edits.emit(False)
        self.begin()
        return pressed

    def select(self, fragments: Fragments | None) -> None:
        """The words that an edit would take."""
        self.range = fragments
        self.edit_done.setEnabled(fragments is not None)
        quote = " … ".join(self._sitting.words(fragments)) if fragments else self.tr("Select the words in the text.")
        self.edit_quote.setText(isolate(quote))

    def _finish_edit(self) -> None:
        if self.range is not None:
            self._edited = True
            self._settle_or_ask()

    def _settle_or_ask(self) -> None:
        ready = self.take is not None and (self.take != "edit" or self._edited)
        if self.take is None or not ready or not self.reason:
            self._press_down()
            if ready:
                self.reasons[REASONS[0]].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        edit = (str(self.edit_label.currentData()), self.range) if self.take == "edit" and self.range else None
        ruling = Ruling(self.take, self.reason, self.note.text().strip(), edit)
        if self.take == "edit":
            self.edits.emit(False)
        if self._sitting.settle(ruling):
            self.done.emit()
        else:
            self.begin()

    # -- the window

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._name_takes(len(self.takes) - len(_WORDS))
        self.why.setText(self.tr("Reason"))
        for reason, choice in self.reasons.items():
            choice.say(said(REASON_WORDS[reason]))
        self.note.setPlaceholderText(self.tr("Note (optional)"))
        self.note.setAccessibleName(self.tr("Note"))
        self.edit_label.setAccessibleName(self.tr("Label"))
        self.edit_label.setAccessibleDescription(self.tr("Label"))
        self.edit_done.setText(self.tr("Settle as edited"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.begin()
        super().changeEvent(event)


class _Note(QLineEdit):
    """A line of one's own; Enter and Escape lead back to the keys."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field on Enter or Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
