"""Many differences settled at once, as one action: what agrees, one coder's side, what the boundary policy settles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from annotator.core import boundary
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.operations import people, review, takes
from annotator.operations.review import Ruling
from annotator.operations.settling import Settling
from annotator.review.compare import compare
from annotator.review.queue import queue
from annotator.store import articles, codebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Annotation, Boundary, Coder
    from annotator.core.text import Text
    from annotator.operations.review import Case
    from annotator.review.compare import Alike, Coded, Comparison, Difference
    from annotator.review.queue import Queue
    from annotator.store.project import Project

    _Hand = tuple[Coder | None, Callable[[float], None]]  # a reviewer who comes with the action, and who is told

MAJORITY, CODER, BOUNDARY = "majority", "coder", "boundary-policy"  # reasons, where a person gives none
_EXAMPLES = 5
_MAJORITY_OF = 3  # coders at least
_LOOKING = 0.15  # of the whole: what counting takes


@dataclass(frozen=True, slots=True)
class Which:
    """Which differences are meant (of these kinds and labels; none: of all), and what is written down as the reason."""

    kinds: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    reason: str = ""
    note: str = ""

    def takes(self, found: Difference) -> bool:
        """Whether a difference is meant."""
        labels = {found.label, *(side.label for side in found.there)}
        return (not self.kinds or found.kind in self.kinds) and (not self.labels or bool(self.labels & labels))

    def takes_agreed(self, group: Alike) -> bool:
        """Whether a segment that all have alike is meant."""
        return not self.kinds and (not self.labels or group[0].label in self.labels)


@dataclass(frozen=True, slots=True)
class Example:
    """One that would be settled: its article, kind ("agreed" for what all have alike), label, words and take.

    It stands from `start` to `end` (code points), both 0 for an article variable.
    """

    article: str
    kind: str
    label: str
    quote: str
    take: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What an action on many would settle: how many in how many articles, of which kinds, and the first of them."""

    count: int = 0
    articles: int = 0
    by_kind: Mapping[str, int] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class _Laid:
    """A case with all that was read of it."""

    case: Case
    sides: tuple[Coded, ...]
    compared: Comparison
    queue: Queue


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is settled of a case."""

    laid: _Laid
    agreed: tuple[Alike, ...] = ()
    variables: tuple[str, ...] = ()
    decided: tuple[tuple[Difference, Ruling], ...] = ()

    @property
    def count(self) -> int:
        """Segments and decisions; where only article variables agree, how many of those."""
        return len(self.agreed) + len(self.decided) or len(self.variables)


class _Way(Protocol):
    """Chooses what is settled of a case."""

    def __call__(self, laid: _Laid) -> _Chosen: ...


def _quiet(_done: float) -> None:
    """Nobody wants to know how far it is."""


ALL = Which()


# --- what agrees


def preview_agreed(
    project: Project,
    cases: Sequence[Case],
    *,
    which: Which = ALL,
    majority: bool = False,
    tell: Callable[[float], None] = _quiet,
) -> BulkPreview:
    """What `settle_agreed` would take over."""
    return _preview(project, cases, _agreed(which, majority=majority), tell)


def settle_agreed(
    project: Project,
    cases: Sequence[Case],
    *,
    which: Which = ALL,
    majority: bool = False,
    newcomer: Coder | None = None,
    tell: Callable[[float], None] = _quiet,
) -> Change:
    """Take over all that all coders of these cases have alike and that was not taken yet, as one action.

    With `majority`, of three coders or more also every difference on which more than half of them agree. It reads on
    while it is committed, and `tell` hears how far it is (0 to 1). Raises `nothing_agreed` if nothing is left.
    """
    return _settle(
        project, cases, _agreed(which, majority=majority), (newcomer, tell), "settle_agreed", "nothing_agreed"
    )


def _agreed(which: Which, *, majority: bool) -> _Way:
    def chosen(laid: _Laid) -> _Chosen:
        groups = tuple(group for group in laid.queue.waiting if which.takes_agreed(group))
        variables = laid.queue.waiting_variables if not which.labels and not which.kinds else ()
        most = _by_majority(laid, which) if majority else ()
        return _Chosen(laid, groups, variables, tuple(most))

    return chosen


def _by_majority(laid: _Laid, which: Which) -> Iterator[tuple[Difference, Ruling]]:
    if len(laid.case.between) < _MAJORITY_OF:
        return
    for found in laid.queue.open:
        if found.majority and which.takes(found):
            take = takes.letter(found.majority[0])
            yield found, Ruling(take, which.reason or MAJORITY, which.note)


# --- one coder's side


def preview_all_of(
    project: Project,
    cases: Sequence[Case],
    coder: str,
    *,
    which: Which = ALL,
    tell: Callable[[float], None] = _quiet,
) -> BulkPreview:
    """What `settle_all_of` would settle."""
    return _preview(project, cases, _all_of(coder, which), tell)


def settle_all_of(
    project: Project,
    cases: Sequence[Case],
    coder: str,
    *,
    which: Which = ALL,
    newcomer: Coder | None = None,
    tell: Callable[[float], None] = _quiet,
) -> Change:
    """Settle every open difference by this coder's side (an id or a name), as one action; a label goes with its unit.

    Where the coder has no say (a form not filled, a link whose ends they lack) it stays open. Raises
    `no_such_coder`, `nothing_of_coder`.
    """
    theirs = people.known(project, coder)
    way = _all_of(theirs.id, which)
    return _settle(project, cases, way, (newcomer, tell), "settle_all_of", "nothing_of_coder", coder=theirs.name)


def _all_of(coder: str, which: Which) -> _Way:
    def chosen(laid: _Laid) -> _Chosen:
        if coder not in laid.case.between:
            return _Chosen(laid)
        place = laid.case.between.index(coder)
        ruling = Ruling(takes.letter(place), which.reason or CODER, which.note)
        open_ = [d for d in laid.queue.open if which.takes(d) and any(place in camp for camp in d.camps)]
        units = {d.id for d in open_ if d.sides[place] is not None}
        after = [d for d in laid.queue.later if d.after in units and which.takes(d)]
        return _Chosen(laid, decided=tuple((found, ruling) for found in (*open_, *after)))

    return chosen


# --- the boundary policy


def preview_by_boundary(
    project: Project, cases: Sequence[Case], *, which: Which = ALL, tell: Callable[[float], None] = _quiet
) -> BulkPreview:
    """What `settle_by_boundary` would settle."""
    return _preview(project, cases, _Policy(project, which), tell)


def settle_by_boundary(
    project: Project,
    cases: Sequence[Case],
    *,
    which: Which = ALL,
    newcomer: Coder | None = None,
    tell: Callable[[float], None] = _quiet,
) -> Change:
    """Settle every open difference of boundaries whose sides are one span under the project's rule, as that span.

    Sides that differ in more than the boundary stay open. Raises `nothing_by_boundary`.
    """
    way = _Policy(project, which)
    return _settle(project, cases, way, (newcomer, tell), "settle_by_boundary", "nothing_by_boundary")


class _Policy:
    """Chooses what the project's rule for edges settles."""

    def __init__(self, project: Project, which: Which) -> None:
        self._project = project
        self._which = which
        self._rule: Boundary = codebook.project(project.db).boundary
        self._text: Text | None = None

    def __call__(self, laid: _Laid) -> _Chosen:
        return _Chosen(laid, decided=tuple(self._settled(laid)))

    def _settled(self, laid: _Laid) -> Iterator[tuple[Difference, Ruling]]:
        for found in laid.queue.open:
            if found.kind == "boundary" and self._which.takes(found) and not _in_more(found, laid):
                ruling = self._ruling(found.there)
                if ruling is not None:
                    yield found, ruling

    def _ruling(self, there: Alike) -> Ruling | None:
        """The side that keeps the rule, or where none does, the span that all sides become."""
        fitted = {self._fitted(side) for side in there}
        if len(fitted) > 1 or len({side.text for side in there}) > 1:
            return None
        (place,) = fitted
        reason, note = self._which.reason or BOUNDARY, self._which.note
        for number, side in enumerate(there):
            if side.fragments == place:
                return Ruling(takes.letter(number), reason, note)
        return Ruling("edit", reason, note, edit=(there[0].label, place))

    def _fitted(self, side: Annotation) -> tuple[tuple[int, int], ...]:
        if self._text is None or self._text.hash != side.text:
            self._text = articles.text(self._project.db, side.text)
        return boundary.fitted(self._text.body, side.fragments, self._rule)


def _in_more(found: Difference, laid: _Laid) -> bool:
    """Whether the sides differ in label or values too, which by units is another difference."""
    return laid.case.rule == "label" and bool(found.variables or len({side.label for side in found.there}) > 1)


# --- all of them


def _laid(project: Project, case: Case) -> _Laid:
    sides = review.sides(project, case)
    compared = compare(sides, case.rule)
    return _Laid(case, sides, compared, queue(compared, review.decisions(project, case)))


def _preview(project: Project, cases: Sequence[Case], way: _Way, tell: Callable[[float], None]) -> BulkPreview:
    count = in_articles = 0
    kinds: Counter[str] = Counter()
    examples: list[Example] = []
    for number, case in enumerate(cases):
        found = way(_laid(project, case))
        count += found.count
        in_articles += bool(found.count)
        kinds.update(_kinds(found))
        examples += islice(_examples(found), _EXAMPLES - len(examples))
        tell((number + 1) / len(cases))
    return BulkPreview(count, in_articles, dict(kinds), tuple(examples))


def _kinds(found: _Chosen) -> Iterator[str]:
    yield from ("agreed" for _ in found.agreed)
    if not found.agreed and not found.decided:
        yield from ("variable" for _ in found.variables)
    yield from (difference.kind for difference, _ in found.decided)


def _examples(found: _Chosen) -> Iterator[Example]:
    article = found.laid.case.article
    for group in found.agreed:
        first = group[0]
        yield Example(article, "agreed", first.label, review.shown(first), "both", first.start, first.end)
    for difference, ruling in found.decided:
        what = (difference.kind, difference.label, review.quote(difference), ruling.take)
        yield Example(article, *what, difference.start, difference.end)


def _settle(
    project: Project, cases: Sequence[Case], way: _Way, hand: _Hand, name: str, nothing: str, **facts: str
) -> Change:
    newcomer, tell = hand
    count = _preview(project, cases, way, lambda done: tell(done * _LOOKING)).count
    if not count:
        raise AnnotatorError(nothing, **facts)
    steps = _steps(project, cases, way, (newcomer, lambda done: tell(_LOOKING + done * (1 - _LOOKING))))
    return change(name, steps, count=count, **facts)


def _steps(project: Project, cases: Sequence[Case], way: _Way, hand: _Hand) -> Iterator[Edit]:
    newcomer, tell = hand
    for number, case in enumerate(cases):
        found = way(_laid(project, case))
        if found.count:
            settling = Settling(project, case, found.laid.sides, found.laid.compared, newcomer)
            yield from settling.settle(*found.decided, agreed=found.agreed, alike=found.variables)
        tell((number + 1) / len(cases))
