"""How well a name fits what was typed: spelling folded, in both languages, the best fit first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.core.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT, PREFIX, WORD, INSIDE, ELSEWHERE = range(5)


@lru_cache(maxsize=1 << 15)
def key(words: str) -> str:
    """A name as it is compared; kept, since the same names are asked for at every letter."""
    return folded(words)


def wanted(typed: str) -> list[str]:
    """The typed words as they are compared."""
    return folded(typed).split()


def rank(parts: Sequence[str], names: Sequence[str], beside: Sequence[str] = ()) -> int | None:
    """How names (as `key` makes them) fit what was typed (`wanted`); the lower the better, None if they do not.

    `EXACT` for a whole name, `PREFIX` for the beginning of one, `WORD` for that of a word in one, `INSIDE` within a
    word, and `ELSEWHERE` where the first typed word is found only in the names `beside`.
    """
    if not parts:
        return PREFIX
    everywhere = (*names, *beside)
    if not all(any(part in name for name in everywhere) for part in parts):
        return None
    whole, first = " ".join(parts), parts[0]
    if any(name == whole for name in names):
        return EXACT
    if any(name.startswith(whole) for name in names):
        return PREFIX
    if any(f" {first}" in f" {name}" for name in names):
        return WORD
    return INSIDE if any(first in name for name in names) else ELSEWHERE
