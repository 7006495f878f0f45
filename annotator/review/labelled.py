"""Units with the labels that raters put on them, counted: sets of labels over all, and each label for itself."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from annotator.review.measures.ratings import Block, Tally
from annotator.review.sheet import Group, Measured, added, measures
from annotator.review.units import CODED_TOKEN, bits, placed, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.review.units import Placed, Unit, Work

    Who = tuple[int, ...]  # the places of the raters who are there
    Signs = Mapping[int, int]  # a label's bit to a number with a bit for each unit


class Counted(NamedTuple):
    """One text: how many units have which set of labels, of each rater; and what is told by `plain`, in this order.

    All units and those that nobody put a label on; of every two raters, on how many they put the same set, and on how
    many both none; of each rater and then of every two how many have each label (from both).
    """

    plain: list[int]
    sets: Sequence[Mapping[int, int]]


def counted(sides: Iterable[Sequence[Placed]], many: int, labels: Sequence[int]) -> Counted:
    """What measures need of a text of so many units and the spans on them of the raters who are there."""
    signs = [_signs(side) for side in sides]
    pairs = list(combinations(signs, 2))
    covers = [_union(one.values()) for one in signs]
    plain = [many, many - _union(covers).bit_count()]
    plain += [many - _differing(a, b).bit_count() for a, b in pairs]
    plain += [many - (a | b).bit_count() for a, b in combinations(covers, 2)]
    for one in signs:
        plain += [one[bit].bit_count() if bit in one else 0 for bit in labels]
    for a, b in pairs:
        plain += [(a[bit] & b[bit]).bit_count() if bit in a and bit in b else 0 for bit in labels]
    return Counted(plain, [_by_set(one, cover) for one, cover in zip(signs, covers, strict=True)])


def _signs(side: Iterable[Placed]) -> dict[int, int]:
    signs: dict[int, int] = {}
    for bit, first, last in side:
        if bit in signs:
            signs[bit] |= ((1 << last - first) - 1) << first
        else:
            signs[bit] = ((1 << last - first) - 1) << first
    return signs


def _union(signs: Iterable[int]) -> int:
    found = 0
    for one in signs:
        found |= one
    return found


def _differing(one: Signs, other: Signs) -> int:
    """The units on which two differ in a label."""
    differing = 0
    for bit, there in one.items():
        differing |= there ^ other[bit] if bit in other else there
    for bit, there in other.items():
        if bit not in one:
            differing |= there
    return differing


def _by_set(signs: Signs, cover: int) -> dict[int, int]:
    """How many units have each set of labels; they are cut in two by one label after the other."""
    parts = [(0, cover)]
    for bit, sign in signs.items():
        cut = []
        for part in parts:
            labels, there = part
            inside = there & sign
            if not inside:
                cut.append(part)
            elif inside == there:
                cut.append((labels | bit, there))
            else:
                cut += (labels | bit, inside), (labels, there ^ inside)
        parts = cut
    return {labels: there.bit_count() for labels, there in parts if there}


class Labelled:
    """The sheet of one kind of unit; tokens are told twice, all of them and those with a label of anybody."""

    def __init__(self, articles: Sequence[tuple[Who, Counted]], unit: Unit, labels: Sequence[str]) -> None:
        self._articles = articles
        sets = sorted({one for _, counts in articles for side in counts.sets for one in side})
        self._stretches: dict[Who, _Stretch] = {}
        self.size = 0
        for who in dict.fromkeys(who for who, _ in articles):
            self._stretches[who] = _Stretch(who, self.size, len(labels), sets)
            self.size += self._stretches[who].size
        kinds = (unit, CODED_TOKEN) if unit == "token" else (unit,)
        self._groups = [Group(kind, label) for kind in kinds for label in (None, *labels)]
        self._labels = len(labels)
        self._values = [0, *sets]
        self._measures = measures()
        self.names = [list(self._measures)] * len(self._groups)

    def row(self, article: int) -> list[int]:
        """See `Sheet`."""
        who, counts = self._articles[article]
        found = [0] * self.size
        self._stretches[who].put(counts, found)
        return found

    def whole(self) -> list[int]:
        """See `Sheet`."""
        found = [0] * self.size
        for who, stretch in self._stretches.items():
            theirs = [counts for one, counts in self._articles if one == who]
            sets: list[dict[int, int]] = [{} for _ in who]
            for counts in theirs:
                for times, here in zip(sets, counts.sets, strict=True):
                    for labels, count in here.items():
                        times[labels] = times.get(labels, 0) + count
            stretch.put(Counted(added(counts.plain for counts in theirs), sets), found)
        return found

    def measured(self, sums: Sequence[int]) -> Iterator[Measured]:
        """See `Sheet`."""
        stretches = self._stretches.values()
        for number, group in enumerate(self._groups):
            coded = group.unit == CODED_TOKEN
            empty = 0 if coded else -1  # among all units, to leave one alone is a decision too
            label = number % (self._labels + 1) - 1
            if label < 0:
                tally = Tally(self._values, empty, [one.sets(sums, coded=coded) for one in stretches])
            else:
                tally = Tally((False, True), empty, [one.label(sums, label, coded=coded) for one in stretches])
            yield Measured(group, tally.compared, [measure(tally) for measure in self._measures.values()])


def labelled(works: Sequence[Work], unit: Unit, labels: Sequence[str]) -> Labelled:
    """The sheet of these articles."""
    bit = bits(labels)
    articles = []
    for work in works:
        units = ranges(work.body, unit)
        sides = [placed(side, units, bit) for side in work.spans if side is not None]
        who = tuple(place for place, side in enumerate(work.spans) if side is not None)
        articles.append((who, counted(sides, len(units), list(bit.values()))))
    return Labelled(articles, unit, labels)


class _Stretch:
    """Where in a row the counts of the articles stand that the same raters have."""

    def __init__(self, who: Who, start: int, labels: int, sets: Sequence[int]) -> None:
        self._who, self._start = who, start
        raters, pairs = range(len(who)), range(len(who) * (len(who) - 1) // 2)
        first = start + 2 + 2 * len(pairs)
        self._same, self._bare = slice(start + 2, start + 2 + len(pairs)), slice(start + 2 + len(pairs), first)
        self._on = [first + rater * labels for rater in raters]
        first += len(who) * labels
        self._both = [first + pair * labels for pair in pairs]
        first += len(pairs) * labels
        self._plain = slice(start, first)
        self._sets = [slice(first + rater * len(sets), first + (rater + 1) * len(sets)) for rater in raters]
        self._place = [{one: first + rater * len(sets) + number for number, one in enumerate(sets)} for rater in raters]
        self.size = first + len(who) * len(sets) - start

    def put(self, counts: Counted, row: list[int]) -> None:
        """Write an article's counts where they belong."""
        row[self._plain] = counts.plain
        for place, found in zip(self._place, counts.sets, strict=True):
            for labels, count in found.items():
                row[place[labels]] = count

    def sets(self, sums: Sequence[int], *, coded: bool) -> Block:
        """The sets of labels on all units, or on those with any."""
        left = sums[self._start + 1] if coded else 0
        units = sums[self._start] - left
        used = []
        for place in self._sets:
            times = sums[place]
            used.append([units - sum(times), *times])
        same, bare = ([count - left for count in sums[place]] for place in (self._same, self._bare))
        return Block(self._who, units, same, bare, used)

    def label(self, sums: Sequence[int], label: int, *, coded: bool) -> Block:
        """Whether each unit has one label, of all units or of those with any label."""
        units = sums[self._start] - (sums[self._start + 1] if coded else 0)
        on = [sums[place + label] for place in self._on]
        both = [sums[place + label] for place in self._both]
        apart = [units - a - b for a, b in combinations(on, 2)]
        same = [rest + 2 * common for rest, common in zip(apart, both, strict=True)]
        bare = [rest + common for rest, common in zip(apart, both, strict=True)]
        return Block(self._who, units, same, bare, [(units - times, times) for times in on])
