"""How much a project holds, and in what two states of one project differ: for whoever chooses a backup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.store import schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from annotator.store.history import Entry

TABLES = (*schema.JOURNALLED, "text", "change", "edit")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a person knows their work by; `by_coder` and `by_label` count annotations by id, `names` the coders."""

    articles: int
    annotations: int
    relations: int
    notes: int
    actions: int
    last: str  # when the last action was done (UTC, ISO), empty if none was
    by_coder: Mapping[str, int]
    by_label: Mapping[str, int]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """A backup beside the project: what both hold, the actions since, and how many only the backup has."""

    backup: Counts
    project: Counts
    since: tuple[Entry, ...]  # newest first; what a restored file would not have
    only_there: int


def of(db: sqlite3.Connection) -> Counts:
    """Count a project's rows."""
    rows = tables(db)
    last = db.execute('select "at" from "change" order by "n" desc limit 1').fetchone()
    by_coder = (
        'select c."coder", count(*) from "annotation" a join "coding" c on a."coding" = c."id"'
        " where c.\"kind\" = 'own' group by 1"
    )
    return Counts(
        articles=rows["article"],
        annotations=rows["annotation"],
        relations=rows["relation"],
        notes=rows["note"],
        actions=rows["change"],
        last=last[0] if last else "",
        by_coder=dict(db.execute(by_coder)),
        by_label=dict(db.execute('select "label", count(*) from "annotation" group by 1')),
        names=dict(db.execute('select "id", "name" from "coder"')),
    )


def tables(db: sqlite3.Connection) -> dict[str, int]:
    """The number of rows in each table, of those that this file's format has, whose rows a copy must have as well."""
    there = {name for (name,) in db.execute('select "name" from "sqlite_schema"')}
    return {table: db.execute(f'select count(*) from "{table}"').fetchone()[0] for table in TABLES if table in there}


def common(one: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """The number of the last change that both logs have: equal links of the chain mean equal logs up to there."""
    low, high = 0, min(_last(one), _last(other))
    while low < high:
        middle = (low + high + 1) // 2
        if _link(one, middle) == _link(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _last(db: sqlite3.Connection) -> int:
    return int(db.execute('select coalesce(max("n"), 0) from "change"').fetchone()[0])


def _link(db: sqlite3.Connection, n: int) -> str | None:
    row = db.execute('select "chain" from "change" where "n" = ?', [n]).fetchone()
    return str(row[0]) if row else None
