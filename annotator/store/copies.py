"""Which copy of a project this file is: undo must never take back what was done in another copy.

The id lies in the file; this device remembers where each copy stood. It is kept when the file was only moved here; a
new one is made on another device, for a copy whose original still stands, and for a restored backup.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.ids import new_id
from annotator.store import places

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def identify(db: sqlite3.Connection, path: Path) -> str:
    """The id of this copy, kept or made anew; nothing is written."""
    here, row = places.device(), db.execute('select "id", "device" from "copy"').fetchone()
    if row is not None and here and row[1] == here and not _original_stands(row[0], path):
        return str(row[0])
    return new_id()


def sign(db: sqlite3.Connection, copy: str) -> None:
    """Let the file say which copy it is, in the caller's transaction."""
    if db.execute('select 1 from "copy" where "id" = ?', [copy]).fetchone() is None:
        forget(db)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        db.execute('insert into "copy" values (?,?,?)', [copy, places.device(), now])


def read(db: sqlite3.Connection) -> str:
    """The id of this copy; empty for one that was never opened."""
    row = db.execute('select "id" from "copy"').fetchone()
    return str(row[0]) if row else ""


def remember(copy: str, path: Path) -> None:
    """Note where this copy stands, once it is open."""
    places.remember(places.COPIES, copy, str(path.resolve()))


def forget(db: sqlite3.Connection) -> None:
    """Take the id out of a file that is to be a copy of its own."""
    db.execute('delete from "copy"')


def _original_stands(copy: str, path: Path) -> bool:
    """Whether the place where this copy was last opened holds another file than this one."""
    place = places.read(places.COPIES).get(copy)
    if place is None:
        return False
    try:
        return not type(path)(place).samefile(path)
    except OSError:
        return False
