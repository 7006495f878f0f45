"""Project files as an enemy would make them: real ones, changed by hand, with a log that goes through if wanted."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from annotator.core.changes import Change
from annotator.core.rows import dumps
from annotator.store import log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, with whatever SQLite lets one do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("pragma writable_schema = on")
        db.execute("pragma synchronous = off")
        yield db


def run(path: Path, *sql: str) -> Path:
    """The file after these statements."""
    with by_hand(path) as db:
        for one in sql:
            db.execute(one)
    return path


def forge(path: Path, *edits: tuple[Any, ...], **more: Any) -> str:
    """Log a change of these raw edits (table, row, before, after as stored), digest, link and seal right; its id."""
    plain = {"state": "applied", "via": ""} | {name: more.pop(name) for name in ("state", "via") if name in more}
    made = Change(**{"name": "label_span", "author": "c1", "copy": "there", **more})
    hasher = hashlib.sha256(log.head(made))
    for edit in edits:
        hasher.update(log.line(*edit))
    with by_hand(path) as db:
        (before,) = db.execute('select "chain" from "change" order by "n" desc limit 1').fetchone()
        chain = log.link(before, hasher.hexdigest())
        row = [made.id, made.name, dumps(made.facts), made.author, made.copy, made.kind, made.of, plain["via"]]
        sql = 'insert into "change" values (null,?,?,?,?,?,?,?,?,?,?,?,?)'
        n = db.execute(sql, [*row, plain["state"], made.at, hasher.hexdigest(), chain]).lastrowid
        db.executemany('insert into "edit" values (?,?,?,?,?,?)', [(n, seq, *edit) for seq, edit in enumerate(edits)])
        db.execute('update "session" set "n" = ?, "chain" = ?', [n, chain])
    return made.id


def row(**columns: Any) -> str:
    """A row as the log stores it."""
    return dumps(columns)
