"""The first hundred bytes of a file say whether it is a project of ours; read before SQLite is let near it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from annotator.core.errors import DamagedError, MachineError
from annotator.store.schema import APPLICATION_ID, FORMAT

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = 100  # of SQLite's header, in bytes
_ROLLBACK = b"\x01\x01"  # how a file without WAL says it is to be written and read


def check(path: Path) -> None:
    """Raise the sentence that fits: no file, a folder, empty, foreign, newer, or cut off. Reads, never writes.

    Never call it on a file that this process has open: closing it would drop SQLite's locks.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise MachineError("is_folder", path=str(path))
        if not stat.S_ISREG(mode):  # a pipe would hang, a device is no project
            raise DamagedError("foreign_file", path=str(path))
        with path.open("rb") as file:
            head = file.read(LENGTH)
            size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MachineError("no_file", path=str(path)) from error
    except OSError as error:
        raise MachineError("cannot_open", path=str(path)) from error
    _check_head(head, path)
    _check_size(head, size, path)


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back an unfinished transaction."""
    return path.with_name(path.name + "-journal")


def _check_head(head: bytes, path: Path) -> None:
    if not head:
        raise DamagedError("empty_file", path=str(path))
    if not head.startswith(b"SQLite format 3\0"[: len(head)]):
        raise DamagedError("foreign_file", path=str(path))
    if len(head) < LENGTH:
        raise DamagedError("truncated_file", path=str(path))
    if _number(head, 68) != APPLICATION_ID:
        raise DamagedError("foreign_file", path=str(path))
    if (made_by := _number(head, 60)) > FORMAT:
        raise DamagedError("newer_file", path=str(path), found=made_by, known=FORMAT)
    if made_by < 1:
        raise DamagedError("damaged", path=str(path))
    if head[18:20] != _ROLLBACK:  # another program put it into WAL: what it wrote may lie in a file beside it
        raise DamagedError("strange_schema", path=str(path), objects="WAL")


def _check_size(head: bytes, size: int, path: Path) -> None:
    """The header counts the pages; a journal beside the file may know better, so then SQLite decides."""
    if _number(head, 24) != _number(head, 92) or journal_of(path).exists():
        return
    page = int.from_bytes(head[16:18], "big")
    whole = (65536 if page == 1 else page) * _number(head, 28)
    if size < whole:
        raise DamagedError("truncated_file", path=str(path), found=size, whole=whole)


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")
