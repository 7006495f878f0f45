"""One by one what a figure counts: where each unit, matched span or answer stands, and what each rater said of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from annotator.core.models import Annotation
from annotator.review.matching import groups
from annotator.review.units import CODED_TOKEN, bits, laid, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.models import Fragments
    from annotator.review.matching import Rule
    from annotator.review.measures.f1 import Span
    from annotator.review.units import Unit, Work


@dataclass(frozen=True, slots=True)
class Item:
    """Code points `start` to `end` of a text, and what each rater said of it: None where one is missing.

    Of labels that is a tuple of ids (empty: nothing), of a variable its value. `count` neighbouring units of which the
    same was said are one item. `where` has, of spans, each rater's own fragments.
    """

    start: int
    end: int
    said: tuple[Any, ...]
    count: int = 1
    where: tuple[Fragments, ...] = ()


def units(work: Work, unit: str, labels: Sequence[str]) -> Iterator[Item]:
    """Tokens, coded tokens, sentences, paragraphs or the article, neighbours of which the same was said as one."""
    kind: Unit = "token" if unit == CODED_TOKEN else unit  # type: ignore[assignment]
    places, bit = ranges(work.body, kind), bits(labels)
    sides = [None if side is None else laid(side, places, bit) for side in work.spans]
    rows = [tuple(None if side is None else side[number] for side in sides) for number in range(len(places))]
    for sets, run in groupby(range(len(rows)), rows.__getitem__):
        if unit != CODED_TOKEN or any(sets):
            numbers = list(run)
            said = tuple(None if one is None else tuple(label for label in labels if bit[label] & one) for one in sets)
            yield Item(places[numbers[0]][0], places[numbers[-1]][1], said, len(numbers))


def spans(work: Work, rule: Rule) -> Iterator[Item]:
    """Spans matched by `review.matching`, each in one item, in text order."""
    there = [_annotations(place, side or ()) for place, side in enumerate(work.spans)]
    items = []
    for group in groups(there, {}, rule):
        said = tuple(
            None if side is None else (one.label,) if one else () for one, side in zip(group, work.spans, strict=True)
        )
        where = tuple(one.fragments if one else () for one in group)
        start, end = min(one.start for one in group if one), max(one.end for one in group if one)
        items.append(Item(start, end, said, 1, where))
    return iter(sorted(items, key=lambda item: (item.start, item.end, item.where)))


def _annotations(place: int, side: Iterable[Span]) -> list[Annotation]:
    return [
        Annotation(f"{place} {number:09}", "", label, "", fragments, ())
        for number, (label, fragments) in enumerate(side)
    ]


def answers(work: Work, variable: str) -> Iterator[Item]:
    """What raters answered to an article variable; what was left blank is missing."""
    yield Item(0, 0, tuple(given.get(variable) for given in work.answers))


def attributes(work: Work, variable: str) -> Iterator[Item]:
    """What raters say of the spans that they have in common, on the same fragments with the same label."""
    found: defaultdict[Span, dict[int, Any]] = defaultdict(dict)
    for place, marks in enumerate(work.marks):
        for span, values in marks.items():
            if values.get(variable) is not None:
                found[span][place] = values[variable]
    for (_, fragments), said in sorted(found.items(), key=lambda one: (one[0][1], one[0][0])):
        if len(said) > 1:
            row = tuple(said.get(place) for place in range(len(work.spans)))
            yield Item(fragments[0][0], fragments[-1][1], row, 1, (fragments,) * len(row))


def of(labels: Sequence[str], work: Work, unit: str, variable: str = "", *, rule: Rule = "label") -> Iterator[Item]:
    """All items of one article: of a variable (an article's where the unit is "article"), of spans, of other units.

    `labels` are all that were used, in the order in which sets of them are told.
    """
    if variable:
        return answers(work, variable) if unit == "article" else attributes(work, variable)
    return spans(work, rule) if unit == "span" else units(work, unit, labels)
