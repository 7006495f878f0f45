"""A text exactly as it came: Unicode code points, its hash, its paragraphs, its quotes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterable

# NUL, lone surrogates and non-characters: Qt drops them or turns them into line ends, so they are refused.
_REFUSED = re.compile(
    "[\x00\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(17))
    + "]"
)


@dataclass(frozen=True)
class Text:
    """The text of an article. All offsets are code points of `body`, spans half-open `[start, end)`."""

    body: str

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the UTF-8, in hexadecimal: the text's name in the project."""
        return hashlib.sha256(self.body.encode()).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """`[start, end)` of each paragraph, without its LF; LF alone ends one."""
        spans, start = [], 0
        for line in self.body.split("\n"):
            spans.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(spans)

    def quote(self, start: int, end: int) -> str:
        """The words of `[start, end)`; raises `bad_span` for an empty, reversed or outlying range."""
        if not 0 <= start < end <= len(self.body):
            why = "outside" if start < end else "empty"
            raise AnnotatorError("bad_span", start=start, end=end, length=len(self.body), why=why)
        return self.body[start:end]

    def quotes(self, fragments: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """The words of each fragment."""
        return tuple(self.quote(start, end) for start, end in fragments)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source's text in the stored form, and what was changed to get there: the import record."""

    text: Text
    had_bom: bool
    line_ends: str  # "lf", "crlf", "cr" or "mixed"


def stored_form(source: str) -> Decoded:
    """Line ends become LF and a leading BOM goes; everything else stays, never NFC or NFKC.

    Raises `bad_character` with line and column (from 1) for NUL, a lone surrogate or a non-character.
    """
    had_bom = source.startswith("\ufeff")
    body = source[1:] if had_bom else source
    kinds = {
        "crlf": "\r\n" in body,
        "cr": re.search("\r(?!\n)", body) is not None,
        "lf": re.search("(?<!\r)\n", body) is not None,
    }
    found = [kind for kind, there in kinds.items() if there]
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    if bad := _REFUSED.search(body):
        before = body[: bad.start()]
        raise AnnotatorError(
            "bad_character",
            code=f"U+{ord(bad[0]):04X}",
            line=before.count("\n") + 1,
            column=bad.start() - before.rfind("\n"),
        )
    return Decoded(Text(body), had_bom, found[0] if len(found) == 1 else "mixed" if found else "lf")
