"""Which value met which: the confusion matrix of two raters, of units, of spans, of a variable."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.review import items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.review.gathered import Gathered, Rater

NOTHING = ""  # where one of the two put no label


@dataclass(frozen=True, slots=True)
class Matrix:
    """How often a value of the first rater (row) met one of the second (column).

    Of labels (`variable` empty) `values` are label ids, NOTHING last. `met` lacks what never met.
    """

    between: tuple[Rater, Rater]
    unit: str
    variable: str
    values: tuple[Any, ...]
    met: Mapping[tuple[Any, Any], int]

    @property
    def rows(self) -> tuple[tuple[int, ...], ...]:
        """The cells, row by row in the order of `values`."""
        return tuple(tuple(self.met.get((a, b), 0) for b in self.values) for a in self.values)

    @property
    def total(self) -> int:
        """What was counted in all."""
        return sum(self.met.values())


def matrix(gathered: Gathered, between: tuple[int, int] = (0, 1), *, unit: str = "", variable: str = "") -> Matrix:
    """The confusion matrix of two of the raters (by place), over the articles that both have.

    `unit` is that of the figures unless another is given. Spans are matched whatever their labels (rule "unit" of
    `review.matching`). `variable` is an article variable, or with the unit "span" an attribute of matched spans.
    """
    unit = unit or ("article" if variable else gathered.unit)
    two = gathered.between(*between)
    met: Counter[tuple[Any, Any]] = Counter()
    labels = two.used()
    for work in two.works:
        for item in items.of(labels, work, unit, variable, rule="unit"):
            for cell in _cells(item.said, variable):
                met[cell] += item.count
    return Matrix((two.raters[0], two.raters[1]), unit, variable, _values(two, variable, met), met)


def _cells(said: tuple[Any, ...], variable: str) -> Iterable[tuple[Any, Any]]:
    if not variable:
        return meeting(*said)
    return [] if None in said else [(said[0], said[1])]


def meeting(a: Iterable[str], b: Iterable[str]) -> list[tuple[str, str]]:
    """What two sets of labels on one unit count as.

    Each common label met itself; what is left of one set met what is left of the other, each with each, or NOTHING.
    Two empty sets are NOTHING twice.
    """
    common = [label for label in a if label in b]
    ones, others = ([label for label in side if label not in common] for side in (a, b))
    apart = [(one, other) for one in ones or [NOTHING] for other in others or [NOTHING]]
    return [(label, label) for label in common] + (apart if ones or others or not common else [])


def _values(gathered: Gathered, variable: str, met: Mapping[tuple[Any, Any], int]) -> tuple[Any, ...]:
    """Whatever met, in the codebook's order; of labels with NOTHING at the end."""
    seen = {value for cell in met for value in cell}
    order = [*gathered.used(), NOTHING] if not variable else gathered.called.values.get(variable, ())
    rest = sorted(seen.difference(order), key=lambda value: (str(type(value)), value))
    return (*(value for value in order if value in seen), *rest)
