"""Percent agreement and Holsti's coefficient: how often raters said the same, chance and all."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from annotator.review.measures.ratings import mean, pairs

if TYPE_CHECKING:
    from annotator.review.measures.ratings import Pair, Tally


def percent_agreement(tally: Tally) -> float | None:
    """The share of values that another rater's value of the same unit equals; every value counts alike, 0 to 1."""
    blocks = tally.judged
    parts = lcm(*(len(block.who) - 1 for block in blocks))
    same = sum(2 * sum(block.same) * (parts // (len(block.who) - 1)) for block in blocks)
    values = sum(block.units * len(block.who) for block in blocks)
    return same / (parts * values) if values else None


def holsti(tally: Tally) -> float | None:
    """2 M / (N1 + N2), M decisions in common among the N that each rater took; the mean over the pairs of raters.

    The tally's empty value is no decision, so that raters who both left a unit alone do not agree by that.
    """
    return mean(_of_pair(pair, tally.empty) for pair in pairs(tally))


def _of_pair(pair: Pair, empty: int) -> float | None:
    left, bare = (pair.one[empty] + pair.other[empty], pair.bare) if empty >= 0 else (0, 0)
    taken = 2 * pair.units - left
    return 2 * (pair.same - bare) / taken if taken else None
