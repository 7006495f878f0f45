"""A doubt is no work of anybody's: it goes with its span, and comes only where its span is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.changes import Edit
from annotator.operations.deciding import Piece
from annotator.store import joined

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence


def followed(db: sqlite3.Connection, pieces: Sequence[Piece]) -> list[Piece]:
    """These pieces without the doubts on spans that are gone here, and with those of ours whose spans go."""
    spans = {piece.theirs.row: piece for piece in pieces if piece.theirs.table == "annotation"}
    doubts = {piece.theirs.row: piece for piece in pieces if piece.theirs.table == "doubt"}
    named = {row: str((piece.edit.after or {})["annotation"]) for row, piece in doubts.items() if _is_new(piece)}
    gone = joined.missing(db, "annotation", set(named.values())) - {row for row, one in spans.items() if _is_new(one)}
    left = [piece for piece in pieces if named.get(piece.theirs.row) not in gone]
    return [*left, *_going(db, [one for one in spans.values() if one.edit.after is None], doubts)]


def _going(db: sqlite3.Connection, removals: Sequence[Piece], doubts: dict[str, Piece]) -> Iterator[Piece]:
    going = {piece.theirs.row: piece for piece in removals}
    ours = [row for table, row, _, _ in joined.pointing(db, "annotation", going) if table == "doubt"]
    for row, here in joined.rows(db, "doubt", ours).items():
        if row not in doubts or doubts[row].edit.after is not None:
            edit = Edit("doubt", row, here, None)
            yield Piece(edit, edit, ["local"], "", "")


def _is_new(piece: Piece) -> bool:
    return piece.edit.before is None and "id" in (piece.edit.after or {})
