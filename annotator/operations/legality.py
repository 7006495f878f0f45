"""What the project's own rules have against what another copy did: frozen rounds, the codebook, one settled coding."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.core import codebook as rules
from annotator.core.changes import Edit
from annotator.core.errors import AnnotatorError
from annotator.core.models import Codebook, Label, RelationType, StatementType, Variable
from annotator.core.rows import TABLES, from_row
from annotator.operations.deciding import Piece
from annotator.store import articles, joined

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.changes import Row

_WORK = frozenset({"coding", "annotation", "value", "relation", "statement"})
_BOOK = {TABLES[model]: model for model in (Label, Variable, RelationType, StatementType)}


class Codings:
    """The codings that the pieces are about, ours and those that come, each as a row."""

    def __init__(self, db: sqlite3.Connection, pieces: Sequence[Piece], here: Mapping[tuple[str, str], Row]) -> None:
        self._here = here
        named = {str(row["coding"]) for piece in pieces if (row := self._whole(piece)).get("coding")}
        named |= {piece.theirs.row for piece in pieces if piece.theirs.table == "coding"}
        self._rows = joined.rows(db, "coding", sorted(named))
        for piece in pieces:
            if piece.theirs.table == "coding" and piece.edit.before is None and piece.edit.after is not None:
                self._rows.setdefault(piece.theirs.row, piece.edit.after)

    def of(self, piece: Piece) -> Row | None:
        """The coding that a piece belongs to, if it is work of somebody."""
        if piece.theirs.table == "coding":
            return self._rows.get(piece.theirs.row)
        return self._rows.get(str(self._whole(piece).get("coding", "")))

    def _whole(self, piece: Piece) -> Row:
        return {**self._here.get(piece.key, {}), **(piece.edit.after or piece.edit.before or {})}


def hold_frozen(db: sqlite3.Connection, pieces: Sequence[Piece], here: Mapping[tuple[str, str], Row]) -> None:
    """Own work in a round that is frozen here, and stays so, is not touched, nor the text that it was done on."""
    thawed = {p.theirs.row for p in pieces if _state(p) == "open" and not p.why}
    frozen = joined.frozen(db) - thawed
    if not frozen:
        return
    codings = Codings(db, pieces, here)
    for piece in pieces:
        if piece.theirs.table in _WORK:
            coding = codings.of(piece)
            if coding is not None and coding["kind"] == "own" and coding["round"] in frozen:
                piece.hold("frozen")
        elif piece.theirs.table == "round" and piece.theirs.row in frozen and "seal" in (piece.edit.after or {}):
            piece.hold("frozen")


def hold_frozen_texts(db: sqlite3.Connection, pieces: Sequence[Piece]) -> None:
    """What was coded in a frozen round was this text."""
    for piece in pieces:
        corrects = piece.theirs.table == "article" and "text" in (piece.edit.before or {})
        if corrects and joined.frozen(db) & joined.rounds_of(db, piece.theirs.row):
            piece.hold("frozen")


def refuse_frozen(db: sqlite3.Connection, pieces: Sequence[Piece], here: Mapping[tuple[str, str], Row]) -> None:
    """Raise `frozen_round` if these pieces would touch what is frozen here."""
    hold_frozen(db, pieces, here)
    hold_frozen_texts(db, pieces)
    codings = Codings(db, pieces, here)
    for piece in pieces:
        if piece.why == "frozen":
            coding = codings.of(piece)
            touched = {str(coding["round"])} if coding else joined.rounds_of(db, piece.theirs.row)
            raise AnnotatorError("frozen_round", round=min(joined.frozen(db) & touched, default=piece.theirs.row))


def _state(piece: Piece) -> object:
    return (piece.edit.after or {}).get("state") if piece.theirs.table == "round" else None


def hold_settled(db: sqlite3.Connection, pieces: Sequence[Piece]) -> None:
    """An article is settled once in a round: what somebody else settled there is for a person to choose."""
    for piece in pieces:
        row = piece.edit.after or {}
        if piece.theirs.table == "coding" and piece.edit.before is None and row.get("kind") == "settled":
            others = joined.settled(db, str(row["article"]), str(row["round"]))
            if any(other != piece.theirs.row for other in others):
                piece.hold("settled")


def hold_twins(db: sqlite3.Connection, pieces: Sequence[Piece]) -> None:
    """A coder puts a label on a span once, though it was done in both copies."""
    coming = {}
    for piece in pieces:
        row = piece.edit.after
        if piece.theirs.table == "annotation" and piece.edit.before is None and row is not None and not piece.why:
            coming[str(row["coding"]), str(row["label"]), str(row["fragments"])] = piece
    gone = {p.theirs.row for p in pieces if p.theirs.table == "annotation" and p.edit.after is None}
    for place, twin in joined.twins(db, list(coming)).items():
        if twin not in gone and twin != coming[place].theirs.row:
            coming[place].hold("twice")


def hold_parts(db: sqlite3.Connection, pieces: Sequence[Piece]) -> None:
    """A paragraph is one part of its article, though two copies took it for two."""
    parts = [piece for piece in pieces if piece.theirs.table == "part" and not piece.why]
    after = {piece.theirs.row: piece.edit.after for piece in parts if piece.edit.before is not None}
    taken: dict[str, list[tuple[int, int]]] = {}
    for piece in parts:
        row = piece.edit.after
        if piece.edit.before is None and row is not None:
            article, start, end = str(row["article"]), int(row["start"] or 0), int(row["end"] or 0)
            there = taken.setdefault(article, list(_stretches(db, article, after)))
            if any(start < last and first < end for first, last in there):
                piece.hold("changed")
            else:
                there.append((start, end))


def _stretches(db: sqlite3.Connection, article: str, after: Mapping[str, Row | None]) -> Iterator[tuple[int, int]]:
    """Where the parts that are here stand after the join."""
    for part in articles.parts(db, article):
        now = after.get(part.id, {})
        if now is not None:
            yield int(now.get("start") or part.start), int(now.get("end") or part.end)


def hold_choices(db: sqlite3.Connection, pieces: Sequence[Piece]) -> bool:
    """A value that a variable does not offer here waits, and a choice that values here need stays."""
    more, offered = False, {}
    for row in joined.every(db, "variable"):
        offered[str(row["id"])] = _choices(row)
    for piece in pieces:
        row = piece.edit.after or {}
        if piece.theirs.table == "variable" and "choices" in row and not piece.why:
            before, now = offered.get(piece.theirs.row, set()), _choices(row)
            leaving = {p.theirs.row for p in pieces if p.theirs.table == "value" and p.edit.before and not p.why}
            used = (said for value, said in joined.choosing(db, piece.theirs.row) if value not in leaving)
            if any(_said(said) & (before - now) for said in used):
                more = piece.hold("still_used") or more
            else:
                offered[piece.theirs.row] = now
    for piece in pieces:
        row = piece.edit.after or {}
        if piece.theirs.table == "value" and "variable" in row and not piece.why:
            known = offered.get(str(row["variable"]), set())
            if known and not _said(str(row["value"])) <= known:
                more = piece.hold("lacking") or more
    return more


def count_choosing(db: sqlite3.Connection, piece: Piece) -> int:
    """How many values hold a choice of a variable that a piece would take away."""
    gone = _choices(piece.edit.before or {}) - _choices(piece.edit.after or {})
    return sum(bool(_said(said) & gone) for _, said in joined.choosing(db, piece.theirs.row))


def _choices(row: Row) -> set[str]:
    return {str(choice["id"]) for choice in json.loads(str(row["choices"]))}


def _said(stored: str) -> set[str]:
    said = json.loads(stored)
    return {str(one) for one in (said if isinstance(said, list) else [said])}


class Book:
    """The codebook that the taken pieces would make, held back until it is legal."""

    def __init__(self, db: sqlite3.Connection, pieces: Sequence[Piece]) -> None:
        self._here = {table: {str(row["id"]): row for row in joined.every(db, table)} for table in _BOOK}
        self._pieces = [piece for piece in pieces if piece.theirs.table in _BOOK]

    def free_keys(self) -> list[Piece]:
        """A label that comes with a key that is taken here comes without it; the key is what is held."""
        made: list[Piece] = []
        for piece in self._pieces:
            after = piece.edit.after or {}
            key = str(after.get("key", "")).casefold()
            if piece.theirs.table == "label" and key and not piece.why and not after.get("retired"):
                others = self._rows("label", [other for other in self._pieces if other is not piece])
                if any(_key(row) == key for label, row in others.items() if label != piece.theirs.row):
                    made += self._without_key(piece)
        return made

    def _without_key(self, piece: Piece) -> list[Piece]:
        after = piece.edit.after or {}
        edit = Edit("label", piece.theirs.row, {"key": ""}, {"key": after["key"]})
        if piece.edit.before is not None:
            if len(after) == 1:
                piece.hold("key_taken")
                return []
            rest = [column for column in after if column != "key"]
            edit = Edit("label", piece.theirs.row, {"key": piece.edit.before["key"]}, {"key": after["key"]})
            piece.edit = Edit(
                "label", piece.theirs.row, {c: piece.edit.before[c] for c in rest}, {c: after[c] for c in rest}
            )
        else:
            piece.edit = Edit("label", piece.theirs.row, None, {**after, "key": ""})
        return [Piece(edit, edit, piece.sources, piece.who, piece.at, "", "key_taken")]

    def hold_illegal(self) -> bool:
        """Hold the last of the pieces until the codebook's own rules have nothing against the rest."""
        more, before = False, self._legal(without=frozenset(id(piece) for piece in self._pieces))
        while before and not self._legal():
            taken = [piece for piece in self._pieces if not piece.why]
            alone = next((p for p in reversed(taken) if self._legal(without=frozenset({id(p)}))), taken[-1])
            more = alone.hold("illegal") or more
        return more

    def twin_names(self) -> list[tuple[str, str]]:
        """Two labels of one name: ours and the one that comes."""
        coming = [p for p in self._pieces if p.theirs.table == "label" and p.edit.before is None and not p.why]
        return [
            (str(row["id"]), piece.theirs.row)
            for piece in coming
            for row in self._here["label"].values()
            if _names(row) & _names(piece.edit.after or {})
        ]

    def refuse(self, *, without: frozenset[int] = frozenset()) -> None:
        """Raise what the codebook's rules have against it."""
        made = {table: self._made(table, without) for table in _BOOK}
        rules.check(Codebook(made["label"], made["variable"], made["relation_type"], "", made["statement_type"]))

    def _legal(self, *, without: frozenset[int] = frozenset()) -> bool:
        try:
            self.refuse(without=without)
        except AnnotatorError:
            return False
        return True

    def _made(self, table: str, without: frozenset[int]) -> tuple[Any, ...]:
        left = [piece for piece in self._pieces if id(piece) not in without]
        return tuple(from_row(_BOOK[table], row) for row in self._rows(table, left).values())

    def _rows(self, table: str, pieces: Sequence[Piece]) -> dict[str, Row]:
        """A table of the codebook as it would be with these pieces."""
        rows = dict(self._here[table])
        for piece in pieces:
            if piece.theirs.table == table and not piece.why:
                if piece.edit.after is None:
                    rows.pop(piece.theirs.row, None)
                else:
                    rows[piece.theirs.row] = {**rows.get(piece.theirs.row, {}), **piece.edit.after}
        return rows


def refuse_illegal(db: sqlite3.Connection, pieces: Sequence[Piece]) -> None:
    """Raise what the codebook's rules have against these pieces, if they touch it at all."""
    if any(piece.theirs.table in _BOOK for piece in pieces):
        Book(db, pieces).refuse()


def _key(row: Row) -> str:
    return "" if row.get("retired") else str(row.get("key", "")).casefold()


def _names(row: Row) -> set[str]:
    return {" ".join(str(name).casefold().split()) for name in json.loads(str(row["names"])).values()}
