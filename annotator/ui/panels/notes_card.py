"""Notes on a span or an article: read, write, change one's own; what is written is kept when the field is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from annotator.messages import isolate
from annotator.operations import annotations as spans
from annotator.ui.models.history import when
from annotator.ui.models.inspected import coder_name
from annotator.ui.widgets.fields import Field, TextField
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Note
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


class NotesCard(Rows):
    """The notes on one owner, oldest first, and room for another."""

    def __init__(
        self, desk: Desk, theme: Theme, owner_kind: Literal["annotation", "article"], owner: str, notes: Sequence[Note]
    ) -> None:
        super().__init__(theme)
        self._desk = desk
        self.fields: dict[str, Field] = {}
        for note in notes:
            self._add_note(note)
        if not desk.bridge.project.writable:
            self.setVisible(not self.is_empty())
            return
        new = TextField(placeholder=self.tr("Write a note…"))
        new.call(self.tr("New note"))
        new.committed.connect(lambda body: body and desk.bridge.do(spans.add_note, owner_kind, owner, body))
        self.fields["new note"] = new
        self.put(new)

    def _add_note(self, note: Note) -> None:
        desk = self._desk
        if note.coder == desk.bridge.project.coder and desk.bridge.project.writable:
            field = TextField()
            field.call(self.tr("Note"))
            field.show_value(note.body)
            field.committed.connect(lambda body: desk.bridge.do(spans.edit_note, note.id, body))
            self.fields[f"note {note.id}"] = field
            self.put(field)
        else:
            self.put(label(note.body, wrap=True))
        who = coder_name(desk.bridge.project.db, note.coder)
        signed = on_side(label(f"{isolate(who)} · {when(note.at)}", "small", wrap=True))
        signed.setContentsMargins(2, 2, 2, 8)
        self.put(signed)
