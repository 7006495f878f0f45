"""Sentences of news text: half-open ranges in code points that never share a word, and never cross a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.text import Text
from annotator.core.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = r"\u064b-\u065f\u0670\u06d6-\u06ed"  # vowel signs: they belong to the letter before
_LETTER = r"[^\W\d_]"
_ENDS = ".!?؟…۔"
_CLOSING = r"[)\]}»›”\"’'″]"
_END = re.compile(rf"[{_ENDS}]+{_CLOSING}*")
_EITHER = re.compile('["“”„″]')  # news opens and closes with any of them: they pair by their order
_GUILLEMETS = re.compile("[«»]")
_INITIAL = re.compile(rf"(?:^|[^\w{_MARKS}])[وف]?{_LETTER}[{_MARKS}]*$")  # د. أحمد, د.ب.أ, J. Smith
_BEFORE = 12  # code points, more than an initial with its marks takes


def sentences(body: str) -> list[tuple[int, int]]:
    """Every sentence with its closing marks, in text order, without spaces round it; one has a letter or a digit.

    It ends at `. ! ? ؟ … ۔` or with the line, but not after an initial (د. أحمد), inside a number or a Latin address,
    or inside quotation marks: there after the closing one, where an end stands before it.
    """
    return [sentence for start, end in Text(body).paragraphs for sentence in _of_paragraph(body, start, end)]


def _of_paragraph(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    quotations = _quotations(body, start, end)
    for cut in (*_cuts(body, start, end, quotations), end):
        piece = body[start:cut]
        if any(map(str.isalnum, piece)):
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = cut


def _cuts(body: str, start: int, end: int, quotations: list[tuple[int, int]]) -> Iterator[int]:
    for found in _END.finditer(body, start, end):
        first, last = found.span()
        if not any(a < first and last < b for a, b in quotations) and not _joins(body, found[0], first):
            yield last


def _joins(body: str, marks: str, place: int) -> bool:
    """Whether these marks end nothing: the stop of an initial, a point in a word or number (3.5), a Latin address."""
    before, after = body[max(0, place - _BEFORE) : place], body[place + len(marks) : place + len(marks) + 1]
    if re.fullmatch(rf"[.]{_CLOSING}*", marks) and _INITIAL.search(before):
        return True
    if after.strip() and any(words(body, place, place + 1)):
        return True
    return before[-1:].isascii() and bool(before[-1:].strip()) and after.isascii() and after.isalnum()


def _quotations(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """From each opening mark to behind its closing one, in one paragraph; a mark that is left alone opens nothing."""
    either = [mark.start() for mark in _EITHER.finditer(body, start, end)]
    pairs = [(a, b + 1) for a, b in zip(either[::2], either[1::2], strict=False)]
    opened: list[int] = []
    for mark in _GUILLEMETS.finditer(body, start, end):
        if mark[0] == "«":
            opened.append(mark.start())
        elif opened:
            pairs.append((opened.pop(), mark.end()))
    return pairs
