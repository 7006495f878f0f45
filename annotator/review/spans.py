"""Raters' spans counted for the measures that compare the spans themselves: F1, Holsti, unitizing alpha."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from annotator.review.measures import f1
from annotator.review.measures.f1 import Agreed, Met
from annotator.review.measures.ratings import mean
from annotator.review.measures.unitizing import Cut, cut
from annotator.review.sheet import Group, Measured, added

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.review.measures.f1 import Span
    from annotator.review.units import Work

_SHARED = ("percent agreement", "holsti", "exact f1", "relaxed f1")
_OVER_ALL = (*_SHARED, "boundary f1", "unitizing alpha")  # what labels have no part in has no figure of each label
_OF_LABEL = (*_SHARED, "unitizing alpha")
_ALONE = 5  # numbers of a group besides those of its pairs: spans of all, and the four of `Cut`
_OF_PAIR = 6  # spans of a, of b, of both; met of a, of b; of both whatever the label


class Spans:
    """The sheet of the spans: over all labels, then of each."""

    def __init__(self, works: Sequence[Work], raters: int, labels: Sequence[str]) -> None:
        self._works, self._labels = works, labels
        self._pairs = list(combinations(range(raters), 2))
        self._groups = [Group("span", label) for label in (None, *labels)]
        self._stretch = _ALONE + _OF_PAIR * len(self._pairs)
        self.size = self._stretch * len(self._groups)
        self.names = [_OVER_ALL, *[_OF_LABEL] * len(labels)]

    def row(self, article: int) -> list[int]:
        """See `Sheet`."""
        work = self._works[article]
        found: dict[str | None, list[int]] = {label: [0] * self._stretch for label in (None, *self._labels)}
        there = [side for side in work.spans if side is not None]
        by_label = [_by_label(side) for side in there]
        for label in self._labels:
            sides = [pieces.get(label, []) for pieces in by_label]
            found[label][1:_ALONE] = cut(len(work.body), sides).numbers
        every = [[piece for pieces in one.values() for piece in pieces] for one in by_label]
        found[None][1:_ALONE] = cut(len(work.body), every).numbers
        for label, _ in (span for side in there for span in side):
            found[None][0] += 1
            found[label][0] += 1
        for number, (one, other) in enumerate(self._pairs):
            a, b = work.spans[one], work.spans[other]
            if a is not None and b is not None:
                start = _ALONE + _OF_PAIR * number
                for group, counts in _of_pair(a, b):
                    found[group][start : start + _OF_PAIR] = counts
        return [count for counts in found.values() for count in counts]

    def whole(self) -> list[int]:
        """See `Sheet`."""
        return added(self.row(article) for article in range(len(self._works)))

    def measured(self, sums: Sequence[int]) -> Iterator[Measured]:
        """See `Sheet`."""
        for number, group in enumerate(self._groups):
            own = sums[number * self._stretch : (number + 1) * self._stretch]
            yield Measured(group, own[0], self._values(own, over_all=not number))

    def _values(self, own: Sequence[int], *, over_all: bool) -> list[float | None]:
        starts = range(_ALONE, len(own), _OF_PAIR)
        agreed = [Agreed(*own[start : start + 3]) for start in starts]
        exact = mean([one.f1 for one in agreed])
        met = mean([Met(own[start], own[start + 1], own[start + 3], own[start + 4]).f1 for start in starts])
        found = [mean([one.share for one in agreed]), exact, exact, met]
        if over_all:
            found.append(mean([Agreed(own[start], own[start + 1], own[start + 5]).f1 for start in starts]))
        return [*found, Cut(*own[1:_ALONE]).alpha]


def _by_label(side: Iterable[Span]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for label, fragments in side:
        found.setdefault(label, []).extend(fragments)
    return found


def _of_pair(a: Sequence[Span], b: Sequence[Span]) -> Iterator[tuple[str | None, tuple[int, ...]]]:
    near = f1.relaxed(a, b)
    for label, agreed in f1.exact([(a, b)]).items():
        met = sum(near.values(), Met()) if label is None else near[label]
        edges = f1.boundary(a, b).both if label is None else 0
        yield label, (agreed.a, agreed.b, agreed.both, met.a_met, met.b_met, edges)
