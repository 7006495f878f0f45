"""Which segments of different coders are about the same: two coders by a stated rule, more by joining every two.

Two coders, in this order, each segment used once: the same fragments with the same label and values, in text order; the
same fragments with the same label; the same fragments; overlapping fragments, so assigned that the shares of common
characters add up to the most. By the rule "label" only segments of one label are matched by overlap; by the rule "unit"
the label plays no part there. Of equally good assignments the one counts whose pairs share more, agree in the label,
stand earlier in the text, and have the earlier ids, in this order. Where more than 32 of one coder's segments lie over
the beginning of another's, those count that begin last.

More coders: every two are matched by themselves. These pairs are gone through in the order of the steps above, the
greater share first, and join to groups as long as each coder stands in a group at most once. Nothing depends on the
order in which the coders are named.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from annotator.review.assignment import best

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from annotator.core.models import Annotation, Fragments

Rule = Literal["label", "unit"]
Pair = tuple["Annotation", "Annotation"]
Group = tuple["Annotation | None", ...]  # a segment of each coder, in their order; None where one has none

_SCALE = 10**9  # shares are compared as whole numbers, so that equal ones are equal
_OVERLAP = 3  # the last step
_MEETS = 32  # overlapping segments of one label that a segment is held against, at most


class Match(NamedTuple):
    """A pair by the step that made it, and how much it lacks of a whole share."""

    step: int
    lacks: int
    pair: Pair


def groups(sides: Sequence[Sequence[Annotation]], said: Mapping[str, str], rule: Rule = "label") -> list[Group]:
    """Every segment in one group, in no particular order. `said` tells an annotation's values by its id, if any."""
    matches: list[tuple[Match, int, int]] = []
    for one, other in combinations(range(len(sides)), 2):
        matches += ((match, one, other) for match in matched(sides[one], sides[other], said, rule))
    if len(sides) > 2:  # noqa: PLR2004
        matches.sort(key=lambda found: (found[0].step, found[0].lacks, *_tie(found[0].pair)))
    joined: dict[str, list[Annotation | None]] = {}
    for number, side in enumerate(sides):
        for annotation in side:
            joined[annotation.id] = [annotation if place == number else None for place in range(len(sides))]
    for match, _, _ in matches:
        _join(joined, *match.pair)
    return [tuple(group) for group in {id(group): group for group in joined.values()}.values()]


def _join(joined: dict[str, list[Annotation | None]], x: Annotation, y: Annotation) -> None:
    """Make one group of two, unless a coder would stand in it twice."""
    one, other = joined[x.id], joined[y.id]
    if one is other or any(a and b for a, b in zip(one, other, strict=True)):
        return
    one[:] = [a or b for a, b in zip(one, other, strict=True)]
    for annotation in other:
        if annotation is not None:
            joined[annotation.id] = one


def matched(a: Sequence[Annotation], b: Sequence[Annotation], said: Mapping[str, str], rule: Rule) -> Iterator[Match]:
    """The pairs of two coders; the same whichever of the two comes first."""
    rest_a, rest_b = sorted(a, key=_place), sorted(b, key=_place)
    keys: tuple[Callable[[Annotation], Hashable], ...] = (
        lambda x: (x.fragments, x.label, said.get(x.id, "")),
        lambda x: (x.fragments, x.label),
        lambda x: x.fragments,
    )
    for step, key in enumerate(keys):
        yield from (Match(step, 0, pair) for pair in _same(rest_a, rest_b, key))
    yield from _overlapping(rest_a, rest_b, rule)


def overlap(a: Fragments, b: Fragments) -> float:
    """Common characters over all characters of both, 0 to 1."""
    common, whole = _common(a, b)
    return common / whole


def _common(a: Fragments, b: Fragments) -> tuple[int, int]:
    common = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    return common, sum(e - s for s, e in a) + sum(f - t for t, f in b) - common


def _place(annotation: Annotation) -> tuple[int, int, str, str]:
    return annotation.start, -annotation.end, annotation.label, annotation.id


def _tie(pair: Pair) -> tuple[object, ...]:
    """What decides between pairs of equal shares, whichever side of the pair comes first."""
    x, y = pair
    where = min((x.start, -x.end), (y.start, -y.end))
    return x.label != y.label, *where, *sorted((x.label, y.label)), *sorted((x.id, y.id))


def _same(rest_a: list[Annotation], rest_b: list[Annotation], key: Callable[[Annotation], Hashable]) -> list[Pair]:
    """Take out of both lists what has the same key, one for one, in text order."""
    waiting: dict[object, list[Annotation]] = {}
    for y in reversed(rest_b):
        waiting.setdefault(key(y), []).append(y)
    pairs = [(x, partners.pop()) for x in rest_a if (partners := waiting.get(key(x)))]
    for rest, gone in ((rest_a, {x.id for x, _ in pairs}), (rest_b, {y.id for _, y in pairs})):
        rest[:] = [annotation for annotation in rest if annotation.id not in gone]
    return pairs


def _overlapping(rest_a: Sequence[Annotation], rest_b: Sequence[Annotation], rule: Rule) -> Iterator[Match]:
    candidates: list[tuple[int, Pair]] = []
    for pair in touching(rest_a, rest_b, rule):
        common, whole = _common(pair[0].fragments, pair[1].fragments)
        if common:
            candidates.append((common * _SCALE // whole, pair))
    candidates.sort(key=lambda candidate: (-candidate[0], *_tie(candidate[1])))
    rows = {x.id: number for number, x in enumerate(rest_a)}
    columns = {y.id: number for number, y in enumerate(rest_b)}
    weights = {(rows[x.id], columns[y.id]): share for share, (x, y) in candidates}
    for row, column in best(weights):
        yield Match(_OVERLAP, _SCALE - weights[row, column], (rest_a[row], rest_b[column]))


def touching(rest_a: Sequence[Annotation], rest_b: Sequence[Annotation], rule: Rule = "label") -> Iterator[Pair]:
    """Pairs (of one label, by that rule) whose outer ranges meet, without looking at every pair: one sweep.

    Of the other's segments that reach into it, one meets those that begin last before it: so many that only a heap of
    segments on one another is ever cut short.
    """
    waiting: dict[str, tuple[list[Annotation], list[Annotation]]] = defaultdict(lambda: ([], []))
    sides = ((side, x) for side, rest in enumerate((rest_a, rest_b)) for x in rest)
    for side, x in sorted(sides, key=lambda s: _place(s[1])):
        there = waiting[x.label if rule == "label" else ""]
        still = [y for y in there[1 - side] if y.end > x.start]
        there[1 - side][:] = still
        yield from ((x, y) if side == 0 else (y, x) for y in still[-_MEETS:])
        there[side].append(x)
