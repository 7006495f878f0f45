"""Reading a project that somebody else may have open: the file itself if it is free, else a verified private copy."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, DamagedError, MachineError
from annotator.store import header, here, schema, scratch, session, trust
from annotator.store.connection import connect
from annotator.store.files import trouble

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.store.connection import Connection

_PATIENCE = 5.0  # seconds until a file that changes all the time is called busy
_PAUSE = 0.002
_JOURNAL_HEAD = 28  # bytes: all zero between transactions
_NONCE = slice(12, 16)  # a random number, new for each transaction
_MARKS = 8192  # bytes: the journal's first page with its checksum, which that number goes into


@dataclass(frozen=True, slots=True)
class Reading:
    """A trusted connection that only reads; `as_of` (UTC, ISO) and `scratch`, its folder, are set for a copy."""

    db: Connection
    as_of: str = ""
    scratch: Path | None = None

    def close(self) -> None:
        """Let go of the file, or take the copy away."""
        self.db.close()
        if self.scratch is not None:
            scratch.drop(self.scratch)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open, by the coder's name, since when; `clean` if nobody says so of themselves."""

    who: str
    since: str
    clean: bool


def read(path: Path) -> Reading:
    """Open to read. Raises `in_use` for a file that this very process writes, `busy_file`, or what ails the file.

    Of a file of an older format a private copy is brought to this one.
    """
    if here.is_writing(path):
        raise MachineError("in_use", path=str(path), who="", since="", here=True)
    if not here.is_reading(path):
        header.check(path)
    try:
        reading = _direct(path)
    except MachineError as error:
        if error.key not in {"in_use", "read_only"}:  # read_only: an unfinished transaction waits to be taken back
            raise
        return _from_copy(path)
    if schema.format_of(reading.db) == schema.FORMAT:
        return reading
    reading.close()
    return replace(_from_copy(path), as_of="")  # nobody else has it open


def holder(path: Path) -> Holder | None:
    """Who has the project open, as far as its bytes tell."""
    try:
        reading = _from_copy(path, patience=1.0, as_it_is=True)
    except AnnotatorError:
        return None
    try:
        if (last := session.read(reading.db)) is None:
            return None
        names = dict(reading.db.execute('select "id", "name" from "coder"'))
        return Holder(names.get(last.coder, ""), last.since, last.clean)
    finally:
        reading.close()


def _direct(path: Path) -> Reading:
    db = connect(path, writable=False)
    try:
        db.execute("begin")
        db.execute('select 1 from "sqlite_schema"').fetchone()  # takes the shared lock, so nobody can start writing
        trust.trust(db, path)
    except BaseException:
        db.close()
        raise
    return Reading(db)


def _from_copy(path: Path, *, patience: float = _PATIENCE, as_it_is: bool = False) -> Reading:
    folder, deadline = scratch.make(), time.monotonic() + patience
    try:
        as_of = session.now()
        while (copy := _copied(path, folder, deadline)) is None:
            time.sleep(_PAUSE)
            as_of = session.now()
        return Reading(_opened(copy, path, as_it_is=as_it_is), as_of, folder)
    except BaseException:
        scratch.drop(folder)
        raise


def _copied(path: Path, folder: Path, deadline: float) -> Path | None:
    """The copy, with the journal that takes an unfinished transaction out of it; None if one ended meanwhile.

    SQLite writes no page of the file before the page's old content is in the journal. So the bytes are whole if no
    transaction began, or if the one that was under way still is: then its journal, copied last, undoes it in the copy.
    """
    if time.monotonic() > deadline:
        raise MachineError("busy_file", path=str(path))
    copy, journal = folder / path.name, header.journal_of(path)
    try:
        before = _mark(path)
        shutil.copyfile(path, copy)
        header.journal_of(copy).unlink(missing_ok=True)
        if before[0]:
            shutil.copyfile(journal, header.journal_of(copy))
        return copy if before == _mark(path) else None
    except FileNotFoundError as error:
        if not path.exists():
            raise MachineError("no_file", path=str(path)) from error
        return None  # the journal went: the transaction ended
    except OSError as error:
        raise trouble(error, folder) from error


def _mark(path: Path) -> tuple[bool, object]:
    """Whether a transaction is under way, and what tells it (or the quiet after the last one) from any other."""
    try:
        with header.journal_of(path).open("rb") as file:
            marks = file.read(_MARKS)
    except FileNotFoundError:
        marks = b""
    if any(marks[:_JOURNAL_HEAD]):
        return True, marks[_NONCE]
    with path.open("rb") as file:
        stat, head = path.stat(), file.read(header.LENGTH)
    return False, (marks, head, stat.st_size, stat.st_mtime_ns)


def _opened(copy: Path, path: Path, *, as_it_is: bool) -> Connection:
    try:
        header.check(copy)
        if header.journal_of(copy).exists():
            _recover(copy)
        db = _trusted(copy, path)
        if schema.format_of(db) < schema.FORMAT and not as_it_is:
            db.close()
            _bring_over(copy)
            db = _trusted(copy, path)
    except DamagedError as error:  # speak of the project, not of the copy
        raise DamagedError(error.key, **{**error.facts, "path": str(path)}) from error
    return db


def _trusted(copy: Path, path: Path) -> Connection:
    return trust.trusted(connect(copy, writable=False, immutable=True), path)


def _bring_over(copy: Path) -> None:
    from annotator.store.upgrade import upgrade  # noqa: PLC0415  # for old files alone

    db = connect(copy, writable=True)
    try:
        upgrade(db, copy)
    finally:
        db.close()


def _recover(copy: Path) -> None:
    """Let SQLite take the unfinished transaction back, in the copy."""
    db = connect(copy, writable=True)
    try:
        db.execute("begin exclusive")
        db.execute("commit")
    finally:
        db.close()
