"""Private folders for copies that are read or rebuilt: gone when done, and at the next start if that never came."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.errors import MachineError
from annotator.core.ids import new_id

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "reading"


def make() -> Path:
    """A new folder that only this person can look into; raises `cannot_write`."""
    place = "?"
    try:
        place = str(paths.user_data())
        folder = paths.user_data() / _NAME / f"{os.getpid()}-{new_id()}"
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise MachineError("cannot_write", path=place) from error
    return folder


def drop(folder: Path) -> None:
    """Take the folder away with all in it."""
    shutil.rmtree(folder, ignore_errors=True)


def clean() -> None:
    """Take away what ended processes left behind."""
    try:
        left = list((paths.user_data() / _NAME).glob("*-*"))
    except OSError:
        return
    for folder in left:
        if not alive(folder.name.partition("-")[0]):
            drop(folder)


def alive(pid: str) -> bool:
    """Whether the process with this id runs.

    Where a signal cannot ask (Windows) nobody else does: what is in use there cannot be deleted anyway.
    """
    if not pid.isdecimal() or os.name != "posix":
        return pid == str(os.getpid())
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
