"""The log file, the crash file and a quiet console; no word of an article, a note or a name ever reaches them.

What is logged is an event's name and facts that are numbers, ids or error keys. Anything else is written as its length,
and an exception as its kind, its key and where it was raised, never what it said: messages quote texts and paths.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import sys
import traceback
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_LOGGER = logging.getLogger("annotator")
_PLAIN = re.compile(r"[A-Za-z0-9_.:+-]{0,40}")
_BYTES = 1_000_000
_FILES = 3
_FRAMES = 20
_LINES = logging.Formatter("%(asctime)s %(levelname)s %(message)s")


def start(folder: Path) -> Path:
    """Log into `folder` from now on, crashes of the interpreter and unforeseen errors too; returns the log's path."""
    stop()
    path = folder / "annotator.log"
    handler = _private_file(path)
    handler.setFormatter(_Discreet())
    root = logging.getLogger()
    root.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)
    # It must stay open as long as the process lives: a crashed interpreter can open nothing.
    crash = open(folder / "crash.log", "a", encoding="utf-8", opener=_private)  # noqa: SIM115
    faulthandler.enable(crash)
    _running.append((handler, crash))
    sys.excepthook = _unforeseen
    return path


def stop() -> None:
    """Close the files that `start` opened, and leave the process as it was."""
    while _running:
        handler, crash = _running.pop()
        logging.getLogger().removeHandler(handler)
        handler.close()
        faulthandler.disable()
        crash.close()
        sys.excepthook = sys.__excepthook__


def note(event: str, **facts: object) -> None:
    """Log one event: `event` is a fixed name, `facts` are counts, ids or keys."""
    _LOGGER.info("%s", " ".join([event, *(f"{name}={_discreet(value)}" for name, value in facts.items())]))


def trouble(error: BaseException) -> None:
    """Log an error without what it says: its kind, its key if it has one, and where it came from."""
    _LOGGER.error("%s", describe(error))


def describe(error: BaseException) -> str:
    """What the log, and a report that a person sends, may hold of an error: several lines without any text or path."""
    head = f"{type(error).__name__} key={_discreet(getattr(error, 'key', ''))}"
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return "\n".join([head, *(f"  {os.path.basename(f.filename)}:{f.lineno} {f.name}" for f in frames)])  # noqa: PTH119


def _discreet(value: object) -> str:
    if value is None or isinstance(value, (bool, int, float)):
        return str(value)
    text = str(value)
    return text if _PLAIN.fullmatch(text) else f"<{len(text)}>"


def _unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    trouble(error)
    sys.__excepthook__(kind, error, trace)


class _Discreet(logging.Formatter):
    """Our own lines as they are; of another library's only whose, how grave and from which line."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name == _LOGGER.name
        message = record.getMessage() if ours else f"{record.name} {record.module}:{record.lineno}"
        said = {"msg": message, "args": (), "exc_info": None, "exc_text": None, "stack_info": None}
        return _LINES.format(logging.makeLogRecord({**record.__dict__, **said}))


def _private_file(path: Path) -> logging.Handler:
    """A log that only its owner can read."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  (6 ms of sockets that no start should pay)

    class PrivateFile(RotatingFileHandler):
        def _open(self) -> IO[str]:  # type: ignore[override]
            return open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)

    return PrivateFile(path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


_running: list[tuple[logging.Handler, IO[str]]] = []
