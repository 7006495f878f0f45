"""Plain text: one file is one article, its text whole and exact, its title the file's name without the suffix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, MachineError
from annotator.formats import Format, ReadOptions
from annotator.formats.decode import Decoding, decode
from annotator.formats.records import Document, Item, Origin, Refused, Warned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LARGEST = 200_000_000  # bytes; the longest novel is a fiftieth of it


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """The one article of a text file, with a warning when its encoding is a guess; or why it is refused."""
    try:
        found = _with_text(decode(_bytes_of(path), options.encoding))
    except AnnotatorError as error:
        yield Refused(str(path), "", error)
        return
    if found.guessed:
        yield Warned(str(path), "", AnnotatorError("encoding_guessed", encoding=found.codec))
    yield Document("", path.stem, found.decoded.text, origin=_origin(path, found))


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise AnnotatorError("too_large", limit=_LARGEST // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise MachineError("cannot_read", path=str(path), reason=error.strerror or type(error).__name__) from error


def _with_text(found: Decoding) -> Decoding:
    if not found.decoded.text.body.strip():
        raise AnnotatorError("no_text")
    return found


def _origin(path: Path, found: Decoding) -> Origin:
    decoded = found.decoded
    return Origin(path.name, 0, found.codec, found.sha256, decoded.had_bom, decoded.line_ends)


FORMAT = Format(
    key="txt",
    title={"ar": "نصّ مجرَّد", "en": "Plain text"},
    suffixes=(".txt", ".text"),
    read=read,
    notes={
        "ar": "كل ملف مقال واحد. عنوانه اسم الملف، ونصّه يبقى كما جاء.",
        "en": "One file is one article. Its title is the file's name; its text stays as it came.",
    },
)
