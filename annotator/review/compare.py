"""Two codings of one article side by side: what agrees, and every difference by its kind.

The rule, in this order, each annotation used once: the same fragments with the same label agree (or differ in an
attribute); the same fragments with another label differ in the label; the same label on overlapping fragments differs
in the boundary, the largest share of common characters first, ties by place in the text; what is left is missing.
A link that one coder made between two segments that both have, and the other did not, differs as a relation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from annotator.core.ids import keyed_id
from annotator.core.rows import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.core.models import Annotation, Fragments, Relation

DifferenceKind = Literal["missing", "boundary", "label", "attribute", "relation", "variable"]
KINDS: tuple[DifferenceKind, ...] = get_args(DifferenceKind)
Pair = tuple["Annotation", "Annotation"]


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

    `a` and `b` are the annotations, None where one is missing; of a relation, the one that `link` starts from, on the
    side that has the link. `label` is A's if A has one; of a relation its type, of an article variable its id.
    `variables` are those whose values differ. `start` and `end` are code points, both 0 for an article variable.
    """

    id: str
    kind: DifferenceKind
    label: str
    start: int
    end: int
    a: Annotation | None = None
    b: Annotation | None = None
    variables: tuple[str, ...] = ()
    link: Relation | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs and article variables that agree, and the differences in text order (article variables last)."""

    agreed: tuple[Pair, ...]
    differences: tuple[Difference, ...]
    alike: tuple[str, ...] = ()


def compare(a: Coded, b: Coded) -> Comparison:
    """Lay two coders' work on one article side by side; swapping them swaps only the sides."""
    rest_a, rest_b = sorted(a.annotations, key=_place), sorted(b.annotations, key=_place)
    values = {**a.values, **b.values}
    agreed = _pair(rest_a, rest_b, lambda x: (x.fragments, x.label, _said(values.get(x.id, {}))))
    described = _pair(rest_a, rest_b, lambda x: (x.fragments, x.label))
    relabelled = _pair(rest_a, rest_b, lambda x: x.fragments)
    moved = _overlapping(rest_a, rest_b)

    def differ(kind: DifferenceKind, pairs: Iterable[Pair]) -> list[Difference]:
        return [_difference(kind, x, y, _unlike(values.get(x.id, {}), values.get(y.id, {}))) for x, y in pairs]

    differences = [
        *differ("attribute", described),
        *differ("label", relabelled),
        *differ("boundary", moved),
        *(_difference("missing", x, None) for x in rest_a),
        *(_difference("missing", None, y) for y in rest_b),
        *_relations(a, b, [*agreed, *described, *relabelled, *moved]),
    ]
    differences.sort(key=lambda d: (d.start, -d.end, d.id))
    alike, unlike = _variables(a, b)
    return Comparison(tuple(agreed), (*differences, *unlike), alike)


def overlap(a: Fragments, b: Fragments) -> float:
    """Common characters over all characters of both, 0 to 1."""
    common = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    return common / (sum(e - s for s, e in a) + sum(f - t for t, f in b) - common)


def _place(annotation: Annotation) -> tuple[int, int, str, str]:
    return annotation.start, -annotation.end, annotation.label, annotation.id


def _pair(rest_a: list[Annotation], rest_b: list[Annotation], key: Callable[[Annotation], object]) -> list[Pair]:
    """Take out of both lists what has the same key, one for one, in text order."""
    waiting: dict[object, list[Annotation]] = {}
    for y in reversed(rest_b):
        waiting.setdefault(key(y), []).append(y)
    pairs = [(x, partners.pop()) for x in rest_a if (partners := waiting.get(key(x)))]
    _take_out(rest_a, rest_b, pairs)
    return pairs


def _overlapping(rest_a: list[Annotation], rest_b: list[Annotation]) -> list[Pair]:
    candidates = [
        (share, x, y) for x, y in _touching(rest_a, rest_b) if (share := overlap(x.fragments, y.fragments)) > 0
    ]
    candidates.sort(key=lambda c: (-c[0], *min(_place(c[1])[:2], _place(c[2])[:2]), *sorted((c[1].id, c[2].id))))
    pairs: list[Pair] = []
    used: set[str] = set()
    for _, x, y in candidates:
        if not used & {x.id, y.id}:
            used |= {x.id, y.id}
            pairs.append((x, y))
    _take_out(rest_a, rest_b, pairs)
    return pairs


def _touching(rest_a: Sequence[Annotation], rest_b: Sequence[Annotation]) -> Iterator[Pair]:
    """Pairs of one label whose outer ranges meet, without looking at every pair: one sweep in text order."""
    waiting: dict[str, list[tuple[int, Annotation]]] = {}
    sides = ((side, x) for side, rest in enumerate((rest_a, rest_b)) for x in rest)
    for side, x in sorted(sides, key=lambda s: s[1].start):
        still = [(other, y) for other, y in waiting.get(x.label, ()) if y.end > x.start]
        yield from ((x, y) if side == 0 else (y, x) for other, y in still if other != side)
        waiting[x.label] = [*still, (side, x)]


def _take_out(rest_a: list[Annotation], rest_b: list[Annotation], pairs: Sequence[Pair]) -> None:
    for rest, gone in ((rest_a, {x.id for x, _ in pairs}), (rest_b, {y.id for _, y in pairs})):
        rest[:] = [annotation for annotation in rest if annotation.id not in gone]


def _said(values: Mapping[str, Any]) -> str:
    return dumps({name: _plain(value) for name, value in values.items()})


def _plain(value: Any) -> Any:
    """Several choices are the same in whatever order they were ticked."""
    return sorted(value, key=str) if isinstance(value, list) else value


def _unlike(a: Mapping[str, Any], b: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(name for name in a.keys() | b.keys() if _plain(a.get(name)) != _plain(b.get(name))))


def _difference(
    kind: DifferenceKind, a: Annotation | None, b: Annotation | None, variables: tuple[str, ...] = ()
) -> Difference:
    sides = [side for side in (a, b) if side is not None]
    start, end = min(side.start for side in sides), max(side.end for side in sides)
    ids = sorted(side.id for side in sides)
    return Difference(keyed_id("difference", *ids), kind, sides[0].label, start, end, a, b, variables)


def _relations(a: Coded, b: Coded, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """Links between segments that both coders have, made by one of them alone."""
    partner = {x.id: y.id for x, y in pairs}
    back = {y.id: x.id for x, y in pairs}
    yield from (_link(link, a, side=0) for link in _alone(a.links, b.links, partner))
    yield from (_link(link, b, side=1) for link in _alone(b.links, a.links, back))


def _alone(links: Sequence[Relation], others: Sequence[Relation], partner: Mapping[str, str]) -> Iterator[Relation]:
    there = {(link.label, link.source, link.target) for link in others}
    for link in links:
        source, target = partner.get(link.source), partner.get(link.target)
        if source and target and (link.label, source, target) not in there:
            yield link


def _link(link: Relation, coded: Coded, *, side: int) -> Difference:
    start = next(x for x in coded.annotations if x.id == link.source)
    a, b = (start, None) if side == 0 else (None, start)
    return Difference(keyed_id("difference", link.id), "relation", link.label, start.start, start.end, a, b, link=link)


def _variables(a: Coded, b: Coded) -> tuple[tuple[str, ...], list[Difference]]:
    """Article variables alike, and those that differ; a coder without any has not filled the form: no difference."""
    if not a.variables or not b.variables:
        return (), []
    unlike = _unlike(a.variables, b.variables)
    sides = sorted((a.coding, b.coding))
    differences = [
        Difference(keyed_id("difference", *sides, name), "variable", name, 0, 0, variables=(name,)) for name in unlike
    ]
    return tuple(sorted(a.variables.keys() - set(unlike))), differences
