"""A file is believed only after its format, every object's SQL, its pages and the end of its log were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import DamagedError
from annotator.store import schema, session
from annotator.store.connection import opening
from annotator.store.log import link

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from annotator.store.connection import Connection


def trust(db: sqlite3.Connection, path: Path) -> None:
    """Raise `newer_file`, `foreign_file`, `strange_schema` or `damaged` unless the file has earned to be used."""
    with opening(path):
        _check_format(db, path)
        if strange := schema.differs(db):
            raise DamagedError("strange_schema", path=str(path), objects=", ".join(strange[:3]))
        if db.execute("pragma quick_check(1)").fetchone()[0] != "ok" or not _ends_well(db):
            raise DamagedError("damaged", path=str(path))


def trusted(db: Connection, path: Path) -> Connection:
    """The connection, if its file is to be trusted; else it is closed, and raises as `trust` does."""
    try:
        trust(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _check_format(db: sqlite3.Connection, path: Path) -> None:
    """As the header said; again, since a journal that was played back may have brought another header."""
    if db.execute("pragma application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise DamagedError("foreign_file", path=str(path))
    if (found := db.execute("pragma user_version").fetchone()[0]) > schema.FORMAT:
        raise DamagedError("newer_file", path=str(path), found=found, known=schema.FORMAT)


def _ends_well(db: sqlite3.Connection) -> bool:
    """Whether the last link of the chain follows from the one before it."""
    rows = db.execute('select "digest", "chain" from "change" order by "n" desc limit 2').fetchall()
    before = rows[1][1] if len(rows) > 1 else ""
    return not rows or rows[0][1] == link(before, rows[0][0])


def sealed(db: sqlite3.Connection) -> bool:
    """Whether it was closed cleanly and nothing was added since: else a full check is due."""
    last = session.read(db)
    return last is None or (last.clean and (last.n, last.chain) == session.head(db))
