"""Notes on a span, an article or a label as threads: read, answer, change one's own, say that one is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations import notes as operations
from annotator.ui.models.history import when
from annotator.ui.models.inspected import coder_name
from annotator.ui.models.threads import Thread, threads
from annotator.ui.panels.draft_keeper import DraftKeeper, DraftOffer
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.fields import Field, TextField
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.models import Note, NoteOwner
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_INDENT = 14  # pixels of an answer
NEW = "new note"  # the key of the field that begins a thread


class NotesCard(Rows):
    """The threads on one owner, oldest first, those dealt with folded away, and room for another."""

    def __init__(self, desk: Desk, theme: Theme, owner_kind: NoteOwner, owner: str, notes: Sequence[Note]) -> None:
        super().__init__(theme)
        self._desk = desk
        self._writable = desk.bridge.project.writable
        self._kind, self._owner = owner_kind, owner
        self._drafts = DraftKeeper(desk.bridge.project, owner_kind, owner, self)
        self.fields: dict[str, Field] = {}
        self._offers: dict[str, DraftOffer] = {}
        there = threads(notes)
        for thread in there:
            if not thread.first.resolved:
                self.put(self._thread(thread))
        self._fold([thread for thread in there if thread.first.resolved])
        if self._writable:
            self._add_new()
        else:
            self.setVisible(not self.is_empty())

    def begin(self) -> QWidget:
        """Put the keyboard where a thread is begun: into the empty note, or on a draft of one; which it is."""
        there = self._offers.get(f"new {self._owner}")
        control = there.go_on if there is not None and not there.isHidden() else self.fields[NEW]
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return control

    # -- what is there

    def _thread(self, thread: Thread) -> QWidget:
        holder, column = _column()
        self._show_note(column, thread.first)
        for answer in thread.answers:
            inner, lines = _column(indent=_INDENT)
            self._show_note(lines, answer)
            column.addWidget(inner)
        if self._writable:
            self._offer_answer(column, thread)
        return holder

    def _show_note(self, column: QVBoxLayout, note: Note) -> None:
        desk = self._desk
        if self._writable and note.coder == desk.bridge.project.coder:
            field = self._field(f"note {note.id}", self.tr("Note"), lambda body: (operations.edit_note, note.id, body))
            field.show_value(note.body)
            column.addWidget(field)
        else:
            column.addWidget(on_side(label(note.body, wrap=True)))
        who = coder_name(desk.bridge.project.db, note.coder)
        signed = on_side(label(f"{isolate(who)} · {when(note.at)}", "small", wrap=True))
        signed.setContentsMargins(2, 1, 2, 3)
        column.addWidget(signed)

    def _offer_answer(self, column: QVBoxLayout, thread: Thread) -> None:
        """Two quiet buttons; the field for the answer comes when it is asked for."""
        first, desk = thread.first, self._desk
        key = f"answer {first.id}"
        field = self._field(key, self.tr("Answer"), lambda body: body and (operations.answer, first.id, body))
        field.text.setPlaceholderText(self.tr("Write an answer…"))
        field.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 10)
        row.setSpacing(10)
        words = self.tr("Open again") if first.resolved else self.tr("Resolve")
        answer = button(self.tr("Answer"), "link", pressed=lambda: _open(field))
        turn = button(words, "link", pressed=lambda: desk.bridge.do(operations.resolve, first.id, not first.resolved))
        for each in (answer, turn):
            each.setAccessibleDescription(first.body)
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(field)
        self._offer_draft(column, key, field)

    def _fold(self, resolved: Sequence[Thread]) -> None:
        """One line for all that is dealt with; it opens them."""
        if not resolved:
            return
        holder, column = _column()
        holder.hide()
        for thread in resolved:
            column.addWidget(self._thread(thread))
        opener = button(self.tr("Resolved notes (%Ln)", "", len(resolved)), "link")
        opener.setCheckable(True)
        opener.toggled.connect(holder.setVisible)
        row, line = QWidget(), QHBoxLayout()
        row.setLayout(line)
        line.setContentsMargins(0, 0, 0, 2)
        line.addWidget(opener)
        line.addStretch(1)
        self.put(row)
        self.put(holder)

    # -- what is written

    def _add_new(self) -> None:
        kind, owner = self._kind, self._owner
        field = self._field(
            NEW,
            self.tr("New note"),
            lambda body: body and (operations.add_note, kind, owner, body),
            draft=f"new {owner}",
        )
        field.text.setPlaceholderText(self.tr("Write a note…"))
        holder, column = _column()
        column.addWidget(field)
        self._offer_draft(column, f"new {owner}", field)
        self.put(holder)

    def _field(self, key: str, name: str, meant: Callable[[str], object], *, draft: str = "") -> TextField:
        """A field whose words are an action when they are meant, and a draft until then."""
        field, kept = TextField(), draft or key
        field.call(name)
        self.fields[key] = field
        if not self._writable:
            return field

        def said(body: str) -> None:
            action = meant(body)
            if isinstance(action, tuple) and self._desk.bridge.do(*action) is None:
                self._drafts.keep(kept, field)  # it was refused: the words are not lost
            else:
                self._drafts.drop(kept)

        field.committed.connect(said)
        self._drafts.watch(kept, field)
        return field

    def _offer_draft(self, column: QVBoxLayout, key: str, field: TextField) -> None:
        """What was being written here when the program ended."""
        if (draft := self._drafts.found(key)) is None:
            return
        offer = self._offers[key] = DraftOffer(draft)
        column.insertWidget(column.indexOf(field), offer)
        field.hide()  # what is written there would take the draft's place

        def take() -> None:
            offer.hide()
            _open(field)
            field.text.insertPlainText(draft.body)

        def leave() -> None:
            offer.hide()
            field.setVisible(key.startswith("new"))
            self._drafts.drop(key)

        offer.taken.connect(take)
        offer.left.connect(leave)


def _open(field: TextField) -> None:
    field.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)


def _column(*, indent: int = 0) -> tuple[QWidget, QVBoxLayout]:
    """Lines under each other, further in on the side where the window's lines begin."""
    holder = QWidget()
    outer = QHBoxLayout(holder)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addSpacing(indent)
    column = QVBoxLayout()
    column.setSpacing(1)
    outer.addLayout(column, 1)
    return holder, column
