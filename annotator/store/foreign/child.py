"""The child that reads a foreign file: limits on itself first, then one request a line, one answer a line."""

from __future__ import annotations

import itertools
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.errors import DamagedError
from annotator.core.rows import from_row
from annotator.core.travel import Handover
from annotator.store import edits, schema
from annotator.store.foreign import guarded, shapes, told, words
from annotator.store.foreign.log_read import Log, check
from annotator.store.foreign.told import Told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

SECONDS = 55.0  # for one answer: before the other side gives up
_MEMORY = 1 << 30  # bytes
_CPU = 600  # seconds
_FILES = 32
_AT_ONCE = 500  # lines of the log in one answer
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ctypes.")


def main(arguments: list[str]) -> None:
    """Read the file named, for whoever asks on standard input, until it is closed."""
    restrict()
    for answer in answers(Path(arguments[0]), iter(sys.stdin.buffer.readline, b"")):
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()


def restrict() -> None:
    """Take from this process what reading a file does not need: memory, time, files, other processes, the network."""
    sys.addaudithook(_refuse)
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    for name, limit in (
        ("RLIMIT_AS", _MEMORY),
        ("RLIMIT_CPU", _CPU),
        ("RLIMIT_NOFILE", _FILES),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
    ):
        with suppress(AttributeError, ValueError, OSError):  # a system that knows no such limit, or has a lower one
            resource.setrlimit(getattr(resource, name), (limit, limit))


def _refuse(event: str, _: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def answers(copy: Path, requests: Iterable[bytes], *, seconds: float = SECONDS) -> Iterator[bytes]:
    """One line for each request; after an error there is no other."""
    clock = guarded.Clock(seconds)
    try:
        with words.of_reading(copy, int(seconds)):
            served = _Served(guarded.opened(copy, clock))
            for request in requests:
                clock.wind()
                yield _line(served.answer(json.loads(request)))
    except DamagedError as error:
        yield _line({"error": words.to_data(error)})


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class _Served:
    """One trusted enough file, and the logs that are being read from it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._logs: dict[int, Iterator[object]] = {}

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        answer: Callable[[dict[str, Any]], dict[str, Any]] = getattr(self, f"_{request['what']}")
        return answer(request)

    def _told(self, _: dict[str, Any]) -> dict[str, Any]:
        guarded.check_texts(self._db)
        guarded.check_rows(self._db)
        return {"told": told.told_as_data(_told(self._db, check(self._db)))}

    def _changes(self, request: dict[str, Any]) -> dict[str, Any]:
        self._logs[request["log"]] = Log(self._db).lines(set(request["known"]))
        return {}

    def _more(self, request: dict[str, Any]) -> dict[str, Any]:
        return {"lines": list(itertools.islice(self._logs[request["log"]], _AT_ONCE))}

    def _text(self, request: dict[str, Any]) -> dict[str, Any]:
        return {"text": guarded.text(self._db, request["hash"])}


def _told(db: sqlite3.Connection, changes: int) -> Told:
    project, title, package = _one(db, 'select "id", "title", "package" from "project"')
    (copy,) = _one(db, 'select "id" from "copy"', ("",))
    names = guarded.rows(db, 'select "id", "name" from "coder"')
    return Told(
        project=shapes.name(project),
        title=shapes.text(title),
        copy=shapes.name(copy, empty=True),
        format=schema.FORMAT,
        handover=_handover(db, str(package)) if package else None,
        coders={shapes.name(coder): shapes.text(words) for coder, words in names},
        changes=changes,
        annotations=_count(db, "annotation"),
        articles=_count(db, "article"),
    )


def _handover(db: sqlite3.Connection, package: str) -> Handover:
    columns = edits.COLUMNS["handover"]
    listed = ",".join(f'"{column}"' for column in columns)
    found = _one(db, f'select {listed} from "handover" where "id" = ?', parameters=(package,))
    return from_row(Handover, shapes.row("handover", dict(zip(columns, found, strict=True)), whole=True))


def _count(db: sqlite3.Connection, table: str) -> int:
    return shapes.count(_one(db, f'select count(*) from "{table}"')[0])


def _one(
    db: sqlite3.Connection, sql: str, otherwise: tuple[object, ...] | None = None, parameters: tuple[object, ...] = ()
) -> tuple[Any, ...]:
    """The one row, or what stands for none; raises ValueError if there is neither."""
    found = next(guarded.rows(db, sql, parameters), otherwise)
    if found is None:
        raise ValueError(sql)
    return found
