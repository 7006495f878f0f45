"""Opening SQLite the one way a project is opened: settings set, read back and asserted; its errors in our words."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NoReturn
from weakref import WeakSet

from annotator.core.errors import AnnotatorError, DamagedError, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Why each: ARCHITECTURE.md. The value read back must equal the one asked for.
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
_WAIT = 0.2  # seconds: lets one of many that open at once win, where without it all would step back

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_MACHINE = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_PERM: "cannot_open",
    sqlite3.SQLITE_AUTH: "cannot_open",
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_DOUBTFUL = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT}

ERRORS = (sqlite3.Error, UnicodeDecodeError)  # the second for damage so deep that what SQLite says of it is no text


class Connection(sqlite3.Connection):
    """A connection whose errors are ours. After `broken` became true it is closed and opened anew before a write."""

    place: Path | str = ""
    broken = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._cursors: WeakSet[sqlite3.Cursor] = WeakSet()

    def cursor(self, factory: Any = None) -> Any:
        """A cursor that speaks our errors, or one of the class asked for."""
        try:
            made = super().cursor(factory or Cursor)
        except sqlite3.ProgrammingError as error:
            if self.broken:  # closed after a disk error, and not to be had again yet
                raise MachineError("disk_error", path=str(self.place)) from error
            raise
        self._cursors.add(made)
        return made

    def close(self) -> None:
        """Let go of the file at once: a cursor that somebody still holds would keep its lock."""
        for cursor in list(self._cursors):
            with suppress(sqlite3.Error):  # it may end with the error that its statement ended with
                cursor.close()
        super().close()

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        """As SQLite does."""
        return self.cursor().execute(sql, parameters)

    def words_for(self, error: Exception) -> AnnotatorError | None:
        """What a person is told of this error; None for what only a bug can cause. Remembers doubts about the disk."""
        if _primary(error) in _DOUBTFUL:
            self.broken = True
        return in_our_words(error, self.place)


class Cursor(sqlite3.Cursor):
    """A cursor whose errors are ours."""

    connection: Connection

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """As SQLite does."""
        try:
            super().execute(sql, parameters)
        except ERRORS as error:
            self._say(error)
        return self

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except ERRORS as error:
            self._say(error)

    def fetchone(self) -> Any:
        """As SQLite does."""
        return next(self, None)

    def fetchall(self) -> list[Any]:
        """As SQLite does."""
        return list(self)

    def _say(self, error: Exception) -> NoReturn:
        raise (self.connection.words_for(error) or error) from error


def connect(path: Path, *, writable: bool, immutable: bool = False) -> Connection:
    """A connection with our settings, each read back; nothing is trusted or locked yet. Transactions are ours to begin.

    Raises `in_use` while another has the file, `damaged` for what SQLite cannot read, or what ails the machine.
    """
    mode = "rw" if writable else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}" + ("&immutable=1" if immutable else "")
    with opening(path):
        db = sqlite3.connect(
            uri,
            uri=True,
            isolation_level=None,
            timeout=_WAIT if writable else 0,
            cached_statements=256,
            factory=Connection,
        )
        db.place = path
        try:
            _set_up(db, writable=writable)
        except BaseException:
            db.close()
            raise
    return db


def _set_up(db: Connection, *, writable: bool) -> None:
    for name, wanted in SETTINGS.items():
        if not writable and name in _READ_ONLY_SKIPS:
            continue
        db.execute(f"pragma {name} = {wanted}")
        found = db.execute(f"pragma {name}").fetchone()
        if found is None and name == "mmap_size":  # a SQLite built without it
            continue
        if found is None or found[0] != wanted:
            raise MachineError("setting_refused", setting=name, found=found and found[0])


@contextmanager
def opening(path: Path | str) -> Iterator[None]:
    """Until a file is trusted, whatever SQLite cannot make of it is damage, never a bug of ours."""
    try:
        yield
    except ERRORS as error:
        raise (in_our_words(error, path) or DamagedError("damaged", path=str(path))) from error


def is_in_use(error: AnnotatorError) -> bool:
    """Whether somebody else has the file."""
    return error.key == "in_use"


def in_our_words(error: Exception, path: Path | str) -> AnnotatorError | None:
    """What a person is told of an SQLite error; None for what only a bug can cause."""
    code = _primary(error)
    if code in _BUSY:
        return MachineError("in_use", path=str(path), who="", since="")
    if code in _MACHINE:
        return MachineError(_MACHINE[code], path=str(path))
    if code in _DAMAGED or "decode" in str(error):  # bytes that are no UTF-8: Python's own error, without a code
        return DamagedError("damaged", path=str(path))
    return None


def _primary(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
