"""The seal of a round: one hash over all own work in it, so that whoever has it can tell that nothing was changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_CODINGS = """
    select json_array(c."id", c."article", c."coder", c."round", c."status", c."codebook", a."text")
    from "coding" c join "article" a on a."id" = c."article"
    where c."round" = ? and c."kind" = 'own' order by c."id"
"""
_WORK = """
    select json_array({columns}) from "{table}"
    where "coding" in (select "id" from "coding" where "round" = ? and "kind" = 'own') order by "id"
"""
_COLUMNS = {
    "annotation": '"id", "coding", "label", "text", "fragments", "quotes", "codebook", "head"',
    "value": '"id", "coding", "owner", "variable", "value"',
    "relation": '"id", "coding", "label", "source", "target"',
    "statement": '"id", "coding", "type"',
}
# What is hashed, in this order: each row as a JSON array of these columns, by id; of a coding, its article's text too.
_ROWS = (_CODINGS, *(_WORK.format(table=table, columns=columns) for table, columns in _COLUMNS.items()))


def seal(db: sqlite3.Connection, round_id: str) -> str:
    """SHA-256 in hexadecimal over the codings of a round, their spans, values, links and statements.

    Each row is a line of UTF-8, each table ends with an empty one.
    """
    hasher = hashlib.sha256()
    for sql in _ROWS:
        for (row,) in db.execute(sql, [round_id]):
            hasher.update(f"{row}\n".encode())
        hasher.update(b"\n")
    return hasher.hexdigest()


def broken(db: sqlite3.Connection) -> list[str]:
    """The frozen rounds whose work is not what their seal says; one frozen without a seal says nothing."""
    frozen = db.execute('select "id", "seal" from "round" where "state" = \'frozen\' and "seal" <> \'\' order by "id"')
    return [round_id for round_id, kept in frozen.fetchall() if seal(db, round_id) != kept]
