"""Files to values and back; one module per format, each with its `FORMAT`, found by `annotator.plugins`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from annotator.formats.records import Document, Item, Losses

if TYPE_CHECKING:
    from annotator.core.models import Names


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: an encoding that a person named, or "" to find it."""

    encoding: str = ""


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write, for the formats to which it means something."""

    cells: Literal["excel", "exact"] = "excel"  # guard cells that a spreadsheet would run, or leave them as they are
    context: int = 60  # code points of text before and after a span


Reader = Callable[[Path, ReadOptions], Iterator[Item]]
Writer = Callable[[Iterable[Document], BinaryIO, WriteOptions], Losses]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format: what it is called, what it can say, and the functions that read and write it."""

    key: str
    title: Names
    suffixes: tuple[str, ...]  # lower case, with the dot
    read: Reader | None = None  # never raises for a bad file: it yields Refused
    write: Writer | None = None  # raises what `records.verify` raises, and OSError
    folder: bool = False  # many files in a folder rather than one file
    offsets: Literal["codepoint", "utf16", "token", "none"] = "none"
    overlap: bool = False
    discontinuous: bool = False
    relations: bool = False
    attributes: bool = False
    notes: Names = field(default_factory=dict)
