"""How many differences of which kind two coders' spans make, from their fragments and labels alone.

It counts what `annotator.review.compare` finds by the rule "label", and hears only of spans that the other coder has
not on the same fragments with the same label.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.core.models import Annotation
from annotator.review.matching import matched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.core.models import Fragments
    from annotator.review.compare import DifferenceKind

    Place = tuple[str, str]  # fragments as they are stored, and the label
    Read = Callable[[str], Fragments]


def kinds(a: Iterable[Place], b: Iterable[Place], read: Read) -> dict[DifferenceKind, int]:
    """How many differ in the label, in the boundary, and are missing; `read` says what stored fragments are."""
    relabelled, left = _relabelled(a, b)
    boundary = missing = 0
    for label, (own, other) in left.items():
        pairs = _pairs([read(place) for place in own], [read(place) for place in other], label) if own and other else 0
        boundary += pairs
        missing += len(own) + len(other) - 2 * pairs
    found: dict[DifferenceKind, int] = {"label": relabelled, "boundary": boundary, "missing": missing}
    return {kind: many for kind, many in found.items() if many}


def _relabelled(a: Iterable[Place], b: Iterable[Place]) -> tuple[int, dict[str, tuple[list[str], list[str]]]]:
    """What stands on the same fragments is paired, its labels in their order; the rest of both, by label."""
    sides = _labels(a), _labels(b)
    pairs = 0
    left: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate(sides):
        for place, labels in side.items():
            paired = min(len(labels), len(sides[1 - number].get(place, ())))
            pairs += paired
            for label in sorted(labels)[paired:]:
                left[label][number].append(place)
    return pairs // 2, left


def _labels(places: Iterable[Place]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place, label in places:
        found.setdefault(place, []).append(label)
    return found


def _pairs(a: Sequence[Fragments], b: Sequence[Fragments], label: str) -> int:
    """How many spans of one label are matched by their overlap."""
    if len(a) == len(b) == 1:
        return int(any(start < last and first < end for start, end in a[0] for first, last in b[0]))
    one = [_span(f"a{number}", label, place) for number, place in enumerate(a)]
    other = [_span(f"b{number}", label, place) for number, place in enumerate(b)]
    return sum(1 for _ in matched(one, other, {}, "label"))


def _span(name: str, label: str, fragments: Fragments) -> Annotation:
    return Annotation(name, "", label, "", fragments, ())
