"""Intervals by drawing articles again, with a seed: the same figures on every machine."""

from __future__ import annotations

import struct
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED, TIMES, LEVEL = 2016, 1000, 0.95

_NARROW = 1 << 32


def redrawn(articles: Sequence[Sequence[int]], *, times: int = TIMES, seed: int = SEED) -> Iterator[tuple[int, ...]]:
    """So many times: as many articles drawn with replacement, their counts added up place by place; counts from 0 on.

    An article's counts lie side by side in one great number, so that adding it adds all of them at once.
    """
    many = len(articles)
    lanes = struct.Struct(
        f"<{''.join('I' if many * max(place) < _NARROW else 'Q' for place in zip(*articles, strict=True))}"
    )
    packed = [int.from_bytes(lanes.pack(*counts), "little") for counts in articles]
    draw = Random(seed).random  # noqa: S311  # not for secrets; `random()` of a seed is promised to stay as it is
    for _ in range(times):
        total = sum([packed[int(draw() * many)] for _ in range(many)])
        yield lanes.unpack(total.to_bytes(lanes.size, "little"))


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
