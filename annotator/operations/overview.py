"""How much there is to review in each article of a round: the counts of its queue, without reading every span."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.models import Annotation, Relation
from annotator.operations.codings import Where
from annotator.operations.review import Case
from annotator.review import counting
from annotator.review.compare import Coded, compare
from annotator.review.queue import AGREED
from annotator.store import blind, codebook, side_by_side
from annotator.store.reading import parsed
from annotator.store.side_by_side import fragments, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.review.compare import DifferenceKind
    from annotator.review.matching import Rule
    from annotator.store.project import Project

    Rulings = Mapping[str, int]  # differences that were decided, and how many segments came of it

_AT_ONCE = 1_000  # articles


@dataclass(frozen=True, slots=True)
class ArticleCount:
    """Of one article: between whom, how many differences are open by kind, how many are settled, how many agree."""

    article: str
    between: tuple[str, ...]
    open: Mapping[DifferenceKind, int] = field(default_factory=dict)
    settled: int = 0
    agreed: int = 0

    @property
    def count(self) -> int:
        """How many are open, of whatever kind."""
        return sum(self.open.values())


def overview(
    project: Project, between: Sequence[str] = (), *, round_id: str = "main", rule: Rule = "label"
) -> list[ArticleCount]:
    """The counts of every article of a round that can be compared; see `comparable`."""
    return list(counts(project, comparable(project, between, round_id=round_id, rule=rule)))


def comparable(
    project: Project, between: Sequence[str] = (), *, round_id: str = "main", rule: Rule = "label"
) -> list[Case]:
    """Every article of a round that all of these coders (ids; none: whoever coded it, two at least) began.

    In the project's order; what is withheld from the person who looks is left out.
    """
    arrival = {coder.id: number for number, coder in enumerate(codebook.coders(project.db))}
    cases = []
    for article, company in blind.compared(project.db, round_id, project.coder).items():
        among = tuple(between) or tuple(sorted(company, key=arrival.__getitem__))
        if set(among) <= company.keys():
            cases.append(Case(article, among, round_id, rule))
    return cases


def counts(project: Project, cases: Sequence[Case], *, at_once: int = _AT_ONCE) -> Iterator[ArticleCount]:
    """These cases of one round in numbers, so many read together."""
    rulings = side_by_side.rulings(project.db, cases[0].round, AGREED) if cases else {}
    for first in range(0, len(cases), at_once):
        yield from _Table(project, cases[first : first + at_once], rulings).counts()


class _Table:
    """Some articles' codings, each as the keys of its spans with the values and links by them."""

    def __init__(self, project: Project, cases: Sequence[Case], rulings: Mapping[str, Rulings]) -> None:
        held = [(case, [Where(case.article, coder, case.round).id for coder in case.between]) for case in cases]
        self._held = held
        self._rulings = rulings
        codings = [coding for _, some in held for coding in some]
        self._keys = side_by_side.keys(project.db, codings)
        self._values = side_by_side.values(project.db, codings)
        self._links = side_by_side.links(project.db, codings)
        self._left = [self._differing(some) for _, some in held]
        decided = [place for place, (case, _) in enumerate(held) if case.article in rulings]
        wanted = [one for place in decided for one in zip(held[place][1], self._left[place][1], strict=True)]
        self._ids = side_by_side.ids(project.db, ((coding, key) for coding, keys in wanted for key in keys))

    def counts(self) -> Iterator[ArticleCount]:
        """One after the other."""
        for (case, codings), (alike, left) in zip(self._held, self._left, strict=True):
            rulings = self._rulings.get(case.article, {})
            if rulings or case.rule == "unit" or len(codings) != 2 or self._says_more(codings):  # noqa: PLR2004
                yield self._compared(case, codings, alike, left)
            else:
                a, b = (map(split, keys) for keys in left)
                yield ArticleCount(case.article, case.between, counting.kinds(a, b, fragments), 0, alike)

    def _says_more(self, codings: Sequence[str]) -> bool:
        return any(coding in self._values or coding in self._links for coding in codings)

    def _differing(self, codings: Sequence[str]) -> tuple[int, list[set[str]]]:
        """How many spans all have alike, and the keys of the others, and of those that links hang on, of each."""
        sides = [set(self._keys.get(coding, ())) for coding in codings]
        common = set.intersection(*sides)
        for coding in codings:
            common.difference_update(key for _, *ends in self._links.get(coding, ()) for key in ends)
        if any(coding in self._values for coding in codings):
            common = {key for key in common if len({self._said(coding, key) for coding in codings}) == 1}
        return len(common), [side - common for side in sides]

    def _said(self, coding: str, key: str) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(self._values.get(coding, {}).get(key, ())))

    def _compared(self, case: Case, codings: Sequence[str], alike: int, left: Sequence[set[str]]) -> ArticleCount:
        """What differs laid side by side as the queue does it; what all have alike would change nothing there."""
        sides = [self._coded(coding, keys) for coding, keys in zip(codings, left, strict=True)]
        compared = compare(sides, case.rule)
        rulings = self._rulings.get(case.article, {})
        open_: Counter[DifferenceKind] = Counter()
        settled = 0
        for found in compared.differences:
            if found.id in rulings:
                settled += 1
            elif not found.after or rulings.get(found.after) == 1:
                open_[found.kind] += 1
        return ArticleCount(case.article, case.between, dict(open_), settled, alike + len(compared.agreed))

    def _coded(self, coding: str, keys: set[str]) -> Coded:
        names = {key: self._ids.get((coding, key), f"{coding} {key}") for key in keys}
        spans = []
        for key, name in names.items():
            place, label = split(key)
            spans.append(Annotation(name, coding, label, "", fragments(place), ()))
        values = {names[key]: self._read(coding, key) for key in keys & self._values.get(coding, {}).keys()}
        links = [
            Relation(name, coding, kind, names[source], names[target])
            for (kind, source, target), name in self._links.get(coding, {}).items()
        ]
        return Coded(coding, spans, values, self._read(coding, ""), links)

    def _read(self, coding: str, key: str) -> dict[str, Any]:
        stored = self._values.get(coding, {}).get(key, ())
        return {variable: parsed(value, "value", variable) for variable, value in stored}
