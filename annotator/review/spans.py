"""Coders' spans counted for the measures that compare the spans themselves: F1, Holsti, unitizing alpha."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

from annotator.review.measures import f1
from annotator.review.measures.f1 import Agreed, Met
from annotator.review.measures.ratings import mean
from annotator.review.measures.unitizing import Cut, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from annotator.review.measures.f1 import Span
    from annotator.review.units import Work

    Counts = Counter[Any]
    Pair = tuple[int, int]  # the places of two coders

ALL = "spans"  # of all coders
_CUT = ("differing", "coded", "length", "squares")


def counted(work: Work, labels: Collection[str]) -> dict[str | None, Counts]:
    """One article: for each of these labels, and None over all, what `measures` needs."""
    there = [side for side in work.spans if side is not None]
    found: dict[str | None, Counts] = {label: Counter() for label in (None, *labels)}
    for label, _ in (span for side in there for span in side):
        for counts in (found[label], found[None]):
            counts[ALL] += 1
    for one, other in combinations(range(len(work.spans)), 2):
        a, b = work.spans[one], work.spans[other]
        if a is not None and b is not None:
            for group, key, count in _of_pair(a, b):
                found[group][one, other, key] += count
    for group, counts in found.items():
        pieces = cut(len(work.body), [_pieces(side, group) for side in there])
        counts.update({key: getattr(pieces, key) for key in _CUT})
    return found


def _of_pair(a: Sequence[Span], b: Sequence[Span]) -> Iterator[tuple[str | None, str, int]]:
    met = f1.relaxed(a, b)
    for label, agreed in f1.exact([(a, b)]).items():
        near = sum(met.values(), Met()) if label is None else met[label]
        yield label, "a", agreed.a
        yield label, "b", agreed.b
        yield label, "both", agreed.both
        yield label, "a_met", near.a_met
        yield label, "b_met", near.b_met
    yield None, "edges", f1.boundary(a, b).both


def _pieces(spans: Iterable[Span], label: str | None) -> list[tuple[int, int]]:
    return [piece for one, fragments in spans if label in {None, one} for piece in fragments]


def measures(coders: int, *, over_all: bool) -> dict[str, Callable[[Counts], float | None]]:
    """By its name each measure of the spans of so many coders; `boundary f1` knows no labels, so it is over all."""
    pairs = list(combinations(range(coders), 2))
    found: dict[str, Callable[[Counts], float | None]] = {
        "percent agreement": lambda counts: mean(_agreed(counts, pair).share for pair in pairs),
        "holsti": lambda counts: mean(_agreed(counts, pair).f1 for pair in pairs),
        "exact f1": lambda counts: mean(_agreed(counts, pair).f1 for pair in pairs),
        "relaxed f1": lambda counts: mean(_met(counts, pair).f1 for pair in pairs),
        "boundary f1": lambda counts: mean(_agreed(counts, pair, "edges").f1 for pair in pairs),
        "unitizing alpha": lambda counts: Cut(*(counts[key] for key in _CUT)).alpha,
    }
    if not over_all:
        del found["boundary f1"]
    return found


def _agreed(counts: Mapping[Hashable, int], pair: Pair, both: str = "both") -> Agreed:
    return Agreed(*(counts[*pair, key] for key in ("a", "b", both)))


def _met(counts: Mapping[Hashable, int], pair: Pair) -> Met:
    return Met(*(counts[*pair, key] for key in ("a", "b", "a_met", "b_met")))
