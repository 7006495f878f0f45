"""A statement beside the text: its slots asked in turn, filled with spans, actors and values, read as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.models import Choice, StatementType, Variable
from annotator.messages import isolate
from annotator.operations import statements as operations
from annotator.store import codebook, codings
from annotator.ui.form.beside import Beside
from annotator.ui.models.slots import candidates, prefilled, slots_of
from annotator.ui.widgets.buttons import Words, button
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_KIND = "kind of statement"  # the first question where there are several
_READ = ("variable", "label", "statement_type", "coder", "round", "project", "actor", "relation")


class StatementForm(Beside):
    """`offered` tells which spans of the text have which key now; `read` which spans the statement has."""

    offered = Signal(object)  # dict of annotation id to key
    read = Signal(object)  # annotation ids

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self.statement = ""
        self._focus = ""  # the span that it was begun from
        self._made: Change | None = None  # by this opening, and nothing was answered since
        self.questions.turned.connect(self._offer)
        desk.bridge.changed.connect(self._heard)
        for signal in (desk.article_changed, desk.round_changed):
            signal.connect(self.leave)
        desk.focus_changed.connect(self._point)
        desk.language_changed.connect(self.ask_again)
        theme.changed.connect(self.ask_again)
        self.retranslate()

    def begin(self) -> None:
        """A new statement, from the span in focus if there is one; of which kind is asked if there are several."""
        self._settle()
        self.statement, self._focus = "", self.desk.focus
        kinds = self._kinds()
        if len(kinds) == 1:
            self._make(kinds[0].id)
        self.ask_again()

    def edit(self, statement: str) -> None:
        """Ask about a statement that is there."""
        self._settle()
        self.statement, self._focus = statement, self.desk.focus
        self.ask_again()

    def keep(self) -> None:
        """Whatever its slots hold, it stays."""
        self._made = None

    def leave(self) -> None:
        """A statement that was only begun goes again."""
        self._settle()
        super().leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """No key stands over the text any more."""
        super().hideEvent(event)
        self.offered.emit({})
        self.read.emit([])

    def made_foot(self) -> QWidget:
        """How the statement reads, and what can be done with it."""
        foot = QWidget()
        self.words = label("", wrap=True)
        self.button = Words("")
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(lambda _=False: self._finish())
        self.remove = button("", "quiet", pressed=self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(buttons)
        return foot

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.title.setText(self.tr("Statement"))
        self.button.setText(self.tr("Done"))
        self.remove.setText(self.tr("Delete"))
        self.empty.say(self.tr("The codebook has no kind of statement yet."), self.tr("Add one in the codebook"))
        super().retranslate()

    def ask(self) -> None:
        """Ask about the slots, or first of all for the kind."""
        kinds = self._kinds()
        row = codings.statement(self.desk.bridge.project.db, self.statement) if self.statement else None
        kind = next((one for one in kinds if row is not None and one.id == row.type), None)
        if row is None or kind is None:
            self.statement = ""
            self._ask_kind(kinds)
            return
        db, held = self.desk.bridge.project.db, self._held()
        slots = slots_of(db, kind)
        on_side(self.sentence).setText(isolate(self.desk.words(kind.names, kind.id)))
        offers = {slot.id: candidates(self.desk, slot, self._focus, held.get(slot.id)) for slot in slots}
        self.questions.ask(slots, held, editable=self.may_answer(), candidates=offers)
        self.show_questions(any_=True, editable=self.may_answer())
        self._say()

    def save(self, variable: str, value: Any) -> bool:
        """An action of its own; the kind makes the statement."""
        if variable == _KIND:
            return bool(value) and self._make(str(value))
        value = None if value == "" else value
        done = self.desk.bridge.do(operations.set_slot, self.statement, variable, value)
        if done is not None:
            self._made = None
        return done is not None

    def end(self) -> None:
        """Behind the last slot: done; behind the question for the kind, its slots."""
        row = self.questions.current
        if row is not None and row.variable.id == _KIND:
            self.ask_again()
        else:
            self.button.setFocus()

    def _ask_kind(self, kinds: tuple[StatementType, ...]) -> None:
        choices = tuple(Choice(kind.id, kind.names) for kind in kinds)
        what = Variable(_KIND, {self.desk.language: self.tr("What kind of statement?")}, "article", "choice", choices)
        self.sentence.setText("")
        self.questions.ask([what] if kinds else [], {}, editable=self.may_answer())
        self.show_questions(any_=bool(kinds), editable=False)

    def _kinds(self) -> tuple[StatementType, ...]:
        return codebook.read(self.desk.bridge.project.db).statement_types

    def _make(self, kind: str) -> bool:
        known = next(one for one in self._kinds() if one.id == kind)
        slots = prefilled(self.desk, known, self._focus)
        done = self.desk.bridge.do(operations.add_statement, self.desk.where, kind, slots)
        if done is not None:
            self._made, self.statement = done, str(done.facts["id"])
        return done is not None

    def _point(self, focus: str) -> None:
        """A span that is clicked on is offered first."""
        if self.isVisible() and self.statement and focus:
            row = self.questions.current
            self._focus = focus
            self.ask_again()
            if row is not None:
                self.questions.go_to(self.questions.about(row.variable.id))

    def _settle(self) -> None:
        """Take back a statement that nobody said anything about."""
        made, self._made = self._made, None
        last = self.desk.bridge.project.journal.can_undo() if made is not None else None
        if made is not None and last is not None and last.id == made.id:
            self.desk.bridge.undo()

    def _finish(self) -> None:
        self.flush()
        self.keep()
        self.leave()

    def _remove(self) -> None:
        self._made = None
        if self.desk.bridge.do(operations.remove_statement, self.statement) is not None:
            self.leave()

    def _held(self) -> dict[str, Any]:
        rows = codings.values_of(self.desk.bridge.project.db, self.statement)
        return {slot: row.value for slot, row in rows.items()}

    def _heard(self, change: Change) -> None:
        if not self.isVisible() or not self.statement:
            return
        if codings.statement(self.desk.bridge.project.db, self.statement) is None:
            self._made = None
            self.statement = ""
            self.leave()
        elif change.touches(*_READ):
            self.ask_again()
        elif change.touches("value"):
            self.questions.take(self._held())
            self._say()

    def _say(self) -> None:
        """The sentence as far as it is known, and which spans it speaks of."""
        try:
            said = operations.sentence(self.desk.bridge.project, self.statement, self.desk.language)
        except AnnotatorError:  # its kind went with the codebook
            said = ""
        on_side(self.words).setText(said)
        held = self._held().values()
        self.read.emit([one["annotation"] for one in held if isinstance(one, dict) and "annotation" in one])

    def _offer(self) -> None:
        row = self.questions.current
        options = row.options if row is not None and self.statement else ()
        spans = {
            one.value["annotation"]: one.cap
            for one in options
            if isinstance(one.value, dict) and "annotation" in one.value
        }
        self.offered.emit(spans)
