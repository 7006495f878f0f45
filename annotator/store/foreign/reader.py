"""The side that asks: a private copy of a foreign file, the child that reads it, and what it answers, checked again."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from annotator.core.changes import Entry
from annotator.core.errors import AnnotatorError, MachineError
from annotator.core.text import stored_form
from annotator.store import header, here, scratch
from annotator.store.files import trouble
from annotator.store.foreign import shapes, told, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from annotator.core.changes import Edit
    from annotator.store.foreign.told import Told

LARGEST = 2 << 30  # bytes of a foreign file
LONGEST_LINE = 160 << 20  # bytes of an answer
DEADLINE = 60.0  # seconds for one answer
COPY = "arrived"  # the copy's name
_BLOCK = 1 << 20
_ENVIRONMENT = {"PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"}
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from annotator.store.foreign.child import main; main(sys.argv[2:])"
)


Checked = TypeVar("Checked")


class Foreign:
    """An untrusted file, open in a child process. Close it, or use it as a context manager."""

    told: Told

    def __init__(self, path: Path, folder: Path, *, deadline: float) -> None:
        self.path = path
        self._folder = folder
        self._deadline = deadline
        self._asked = 0
        self._ahead = 0  # the log of which more was asked for already, so that both sides work at once
        self._early: dict[int, dict[str, Any]] = {}  # what came of that before somebody wanted it
        self._child = _start(folder / COPY)
        try:
            self.told = self._checked(told.told_from_data, self._ask(what="told")["told"])
        except BaseException:
            self.close()
            raise

    def changes(self, known: Collection[str] = ()) -> Iterator[Entry]:
        """Its log, oldest first, without the entries whose ids are known. Raises DamagedError."""
        self._asked += 1
        log = self._asked
        self._ask(what="changes", log=log, known=sorted(known))
        entries = _Entries()
        while lines := self._more(log):
            yield from self._checked(entries.of, lines)

    def text(self, name: str) -> str | None:
        """The text of this hash, or None; raises DamagedError for one that is not what it is named by."""
        body = self._ask(what="text", hash=name)["text"]
        return None if body is None else self._checked(_text, (name, body))

    def close(self) -> None:
        """End the child and take the copy away; a second time does nothing."""
        self._child.kill()
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both are pipes
        self._child.wait()
        scratch.drop(self._folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _more(self, log: int) -> list[Any]:
        """The next lines of a log, and those after them are asked for."""
        if self._ahead == log:
            self._settle()
        answer = self._early.pop(log, None) or self._ask(what="more", log=log)
        lines = self._checked(_lines, answer)
        if lines and not self._ahead:
            self._send({"what": "more", "log": log})
            self._ahead = log
        return lines

    def _settle(self) -> None:
        """Keep what was asked for ahead: answers come in the order of requests."""
        if self._ahead:
            log, self._ahead = self._ahead, 0
            self._early[log] = self._receive()

    def _ask(self, **request: object) -> dict[str, Any]:
        """One request, one answer."""
        self._settle()
        self._send(request)
        return self._receive()

    def _send(self, request: dict[str, object]) -> None:
        asking = self._child.stdin
        with suppress(OSError, ValueError):  # it ended, or was ended: that is met at the answer
            asking.write(json.dumps(request).encode() + b"\n")  # type: ignore[union-attr]  # it is a pipe
            asking.flush()  # type: ignore[union-attr]

    def _receive(self) -> dict[str, Any]:
        """An answer within the deadline; raises the sentence that fits."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self._child.kill()

        timer = threading.Timer(self._deadline, give_up)
        timer.daemon = True
        timer.start()
        try:
            line = self._line()
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            key = "arrived_slow" if late.is_set() else "arrived_too_large" if line else "arrived_damaged"
            self.close()
            raise words.arrived(key, self.path, limit=int(self._deadline) if late.is_set() else LARGEST >> 20)
        answer: dict[str, Any] = self._checked(_answer, line)
        if "error" in answer:
            self.close()
            raise self._checked(words.from_data, (answer["error"], self.path))
        return answer

    def _line(self) -> bytes:
        answering = self._child.stdout
        try:
            return answering.readline(LONGEST_LINE)  # type: ignore[union-attr]  # it is a pipe
        except (OSError, ValueError):  # it ended, or was ended
            return b""

    def _checked(self, check: Callable[[Any], Checked], found: Any) -> Checked:
        """What the child said, once more looked at: it may not be what it was started as."""
        try:
            return check(found)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            self.close()
            raise words.arrived("arrived_damaged", self.path) from error


def read(path: Path, *, deadline: float = DEADLINE) -> Foreign:
    """Open a file that somebody else made, without trusting it; `deadline` in seconds bounds each step of reading.

    Raises MachineError or DamagedError with the sentence that fits: no such file, this project itself, foreign, newer,
    older, cut off, damaged, too large, too slow, or holding what no project of ours holds. The file is only read.
    """
    path = path.absolute()
    if here.is_writing(path) or here.is_reading(path):  # to close a plain open() of it would drop SQLite's locks
        raise AnnotatorError("same_project", path=str(path))
    with words.of_arrival(path):
        header.check(path)
        folder = scratch.make()
        try:
            _copy(path, folder / COPY)
            return Foreign(path, folder, deadline=deadline)
        except BaseException:
            scratch.drop(folder)
            raise


def _copy(path: Path, copy: Path) -> None:
    """The main file alone, whatever lies beside it."""
    try:
        with path.open("rb") as source, copy.open("xb") as target:
            left = LARGEST
            while block := source.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    raise words.arrived("arrived_too_large", path, limit=LARGEST >> 20)
                target.write(block)
    except OSError as error:
        raise trouble(error, copy) from error


def _start(copy: Path) -> subprocess.Popen[bytes]:
    """The same Python, without what the environment or the person's own folders would add to it."""
    root = Path(__file__).resolve().parents[3]
    try:
        return subprocess.Popen(  # noqa: S603  # no word of the command comes from the file
            [sys.executable, "-I", "-S", "-B", "-c", _START, str(root), str(copy)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=copy.parent,
            env={name: value for name, value in os.environ.items() if name in _ENVIRONMENT},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise MachineError("cannot_start_reader", path=str(copy)) from error


def _answer(line: bytes) -> dict[str, Any]:
    return shapes.mapping(shapes.parsed(line.decode()))


def _lines(answer: dict[str, Any]) -> list[Any]:
    return list(answer["lines"])


class _Entries:
    """The lines of a log made entries: a head, its edits, and where it ends None, or its digest if that is another."""

    def __init__(self) -> None:
        self._head: Entry | None = None
        self._edits: list[Edit] = []

    def of(self, lines: list[Any]) -> list[Entry]:
        """The entries that end among these lines; raises ValueError and the like."""
        ended: list[Entry] = []
        for line in lines:
            if isinstance(line, dict):
                self._head = told.head_from_data(line)
            elif isinstance(line, list):
                table, row, before, after = line
                self._edits.append(shapes.edit(table, row, before, after))
            elif (head := self._head) is not None:
                digest = head.digest if line is None else shapes.digest(line)
                ended.append(Entry(head.change, head.state, head.via, digest, tuple(self._edits)))
                self._head, self._edits = None, []
        return ended


def _text(told: tuple[str, Any]) -> str:
    name, body = told
    if (
        not isinstance(body, str)
        or hashlib.sha256(body.encode()).hexdigest() != name
        or stored_form(body).text.body != body
    ):
        raise ValueError(name)
    return body
