"""Two codings of one article side by side: what agrees, and every difference by its kind.

The rule, in this order, each annotation used once: the same fragments with the same label agree (or differ in an
attribute); the same fragments with another label differ in the label; the same label on overlapping fragments differs
in the boundary, the largest share of common characters first, ties by place in the text; what is left is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.ids import keyed_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.core.models import Annotation, Fragments

DifferenceKind = Literal["missing", "boundary", "label", "attribute", "variable"]


@dataclass(frozen=True, slots=True)
class Coded:
    """One coder's work on an article: annotations, the values on each, and the article variables."""

    coder: str
    annotations: Sequence[Annotation]
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # annotation id to variable to value
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement; its id follows from what differs, so that it is the same whenever it is looked for.

    `a` and `b` are the annotations ("" where one is missing); `variables` those in which attributes or the article
    variables differ. `start` and `end` are code points, both 0 for an article variable.
    """

    id: str
    kind: DifferenceKind
    label: str
    start: int
    end: int
    a: Annotation | None
    b: Annotation | None
    variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs that agree, and the differences in text order (article variables last)."""

    agreed: tuple[tuple[Annotation, Annotation], ...]
    differences: tuple[Difference, ...]


def compare(a: Coded, b: Coded) -> Comparison:
    """Lay two coders' work on one article side by side; swapping them swaps only the sides."""
    rest_a, rest_b = list(a.annotations), list(b.annotations)
    same = _pair(rest_a, rest_b, lambda x: (x.fragments, x.label))
    relabelled = _pair(rest_a, rest_b, lambda x: (x.fragments, ""))
    moved = _overlapping(rest_a, rest_b)
    agreed, differences = [], []
    for x, y in same:
        if unlike := _unlike(a.values.get(x.id, {}), b.values.get(y.id, {})):
            differences.append(_difference("attribute", x, y, unlike))
        else:
            agreed.append((x, y))
    differences += [_difference("label", x, y) for x, y in relabelled]
    differences += [_difference("boundary", x, y) for x, y in moved]
    differences += [_difference("missing", x, None) for x in rest_a] + [_difference("missing", None, y) for y in rest_b]
    differences.sort(key=lambda d: (d.start, -d.end, d.id))
    return Comparison(tuple(agreed), (*differences, *_variables(a, b)))


def _pair(
    rest_a: list[Annotation], rest_b: list[Annotation], key: Callable[[Annotation], tuple[Fragments, str]]
) -> list[tuple[Annotation, Annotation]]:
    """Take out of both lists what has the same key, one for one, in text order."""
    waiting: dict[tuple[Fragments, str], list[Annotation]] = {}
    for y in rest_b:
        waiting.setdefault(key(y), []).append(y)
    pairs = [(x, partners.pop(0)) for x in rest_a if (partners := waiting.get(key(x)))]
    _take_out(rest_a, (x for x, _ in pairs))
    _take_out(rest_b, (y for _, y in pairs))
    return pairs


def _overlapping(rest_a: list[Annotation], rest_b: list[Annotation]) -> list[tuple[Annotation, Annotation]]:
    candidates = [
        (overlap(x.fragments, y.fragments), x, y)
        for x, y in _touching(rest_a, rest_b)
        if x.label == y.label and overlap(x.fragments, y.fragments) > 0
    ]
    candidates.sort(key=lambda c: (-c[0], min(c[1].start, c[2].start), *sorted((c[1].id, c[2].id))))
    pairs: list[tuple[Annotation, Annotation]] = []
    used: set[str] = set()
    for _, x, y in candidates:
        if not used & {x.id, y.id}:
            used |= {x.id, y.id}
            pairs.append((x, y))
    _take_out(rest_a, (x for x, _ in pairs))
    _take_out(rest_b, (y for _, y in pairs))
    return pairs


def _touching(rest_a: list[Annotation], rest_b: list[Annotation]) -> Iterator[tuple[Annotation, Annotation]]:
    """Pairs whose outer ranges meet, without looking at every pair: one sweep over both in text order."""
    waiting: list[tuple[int, Annotation]] = []
    for side, x in sorted(
        ((side, x) for side, rest in enumerate((rest_a, rest_b)) for x in rest), key=lambda s: s[1].start
    ):
        waiting = [(other, y) for other, y in waiting if y.end > x.start]
        yield from ((x, y) if side == 0 else (y, x) for other, y in waiting if other != side)
        waiting.append((side, x))


def overlap(a: Fragments, b: Fragments) -> float:
    """Common characters over all characters of both, 0 to 1."""
    common = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    return common / (sum(e - s for s, e in a) + sum(f - t for t, f in b) - common)


def _take_out(rest: list[Annotation], gone: Iterable[Annotation]) -> None:
    ids = {annotation.id for annotation in gone}
    rest[:] = [annotation for annotation in rest if annotation.id not in ids]


def _unlike(a: Mapping[str, Any], b: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name)))


def _difference(
    kind: DifferenceKind, a: Annotation | None, b: Annotation | None, variables: tuple[str, ...] = ()
) -> Difference:
    sides = [side for side in (a, b) if side is not None]
    start, end = min(side.start for side in sides), max(side.end for side in sides)
    ids = sorted(side.id for side in sides)
    return Difference(keyed_id("difference", *ids), kind, sides[0].label, start, end, a, b, variables)


def _variables(a: Coded, b: Coded) -> list[Difference]:
    """Article variables that differ, one by one; a coder without any has not filled the form: no difference."""
    if not a.variables or not b.variables:
        return []
    sides = sorted((a.coder, b.coder))
    return [
        Difference(keyed_id("difference", *sides, name), "variable", name, 0, 0, None, None, (name,))
        for name in _unlike(a.variables, b.variables)
    ]
