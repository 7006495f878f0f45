"""Reading a project that somebody else has open: its bytes are copied to a private place and verified there."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from annotator.core.errors import AnnotatorError, DamagedError, MachineError
from annotator.store import header
from annotator.store.connection import connect, is_busy
from annotator.store.project import Project

_TRIES = 5


def read(path: Path) -> Project:
    """Open to read: the file itself if it is free, else a private copy, deleted when the project is closed."""
    header.check(path)
    db = connect(path, writable=False)
    try:
        db.execute("begin")
        db.execute('select 1 from "session"').fetchone()  # takes the shared lock, so nobody can start writing
    except sqlite3.Error as error:
        db.close()
        if is_busy(error):
            return _from_copy(path)
        raise
    return Project.opened(path, db, writable=False)


def in_use(path: Path) -> MachineError:
    """The sentence that says who has the project and since when, as far as its bytes tell."""
    try:
        with _from_copy(path) as copy:
            last = copy.session()
            names = dict(copy.db.execute('select "id", "name" from "coder"'))
    except AnnotatorError:
        return MachineError("in_use", path=str(path), who="", since="")
    who, since = (names.get(last.coder, ""), last.since) if last else ("", "")
    return MachineError("in_use", path=str(path), who=who, since=since)


def _from_copy(path: Path) -> Project:
    for attempt in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix="annotator-"))
        try:
            return _copied(path, folder)
        except DamagedError:  # torn: copied in the middle of a commit
            shutil.rmtree(folder, ignore_errors=True)
            time.sleep(0.05 * (attempt + 1))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    raise MachineError("busy_file", path=str(path))


def _copied(path: Path, folder: Path) -> Project:
    before, taken = path.stat(), datetime.now(UTC).isoformat(timespec="seconds")
    copy = folder / path.name
    shutil.copyfile(path, copy)
    after = path.stat()
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        raise DamagedError("damaged", path=str(path))
    project = Project.opened(path, connect(copy, writable=False, immutable=True), writable=False, as_of=taken)
    project.scratch = folder
    return project
