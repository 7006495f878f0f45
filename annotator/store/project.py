"""A project file: made, opened by its one owner, read by others from a verified copy, closed."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from annotator.core.changes import Change, change
from annotator.core.errors import AnnotatorError, MachineError
from annotator.core.ids import new_id
from annotator.core.models import Identity
from annotator.core.rows import added
from annotator.store import (
    copies,
    files,
    header,
    here,
    owner,
    places,
    schema,
    scratch,
    session,
    tallies,
    trust,
)
from annotator.store.connection import connect, opening
from annotator.store.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.store.connection import Connection
    from annotator.store.session import Session
    from annotator.store.snapshot import Reading

_ASK_TWICE = {"damaged", "disk_error"}  # SQLite calls a failed read damage too


class Project:
    """An open project. `journal` writes; the readers of `annotator.store` read `db`. One thread owns both.

    `coder` is the id of the person who acts; `as_of` is set when this is a copy of what another has open, with the
    moment it was taken; `writable` is False for that and for a read-only disk; `crashed` tells of an unclean end.
    Ask for `db` each time: after a disk error it is another one.
    """

    def __init__(self, path: Path, db: Connection, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self.as_of = ""
        self.crashed = False
        self.id = self.title = self._package = ""
        self.journal = Journal(db)
        self.journal.before_commit = self._ready
        self._reading: Reading | None = None
        self._inode = here.inode(path)
        self._since = session.now()
        self._open = True
        self.read_identity()
        tallies.set_up(db)

    @property
    def db(self) -> Connection:
        """The connection that the readers read."""
        return self.journal.db

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
        path = path.absolute()
        if path.exists():
            raise MachineError("file_exists", path=str(path))
        draft = path.with_name(f".{path.name}.{new_id()}.new")
        try:
            _lay_out(draft, path, title)
            files.appear(draft, path)
        except OSError as error:
            raise files.trouble(error, path) from error
        finally:
            for left in (draft, header.journal_of(draft)):
                with suppress(OSError):
                    left.unlink()
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, unseen: bool = False) -> Project:
        """Open as the one who may write; read-only where the disk is.

        `unseen` leaves the file byte for byte as it is until the first action is committed. A file of an older format
        is backed up and brought to this one all the same. Raises `in_use` with who has it and since when, or the
        sentence that fits the damage; the file stays as it was.
        """
        path = path.absolute()
        if here.is_writing(path):
            raise MachineError("in_use", path=str(path), who="", since="", here=True)
        scratch.clean()
        try:
            return cls._opened(path, unseen=unseen)
        except AnnotatorError as error:
            if error.key not in _ASK_TWICE:
                raise
        return cls._opened(path, unseen=unseen)

    @classmethod
    def read(cls, path: Path) -> Project:
        """Open to read alone: from a verified private copy if somebody has it open, and then `as_of` is set."""
        from annotator.store import snapshot  # noqa: PLC0415  (the window writes)

        path = path.absolute()
        reading = snapshot.read(path)
        try:
            project = cls(path, reading.db, writable=False)
        except BaseException:
            reading.close()
            raise
        project.as_of, project._reading = reading.as_of, reading
        project.journal.copy = copies.read(reading.db)
        last = session.read(reading.db)
        project.coder = last.coder if last else ""
        if reading.scratch is None:
            here.note(project._inode, writing=False)
        return project

    @classmethod
    def _opened(cls, path: Path, *, unseen: bool) -> Project:
        if not here.is_reading(path):
            header.check(path)
        if not _can_write(path):
            return cls.read(path)
        db = owner.take(path)
        try:
            if schema.format_of(db) < schema.FORMAT:
                _bring_over(db, path)
            project = cls._own(path, db, unseen=unseen)
        except BaseException:
            db.close()
            raise
        here.note(here.inode(path), writing=True)
        copies.remember(project.journal.copy, path)
        places.remember(places.PROJECTS, str(path.resolve()), project.kept_as)
        return project

    @classmethod
    def _own(cls, path: Path, db: Connection, *, unseen: bool) -> Project:
        project, last = cls(path, db, writable=True), session.read(db)
        project.crashed = not trust.sealed(db)
        project.coder = last.coder if last else ""
        project.journal.copy = copies.identify(db, path)
        if unseen:
            project.journal.in_commit = project._sign_in
        else:
            with session.transaction(db):
                project._sign_in()
        return project

    def _sign_in(self) -> None:
        """Say who has it, once, in the caller's transaction."""
        if not self._is_signed_in():
            copies.sign(self.db, self.journal.copy)
            session.write(self.db, coder=self.coder, since=self._since, clean=False)

    def _is_signed_in(self) -> bool:
        last = session.read(self.db)
        mine = last is not None and not last.clean and last.since == self._since
        return mine and copies.read(self.db) == self.journal.copy

    def act_as(self, coder: str) -> None:
        """Let this coder act from now on, also after the next opening."""
        self.coder = coder
        if self.writable:
            self._ready()
            with session.transaction(self.db):
                self._sign_in()
                session.write(self.db, coder=coder, since=self._since, clean=False)

    def close(self) -> None:
        """Seal the file and let go of it; a second time does nothing."""
        if not self._open:
            return
        self._open = False
        try:
            if self.writable:
                with suppress(AnnotatorError):  # a vanished or full disk: the work is saved, the next start checks it
                    self._seal()
        finally:
            self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def session(self) -> Session | None:
        """Who has it open, as the file says."""
        return session.read(self.db)

    def read_identity(self) -> None:
        """Read the project's id and title again, after a change of them."""
        read = 'select "id", "title", "package" from "project"'
        self.id, self.title, self._package = self.db.execute(read).fetchone() or ("", "", "")

    @property
    def kept_as(self) -> str:
        """Under which name this device keeps what belongs to it: a package is not mixed with its project."""
        return f"{self.id}-{self._package}" if self._package else self.id

    def _seal(self) -> None:
        self._ready()
        if self._is_signed_in():
            with session.transaction(self.db):
                session.write(self.db, coder=self.coder, since=self._since, clean=True)

    def _let_go(self) -> None:
        self.db.close()
        if self._reading is not None:
            self._reading.close()
        if self._reading is None or self._reading.scratch is None:
            here.forget(self._inode, writing=self.writable)

    def _ready(self) -> None:
        """Refuse to write when the file at our path is not the one we opened; open it anew after a disk error."""
        if not self.writable:
            raise MachineError("read_only", path=str(self.path))
        if (found := here.inode(self.path)) != self._inode:
            raise MachineError("vanished" if found is None else "replaced", path=str(self.path))
        if self.db.broken:
            self._renew()

    def _renew(self) -> None:
        """After a disk error what SQLite holds in memory is not believed; nor is what became of the last commit."""
        known = self.journal.n
        self.db.close()
        db = owner.take(self.path)
        tallies.set_up(db)
        self.journal.use(db)
        if self.journal.n != known:
            self.journal.tell(Change("reopened", rows=dict.fromkeys(schema.JOURNALLED), n=self.journal.n))


def _lay_out(draft: Path, path: Path, title: str) -> None:
    if not (path.parent.is_dir() and os.access(path.parent, os.W_OK)):
        raise MachineError("cannot_write", path=str(path))
    with opening(path):
        schema.create(draft)
    db = connect(draft, writable=True)
    try:
        Journal(db).commit(change("new_project", [added(Identity(new_id(), title))]))
    finally:
        db.close()


def _bring_over(db: Connection, path: Path) -> None:
    from annotator.store import backup, upgrade  # noqa: PLC0415  # for old files alone

    backup.before_upgrade(db)
    upgrade.upgrade(db, path)


def _can_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
