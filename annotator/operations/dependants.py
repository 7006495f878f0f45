"""Nothing is joined by half: what depends on a row that is held, lacking or still needed is held together with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.core.rows import TABLES
from annotator.store import joined

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from annotator.core.changes import Row, Value
    from annotator.operations.deciding import Piece

Key = tuple[str, str]

_BOOK = frozenset({"label", "variable", "relation_type", "statement_type"})
_POINTS: dict[str, tuple[tuple[str, str], ...]] = {
    "source": (("article", "article"),),
    "coding": (("article", "article"), ("coder", "coder"), ("round", "round")),
    "annotation": (("coding", "coding"), ("label", "label"), ("text", "text")),
    "article": (("text", "text"),),
    "value": (("coding", "coding"), ("variable", "variable")),
    "relation": (
        *(("coding", "coding"), ("label", "relation_type")),
        *(("source", "annotation"), ("target", "annotation")),
    ),
    "statement": (("coding", "coding"), ("type", "statement_type")),
    "part": (("article", "article"), ("text", "text")),
    "doubt": (("annotation", "annotation"),),
    "note": (("coder", "coder"), ("thread", "note")),
    "decision": (("coding", "coding"), ("coder", "coder")),
    "handover": (("coder", "coder"), ("sender", "coder"), ("round", "round")),
    "label": (("parent", "label"),),
}


class Variables:
    """What the values of the variables are to be read as, ours and those that come."""

    def __init__(self, db: sqlite3.Connection, coming: Iterable[Piece]) -> None:
        self._types: dict[str, tuple[str, str]] = {}
        for row in (*joined.every(db, "variable"), *(_after(piece) for piece in coming)):
            if "scope" in row:
                self._types[str(row["id"])] = (str(row["scope"]), str(row["type"]))

    def points(self, row: Row) -> Iterator[Key]:
        """What a value points to by what it says: its owner, an actor, a span."""
        scope, kind = self._types.get(str(row["variable"]), ("article", ""))
        if scope != "article":
            yield scope, str(row["owner"])
        held = _json(row["value"])
        if scope == "statement" and isinstance(held, dict):
            yield from ((table, str(held[table])) for table in ("actor", "annotation") if table in held)
        elif kind == "actor" and scope != "statement":
            yield "actor", str(held)


class Dependants:
    """The pieces of one plan and what they need of each other and of the project, followed to a fixpoint."""

    def __init__(self, db: sqlite3.Connection, pieces: Sequence[Piece], texts: Collection[str]) -> None:
        self._db = db
        self._pieces = pieces
        self._texts = texts  # that come with them
        self._decisions = [piece for piece in pieces if piece.theirs.table == "decision"]
        self._variables = Variables(db, [piece for piece in pieces if piece.theirs.table == "variable"])
        self._adds = {p.key: p for p in pieces if p.edit.before is None and "id" in (p.edit.after or {})}
        self._gone = {p.key: p for p in pieces if p.edit.after is None}
        self._needs = [(piece, keys) for piece in pieces if (keys := list(self._keys(piece)))]
        self._missing = self._lacking()
        minded = self._missing | self._adds.keys() | self._gone.keys()
        self._needs = [(piece, left) for piece, keys in self._needs if (left := [k for k in keys if k in minded])]
        self._siblings = self._by_row()
        self._pointers = self._pointing()

    def settle(self) -> bool:
        """Hold what has to be held until nothing more has; says whether anything was."""
        steps = (
            *(self._lack, self._needed, self._gone_together, self._unsaid_together),
            *(self._decided_together, self._in_order),
        )
        any_, more = False, True
        while more:
            more = False
            for step in steps:
                more = step() or more
            any_ = any_ or more
        return any_

    # --- what a piece needs

    def _keys(self, piece: Piece) -> Iterator[Key]:
        row = piece.edit.after
        if row is None:
            return
        table = piece.theirs.table
        for column, target in _POINTS.get(table, ()):
            if row.get(column):
                yield target, str(row[column])
        if table == "value":
            yield from self._variables.points(row if "variable" in row else self._whole(piece))
        elif table == "note" and "owner" in row:
            yield str(row["owner_kind"]), str(row["owner"])
        elif table == "decision":
            said = [row[column] for column in ("sources", "results") if column in row]
            yield from (key for ids in map(_json, said) for one in ids if (key := ("annotation", one)) in self._adds)

    def _whole(self, piece: Piece) -> Row:
        here = joined.rows(self._db, piece.theirs.table, [piece.theirs.row]).get(piece.theirs.row, {})
        return {"variable": "", "owner": "", "value": "null", **here, **(piece.edit.after or {})}

    def _lacking(self) -> set[Key]:
        wanted: dict[str, set[str]] = {}
        for table, row in {key for _, keys in self._needs for key in keys} - self._adds.keys():
            wanted.setdefault(table, set()).add(row)
        known = {*TABLES.values(), "text"}
        lacking = {
            (table, row)
            for table, ids in wanted.items()
            for row in (joined.missing(self._db, table, sorted(ids)) if table in known else ids)
        }
        return lacking - {("text", name) for name in self._texts}

    def _lack(self) -> bool:
        """A row that points to one that is not there, or not taken, is not taken either."""
        more = False
        for piece, keys in self._needs:
            if not piece.why:
                for key in keys:
                    if key in self._adds:
                        if (other := self._adds[key]).why:
                            more = piece.hold("lacking", other) or more
                    elif key in self._missing or not self._gone[key].why:
                        more = piece.hold("lacking") or more
        return more

    # --- what is to go

    def _pointing(self) -> list[tuple[Piece, Key, str, str]]:
        """What points to a row that is to go: that row's piece, the pointing row, its column, and whom it names."""
        ids: dict[str, list[str]] = {}
        for table, row in self._gone:
            ids.setdefault(table, []).append(row)
        return [
            (self._gone[table, target], (pointer, row), column, target)
            for table, rows in ids.items()
            for pointer, row, column, target in joined.pointing(self._db, table, rows)
        ]

    def _needed(self) -> bool:
        """A row that others need stays."""
        more = False
        for piece, key, column, target in self._pointers:
            if not piece.why and not self._leaves(key, column, target):
                more = piece.hold("still_used") or more
        return more

    def _leaves(self, key: Key, column: str, target: str) -> bool:
        """Whether a pointing row goes too, or points elsewhere afterwards."""
        for piece in self._siblings.get(key, ()):
            if not piece.why and (piece.edit.after is None or column in piece.edit.after):
                return piece.edit.after is None or target not in str(piece.edit.after[column])
        return False

    def _gone_together(self) -> bool:
        """What went with a row stays with it."""
        more = False
        for piece, key, _, _ in self._pointers:
            for other in self._siblings.get(key, ()) if piece.why else ():
                if other.edit.after is None and (_same_action(other, piece) or other.sources == ["local"]):
                    more = other.hold("still_used", piece) or more
                    if other.within is None and _root(piece) is not other:
                        other.within = piece
        return more

    def _unsaid_together(self) -> bool:
        """Of a removal in the codebook that is held, nothing that the same action changed there is taken."""
        more = False
        book = [piece for piece in self._pieces if piece.theirs.table in _BOOK and piece.edit.before is not None]
        for piece in book:
            if piece.why and piece.edit.after is None:
                for other in book:
                    if _same_action(other, piece):
                        more = other.hold("still_used", piece) or more
        return more

    # --- what belongs to a decision

    def _decided_together(self) -> bool:
        """What a decision that is held put into the settled coding, or took out of it, is held with it."""
        more = False
        for piece in self._decisions:
            for result in _results(piece) if piece.why else ():
                for other in self._siblings.get(("annotation", result), ()):
                    whole = other.edit.before is None or other.edit.after is None
                    if whole and not other.why and not self._stands_by_another(result):
                        more = other.hold("lacking", piece) or more
        return more

    def _stands_by_another(self, result: str) -> bool:
        return any(not piece.why and result in _json(_after(piece).get("results", "[]")) for piece in self._decisions)

    def _by_row(self) -> dict[Key, list[Piece]]:
        found: dict[Key, list[Piece]] = {}
        for piece in self._pieces:
            found.setdefault(piece.key, []).append(piece)
        return found

    def _in_order(self) -> bool:
        """Of several pieces of one row, what stands on a held one is held with it."""
        more = False
        for pieces in self._siblings.values():
            if len(pieces) > 1:
                for at, piece in enumerate(pieces):
                    if piece.why and not _was_held_first(piece):
                        for later in pieces[at + 1 :]:
                            if not later.why and _over(piece, later):
                                more = later.hold("lacking", piece) or more
        return more


def _was_held_first(piece: Piece) -> bool:
    """Whether it was decided so before what follows upon it was looked at."""
    return piece.why in {"changed", "deleted_here", "deleted_there", "lost"}


def _over(first: Piece, later: Piece) -> bool:
    one, other = first.edit.after, later.edit.before
    return one is None or other is None or bool(one.keys() & other.keys())


def _root(piece: Piece) -> Piece:
    while piece.within is not None:
        piece = piece.within
    return piece


def _same_action(one: Piece, other: Piece) -> bool:
    return one.sources[-1:] == other.sources[-1:]


def _results(piece: Piece) -> Iterator[str]:
    for side in (piece.theirs.before, piece.theirs.after):
        yield from _json((side or {}).get("results", "[]"))


def _after(piece: Piece) -> Row:
    return piece.edit.after or {}


def _json(stored: Value) -> Any:
    return json.loads(str(stored))
