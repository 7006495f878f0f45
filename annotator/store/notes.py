"""Reading notes as threads: a first note and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import Note
from annotator.store import blind
from annotator.store.reading import one, select

if TYPE_CHECKING:
    import sqlite3


def note(db: sqlite3.Connection, note_id: str) -> Note | None:
    """One note, or None."""
    return one(db, Note, note_id)


def answers(db: sqlite3.Connection, first: Note) -> list[Note]:
    """The answers to a thread's first note, oldest first."""
    where = '"owner" = ? and "thread" = ?'
    return list(select(db, Note, where, [first.owner, first.id], order='"at", "id"'))


def unresolved(db: sqlite3.Connection, coder: str) -> list[Note]:
    """The first notes of the threads that are not resolved, newest first.

    Of notes on spans only those on this coder's own spans, or that they wrote, and none on decisions that are kept from
    them: blind coding stays blind.
    """
    where = f"""
        "thread" = '' and "resolved" = 0 and ("owner_kind" in ('article', 'label') or "coder" = :viewer
        or "owner" in (select a."id" from "annotation" a join "coding" c on a."coding" = c."id"
            where a."id" = "note"."owner" and c."coder" = :viewer)
        or "owner" in (select d."id" from "decision" d join "coding" c on d."coding" = c."id"
            join "round" r on r."id" = c."round" where d."id" = "note"."owner" and not {blind.KEPT}))
    """
    return list(select(db, Note, where, {"viewer": coder}, order='"at" desc, "id"'))
