"""A verified duplicate of an open project: SQLite's online backup into a new file, read again before it is believed."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, DamagedError, MachineError
from annotator.core.text import Text
from annotator.store import header, session, totals, trust
from annotator.store.connection import connect, in_our_words
from annotator.store.files import sync, trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Draft:
    """A duplicate that was drawn but not yet verified, and what it must hold. Another thread may verify it."""

    path: Path
    rows: Mapping[str, int]
    n: int
    chain: str

    def drop(self) -> None:
        """Take it away, with what SQLite may have left beside it."""
        _unlink(self.path)
        _unlink(header.journal_of(self.path))


def draw(db: sqlite3.Connection, path: Path) -> Draft:
    """Copy the project into a new file; raises `no_room`, `cannot_write` or what ails the project. Commits wait."""
    try:
        _copy(db, path)
        sync(path)
    except BaseException as error:
        _unlink(path)
        if isinstance(error, OSError):
            raise trouble(error, path) from error
        if isinstance(error, sqlite3.Error):
            raise _words(error, db, path) from error
        raise
    return Draft(path, totals.tables(db), *session.head(db))


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _copy(db: sqlite3.Connection, path: Path) -> None:
    target = sqlite3.connect(path, isolation_level=None)
    try:
        target.execute("pragma journal_mode = off")  # it is new: on any error it goes
        target.execute("pragma synchronous = off")
        db.backup(target)
    finally:
        target.close()


def _words(error: sqlite3.Error, db: sqlite3.Connection, path: Path) -> Exception:
    """Writing failed far more often than reading: the project speaks for itself when it is read."""
    known = in_our_words(error, getattr(db, "place", path))
    if known is None or isinstance(known, DamagedError):
        return known or error
    return MachineError("no_room" if known.key == "disk_full" else "cannot_write", path=str(path))


def verify(draft: Draft) -> None:
    """Read it all again: schema, pages, counts, the end of the log, every text's hash; raises `not_verified`."""
    try:
        db = connect(draft.path, writable=False, immutable=True)
        try:
            trust.trust(db, draft.path)
            whole = (
                totals.tables(db) == draft.rows and session.head(db) == (draft.n, draft.chain) and not damaged_texts(db)
            )
        finally:
            db.close()
    except AnnotatorError as error:
        raise MachineError("not_verified", path=str(draft.path)) from error
    if not whole:
        raise MachineError("not_verified", path=str(draft.path))


def damaged_texts(db: sqlite3.Connection) -> list[str]:
    """The hashes of texts that are not what they are named by."""
    rows = db.execute('select "hash", "body" from "text"')
    return [name for name, body in rows if Text(body).hash != name]
