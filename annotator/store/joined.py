"""What a join asks of a project: rows by id, whole; which ids are there; what points to rows that are to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from annotator.core.rows import dumps
from annotator.core.travel import Clash
from annotator.store.reading import among, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.changes import Row, Value

Thing = TypeVar("Thing")

_BATCH = 5_000

# Who points to a table's rows: table, and a condition on `value` (the id, or what stands for it) with what it is.
POINTERS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "article": (("source", "article", "{}"), ("coding", "article", "{}"), ("part", "article", "{}")),
    "coder": (
        *(("coding", "coder", "{}"), ("note", "coder", "{}"), ("decision", "coder", "{}")),
        *(("handover", "coder", "{}"), ("handover", "sender", "{}")),
    ),
    "round": (("coding", "round", "{}"), ("handover", "round", "{}")),
    "coding": tuple((table, "coding", "{}") for table in ("annotation", "value", "relation", "statement", "decision")),
    "label": (("annotation", "label", "{}"), ("label", "parent", "{}")),
    "variable": (("value", "variable", "{}"),),
    "relation_type": (("relation", "label", "{}"),),
    "statement_type": (("statement", "type", "{}"),),
    "annotation": (
        *(("relation", "source", "{}"), ("relation", "target", "{}"), ("doubt", "annotation", "{}")),
        *(("value", "owner", "{}"), ("value", "value", '{{"annotation":"{}"}}')),
    ),
    "statement": (("value", "owner", "{}"),),
    "actor": (("value", "value", '"{}"'), ("value", "value", '{{"actor":"{}"}}')),
    "note": (("note", "thread", "{}"),),
}
for _table in ("annotation", "article", "label", "decision"):
    POINTERS[_table] = (*POINTERS.get(_table, ()), ("note", "owner", "{}"))


def rows(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> dict[str, Row]:
    """These rows by id, as far as they are there."""
    found: dict[str, Row] = {}
    for batch in batches(ids):
        where, params = among("id", batch)
        cursor = db.execute(f'select * from "{table}" where {where}', params)
        names = [column[0] for column in cursor.description]
        at = names.index("id")
        for row in cursor:
            found[row[at]] = dict(zip(names, row, strict=True))
    return found


def every(db: sqlite3.Connection, table: str) -> list[Row]:
    """All rows of a small table."""
    cursor = db.execute(f'select * from "{table}"')
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def defaults(db: sqlite3.Connection, table: str) -> dict[str, Value]:
    """What the columns hold that a row of an older format has not."""
    columns = db.execute(f'pragma table_info("{table}")').fetchall()
    return {name: db.execute(f"select {said}").fetchone()[0] for _, name, _, _, said, _ in columns if said is not None}


def homes(db: sqlite3.Connection, codings: Iterable[str]) -> dict[str, str]:
    """The articles of these codings."""
    found: dict[str, str] = {}
    for batch in batches(codings):
        where, params = among("id", batch)
        found.update(db.execute(f'select "id", "article" from "coding" where {where}', params))
    return found


def missing(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> set[str]:
    """Those of these ids that a table has not."""
    gone: set[str] = set()
    for batch in batches(ids):
        sql = f'select value from json_each(?) where value not in (select "{_key(table)}" from "{table}")'
        gone.update(row[0] for row in db.execute(sql, [dumps(batch)]))
    return gone


def pointing(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Every row that points to one of these rows: its table, id and column, and whom it points to."""
    for batch in batches(ids):
        for pointer, column, form in POINTERS.get(table, ()):
            said = {form.format(row): row for row in batch}
            where, params = among(column, list(said))
            for row, value in db.execute(f'select "id", "{column}" from "{pointer}" where {where}', params).fetchall():
                yield pointer, row, column, said[value]


def twins(db: sqlite3.Connection, spans: Sequence[tuple[str, str, str]]) -> dict[tuple[str, str, str], str]:
    """The annotations that are there of these codings, labels and fragments (as stored), by all three."""
    found: dict[tuple[str, str, str], str] = {}
    sql = (
        'select a."coding", a."label", a."fragments", a."id" from json_each(?) j join "annotation" a'
        " on a.\"coding\" = json_extract(j.value, '$[0]') and a.\"fragments\" = json_extract(j.value, '$[2]')"
        " and a.\"label\" = json_extract(j.value, '$[1]')"
    )
    for batch in batches(spans):
        for coding, label, fragments, row in db.execute(sql, [dumps(batch)]):
            found[coding, label, fragments] = row
    return found


def on_other_texts(db: sqlite3.Connection, article: str, text: str) -> list[str]:
    """The annotations of an article that stand on another version of its text than this one."""
    sql = (
        'select a."id" from "annotation" a join "coding" c on c."id" = a."coding"'
        ' where c."article" = ? and a."text" <> ? order by a."id"'
    )
    return [row[0] for row in db.execute(sql, [article, text])]


def parts_on_other_texts(db: sqlite3.Connection, article: str, text: str) -> list[str]:
    """The parts of an article that stand on another version of its text than this one, in their order."""
    sql = 'select "id" from "part" where "article" = ? and "text" <> ? order by "start"'
    return [row[0] for row in db.execute(sql, [article, text])]


def rounds_of(db: sqlite3.Connection, article: str) -> set[str]:
    """The rounds in which somebody coded an article."""
    sql = 'select distinct "round" from "coding" where "article" = ? and "kind" = \'own\''
    return {row[0] for row in db.execute(sql, [article])}


def choosing(db: sqlite3.Connection, variable: str) -> Iterator[tuple[str, str]]:
    """The values of a variable, as stored, by id."""
    yield from db.execute('select "id", "value" from "value" where "variable" = ?', [variable])


def settled(db: sqlite3.Connection, article: str, round_id: str) -> list[str]:
    """The settled codings of an article in a round."""
    sql = 'select "id" from "coding" where "article" = ? and "round" = ? and "kind" = \'settled\''
    return [row[0] for row in db.execute(sql, [article, round_id])]


def frozen(db: sqlite3.Connection) -> set[str]:
    """The rounds that are frozen."""
    return {row[0] for row in db.execute('select "id" from "round" where "state" = \'frozen\'')}


def clashes(db: sqlite3.Connection, *, state: str | None = None) -> list[Clash]:
    """What could not be joined, in the order in which it came; of one state only."""
    where, params = ("1", []) if state is None else ('"state" = ?', [state])
    return list(select(db, Clash, where, params))


def clashes_among(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Clash]:
    """These clashes by id, as far as they are there."""
    return {clash.id: clash for batch in batches(ids) for clash in select(db, Clash, *among("id", batch))}


def batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Some thousands at a time: a statement's parameter is one JSON array."""
    batch: list[Thing] = []
    for thing in things:
        batch.append(thing)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _key(table: str) -> str:
    return "hash" if table == "text" else "id"
