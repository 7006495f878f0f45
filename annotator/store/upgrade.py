"""A file of an older format becomes one of ours: backed up and verified before, in one transaction, checked after."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from annotator.core.changes import Change, Edit
from annotator.core.direction import article_direction
from annotator.core.errors import DamagedError
from annotator.core.ids import keyed_id
from annotator.core.models import Actor, Choice, StatementType, Variable
from annotator.core.order import after, spread
from annotator.core.rows import added
from annotator.store import edits, format_1, schema, session, totals, trust
from annotator.store.connection import opening
from annotator.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.changes import Row
    from annotator.core.models import Names, ValueType
    from annotator.store.connection import Connection

_GROWS = {"value", "variable", "statement_type", "actor", "change", "edit"}  # by what statements become


def upgrade(db: Connection, path: Path) -> None:
    """Bring a trusted file of an older format to this one, whole or not at all. Its owner calls it, none else.

    Raises what ails the disk, or `strange_schema` if what came of it is not word for word a file of ours.
    """
    before, sealed = totals.tables(db), trust.sealed(db)
    with opening(path), session.transaction(db):
        _to_format_2(db)
        db.execute(f"pragma user_version = {schema.FORMAT}")
        if sealed:
            db.execute('update "session" set "n" = ?, "chain" = ?', session.head(db))
        _verify(db, before, path)


def _verify(db: Connection, before: dict[str, int], path: Path) -> None:
    after = totals.tables(db)
    grown = {table for table, rows in before.items() if after[table] > rows}
    shrunk = {table for table, rows in before.items() if after[table] < rows}
    if strange := [*schema.differs(db), *sorted(shrunk | grown - _GROWS)]:
        raise DamagedError("strange_schema", path=str(path), objects=", ".join(strange[:3]))


def _to_format_2(db: Connection) -> None:
    known = schema.statements()
    for table, columns in format_1.COLUMNS.items():
        for column in columns:
            db.execute(f'alter table "{table}" add column {column}')
    for table in format_1.TABLES:
        db.execute(known[table])
    db.execute('alter table "statement" rename to "statement_1"')
    db.execute(known["statement"])
    db.execute('insert into "statement" select "id", "coding", "type" from "statement_1" order by rowid')
    _statements(db)
    db.execute('drop table "statement_1"')
    for index in ("statement_coding", *format_1.INDEXES):
        db.execute(known[index])
    noted = '"migration_set", "name", "applied_at"'
    db.execute(f'insert into "_sqlite_migrations" ({noted}) values (?,?,?)', ["annotator", "format_2", session.now()])


def _statements(db: Connection) -> None:
    """Slots become values, under types, variables and actors made for them by an action of nobody's.

    It is the same action in every copy of the file, so that copies still join.
    """
    found = _Slots(db)
    if not found.types:
        return
    n, chain = session.head(db)
    at = db.execute('select "at" from "change" where "n" = ?', [n]).fetchone()
    made = Change("upgrade", found.rows(), {"format": schema.FORMAT}, id=keyed_id("upgrade", chain), at=at[0])
    Journal(db).write(made)
    cursor = db.cursor(sqlite3.Cursor)
    for row in _old_rows(db):
        for edit in format_1.values(db, row):
            edits.apply(cursor, edit)


def _old_rows(db: Connection) -> Iterator[Row]:
    columns = ("id", "coding", "type", "slots")
    for row in db.execute('select "id", "coding", "type", "slots" from "statement_1" order by rowid'):
        yield dict(zip(columns, row, strict=True))


class _Slots:
    """What the old statements' slots hold, and the codebook and the register that this asks for."""

    def __init__(self, db: Connection) -> None:
        self.types: dict[str, dict[str, str]] = {}  # of each kind of statement: its slots, to their variables
        self._held: dict[str, list[Any]] = {}  # of each variable: one value of each sort
        self._labels: dict[str, set[str]] = {}  # and the labels of the spans
        self._actors: set[str] = set()
        self._label_of = dict(db.execute('select "id", "label" from "annotation"'))
        scopes = dict(db.execute('select "id", "scope" from "variable"'))
        self._known = scopes.keys()
        last = db.execute('select coalesce(max("position"), \'\') from "variable"').fetchone()[0]
        self._positions = after(last)
        for row in _old_rows(db):
            slots = self.types.setdefault(str(row["type"]), {})
            for slot, value in json.loads(str(row["slots"])).items():
                if value is not None:
                    taken = scopes.get(slot, "statement") != "statement"
                    variable = slots.setdefault(slot, f"{row['type']}.{slot}" if taken else slot)
                    self._take(variable, value)

    def _take(self, variable: str, value: Any) -> None:
        held, labels = self._held.setdefault(variable, []), self._labels.setdefault(variable, set())
        sort = _sort(value)
        if sort == "span" and value["annotation"] in self._label_of:
            labels.add(self._label_of[value["annotation"]])
        elif sort == "actor":
            self._actors.add(str(value["actor"]))
        if sort == "choices" or all(_sort(other) != sort for other in held):
            held.append(value)

    def rows(self) -> Iterator[Edit]:
        """The edits that add it."""
        for name, held in self._held.items():
            if name not in self._known:
                yield added(self._variable(name, held, next(self._positions)))
        for (name, slots), position in zip(self.types.items(), spread(len(self.types)), strict=True):
            yield added(StatementType(name, _names(name), tuple(slots.values()), position=position))
        for actor in sorted(self._actors):
            yield added(Actor(actor, _names(actor)))

    def _variable(self, name: str, held: list[Any], position: str) -> Variable:
        """Of the type that all of its values have; beside one of them spans go by their labels; else of words."""
        sorts = {_sort(value) for value in held}
        plain = sorted(sorts - {"span"})
        kind: ValueType = "span" if not plain else plain[0] if len(plain) == 1 else "text"
        items = dict.fromkeys(item for value in held for item in value) if kind == "choices" else ()
        choices = tuple(Choice(item, _names(item)) for item in items)
        labels = tuple(sorted(self._labels[name])) if kind != "span" else ()
        return Variable(name, _names(name), "statement", kind, choices, labels, position=position)


def _sort(value: Any) -> ValueType:
    match value:
        case {"annotation": str()}:
            return "span"
        case {"actor": str()}:
            return "actor"
        case bool():
            return "yesno"
        case int() | float():
            return "number"
        case [str(), *rest] if all(isinstance(item, str) for item in rest):
            return "choices"
        case _:
            return "text"


def _names(name: str) -> Names:
    return {"ar" if article_direction(name) == "rtl" else "en": name}
