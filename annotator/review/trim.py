"""Edges without what is no word: white space, punctuation and marks of direction are shorn off both ends."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.models import Fragments

_SHORN = ("Z", "P", "Cc", "Cf")  # categories, by how they begin


def trimmed(body: str, fragments: Fragments) -> Fragments:
    """Each fragment (code points) from its first letter, digit or sign to its last; all of it where it has none."""
    return tuple(_trimmed(body, start, end) for start, end in fragments)


def _trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    first, last = start, end
    while first < last and _is_shorn(body[first]):
        first += 1
    while first < last and _is_shorn(body[last - 1]):
        last -= 1
    return (first, last) if first < last else (start, end)


def _is_shorn(character: str) -> bool:
    return unicodedata.category(character).startswith(_SHORN)
