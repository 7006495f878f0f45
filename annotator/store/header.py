"""The first hundred bytes of a file say whether it is a project of ours; read before SQLite is let near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import DamagedError, MachineError
from annotator.store.schema import APPLICATION_ID, FORMAT

if TYPE_CHECKING:
    from pathlib import Path


def check(path: Path) -> None:
    """Raise the sentence that fits: no file, a folder, empty, foreign, newer, or cut off. Reads, never writes.

    Never call it on a file that this process has open: closing it would drop SQLite's locks.
    """
    if not path.exists():
        raise MachineError("no_file", path=str(path))
    if path.is_dir():
        raise MachineError("is_folder", path=str(path))
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise MachineError("cannot_open", path=str(path)) from error
    _check_head(head, path)


def _check_head(head: bytes, path: Path) -> None:
    if not head:
        raise DamagedError("empty_file", path=str(path))
    if not head.startswith(b"SQLite format 3\0"):
        raise DamagedError("foreign_file", path=str(path))
    if len(head) < 100:  # noqa: PLR2004  # SQLite's header
        raise DamagedError("truncated_file", path=str(path))
    if _number(head, 68) != APPLICATION_ID:
        raise DamagedError("foreign_file", path=str(path))
    if (made_by := _number(head, 60)) > FORMAT:
        raise DamagedError("newer_file", path=str(path), found=made_by, known=FORMAT)
    _check_size(head, path)


def _check_size(head: bytes, path: Path) -> None:
    """The header counts the pages; a hot journal beside the file may know better, so then SQLite decides."""
    if _number(head, 24) != _number(head, 92) or path.with_name(path.name + "-journal").exists():
        return
    page = int.from_bytes(head[16:18], "big")
    whole = (65536 if page == 1 else page) * _number(head, 28)
    if path.stat().st_size < whole:
        raise DamagedError("truncated_file", path=str(path), found=path.stat().st_size, whole=whole)


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")
