"""Every measure of a comparison, per label and over all, with its interval: the figures that a report prints."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from annotator.review import items
from annotator.review.answered import Answered
from annotator.review.labelled import labelled
from annotator.review.measures.bootstrap import TIMES, interval, redrawn
from annotator.review.sheet import About, Group
from annotator.review.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.review.gathered import Gathered
    from annotator.review.sheet import Measured, Sheet

    Tell = Callable[[float], None]  # how far it is, 0 to 1

_SAID: tuple[tuple[About, str], ...] = (("variable", "article"), ("attribute", "span"))
_STEP = 20  # drawings between two words on how far it is
_COUNTING = 0.3  # of the whole


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: `low` to `high` holds it in 95 of 100 drawings of articles; `n` units (or spans) were compared.

    `value` is None where the measure is not defined; `low` and `high` also where there are too few articles.
    """

    name: str
    unit: str
    label: str | None
    about: About
    value: float | None
    low: float | None
    high: float | None
    n: int


def figures(gathered: Gathered, *, times: int = TIMES, tell: Tell = lambda _done: None) -> list[Figure]:
    """All figures of these articles: of the spans, of the units chosen, of article variables, of attributes.

    Tokens are told twice: all of them, and those that at least one coder put a label on. Only the labels and
    variables that were used have figures.
    """
    sheets = list(_sheets(gathered))
    found = _measured(sheets, [count for sheet in sheets for count in sheet.whole()])
    tell(_COUNTING)
    drawn: list[list[float | None]] = []
    if times and len(gathered.works) > 1:
        rows = [[count for sheet in sheets for count in sheet.row(at)] for at in range(len(gathered.works))]
        for number, sums in enumerate(redrawn(rows, times=times)):
            drawn.append([value for one in _measured(sheets, sums) for value in one.values])
            if number % _STEP == 0:
                tell(_COUNTING + (1 - _COUNTING) * number / times)
    return list(_figures([names for sheet in sheets for names in sheet.names], found, drawn))


def _sheets(gathered: Gathered) -> Iterator[Sheet]:
    works = gathered.works
    labels = gathered.used()
    yield Spans(works, len(gathered.raters), labels)
    if gathered.unit != "span":
        yield labelled(works, gathered.unit, labels)
    for about, unit in _SAID:
        for variable, scale in gathered.scales.items():
            said = [[item.said for item in items.of(labels, work, unit, variable)] for work in works]
            if any(value is not None for rows in said for row in rows for value in row):
                yield Answered(Group(unit, variable, about), scale, said)


def _measured(sheets: Sequence[Sheet], sums: Sequence[int]) -> list[Measured]:
    found: list[Measured] = []
    start = 0
    for sheet in sheets:
        found += sheet.measured(sums[start : start + sheet.size])
        start += sheet.size
    return found


def _figures(
    names: Sequence[Sequence[str]], found: Sequence[Measured], drawn: Sequence[Sequence[float | None]]
) -> Iterator[Figure]:
    named = (
        (one, name, value)
        for of, one in zip(names, found, strict=True)
        for name, value in zip(of, one.values, strict=True)
    )
    columns: Iterable[Sequence[float | None]] = zip(*drawn, strict=True) if drawn else repeat(())
    for (one, name, value), column in zip(named, columns, strict=False):
        low, high = (None if value is None else interval(column)) or (None, None)
        yield Figure(name, *one.group, value, low, high, one.n)
