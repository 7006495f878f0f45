"""The cases behind a number: each unit, span or answer that raters disagree on, or agree on, with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.review import items
from annotator.review.matrix import meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.models import Fragments
    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered
    from annotator.review.items import Item
    from annotator.review.matching import Rule
    from annotator.review.matrix import Matrix
    from annotator.review.units import Work


@dataclass(frozen=True, slots=True)
class CaseBehind:
    """A stretch of an article (code points; 0 to 0: the whole) and what each rater said of it, None where missing.

    Of labels that is a tuple of ids (empty: nothing), of a variable its value. `count` units are told as one.
    `where` has, of spans, each rater's own fragments.
    """

    article: str
    title: str
    start: int
    end: int
    text: str
    said: tuple[Any, ...]
    count: int
    where: tuple[Fragments, ...]
    agreed: bool


def cases(gathered: Gathered, figure: Figure, *, agreed: bool = False) -> Iterator[CaseBehind]:
    """What the figure's raters disagree (or agree) on, in the project's and the text's order.

    Of a label, only what somebody put it on. Of spans they agree on the same fragments with the same label; of
    `boundary f1` on the same fragments, of `relaxed f1` if every span meets one of that label of each other's.
    """
    variable = figure.label or "" if figure.about != "label" else ""
    rule: Rule = "unit" if figure.name == "boundary f1" else "label"
    labels = gathered.used()
    for work in gathered.works:
        judge = _judge(work, figure)
        for item in items.of(labels, work, figure.unit, variable, rule=rule):
            if judge(item) is agreed:
                yield _case(work, item, agreed=agreed)


def of_cell(gathered: Gathered, matrix: Matrix, cell: tuple[Any, Any]) -> Iterator[CaseBehind]:
    """What a cell of a matrix counts: its row's value met its column's."""
    two = gathered.between(*(gathered.raters.index(rater) for rater in matrix.between))
    labels = two.used()
    for work in two.works:
        for item in items.of(labels, work, matrix.unit, matrix.variable, rule="unit"):
            if cell in ([item.said] if matrix.variable else meeting(*item.said)):
                yield _case(work, item, agreed=cell[0] == cell[1])


def _judge(work: Work, figure: Figure) -> Callable[[Item], bool | None]:
    """Whether those who are there agree on an item; None where the figure does not count it."""
    label = figure.label if figure.about == "label" else None

    def judged(item: Item) -> bool | None:
        said = [one for one in item.said if one is not None]
        if len(said) < 2 or (label is not None and not any(label in one for one in said)):  # noqa: PLR2004
            return None
        if figure.unit == "span" and figure.about == "label":
            return _same_spans(work, figure.name, item)
        return len({one if label is None else label in one for one in said}) == 1

    return judged


def _same_spans(work: Work, name: str, item: Item) -> bool:
    there = [place for place, said in enumerate(item.said) if said is not None]
    if name == "relaxed f1":
        return all(
            _meets(work, item.said[place][0], item.where[place], other)
            for place in there
            if item.said[place]
            for other in there
            if other != place
        )
    labels = {item.said[place] if name != "boundary f1" else bool(item.said[place]) for place in there}
    return len(labels) == len({item.where[place] for place in there}) == 1


def _meets(work: Work, label: str, fragments: Fragments, other: int) -> bool:
    """Whether a span shares a character with one of that label of the other's."""
    theirs = (piece for one, pieces in work.spans[other] or () if one == label for piece in pieces)
    return any(max(start, first) < min(end, last) for first, last in theirs for start, end in fragments)


def _case(work: Work, item: Item, *, agreed: bool) -> CaseBehind:
    text = work.body[item.start : item.end]
    return CaseBehind(work.article, work.title, item.start, item.end, text, item.said, item.count, item.where, agreed)
