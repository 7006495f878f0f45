"""What coders said of the same units, counted: a row holds one value a coder, None where a coder said nothing.

"Said nothing" is missing, not empty: a unit that a coder saw and left uncoded has a value like any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from itertools import combinations
from math import fsum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Value = Hashable
Row = tuple[Any, ...]  # of `Value | None`
Rows = Mapping[Row, int]  # how many units have this row


def table(units: Iterable[Row]) -> Counter[Row]:
    """Units, each with one value a coder, as counted rows."""
    return Counter(units)


def present(row: Row) -> list[Value]:
    """The values of a unit that are there."""
    return [value for value in row if value is not None]


def compared(rows: Rows) -> int:
    """How many units two coders or more gave a value."""
    return sum(count for row, count in rows.items() if len(present(row)) > 1)


def pairs(rows: Rows) -> Iterator[Counter[tuple[Value, Value]]]:
    """The confusion matrix of every two coders who gave a unit in common a value."""
    coders = len(next(iter(rows), ()))
    for one, other in combinations(range(coders), 2):
        if found := confusion(rows, one, other):
            yield found


def confusion(rows: Rows, one: int = 0, other: int = 1) -> Counter[tuple[Value, Value]]:
    """How often the value of one coder met that of another, over the units that both gave one."""
    found: Counter[tuple[Value, Value]] = Counter()
    for row, count in rows.items():
        a, b = row[one], row[other]
        if a is not None and b is not None:
            found[a, b] += count
    return found


def regrouped(rows: Rows, change: Callable[[Value], Value]) -> Counter[Row]:
    """The same units with other values; what is missing stays missing."""
    other = {value: change(value) for row in rows for value in row if value is not None} | {None: None}
    found: Counter[Row] = Counter()
    for row, count in rows.items():
        found[tuple([other[value] for value in row])] += count
    return found


def mean(values: Iterable[float | None]) -> float | None:
    """Over the pairs of coders that have a value their mean; None where none has."""
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None


def judged(rows: Rows) -> tuple[float | None, dict[Value, float]]:
    """The mean share of pairs of values that are equal, over units with two or more; and how often each value is used.

    The second is each value's share of a unit's values, meant over all units with any, so that units count alike.
    """
    alike: list[float] = []
    used: dict[Value, list[float]] = {}
    pairs = seen = 0
    for row, count in rows.items():
        times = Counter(said := present(row))
        seen += count * bool(said)
        for value, n in times.items():
            used.setdefault(value, []).append(count * n / len(said))
        if len(said) > 1:
            pairs += count
            alike.append(count * sum(n * (n - 1) for n in times.values()) / (len(said) * (len(said) - 1)))
    return fsum(alike) / pairs if pairs else None, {value: fsum(shares) / seen for value, shares in used.items()}
