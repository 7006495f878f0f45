"""Krippendorff's alpha: one less observed by expected disagreement, any number of raters, values may be missing."""

from __future__ import annotations

from math import fsum, lcm
from typing import TYPE_CHECKING, Any, Literal

from annotator.review.measures.ratings import summed, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.review.measures.ratings import Block, Tally, Times

Metric = Literal["nominal", "ordinal", "interval", "ratio"]


def krippendorff_alpha(tally: Tally, metric: Metric = "nominal") -> float | None:
    """1 - Do / De over the coincidences of values; numbers for every metric but the nominal.

    None where all values are equal, or no unit has two.
    """
    blocks = tally.judged
    if not blocks:
        return None
    given = summed(times for block in blocks for times in block.used)
    total = sum(block.units * len(block.who) for block in blocks)
    if metric == "nominal":
        observed, parts = _unlike(blocks)
        expected = total * total - together(given, given)
    elif metric == "ratio":
        return _by_ratio(tally, given, total)
    else:
        at = _places(metric, tally, given)
        observed, parts = _apart(blocks, at)
        weighted = list(map(int.__mul__, given, at))
        expected = 2 * (total * together(weighted, at) - sum(weighted) ** 2)
    return (parts * expected - (total - 1) * observed) / (parts * expected) if expected else None


def _unlike(blocks: Sequence[Block]) -> tuple[int, int]:
    """How often unequal values met in a unit, both ways round, in parts of one; a unit of m values gives m in all."""
    parts = lcm(*(len(block.who) - 1 for block in blocks))
    return sum(
        parts * block.units * len(block.who) - 2 * sum(block.same) * (parts // (len(block.who) - 1)) for block in blocks
    ), parts


def _met(blocks: Sequence[Block]) -> Iterator[tuple[int, int, int, int]]:
    """Two places among the values, how often they met, and the weight of that in the unit's number of values less 1."""
    for block in blocks:
        for (a, b), count in block.met.items():
            yield a, b, count, len(block.who) - 1


def _apart(blocks: Sequence[Block], at: Sequence[int]) -> tuple[int, int]:
    """The same, each time by the square of how far the two values are apart."""
    parts = lcm(*(len(block.who) - 1 for block in blocks))
    return sum(2 * count * (parts // less) * (at[a] - at[b]) ** 2 for a, b, count, less in _met(blocks)), parts


def _places(metric: Metric, tally: Tally, given: Times) -> list[int]:
    """Where values stand, as whole numbers in some unit: by their order among all that were given, or by themselves."""
    if metric == "ordinal":
        below, found = 0, []
        for count in given:
            found.append(2 * below + count)
            below += count
        return found
    ratios = [value.as_integer_ratio() for value in _numbers(tally)]
    whole = lcm(*(part for _, part in ratios))
    return [number * (whole // part) for number, part in ratios]


def _numbers(tally: Tally) -> Sequence[Any]:
    return tally.values


def _by_ratio(tally: Tally, given: Times, total: int) -> float | None:
    def apart(a: int, b: int) -> float:
        one, other = _numbers(tally)[a], _numbers(tally)[b]
        return float(((one - other) / (one + other)) ** 2) if a != b else 0.0

    observed = fsum(2 * count * apart(a, b) / less for a, b, count, less in _met(tally.judged))
    many = range(len(given))
    expected = fsum(given[a] * given[b] * apart(a, b) for a in many for b in many)
    return 1 - (total - 1) * observed / expected if expected else None
