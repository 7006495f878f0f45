"""New files appear whole or not at all, and stay after a power cut."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from annotator.core.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def appear(draft: Path, target: Path) -> None:
    """Give a finished file its name, never over another; raises `file_exists`. Call it inside `writing(target)`."""
    sync(draft)
    try:
        os.link(draft, target)
    except FileExistsError:
        raise MachineError("file_exists", path=str(target)) from None
    except OSError:  # a disk without hard links has to look first
        if target.exists():
            raise MachineError("file_exists", path=str(target)) from None
        draft.rename(target)
    sync_folder(target.parent)


def sync(path: Path) -> None:
    """Bring a closed file's bytes to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def trouble(error: OSError, path: Path) -> MachineError:
    """What a person is told when a file could not be written."""
    return MachineError("no_room" if error.errno in _FULL else "cannot_write", path=str(path))
