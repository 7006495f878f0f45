"""One owner: SQLite's own lock, which dies with its process; whoever comes second is told who has it since when."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from annotator.core.errors import MachineError
from annotator.store import trust
from annotator.store.connection import connect, is_in_use

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.store.connection import Connection

_PATIENCE = 2.0  # seconds for a virus scanner or a reading command to let go
_PAUSE = 0.1


def take(path: Path) -> Connection:
    """A trusted connection that holds the file until it is closed; nothing in it is written yet. Raises `in_use`."""
    return trust.trusted(_locked(path), path)


def _locked(path: Path) -> Connection:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return _lock(path)
        except MachineError as error:
            if not is_in_use(error):
                raise
        from annotator.store import snapshot  # noqa: PLC0415  (mostly nobody has it)

        found = snapshot.holder(path)
        if found is not None and not found.clean:
            raise MachineError("in_use", path=str(path), who=found.who, since=found.since)
        if time.monotonic() > deadline:
            raise MachineError("in_use", path=str(path), who="", since="")
        time.sleep(_PAUSE)


def _lock(path: Path) -> Connection:
    """One try; whoever fails lets go of everything, since half a lock would keep the others out for good."""
    db = connect(path, writable=True)
    try:
        db.execute("begin exclusive")
        db.execute("commit")
    except BaseException:
        db.close()
        raise
    return db
