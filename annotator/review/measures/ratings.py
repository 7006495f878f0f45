"""What raters said of the same units, as the few sums that every measure needs; whole numbers, so that they add up.

Whatever a measure asks of units that the same raters gave a value is told by how often each used each value and how
often every two said the same. "Said nothing" (None) is missing, not empty: a unit that a rater saw and left uncoded has
a value like any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, lcm
from operator import add, mul
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Value = Hashable
Row = tuple[Any, ...]  # one value a rater, None where one said nothing
Rows = Mapping[Row, int]  # how many units have this row
Times = Sequence[int]  # how often each of a tally's values


class Block(NamedTuple):
    """Units that the same raters gave a value, and no other.

    `who` are the raters' places. `same` tells of every two of them on how many units they said the same, `bare` on how
    many of these both left it empty; `used` of each how often which value; `met` how often two said different ones.
    """

    who: tuple[int, ...]
    units: int
    same: Sequence[int]
    bare: Sequence[int]
    used: Sequence[Times]
    met: Mapping[tuple[int, int], int] = {}  # two places among the values


@dataclass(frozen=True, slots=True)
class Tally:
    """The values that there are, the place of the empty one (-1: there is none), and the blocks."""

    values: Sequence[Value]
    empty: int
    blocks: Sequence[Block]

    @property
    def judged(self) -> Sequence[Block]:
        """The blocks of two raters or more."""
        return [block for block in self.blocks if len(block.who) > 1]

    @property
    def compared(self) -> int:
        """How many units two raters or more gave a value."""
        return sum(block.units for block in self.judged)


class Pair(NamedTuple):
    """Two raters over the units that both gave a value; see `Block`."""

    units: int
    same: int
    bare: int
    one: Times
    other: Times


def tally(rows: Rows, *, empty: Value = None) -> Tally:
    """Counted rows as sums; `empty` is the value of a unit that was left uncoded, if there is one."""
    values = sorted({value for row in rows for value in row if value is not None}, key=_order)
    place = {value: number for number, value in enumerate(values)}
    found: dict[tuple[int, ...], list[tuple[Row, int]]] = {}
    for row, count in rows.items():
        who = tuple(number for number, value in enumerate(row) if value is not None)
        if who:
            found.setdefault(who, []).append((tuple(row[number] for number in who), count))
    blocks = [_block(who, some, place, place.get(empty, -1)) for who, some in found.items()]
    return Tally(values, place.get(empty, -1), blocks)


def _order(value: Any) -> tuple[str, Any]:
    """Numbers by size; values of other kinds apart from them."""
    return ("", value) if isinstance(value, int | float) else (type(value).__name__, value)


def _block(who: tuple[int, ...], rows: Sequence[tuple[Row, int]], place: Mapping[Value, int], empty: int) -> Block:
    used = [[0] * len(place) for _ in who]
    two = list(combinations(range(len(who)), 2))
    same, bare = [0] * len(two), [0] * len(two)
    met: Counter[tuple[int, int]] = Counter()
    for row, count in rows:
        places = [place[value] for value in row]
        for times, value in zip(used, places, strict=True):
            times[value] += count
        for number, (one, other) in enumerate(two):
            a, b = places[one], places[other]
            same[number] += count * (a == b)
            bare[number] += count * (a == b == empty)
            if a != b:
                met[min(a, b), max(a, b)] += count
    return Block(who, sum(count for _, count in rows), same, bare, used, met)


def pairs(tally: Tally) -> Iterator[Pair]:
    """Every two raters who gave a unit in common a value."""
    found: dict[tuple[int, int], Pair] = {}
    for block in tally.blocks:
        if block.units:
            two = zip(combinations(block.who, 2), combinations(block.used, 2), block.same, block.bare, strict=True)
            for whose, (one, other), same, bare in two:
                here = Pair(block.units, same, bare, one, other)
                found[whose] = _joined(found[whose], here) if whose in found else here
    return iter(found.values())


def _joined(a: Pair, b: Pair) -> Pair:
    one, other = list(map(add, a.one, b.one)), list(map(add, a.other, b.other))
    return Pair(a.units + b.units, a.same + b.same, a.bare + b.bare, one, other)


def summed(rows: Iterable[Times]) -> Times:
    """How often each value in all."""
    first, *rest = rows
    for times in rest:
        first = list(map(add, first, times))
    return first


def together(a: Times, b: Times) -> int:
    """The products of what stands at the same place, summed."""
    return sum(map(mul, a, b))


class Judged(NamedTuple):
    """Exact, as whole numbers: `alike / (parts * units)` is the mean share of pairs of values that are equal.

    `used` by `seen` is each value's share of a unit's values, meant over all units with any, so that units count alike.
    """

    alike: int
    parts: int
    units: int
    used: Times
    seen: int


def judged(tally: Tally) -> Judged | None:
    """How often pairs of values of a unit are equal and how often each is used; None where no unit has two."""
    sizes = [len(block.who) for block in tally.blocks]
    parts = lcm(*sizes, *(many * (many - 1) for many in sizes if many > 1))
    alike = units = 0
    used: list[Times] = []
    for block, many in zip(tally.blocks, sizes, strict=True):
        share = parts // many
        used.append([share * count for count in summed(block.used)])
        if many > 1:
            units += block.units
            alike += 2 * sum(block.same) * (share // (many - 1))
    if not units:
        return None
    return Judged(alike, parts, units, summed(used), parts * sum(block.units for block in tally.blocks))


def mean(values: Iterable[float | None]) -> float | None:
    """Over the pairs of raters that have a value their mean; None where none has."""
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None
