"""What a join brings, in numbers: rows by what becomes of them, actions and new spans by person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.store import joined

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from annotator.core.changes import Entry
    from annotator.operations.deciding import Piece


def counts(taken: Iterable[Piece]) -> dict[str, int]:
    """How many rows of each table come, by "table.added", "table.removed" and "table.changed"."""
    return dict(Counter(f"{piece.theirs.table}.{piece.edit.kind}" for piece in taken))


def people(db: sqlite3.Connection, actions: Iterable[Entry], taken: Sequence[Piece]) -> dict[str, tuple[int, int]]:
    """By coder how many of these actions are theirs, and how many new spans."""
    did = Counter(entry.change.author for entry in actions if entry.change.of is None)
    new = [(piece.theirs, piece.edit.after) for piece in taken if piece.edit.before is None]
    spans = Counter(str(after["coding"]) for theirs, after in new if theirs.table == "annotation" and after is not None)
    coders = {row: str(said["coder"]) for row, said in joined.rows(db, "coding", spans).items()}
    coders |= {
        theirs.row: str(after["coder"]) for theirs, after in new if theirs.table == "coding" and after is not None
    }
    made: Counter[str] = Counter()
    for coding, many in spans.items():
        made[coders[coding]] += many
    return {coder: (did[coder], made[coder]) for coder in {**did, **made}}
