"""A project file: made, opened by its one owner, read by others from a verified copy, closed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from annotator.core.changes import change
from annotator.core.errors import DamagedError, MachineError
from annotator.core.ids import new_id
from annotator.core.models import Identity
from annotator.core.rows import added
from annotator.store import copies, header, schema, tallies
from annotator.store.connection import connect, in_our_words, is_busy, spoken
from annotator.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OPEN: set[Path] = set()  # what this process has open: opening it again would drop its own locks


@dataclass(frozen=True, slots=True)
class Session:
    """Who has or last had the project open, since when, and whether they closed it."""

    coder: str
    since: str
    clean: bool


class Project:
    """An open project. `journal` writes; the readers of `annotator.store` read `db`. One thread owns both.

    `coder` is the id of the person who acts; `as_of` is set when this is a copy of what another has open, with the
    moment it was taken; `writable` is False for that and for a read-only disk; `crashed` tells of an unclean end.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, *, writable: bool, as_of: str = "") -> None:
        self.path = path
        self.db = db
        self.writable = writable
        self.as_of = as_of
        self.crashed = False
        self.journal = Journal(db, path)
        self.scratch: Path | None = None  # a private folder that goes when this is closed
        self.id = self.title = ""
        self.read_identity()
        tallies.set_up(db)
        self._inode = _inode(path)
        self.journal.before_commit = self._still_ours

    @property
    def coder(self) -> str:
        """The id of the coder who acts."""
        return self.journal.author

    @coder.setter
    def coder(self, coder: str) -> None:
        self.journal.author = coder

    @classmethod
    def create(cls, path: Path, *, title: str) -> Project:
        """Make a new project and open it; refuses to overwrite. It appears whole or not at all."""
        if path.exists():
            raise MachineError("file_exists", path=str(path))
        draft = path.with_name(f".{path.name}.{new_id()}.new")
        try:
            with spoken(path):
                schema.create(draft)
            _appear(draft, path)
        except FileExistsError as error:
            raise MachineError("file_exists", path=str(path)) from error
        except OSError as error:
            raise MachineError("cannot_write", path=str(path)) from error
        finally:
            draft.unlink(missing_ok=True)
        project = cls.open(path)
        project.journal.commit(change("new_project", [added(Identity(new_id(), title))]))
        project.read_identity()
        return project

    @classmethod
    def open(cls, path: Path) -> Project:
        """Open as the one who may write; read-only where the disk is.

        Raises `in_use` with who has it and since when, or the sentence that fits the damage; the file stays as it was.
        """
        path = path.absolute()
        _not_here_already(path)
        header.check(path)
        if not _can_write(path):
            return cls.opened(path, connect(path, writable=False, immutable=True), writable=False)
        with spoken(path):
            db = connect(path, writable=True)
        try:
            _lock(db, path)
            _trust(db, path)
            project = cls._own(path, db)
        except BaseException:
            db.close()
            raise
        _OPEN.add(path.resolve())
        return project

    @classmethod
    def read(cls, path: Path) -> Project:
        """Open to read alone: from a verified private copy if somebody has it open, and then `as_of` is set."""
        from annotator.store import snapshot  # noqa: PLC0415  # it opens projects itself

        return snapshot.read(path.absolute())

    @classmethod
    def opened(cls, path: Path, db: sqlite3.Connection, *, writable: bool, as_of: str = "") -> Project:
        """A project over a connection that needs only trust; closed again if it does not earn it."""
        try:
            _trust(db, path)
            return cls(path, db, writable=writable, as_of=as_of)
        except BaseException:
            db.close()
            raise

    @classmethod
    def _own(cls, path: Path, db: sqlite3.Connection) -> Project:
        crashed = (last := session(db)) is not None and not last.clean
        with transaction(db, path):
            copy = copies.identify(db, path)
            _write_session(db, coder=last.coder if last else "", clean=False)
        project = cls(path, db, writable=True)
        project.crashed, project.journal.copy = crashed, copy
        project.coder = last.coder if last else ""
        return project

    def act_as(self, coder: str) -> None:
        """Let this coder act from now on, also after the next opening."""
        self.coder = coder
        if self.writable:
            with transaction(self.db, self.path):
                _write_session(self.db, coder=coder, clean=False)

    def close(self) -> None:
        """Seal the file and let go of it."""
        try:
            if self.writable:
                self._seal()
        finally:
            self.db.close()
            if self.scratch is not None:
                shutil.rmtree(self.scratch, ignore_errors=True)
            else:
                _OPEN.discard(self.path.resolve())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def session(self) -> Session | None:
        """Who has it open, as the file says."""
        return session(self.db)

    def _seal(self) -> None:
        try:
            with transaction(self.db, self.path):
                _write_session(self.db, coder=self.coder, clean=True)
        except MachineError:  # a vanished or full disk: all work was committed before; the next start checks it
            return

    def read_identity(self) -> None:
        """Read the project's id and title again, after a change of them."""
        self.id, self.title = self.db.execute('select "id", "title" from "project"').fetchone() or ("", "")

    def _still_ours(self) -> None:
        """Refuse to write when the file at our path is not the one we opened, or is gone."""
        if not self.writable:
            raise MachineError("read_only", path=str(self.path))
        if (found := _inode(self.path)) != self._inode:
            raise MachineError("vanished" if found is None else "replaced", path=str(self.path))


def _appear(draft: Path, path: Path) -> None:
    """Give a finished file its name, never over another (a disk without hard links has to look first)."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)


@contextmanager
def transaction(db: sqlite3.Connection, path: Path) -> Iterator[None]:
    """For what is not journalled (session, copy); all or nothing, errors in our words."""
    with spoken(path):
        db.execute("begin immediate")
        try:
            yield
            db.execute("commit")
        except BaseException:
            if db.in_transaction:
                db.execute("rollback")
            raise


def session(db: sqlite3.Connection) -> Session | None:
    """The session row of any connection to a project."""
    row = db.execute('select "coder", "since", "clean" from "session"').fetchone()
    return None if row is None else Session(row[0], row[1], bool(row[2]))


def _write_session(db: sqlite3.Connection, *, coder: str, clean: bool) -> None:
    n, chain = db.execute('select "n", "chain" from "change" order by "n" desc limit 1').fetchone() or (0, "")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    since = now if (last := session(db)) is None or last.clean else last.since
    db.execute(
        'insert or replace into "session" values (1,?,?,?,?,?,?)', [coder, since, copies.device(), clean, n, chain]
    )


def _not_here_already(path: Path) -> None:
    if path.resolve() in _OPEN:
        raise MachineError("in_use", path=str(path), who="", since="", here=True)


def _can_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _lock(db: sqlite3.Connection, path: Path) -> None:
    """Take the file for this session, or say who has it and since when."""
    from annotator.store import snapshot  # noqa: PLC0415

    try:
        db.execute("begin exclusive")
        db.execute("commit")
    except sqlite3.Error as error:
        if not is_busy(error):
            raise (in_our_words(error, path) or error) from error
        raise snapshot.in_use(path) from error


def _trust(db: sqlite3.Connection, path: Path) -> None:
    """Believe the file only after its format, every object's SQL and its pages were checked."""
    with spoken(path):
        if (found := db.execute("pragma user_version").fetchone()[0]) > schema.FORMAT:
            raise DamagedError("newer_file", path=str(path), found=found, known=schema.FORMAT)
        if strange := schema.differs(db):
            raise DamagedError("strange_schema", path=str(path), objects=", ".join(strange[:3]))
        if (verdict := db.execute("pragma quick_check(1)").fetchone()[0]) != "ok":
            raise DamagedError("damaged", path=str(path), detail=verdict)


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
