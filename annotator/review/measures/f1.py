"""How far two coders' spans are the same: exact, relaxed and boundary F1, counted before they are divided."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.models import Fragments

    Span = tuple[str, Fragments]  # its label and where it stands, code points

_LABEL = itemgetter(0)  # of a span


@dataclass(frozen=True, slots=True)
class Agreed:
    """Spans of A, of B, and those of them that are the same, each used once."""

    a: int = 0
    b: int = 0
    both: int = 0

    @property
    def f1(self) -> float | None:
        """2 TP / (nA + nB), which is the same whoever is taken for right; None where neither has any."""
        return 2 * self.both / (self.a + self.b) if self.a + self.b else None

    @property
    def share(self) -> float | None:
        """Of all that either has, what both have; None where neither has any."""
        return self.both / (self.a + self.b - self.both) if self.a + self.b else None


@dataclass(frozen=True, slots=True)
class Met:
    """Spans of A, of B, and those of each that meet at least one of the other's in a character."""

    a: int = 0
    b: int = 0
    a_met: int = 0
    b_met: int = 0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two shares, 0 where nothing meets; None where neither has any."""
        if not self.a + self.b:
            return None
        if not self.a_met:
            return 0.0
        return 2 / (self.a / self.a_met + self.b / self.b_met)

    def __add__(self, other: Met) -> Met:
        return Met(self.a + other.a, self.b + other.b, self.a_met + other.a_met, self.b_met + other.b_met)


def exact(articles: Sequence[tuple[Sequence[Span], Sequence[Span]]]) -> dict[str | None, Agreed]:
    """Of each label and (None) over all, the spans of these articles, pooled, on the same fragments."""
    one = Counter(map(_LABEL, chain.from_iterable(a for a, _ in articles)))
    other = Counter(map(_LABEL, chain.from_iterable(b for _, b in articles)))
    same = Counter(map(_LABEL, chain.from_iterable(_common(a, b) for a, b in articles)))
    found: dict[str | None, Agreed] = {None: Agreed(one.total(), other.total(), same.total())}
    return found | {label: Agreed(one[label], other[label], same[label]) for label in dict.fromkeys((*one, *other))}


def _common(a: Sequence[Span], b: Sequence[Span]) -> Iterable[Span]:
    """What both have, each used once; counted only where a coder set one span twice, which is seldom."""
    ones, others = set(a), set(b)
    if len(ones) == len(a) or len(others) == len(b):
        return ones & others
    return (Counter(a) & Counter(b)).elements()


def boundary(a: Sequence[Span], b: Sequence[Span]) -> Agreed:
    """The spans of one article on the same fragments, whatever their labels."""
    common = Counter(fragments for _, fragments in a) & Counter(fragments for _, fragments in b)
    return Agreed(len(a), len(b), common.total())


def relaxed(a: Sequence[Span], b: Sequence[Span]) -> dict[str, Met]:
    """Of each label in one article, the spans that meet one of that label of the other coder's, many to many."""
    one, other = _by_label(a), _by_label(b)
    return {
        label: Met(len(one.get(label, ())), len(other.get(label, ())), *_met(one.get(label), other.get(label)))
        for label in dict.fromkeys((*one, *other))
    }


def _by_label(spans: Sequence[Span]) -> dict[str, list[Fragments]]:
    found: dict[str, list[Fragments]] = {}
    for label, fragments in spans:
        if label in found:
            found[label].append(fragments)
        else:
            found[label] = [fragments]
    return found


def _met(a: list[Fragments] | None, b: list[Fragments] | None) -> tuple[int, int]:
    if not a or not b:
        return 0, 0
    return _meeting(a, *_reach(b)), _meeting(b, *_reach(a))


def _reach(spans: list[Fragments]) -> tuple[list[int], list[int]]:
    """The starts of all fragments in order, and how far those up to each reach."""
    starts, reach, furthest = [], [], 0
    for start, end in sorted([piece for fragments in spans for piece in fragments]):
        furthest = max(furthest, end)
        starts.append(start)
        reach.append(furthest)
    return starts, reach


def _meeting(spans: list[Fragments], starts: list[int], reach: list[int]) -> int:
    """How many of them share a character with what begins at `starts` and has come as far as `reach`."""
    met = 0
    for fragments in spans:
        for start, end in fragments:
            before = bisect_left(starts, end)
            if before and reach[before - 1] > start:
                met += 1
                break
    return met
