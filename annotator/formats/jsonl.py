"""The native line format: one article a line, with all that was said of it; read and written line by line."""

from __future__ import annotations

import hashlib
import io
import json
import re
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from annotator.core.errors import AnnotatorError, MachineError
from annotator.formats import Format, ReadOptions, WriteOptions
from annotator.formats.decode import unicode_codec
from annotator.formats.line import to_line
from annotator.formats.parse import parse
from annotator.formats.records import Document, Item, Losses, Origin, Refused, verified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader
    from pathlib import Path

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_LONGEST = 200_000_000  # characters of one line


def write(documents: Iterable[Document], sink: BinaryIO, _options: WriteOptions) -> Losses:
    """One line a document, every quote checked first; nothing is lost. Raises what `records.verify` raises."""
    sink.writelines(f"{to_line(document)}\n".encode() for document in verified(documents))
    return Losses()


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Each article, followed by what was refused of it. A line that is no JSON refuses the file before any article."""
    try:
        sha256, codec = _look_at(path, options.encoding)
        yield from _documents(path, codec, sha256)
    except AnnotatorError as error:
        yield Refused(str(path), str(error.facts.get("line", "")), error)


def _look_at(path: Path, encoding: str) -> tuple[str, str]:
    """The hash of the file's bytes and its codec, after every line was found to be JSON."""
    with _opened(path) as file:
        codec = encoding or unicode_codec(file.read(1 << 16)) or "utf-8"
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        for number, line in _lines(file, codec):
            _loads(line, number)
    return sha256, codec


def _documents(path: Path, codec: str, sha256: str) -> Iterator[Item]:
    with _opened(path) as file:
        size = max(path.stat().st_size, 1)
        for number, line in _lines(file, codec):
            try:
                found = parse(_loads(line, number))
                _refuse_halves(line, number, found.document)
            except AnnotatorError as error:
                yield Refused(str(path), str(number), error, "article")
                continue
            decoded = found.decoded
            origin = Origin(path.name, number, codec, sha256, decoded.had_bom, decoded.line_ends, file.tell() / size)
            yield replace(found.document, origin=origin)
            for what, name, why in found.refused:
                yield Refused(str(path), f"{number}:{name}", why, what)


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise MachineError("cannot_read", path=str(path), reason=error.strerror or type(error).__name__) from error


def _lines(file: BufferedReader, codec: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers from 1; only LF ends one."""
    number = 0
    try:
        with io.TextIOWrapper(file, encoding=codec, newline="\n") as text:
            while line := text.readline(_LONGEST):
                number += 1
                if len(line) == _LONGEST:
                    raise AnnotatorError("too_large", limit=_LONGEST // 1_000_000, line=number)
                if content := line.removeprefix("\ufeff" if number == 1 else "").strip():
                    yield number, content
    except UnicodeDecodeError as error:
        raise AnnotatorError("wrong_encoding", encoding=codec, line=number + 1) from error
    except (LookupError, ValueError) as error:
        raise AnnotatorError("unknown_encoding", encoding=codec) from error


def _loads(line: str, number: int) -> object:
    try:
        found: object = _DECODER.decode(line)
    except (ValueError, RecursionError) as error:
        raise AnnotatorError("not_json", line=number, column=getattr(error, "colno", 1)) from error
    return found


def _refuse_halves(line: str, number: int, document: Document) -> None:
    """A lone surrogate, escaped, in an id, a label or a value could not be written again."""
    if _SURROGATE.search(line):
        try:
            to_line(document).encode()
        except UnicodeEncodeError as error:
            code = f"{ord(error.object[error.start]):04x}"
            column = line.lower().find(f"\\u{code}") + 1
            raise AnnotatorError("bad_character", code=f"U+{code.upper()}", line=number, column=column) from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_constant=_no_number)

FORMAT = Format(
    key="jsonl",
    title={"ar": "سطر JSON لكل مقال", "en": "JSON lines, one article a line"},
    suffixes=(".jsonl", ".ndjson"),
    read=read,
    write=write,
    offsets="codepoint",
    overlap=True,
    discontinuous=True,
    relations=True,
    attributes=True,
    notes={
        "ar": "الصيغة الأصلية: لا يضيع منها شيء، ومنها تُغذّى سائر الأدوات.",
        "en": "The native format: nothing is lost, and every other tool can be fed from it.",
    },
)
