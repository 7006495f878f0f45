"""How far two coders' spans agree: the share of spans that are the same, counted before it is divided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.models import Annotation, Fragments

    Sides = tuple[Sequence[Annotation], Sequence[Annotation]]  # both coders' spans in one article
    Spans = Counter[tuple[str, Fragments]]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Spans of A, of B, and those of them that are the same."""

    a: int = 0
    b: int = 0
    both: int = 0

    @property
    def f1(self) -> float | None:
        """2 TP / (nA + nB), which is the same whoever is taken for right; None where neither has any."""
        return 2 * self.both / (self.a + self.b) if self.a + self.b else None

    def __add__(self, other: Agreed) -> Agreed:
        return Agreed(self.a + other.a, self.b + other.b, self.both + other.both)


def exact(articles: Iterable[Sides]) -> dict[str | None, Agreed]:
    """For `exact f1`, of each label that was used and (None) over all: the same fragments with the same label."""
    found: dict[str | None, Agreed] = {None: Agreed()}
    for a, b in articles:
        one, other = (Counter((span.label, span.fragments) for span in side) for side in (a, b))
        for label in dict.fromkeys(label for label, _ in (*one, *other)):
            found[label] = found.get(label, Agreed()) + _same(_of(one, label), _of(other, label))
    found[None] = sum((agreed for label, agreed in found.items() if label is not None), Agreed())
    return found


def boundary(articles: Iterable[Sides]) -> Agreed:
    """For `boundary f1`: the same fragments, whatever the label, each span used once."""
    return sum(
        (_same(*(Counter(("", span.fragments) for span in side) for side in both)) for both in articles), Agreed()
    )


def _of(spans: Spans, label: str) -> Spans:
    return Counter({span: count for span, count in spans.items() if span[0] == label})


def _same(a: Spans, b: Spans) -> Agreed:
    return Agreed(a.total(), b.total(), (a & b).total())
