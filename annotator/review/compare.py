"""The codings of one article side by side: what agrees, and every difference by its kind.

Segments are matched as `annotator.review.matching` says. A group of matched segments, one of each coder, agrees when
all coders have it alike; else it is one difference, of the first of these kinds that holds: somebody has no such
segment (missing), the fragments differ (boundary), the labels differ (label), the values differ (attribute). By the
rule "unit" a group is a difference of fragments first, and its labels and values, where they differ, are another that
waits for the first. A link that some coders made between segments that they and others have, and the others did not,
differs as a relation. An article variable differs where two who filled the form said different things. Statements are
not compared.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args

from annotator.core.ids import keyed_id
from annotator.core.rows import dumps
from annotator.review import matching

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from annotator.core.models import Annotation, Relation
    from annotator.review.matching import Group, Rule

DifferenceKind = Literal["missing", "boundary", "label", "attribute", "relation", "variable"]
KINDS: tuple[DifferenceKind, ...] = get_args(DifferenceKind)
RULES: tuple[Rule, ...] = ("label", "unit")
Alike = tuple["Annotation", ...]  # what all coders have alike, one of each
Camps = tuple[tuple[int, ...], ...]  # places of the coders who agree with one another, the greatest camp first


@dataclass(frozen=True, slots=True)
class Coded:
    """One coder's work on an article: annotations, the values on each, links between them, the article variables."""

    coding: str
    annotations: Sequence[Annotation] = ()
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # annotation id to variable to value
    variables: Mapping[str, Any] = field(default_factory=dict)
    links: Sequence[Relation] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement; its id follows from what differs, so that it is the same whenever it is looked for.

    `sides` holds the segment of each coder, in the order in which they are compared, None where one has none; of a
    relation, the one that the coder's link starts from, with `links` beside it; of an article variable nothing, and
    `values` then holds what each said (None: nothing). `label` is that of the first side that is there; of a relation
    its type, of an article variable its id. `variables` are those whose values differ. `start` and `end` are code
    points, both 0 for an article variable. `camps` says who agrees with whom about it; who has no say in a relation,
    having no segments that it could join, is in none. `after` is the difference that has to be settled first, if any.
    """

    id: str
    kind: DifferenceKind
    label: str
    start: int
    end: int
    sides: Group = ()
    variables: tuple[str, ...] = ()
    links: tuple[Relation | None, ...] = ()
    values: tuple[Any, ...] = ()
    camps: Camps = ()
    after: str = ""

    @property
    def a(self) -> Annotation | None:
        """The first coder's segment."""
        return self.sides[0]

    @property
    def b(self) -> Annotation | None:
        """The second coder's segment."""
        return self.sides[1]

    @property
    def there(self) -> Alike:
        """The segments of those who have one."""
        return tuple(side for side in self.sides if side is not None)

    @property
    def link(self) -> Relation | None:
        """Of a relation, the link of the first coder who has it."""
        return next((link for link in self.links if link is not None), None)

    @property
    def majority(self) -> tuple[int, ...]:
        """The places of the coders who agree with one another, if they are more than half of all."""
        return self.camps[0] if self.camps and 2 * len(self.camps[0]) > len(self.sides) else ()


@dataclass(frozen=True)
class Comparison:
    """Groups and article variables that agree, and the differences in text order (article variables last)."""

    agreed: tuple[Alike, ...]
    differences: tuple[Difference, ...]
    alike: tuple[str, ...] = ()
    rule: Rule = "label"

    @cached_property
    def by_id(self) -> Mapping[str, Difference]:
        """The differences by their ids."""
        return {found.id: found for found in self.differences}


def compare(sides: Sequence[Coded], rule: Rule = "label") -> Comparison:
    """Lay coders' work on one article side by side; naming them in another order moves only the sides."""
    return _Compared(sides, rule).comparison()


class _Compared:
    """The values of all sides at hand, and the groups that their segments stand in."""

    def __init__(self, sides: Sequence[Coded], rule: Rule) -> None:
        self._sides = sides
        self._rule = rule
        self._values = {owner: values for side in sides for owner, values in side.values.items()}
        self._said = {owner: _said(values) for owner, values in self._values.items() if values}
        self._groups = matching.groups([side.annotations for side in sides], self._said, rule)

    def comparison(self) -> Comparison:
        agreed: list[Alike] = []
        differences: list[Difference] = []
        for group in self._groups:
            found = list(self._by_unit(group) if self._rule == "unit" else self._by_label(group))
            differences += found
            if not found:
                agreed.append(tuple(side for side in group if side is not None))
        differences += self._relations()
        differences.sort(key=lambda d: (d.start, -d.end, bool(d.after), d.id))
        agreed.sort(key=lambda alike: (alike[0].start, -alike[0].end, alike[0].label, min(side.id for side in alike)))
        alike, unlike = self._variables()
        return Comparison(tuple(agreed), (*differences, *unlike), alike, self._rule)

    # --- segments

    def _by_label(self, group: Group) -> Iterator[Difference]:
        there = _there(group)
        kind = "missing" if len(there) < len(group) else "boundary" if _differ(there, "fragments") else ""
        kind = kind or ("label" if _differ(there, "label") else "attribute" if self._said_otherwise(there) else "")
        if kind:
            camps = _camps([side and (side.fragments, side.label, self._said.get(side.id)) for side in group])
            yield self._difference("difference", kind, group, camps)  # type: ignore[arg-type]  # no "" comes here

    def _by_unit(self, group: Group) -> Iterator[Difference]:
        there, unit = _there(group), ""
        if len(there) < len(group) or _differ(there, "fragments"):
            kind: DifferenceKind = "missing" if len(there) < len(group) else "boundary"
            found = self._difference("unit", kind, group, _camps([side and side.fragments for side in group]), ())
            unit = found.id
            yield found
        camps = _camps([side and (side.label, self._said.get(side.id)) for side in group])
        if _differ(there, "label"):
            yield self._difference("unit label", "label", group, camps, after=unit)
        elif self._said_otherwise(there):
            yield self._difference("unit label", "attribute", group, camps, after=unit)

    def _said_otherwise(self, there: Alike) -> bool:
        return len({self._said.get(side.id) for side in there}) > 1

    def _difference(
        self,
        word: str,
        kind: DifferenceKind,
        group: Group,
        camps: Camps,
        variables: tuple[str, ...] | None = None,
        *,
        after: str = "",
    ) -> Difference:
        there = _there(group)
        start, end = _reach(there)
        if variables is None:
            variables = _unlike([self._values.get(side.id, {}) for side in there])
        key = self._key(word, group)
        return Difference(key, kind, there[0].label, start, end, group, variables, camps=camps, after=after)

    def _key(self, word: str, differing: Sequence[Annotation | Relation | None]) -> str:
        """An id: of two coders it follows from what they have, of more also from who among them has nothing."""
        ids = sorted(one.id for one in differing if one is not None)
        lacking = sorted(side.coding for side, one in zip(self._sides, differing, strict=True) if one is None)
        return keyed_id(word, *ids, *(["without", *lacking] if lacking and len(differing) > 2 else []))  # noqa: PLR2004

    # --- links

    def _relations(self) -> Iterator[Difference]:
        """Links that some made and others, who have the segments at both ends, did not."""
        group_of = {side.id: number for number, group in enumerate(self._groups) for side in group if side}
        made: dict[tuple[str, int, int], dict[int, Relation]] = defaultdict(dict)
        for place, side in enumerate(self._sides):
            for link in sorted(side.links, key=lambda link: link.id, reverse=True):  # of twins the first
                if link.source in group_of and link.target in group_of:
                    made[link.label, group_of[link.source], group_of[link.target]][place] = link
        for (label, source, target), links in made.items():
            start, end = self._groups[source], self._groups[target]
            asked = [place for place in range(len(self._sides)) if start[place] and end[place]]
            if len(links) < len(asked):
                yield self._relation(label, start, [links.get(place) for place in range(len(start))], asked)

    def _relation(self, label: str, start: Group, links: Sequence[Relation | None], asked: Sequence[int]) -> Difference:
        sides = tuple(side if link else None for side, link in zip(start, links, strict=True))
        first, last = _reach(_there(sides))
        camps = _camps([link is not None for link in links], asked)
        key = self._key("difference", links)
        return Difference(key, "relation", label, first, last, sides, links=tuple(links), camps=camps)

    # --- article variables

    def _variables(self) -> tuple[tuple[str, ...], list[Difference]]:
        """Article variables alike, and those that differ; a coder without any has not filled the form: no say."""
        filled = [place for place, side in enumerate(self._sides) if side.variables]
        if len(filled) < 2:  # noqa: PLR2004
            return (), []
        said = [self._sides[place].variables for place in filled]
        unlike = _unlike(said)
        alike = {name for variables in said for name in variables}.difference(unlike)
        return tuple(sorted(alike)), [self._variable(name, filled) for name in unlike]

    def _variable(self, name: str, filled: Sequence[int]) -> Difference:
        values = tuple(side.variables.get(name) for side in self._sides)
        key = keyed_id("difference", *sorted(side.coding for side in self._sides), name)
        camps = _camps([dumps(_plain(value)) for value in values], filled)
        return Difference(
            key, "variable", name, 0, 0, (None,) * len(values), variables=(name,), values=values, camps=camps
        )


def _there(group: Group) -> Alike:
    return tuple(side for side in group if side is not None)


def _reach(there: Alike) -> tuple[int, int]:
    return min(side.start for side in there), max(side.end for side in there)


def _differ(there: Alike, what: str) -> bool:
    return len({getattr(side, what) for side in there}) > 1


def _camps(views: Sequence[Hashable], asked: Sequence[int] | None = None) -> Camps:
    """Who of those asked has the same view, by place; the greater camp first, then the one that begins earlier."""
    camps: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(len(views)) if asked is None else asked:
        camps[views[place]].append(place)
    return tuple(sorted(map(tuple, camps.values()), key=lambda camp: (-len(camp), camp)))


def _said(values: Mapping[str, Any]) -> str:
    return dumps({name: _plain(value) for name, value in values.items()})


def _plain(value: Any) -> Any:
    """Several choices are the same in whatever order they were ticked."""
    return sorted(value, key=str) if isinstance(value, list) else value


def _unlike(said: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    names = sorted({name for values in said for name in values})
    return tuple(name for name in names if len({dumps(_plain(values.get(name))) for values in said}) > 1)
