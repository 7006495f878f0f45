"""Cohen's and Fleiss' kappa: agreement beyond what the coders' own, or pooled, habits would bring by chance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.review.measures.ratings import mean, pairs

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
    """The same with pooled margins, for any number of coders (of two: Scott's pi); units without a gap alone count.

    None where all values are equal.
    """
    given: Counter[Value] = Counter()
    alike = coders = 0
    for row, count in rows.items():
        if None not in row and len(row) > 1:
            coders = len(row)
            said = Counter(row)
            alike += count * sum(n * (n - 1) for n in said.values())
            for value, n in said.items():
                given[value] += count * n
    total = given.total()
    chance = sum(n * n for n in given.values())
    if total * total == chance:
        return None
    return (alike * total / (coders - 1) - chance) / (total * total - chance)
