"""What raters answered, counted: an article variable, or an attribute of spans that they have in common."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.review.measures.ratings import Block, Tally, tally
from annotator.review.sheet import Measured, added, measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.review.gathered import Scale
    from annotator.review.measures.ratings import Row
    from annotator.review.sheet import Group


class Answered:
    """The sheet of one variable: of each article rows of values, one a rater, None where that is missing."""

    def __init__(self, group: Group, scale: Scale, articles: Sequence[Sequence[Row]]) -> None:
        self._group, self._articles = group, articles
        self._measures = measures(scale)
        self.names = [list(self._measures)]
        whole = tally(Counter(row for rows in articles for row in rows))
        self._values = whole.values
        self._place = {value: number for number, value in enumerate(whole.values)}
        self._stretches: list[_Stretch] = []
        size = 0
        for block in whole.blocks:
            self._stretches.append(_Stretch(block, size, len(whole.values)))
            size += self._stretches[-1].size
        self.size = size

    def row(self, article: int) -> list[int]:
        """See `Sheet`."""
        found = [0] * self.size
        by_who = {one.who: one for one in self._stretches}
        for row in self._articles[article]:
            who = tuple(number for number, value in enumerate(row) if value is not None)
            if who:
                for place in by_who[who].places([self._place[row[number]] for number in who]):
                    found[place] += 1
        return found

    def whole(self) -> list[int]:
        """See `Sheet`."""
        return added(self.row(article) for article in range(len(self._articles)))

    def measured(self, sums: Sequence[int]) -> Iterator[Measured]:
        """See `Sheet`."""
        found = Tally(self._values, -1, [one.block(sums) for one in self._stretches])
        yield Measured(self._group, found.compared, [measure(found) for measure in self._measures.values()])


class _Stretch:
    """Where in a row the counts of the units stand that the same raters gave a value."""

    def __init__(self, like: Block, start: int, values: int) -> None:
        self.who = like.who
        self._start, self._values = start, values
        self._pairs = list(combinations(range(len(like.who)), 2))
        self._used = start + 1 + len(self._pairs)
        first = self._used + values * len(like.who)
        self._met = {pair: first + number for number, pair in enumerate(like.met)}
        self.size = first + len(self._met) - start

    def places(self, said: Sequence[int]) -> Iterator[int]:
        """What one unit adds to, its values told by their places."""
        yield self._start
        for number, (one, other) in enumerate(self._pairs):
            a, b = said[one], said[other]
            yield self._start + 1 + number if a == b else self._met[min(a, b), max(a, b)]
        yield from (self._used + rater * self._values + value for rater, value in enumerate(said))

    def block(self, sums: Sequence[int]) -> Block:
        """The units of some articles."""
        starts = range(self._used, self._used + self._values * len(self.who), self._values)
        return Block(
            self.who,
            sums[self._start],
            sums[self._start + 1 : self._used],
            [0] * len(self._pairs),
            [sums[start : start + self._values] for start in starts],
            {pair: sums[place] for pair, place in self._met.items()},
        )
