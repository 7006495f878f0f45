"""What a project file of format 1 was, word for word, and how its statements read in format 2.

There a statement held its slots as JSON, of no known type. Here each is a row of values under a type made for it. The
log still names the old column: whoever plays it or takes it back reads those edits as the rows that they stand for.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.core.changes import Edit
from annotator.core.ids import keyed_id
from annotator.core.models import Assigned
from annotator.core.rows import added
from annotator.store import schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from annotator.core.changes import Row

# What format 2 added to tables that were there, in its order.
COLUMNS: dict[str, tuple[str, ...]] = {
    "project": (
        """"boundary" text not null default '{"clitics":true,"punctuation":false,"quotes":false,"words":true}'""",
        """"editing" text not null default 'open'""",
        """"package" text not null default ''""",
    ),
    "label": (
        """"synonyms" text not null default '[]'""",
        """"within" text not null default '[]'""",
        """"parts" text not null default '[]'""",
        '"apart" integer not null default 0',
    ),
    "variable": (""""only_if" text not null default '{}'""", '"low" real', '"high" real'),
    "annotation": (""""head" text not null default '[]'""",),
    "round": (
        """"plan" text not null default '{}'""",
        """"coders" text not null default '[]'""",
        '"blind" integer not null default 1',
        """"expert" text not null default ''""",
        """"frozen" text not null default ''""",
        """"seal" text not null default ''""",
    ),
    "decision": (""""coders" text not null default '[]'""",),
}
TABLES = ("statement_type", "actor", "part", "word_list", "doubt", "handover", "clash")
INDEXES = (
    "statement_type_of",
    "part_article",
    "doubt_annotation",
    "handover_coder",
    "handover_sender",
    "handover_round",
    "clash_row",
    "change_via",
)

_STATEMENT = (
    'CREATE TABLE "statement" ("id" text primary key, '
    '"coding" text not null references "coding" deferrable initially deferred, '
    '"type" text not null, "slots" text not null) strict'
)


def statements() -> dict[str, str]:
    """The SQL of every object of such a file, by name."""
    known = {name: sql for name, sql in schema.statements().items() if name not in (*TABLES, *INDEXES)}
    for table, columns in COLUMNS.items():
        known[table] = known[table].replace("".join(f", {column}" for column in columns), "")
    return known | {"statement": _STATEMENT}


def as_rows(db: sqlite3.Connection, edit: Edit) -> Iterator[Edit]:
    """The same edit of a whole statement, in rows of format 2."""
    row = edit.after or edit.before or {}
    plain = {column: value for column, value in row.items() if column != "slots"}
    made = [Edit("statement", edit.row, None, plain), *values(db, row)]
    yield from made if edit.before is None else (each.inverse() for each in made)


def values(db: sqlite3.Connection, row: Row) -> Iterator[Edit]:
    """The values that an old statement's slots become, as if they were added; a slot of null says nothing."""
    owner, coding = str(row["id"]), str(row["coding"])
    for slot, value in json.loads(str(row["slots"])).items():
        if value is not None:
            variable = variable_of(db, str(row["type"]), slot)
            yield added(Assigned(keyed_id("value", owner, variable), coding, owner, variable, value))


def variable_of(db: sqlite3.Connection, kind: str, slot: str) -> str:
    """The variable that stands for a slot: one of its name, unless that was an attribute's or an article's."""
    sql = 'select 1 from "variable" where "id" = ? and "scope" = \'statement\''
    own = f"{kind}.{slot}"
    return own if db.execute(sql, [own]).fetchone() else slot
