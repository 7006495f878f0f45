"""New files appear whole or not at all, and stay after a power cut."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from annotator.core.errors import MachineError
from annotator.disk import is_full, sync_folder

if TYPE_CHECKING:
    from pathlib import Path


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


def trouble(error: OSError, path: Path) -> MachineError:
    """What a person is told when a file could not be written."""
    return MachineError("no_room" if is_full(error) else "cannot_write", path=str(path))
