"""Percent agreement and Holsti's coefficient: how often coders said the same, chance and all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.review.measures.ratings import mean, pairs, present

if TYPE_CHECKING:
    from annotator.review.measures.ratings import Rows


def percent_agreement(rows: Rows) -> float | None:
    """The share of values that another coder's value of the same unit equals; every value counts alike, 0 to 1."""
    same, judged = 0.0, 0
    for row, count in rows.items():
        said = present(row)
        if len(said) > 1:
            judged += count * len(said)
            alike = sum(n * (n - 1) for n in Counter(said).values())
            same += count * alike / (len(said) - 1)
    return same / judged if judged else None


def holsti(rows: Rows, *, empty: object = None) -> float | None:
    """2 M / (N1 + N2), M decisions in common among the N that each coder took; the mean over the pairs of coders.

    A value equal to `empty` is no decision, so that coders who both left a unit alone do not agree by that.
    """
    return mean(_of_pair(pair, empty) for pair in pairs(rows))


def _of_pair(pair: Counter[tuple[object, object]], empty: object) -> float | None:
    taken = sum(count * ((a != empty) + (b != empty)) for (a, b), count in pair.items())
    common = sum(count for (a, b), count in pair.items() if a == b != empty)
    return 2 * common / taken if taken else None
