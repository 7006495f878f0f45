"""The open threads of the project that one may see: what was asked, by whom, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from annotator.core.models import Decision
from annotator.messages import isolate
from annotator.store import articles, codebook, codings
from annotator.store import notes as reader
from annotator.store.reading import one
from annotator.ui.models.history import when
from annotator.ui.models.inspected import coder_name
from annotator.ui.models.named import short

if TYPE_CHECKING:
    from sqlite3 import Connection

    from annotator.core.models import Coding, Note
    from annotator.ui.desk import Desk

_WORDS, _QUOTED = 160, 40  # characters


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One thread: its first words, and below them who wrote it, where and when."""

    note: Note
    words: str
    below: str


def open_notes(desk: Desk) -> list[NoteLine]:
    """The newest first."""
    project = desk.bridge.project
    return [_line(desk, note) for note in reader.unresolved(project.db, project.coder)]


def place_of(desk: Desk, kind: str, owner: str) -> str:
    """Where a note on this owner stands, in words; "" if the owner is gone."""
    db = desk.bridge.project.db
    if kind == "label":
        found = codebook.label(db, owner)
        return desk.words(found.names, found.id) if found else ""
    if kind == "article":
        line = articles.lines(db, [owner]).get(owner)
        return line.title if line else ""
    if kind == "decision":
        settled = _settled(db, owner)
        return articles.lines(db, [settled.article])[settled.article].title if settled else ""
    span = codings.annotation(db, owner)
    return f"«{short(' … '.join(span.quotes), _QUOTED)}»" if span else ""


def show(desk: Desk, kind: str, owner: str) -> None:
    """Show a label, an article or a span that there are notes on."""
    if kind == "label":
        desk.set_mode("codebook")
        desk.label_wanted.emit(owner)
        return
    db = desk.bridge.project.db
    if kind == "decision":
        settled = _settled(db, owner)
        desk.open_article(settled.article if settled else "")
        desk.set_mode("review")
        desk.decision_wanted.emit(owner)
        return
    span = codings.annotation(db, owner) if kind == "annotation" else None
    coding = codings.coding(db, span.coding) if span else None
    desk.set_mode("code")
    desk.open_article(coding.article if coding else owner)
    desk.focus_on(span.id if span else "")
    if span is not None:
        desk.reveal.emit(span.start, span.end)


def _settled(db: Connection, decision: str) -> Coding | None:
    """The settled coding that a decision belongs to."""
    found = one(db, Decision, decision)
    return codings.coding(db, found.coding) if found else None


def _line(desk: Desk, note: Note) -> NoteLine:
    db = desk.bridge.project.db
    where = place_of(desk, note.owner_kind, note.owner) or "…"
    count = len(reader.answers(db, note))
    parts = (coder_name(db, note.coder), where, when(note.at), f"+{QLocale().toString(count)}" if count else "")
    below = " · ".join(isolate(part) for part in parts if part)
    return NoteLine(note, short(note.body, _WORDS), below)
