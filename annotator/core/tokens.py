"""All words of a text at once: what `core.words` finds, ten times as fast, for most words of the news come again."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from annotator.core.words import words

_BETWEEN_SPACES = re.compile(r"[^ \n]+")
_JOINS_BACK = {"Mn", "Mc", "Me", "Cf"}  # categories of what joins to a space before it
# What joins to what follows: signs, a letter of Malayalam and some of a few old scripts, half a flag.
_JOINS_ON = re.compile(r"[\u0d4e\U00011000-\U00011fff]$|[\U0001f1e6-\U0001f1ff]")


def tokens(body: str) -> list[tuple[int, int]]:
    """Every word by UAX 29 as `core.words.words` cuts it, in text order (code points)."""
    found: list[tuple[int, int]] = []
    for piece in _BETWEEN_SPACES.finditer(body):
        inside = _within(piece[0])
        if inside is None:
            return list(words(body, 0, len(body)))
        at = piece.start()
        found += [(at + start, at + end) for start, end in inside]
    return found


@lru_cache(maxsize=50_000)
def _within(piece: str) -> tuple[tuple[int, int], ...] | None:
    """The words of what stands between two spaces; None where its edges may join what is beyond them."""
    joins_back = unicodedata.category(piece[0]) in _JOINS_BACK
    if joins_back or unicodedata.category(piece[-1]) == "Cf" or _JOINS_ON.search(piece):
        return None
    return tuple(words(piece, 0, len(piece)))
