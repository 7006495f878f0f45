"""Cohen's and Fleiss' kappa: agreement beyond what the coders' own, or pooled, habits would bring by chance."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING

from annotator.review.measures.ratings import judged, mean, pairs

if TYPE_CHECKING:
    from annotator.review.measures.ratings import Rows, Value


def cohen_kappa(rows: Rows) -> float | None:
    """(Po - Pe) / (1 - Pe) with each coder's own margins; of more than two coders the mean over the pairs (Light).

    None where both coders of a pair gave one and the same value throughout: chance alone then explains all.
    """
    return mean(_of_pair(pair) for pair in pairs(rows))


def _of_pair(pair: Counter[tuple[Value, Value]]) -> float | None:
    one: Counter[Value] = Counter()
    other: Counter[Value] = Counter()
    for (a, b), count in pair.items():
        one[a] += count
        other[b] += count
    units = pair.total()
    same = sum(count for (a, b), count in pair.items() if a == b)
    chance = sum(one[value] * other[value] for value in one)
    beyond = units * units - chance
    return (units * same - chance) / beyond if beyond else None


def fleiss_kappa(rows: Rows) -> float | None:
    """The same with pooled margins, for any number of coders (of two: Scott's pi).

    A unit may lack some values; one of a single value counts for how often values are used, not for agreement.
    None where all values are equal.
    """
    agreed, used = judged(rows)
    if agreed is None or len(used) == 1:
        return None
    chance = fsum(share * share for share in used.values())
    return (agreed - chance) / (1 - chance)
