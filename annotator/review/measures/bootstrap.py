"""Intervals by drawing articles again, with a seed: the same figures on every machine."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

SEED, TIMES, LEVEL = 2016, 1000, 0.95
Key = TypeVar("Key", bound="Hashable")


def redrawn(articles: Sequence[Mapping[Key, int]], *, times: int = TIMES, seed: int = SEED) -> Iterator[dict[Key, int]]:
    """So many times: as many articles drawn with replacement, their counts added up; counts are whole, from 0.

    An article's counts lie side by side in one great number, so that adding it adds all of them at once.
    """
    keys = list(dict.fromkeys(key for counts in articles for key in counts))
    most = max((count for counts in articles for count in counts.values()), default=0)
    width = (most * len(articles)).bit_length() // 8 + 1  # bytes
    place = {key: 8 * width * number for number, key in enumerate(keys)}
    packed = [sum(count << place[key] for key, count in counts.items()) for counts in articles]
    draw = Random(seed).random  # noqa: S311  # not for secrets; `random()` of a seed is promised to stay as it is
    many = len(packed)
    for _ in range(times):
        total = sum([packed[int(draw() * many)] for _ in range(many)])
        yield _unpacked(total, keys, width)


def _unpacked(total: int, keys: Sequence[Key], width: int) -> dict[Key, int]:
    held = total.to_bytes(width * len(keys), "little")
    return {key: int.from_bytes(held[n * width : (n + 1) * width], "little") for n, key in enumerate(keys)}


def interval(values: Sequence[float | None], level: float = LEVEL) -> tuple[float, float] | None:
    """The percentiles that hold this share of the values; those undefined are left out, None if they are most."""
    known = sorted(value for value in values if value is not None)
    if not known or 2 * len(known) < len(values):
        return None
    last, beyond = len(known) - 1, (1 - level) / 2
    return _at(known, beyond * last), _at(known, (1 - beyond) * last)


def _at(known: Sequence[float], place: float) -> float:
    """The value at a place between two neighbours, read off the line between them."""
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return known[below] + (known[above] - known[below]) * (place - below)
