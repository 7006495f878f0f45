"""How the command line speaks: in one of two languages, as lines for people or as one JSON object for programs."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_EVERY = 0.1  # seconds between two pictures of a progress bar


@dataclass(frozen=True, slots=True)
class Voice:
    """What a command says: `result` on stdout, the rest on stderr. `chosen` is the language if a person named it."""

    language: str
    chosen: str = ""
    json: bool = False
    visual: bool = False

    def words(self, key: str, **facts: object) -> str:
        """A phrase of the catalogue `commands`, with its facts put in."""
        return messages.sentences("commands")[key][self.language].format_map(facts)

    def has(self, key: str) -> bool:
        """Whether the catalogue has this phrase."""
        return key in messages.sentences("commands")

    def result(self, found: Mapping[str, Any], lines: Iterable[str] = ()) -> None:
        """What was asked for: the object as JSON, or the lines."""
        if self.json:
            self._write(json.dumps(found, ensure_ascii=False))
            return
        for line in lines:
            self._write(self.seen(line))

    def note(self, line: str) -> None:
        """Something besides, on stderr."""
        sys.stderr.write(f"{self.seen(line)}\n")
        sys.stderr.flush()

    def failure(self, error: BaseException, **more: Any) -> None:
        """Why it could not be done: a sentence on stderr, or the object on stdout."""
        sentence = messages.say(error, self.language)
        if self.json:
            key = getattr(error, "key", "unexpected")
            self._write(json.dumps({"error": {"key": key, "message": sentence}, **more}, ensure_ascii=False))
        else:
            self.note(sentence)

    def usage(self, sentence: str) -> None:
        """What was wrong with the command as it was given."""
        if self.json:
            self._write(json.dumps({"error": {"key": "usage", "message": sentence}}, ensure_ascii=False))
        else:
            self.note(sentence)

    def seen(self, line: str) -> str:
        """A line as the terminal needs it."""
        if not self.visual:
            return line
        from annotator.core.visual import visual  # noqa: PLC0415  # only where it is asked for

        return visual(line, "terminal")

    @contextmanager
    def progress(self, title: str) -> Iterator[Callable[[float, str], None]]:
        """A bar on stderr while the block runs, when that is a terminal."""
        if not sys.stderr.isatty():
            yield lambda _done, _name: None
            return
        from annotator.cli.progress import bar  # noqa: PLC0415  # rich is slow to load

        with bar(self.seen(title), _EVERY) as tell:
            yield tell

    def _write(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def speak_utf8() -> None:
    """Let stdout and stderr be UTF-8 wherever they go; half a character in a file's name comes out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def in_context(before: str, text: str, after: str) -> str:
    """Words in brackets in the midst of what stands around them, on one line, spaced as in their text."""
    return messages.isolate(" ".join(f"{before}[{text}]{after}".split()))


def in_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines whose cells begin below each other."""
    if not rows:
        return []
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _width(words: str) -> int:
    """How many places a terminal gives it: marks and direction controls take none."""
    return sum(1 for character in words if unicodedata.category(character) not in {"Mn", "Me", "Cf"})
