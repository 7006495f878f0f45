"""Write a file whole or not at all: on any failure the old one is still there, byte for byte, and nothing beside it."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from annotator.core.errors import AnnotatorError, MachineError
from annotator.disk import is_full, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_FD = Path("/proc/self/fd")
_PROJECT, _HEAD = ".annot", b"SQLite format 3\0"  # what is never replaced: it may be months of work


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends well; a symbolic link keeps pointing to it.

    Raises MachineError `disk_full` or `cannot_write`, and AnnotatorError `not_a_file` or `would_replace_project`; what
    the block raises passes.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        mode = _mode_of(target)
        with _created(temporary) as sink:
            yield sink
            sink.flush()
            os.fsync(sink.fileno())
            _name(sink, temporary)
        temporary.chmod(mode)
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        key = "disk_full" if is_full(error) else "cannot_write"
        raise MachineError(key, path=str(path), reason=os.strerror(error.errno or 0)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _created(temporary: Path) -> BinaryIO:
    """A new file that nobody else can read; where the system can, without a name until it is whole.

    Then a killed program leaves nothing behind.
    """
    if _FD.is_dir() and hasattr(os, "O_TMPFILE"):
        with suppress(OSError):  # not on every file system
            return open(os.open(temporary.parent, os.O_WRONLY | os.O_TMPFILE, 0o600), "wb")  # noqa: PTH123
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return open(os.open(temporary, flags, 0o600), "wb")  # noqa: PTH123 - a Path cannot be created with a mode


def _name(sink: BinaryIO, temporary: Path) -> None:
    """Give a nameless file its name; with a folder's handle, or Python would link the symbolic link in /proc itself."""
    if temporary.exists():
        return
    handles = os.open(_FD, os.O_RDONLY)
    try:
        os.link(str(sink.fileno()), temporary, src_dir_fd=handles)
    finally:
        os.close(handles)


def _mode_of(target: Path) -> int:
    """The permissions of the file to be replaced, else what the person's umask gives a new one."""
    if target.exists():
        if not target.is_file():
            raise AnnotatorError("not_a_file", path=str(target))
        if target.suffix.lower() == _PROJECT or _head(target) == _HEAD:
            raise AnnotatorError("would_replace_project", path=str(target))
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _head(target: Path) -> bytes:
    with target.open("rb") as file:
        return file.read(len(_HEAD))
