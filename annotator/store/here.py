"""What this process has open, by inode: closing a plain `open()` of such a file would drop SQLite's locks on it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Inode = tuple[int, int]

_WRITING: set[Inode] = set()
_READING: Counter[Inode] = Counter()


def inode(path: Path) -> Inode | None:
    """What stands at a path, however it is spelled; None if nothing can be seen there."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def is_writing(path: Path) -> bool:
    """Whether this process owns the file."""
    return inode(path) in _WRITING


def is_reading(path: Path) -> bool:
    """Whether this process reads the file itself, not a copy of it."""
    return _READING[found] > 0 if (found := inode(path)) else False


def note(found: Inode | None, *, writing: bool) -> None:
    """Remember an opened file."""
    if found is not None and writing:
        _WRITING.add(found)
    elif found is not None:
        _READING[found] += 1


def forget(found: Inode | None, *, writing: bool) -> None:
    """Forget a closed file."""
    if found is not None and writing:
        _WRITING.discard(found)
    elif found is not None:
        _READING[found] -= 1
