"""Opening SQLite the one way a project is opened: settings set, read back and asserted; its errors in our words."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, DamagedError, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Why each: architecture.md 0, measured in reliability tests. The value read back must equal the one asked for.
SETTINGS = {
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "foreign_keys": 1,
    "temp_store": 2,  # MEMORY: nothing of the text in the temp folder
    "fullfsync": 1,  # macOS: through the disk's own cache
}
_READ_ONLY_SKIPS = {"locking_mode", "journal_mode", "synchronous", "secure_delete"}

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_MACHINE = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_PERM: "cannot_open",
    sqlite3.SQLITE_AUTH: "cannot_open",
}


def connect(path: Path, *, writable: bool, immutable: bool = False) -> sqlite3.Connection:
    """A connection with our settings, each read back; nothing is read or locked yet. Transactions are ours to begin."""
    mode = "rw" if writable else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}" + ("&immutable=1" if immutable else "")
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0, cached_statements=256)
    try:
        _set_up(db, writable=writable)
    except BaseException:
        db.close()
        raise
    return db


def _set_up(db: sqlite3.Connection, *, writable: bool) -> None:
    for name, wanted in SETTINGS.items():
        if not writable and name in _READ_ONLY_SKIPS:
            continue
        db.execute(f"pragma {name} = {wanted}")
        found = db.execute(f"pragma {name}").fetchone()
        if found is not None and found[0] != wanted:
            raise MachineError("setting_refused", setting=name, found=found[0])


def is_busy(error: sqlite3.Error) -> bool:
    """Whether somebody else has the file."""
    return _primary(error) in _BUSY


@contextmanager
def spoken(path: Path | str) -> Iterator[None]:
    """SQLite's errors leave this block as errors that `messages` can say; bugs (wrong SQL) leave it as they are."""
    try:
        yield
    except sqlite3.Error as error:
        if (known := in_our_words(error, path)) is None:
            raise
        raise known from error


def in_our_words(error: sqlite3.Error, path: Path | str) -> AnnotatorError | None:
    """What a person is told of an SQLite error; None for what only a bug can cause."""
    code = _primary(error)
    if code in _BUSY:
        return MachineError("in_use", path=str(path), who="", since="")
    if code in _MACHINE:
        return MachineError(_MACHINE[code], path=str(path))
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DamagedError("damaged", path=str(path))
    return None


def _primary(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
