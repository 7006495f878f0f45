"""Krippendorff's alpha: one less observed by expected disagreement, any number of coders, values may be missing."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING, Any, Literal

from annotator.review.measures.ratings import present

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.review.measures.ratings import Rows, Value

Metric = Literal["nominal", "ordinal", "interval", "ratio"]


def krippendorff_alpha(rows: Rows, metric: Metric = "nominal") -> float | None:
    """1 - Do / De over the coincidences of values; numbers for every metric but the nominal.

    None where all values are equal, or no unit has two.
    """
    met = coincidences(rows)
    given: dict[Value, float] = {}
    for (value, _), weight in met.items():
        given[value] = given.get(value, 0) + weight
    total = fsum(given.values())
    if metric == "nominal":
        observed = fsum(weight for (a, b), weight in met.items() if a != b)
        expected = total * total - fsum(n * n for n in given.values())
    else:
        apart = _distance(metric, given)
        observed = fsum(weight * apart(a, b) for (a, b), weight in met.items())
        expected = fsum(n * k * apart(a, b) for a, n in given.items() for b, k in given.items())
    return 1 - (total - 1) * observed / expected if len(given) > 1 else None


def coincidences(rows: Rows) -> dict[tuple[Value, Value], float]:
    """How often two values met in a unit, both ways round; a unit of m values gives m in all."""
    met: dict[tuple[Value, Value], float] = {}
    for row, count in rows.items():
        said = present(row)
        if len(said) > 1:
            times = Counter(said)
            for a, n in times.items():
                for b, k in times.items():
                    met[a, b] = met.get((a, b), 0) + count * n * (k - (a == b)) / (len(said) - 1)
    return met


def _distance(metric: Metric, given: Mapping[Any, float]) -> Callable[[Any, Any], float]:
    match metric:
        case "ordinal":
            rank = _ranks(given)
            return lambda a, b: (rank[a] - rank[b]) ** 2
        case "interval":
            return lambda a, b: (a - b) ** 2
        case _:
            return lambda a, b: ((a - b) / (a + b)) ** 2 if a != b else 0


def _ranks(given: Mapping[Any, float]) -> dict[Any, float]:
    """The middle rank of each value among all that were given."""
    below, found = 0.0, {}
    for value in sorted(given):
        found[value] = below + given[value] / 2
        below += given[value]
    return found
