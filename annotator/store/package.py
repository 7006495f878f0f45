"""A package for a colleague: a project file of its own, written from rows alone, so that nothing else travels."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.core.errors import MachineError
from annotator.core.ids import new_id
from annotator.store import files, header, schema, session
from annotator.store.connection import connect, opening
from annotator.store.journal import Journal
from annotator.store.shelf import PART

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.changes import Change

_PRIVATE = 0o600


def write(target: Path, first: Change, *, coder: str) -> Path:
    """Make a file whose log is this one change, for this coder to open; whole or not at all, for the owner alone.

    It names no device and is not yet any copy. Raises `file_exists`, or what ails the disk.
    """
    target = target.absolute()
    if target.exists():
        raise MachineError("file_exists", path=str(target))
    if not (target.parent.is_dir() and os.access(target.parent, os.W_OK)):
        raise MachineError("cannot_write", path=str(target))
    draft = target.with_name(f".{target.name}.{new_id()}{PART}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, _PRIVATE))
        with opening(target):
            schema.create(draft)
        _fill(draft, first, coder)
        files.appear(draft, target)
    except OSError as error:
        raise files.trouble(error, target) from error
    finally:
        for left in (draft, header.journal_of(draft)):
            with suppress(OSError):
                left.unlink()
    return target


def _fill(draft: Path, first: Change, coder: str) -> None:
    db = connect(draft, writable=True)
    try:
        Journal(db).commit(first)
        with session.transaction(db):
            db.execute('insert into "session" values (1,?,?,?,1,?,?)', [coder, first.at, "", *session.head(db)])
    finally:
        db.close()
