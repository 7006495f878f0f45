"""Opening a hostile file, in the child: limits first, then schema, pages and log, and only then a look inside."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from typing import TYPE_CHECKING

from annotator.core.errors import DamagedError
from annotator.core.text import stored_form
from annotator.store import edits, header, schema
from annotator.store.foreign import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.changes import Value

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 64,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 8,
}
_CONFIG = {  # of Python 3.12 and later
    "SQLITE_DBCONFIG_DEFENSIVE": True,
    "SQLITE_DBCONFIG_ENABLE_TRIGGER": False,
    "SQLITE_DBCONFIG_ENABLE_VIEW": False,
    "SQLITE_DBCONFIG_TRUSTED_SCHEMA": False,
}
_PRAGMAS = {"trusted_schema": 0, "cell_size_check": 1, "query_only": 1, "mmap_size": 0, "temp_store": 2}
_HEAP = 512 << 20  # bytes that SQLite may take, where the system sets no limit
_OFTEN = 10_000  # of SQLite's steps between two looks at the clock
_COLUMNS = {
    **edits.COLUMNS,
    "text": ("hash", "body"),
    "change": (*("n", "id", "name", "facts", "author", "copy", "kind", "of", "via", "state", "at", "digest", "chain"),),
    "edit": ("change", "seq", "tbl", "row", "before", "after"),
    "copy": ("id",),
    "session": ("n", "chain"),
}


class Clock:
    """How long what is asked for may still take."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.wind()

    def wind(self) -> None:
        """Begin anew."""
        self._until = time.monotonic() + self.seconds

    def is_up(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() > self._until


def opened(copy: Path, clock: Clock) -> sqlite3.Connection:
    """A connection that reads nothing but our columns; raises DamagedError or an error of SQLite."""
    header.check(copy)
    db = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        _limit(db, clock)
        _trust(db, copy)
        db.set_authorizer(_allow)
    except BaseException:
        db.close()
        raise
    return db


def _limit(db: sqlite3.Connection, clock: Clock) -> None:
    for limit, value in _LIMITS.items():
        db.setlimit(limit, value)
    if hasattr(db, "setconfig"):
        for name, wanted in _CONFIG.items():
            db.setconfig(getattr(sqlite3, name), wanted)
    db.set_progress_handler(clock.is_up, _OFTEN)
    db.execute(f"pragma hard_heap_limit = {_HEAP}")
    for name, setting in _PRAGMAS.items():
        db.execute(f"pragma {name} = {setting}")


def _trust(db: sqlite3.Connection, copy: Path) -> None:
    if (found := schema.format_of(db)) < schema.FORMAT:
        raise DamagedError("older_file", path=str(copy), found=found, known=schema.FORMAT)
    if strange := schema.differs(db):
        raise DamagedError("strange_schema", path=str(copy), objects=", ".join(name[:40] for name in strange[:3]))
    if db.execute("pragma quick_check(1)").fetchone() != ("ok",):
        raise DamagedError("damaged", path=str(copy))


def _allow(action: int, first: str | None, second: str | None, _schema: str | None, _by: str | None) -> int:
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and first in _COLUMNS:
        # a count reads no column
        return sqlite3.SQLITE_OK if second in {*_COLUMNS[first], ""} else sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and second == "count":
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def rows(db: sqlite3.Connection, sql: str, parameters: tuple[object, ...] = ()) -> Iterator[tuple[Value, ...]]:
    """Rows of text that is UTF-8, numbers and nothing; SQLite raises for other text. What is bytes no check lets in."""
    return db.execute(sql, parameters)


def check_rows(db: sqlite3.Connection) -> None:
    """Raise ValueError for a row that no journal wrote: what tables hold is never taken, but tells of tampering."""
    for table, columns in edits.COLUMNS.items():
        listed = ",".join(f'"{column}"' for column in columns)
        for row in rows(db, f'select {listed} from "{table}"'):
            shapes.row(table, dict(zip(columns, row, strict=True)), whole=True)


def check_texts(db: sqlite3.Connection) -> None:
    """Raise ValueError unless each text is what it is named by and in the stored form."""
    for name, body in db.execute('select "hash", "body" from "text"'):
        if hashlib.sha256(body.encode()).hexdigest() != name:
            raise ValueError(name)


def text(db: sqlite3.Connection, name: str) -> str | None:
    """One text, or None; raises ValueError for one that is not in the stored form."""
    found = next(rows(db, 'select "body" from "text" where "hash" = ?', (name,)), None)
    if found is None:
        return None
    body = str(found[0])
    if stored_form(body).text.body != body:
        raise ValueError(name)
    return body
