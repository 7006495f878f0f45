"""Gwet's AC1: agreement beyond chance for values so unequally used that kappa falls although coders agree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.review.measures.ratings import present

if TYPE_CHECKING:
    from annotator.review.measures.ratings import Rows, Value


def gwet_ac1(rows: Rows) -> float | None:
    """(Pa - Pe) / (1 - Pe), chance being that of a value that is hard to give (Gwet 2008); any number of coders.

    A unit of one value alone counts for how often values are used, not for agreement. None where all values are equal.
    """
    used: dict[Value, float] = {}
    alike, judged, seen = 0.0, 0, 0
    for row, count in rows.items():
        said = present(row)
        times = Counter(said)
        seen += count * bool(said)
        for value, n in times.items():
            used[value] = used.get(value, 0) + count * n / len(said)
        if len(said) > 1:
            judged += count
            alike += count * sum(n * (n - 1) for n in times.values()) / (len(said) * (len(said) - 1))
    if not judged or len(used) == 1:
        return None
    chance = sum(n / seen * (1 - n / seen) for n in used.values()) / (len(used) - 1)
    return (alike / judged - chance) / (1 - chance)
