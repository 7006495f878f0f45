"""Which labels are argued over: how often, in which ways, for what reasons, and with which other labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.review.queue import AGREED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.core.models import Annotation, Decision
    from annotator.review.compare import Difference

_SEGMENTS = frozenset({"missing", "boundary", "label", "attribute"})  # what a label's definition can be blamed for


@dataclass(frozen=True, slots=True)
class Argued:
    """One difference over segments of an article, between coders (ids, in the order of its sides), and its decision."""

    article: str
    round: str
    between: tuple[str, ...]
    difference: Difference
    decision: Decision | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that were put there, each once, in the order of their ids."""
        return tuple(sorted({side.label for side in self.difference.there}))


@dataclass(frozen=True, slots=True)
class Dispute:
    """How much one label, or the choice between two, is argued over.

    `contested` of all `uses` (segments with one of the labels in the codings compared) stand in one of the `cases`.
    """

    labels: tuple[str, ...]
    cases: int
    open: int
    kinds: Mapping[str, int]
    reasons: Mapping[str, int]
    contested: int
    uses: int

    @property
    def settled(self) -> int:
        """How many of the cases have a decision."""
        return self.cases - self.open

    @property
    def share(self) -> float:
        """The part of its uses that is argued over, 0 to 1."""
        return self.contested / self.uses if self.uses else 0.0


def argued(
    article: str, round_id: str, between: tuple[str, ...], differences: Iterable[Difference], decided: list[Decision]
) -> Iterator[Argued]:
    """The differences over segments, each with the newest decision on it, or on the same segments between others."""
    by_id = {each.difference: each for each in decided if each.reason != AGREED}
    by_source = {source: each for each in by_id.values() for source in each.sources}
    for found in differences:
        if found.kind in _SEGMENTS:
            ruling = by_id.get(found.id) or _latest(by_source.get(side.id) for side in found.there)
            yield Argued(article, round_id, between, found, ruling)


def _latest(found: Iterable[Decision | None]) -> Decision | None:
    return max(filter(None, found), key=lambda each: each.at, default=None)


def disputes(cases: Iterable[Argued], uses: Mapping[str, int]) -> tuple[list[Dispute], list[Dispute]]:
    """Labels, and pairs of labels that were put on the same words, each with what is argued over most first."""
    labels: dict[tuple[str, ...], list[Argued]] = defaultdict(list)
    pairs: dict[tuple[str, ...], list[Argued]] = defaultdict(list)
    for case in cases:
        for label in case.labels:
            labels[label,].append(case)
        for pair in combinations(case.labels, 2):
            pairs[pair].append(case)
    return _ranked(labels, uses), _ranked(pairs, uses)


def _ranked(held: Mapping[tuple[str, ...], list[Argued]], uses: Mapping[str, int]) -> list[Dispute]:
    found = [_dispute(labels, cases, uses) for labels, cases in held.items()]
    return sorted(found, key=lambda each: (-each.cases, -each.share, each.labels))


def _dispute(labels: tuple[str, ...], cases: list[Argued], uses: Mapping[str, int]) -> Dispute:
    contested: set[str] = {side.id for case in cases for side in _of(labels, case)}
    decided = [case.decision for case in cases if case.decision is not None]
    return Dispute(
        labels=labels,
        cases=len(cases),
        open=len(cases) - len(decided),
        kinds=_counted(case.difference.kind for case in cases),
        reasons=_counted(decision.reason for decision in decided),
        contested=len(contested),
        uses=sum(uses.get(label, 0) for label in labels),
    )


def _of(labels: tuple[str, ...], case: Argued) -> Iterator[Annotation]:
    return (side for side in case.difference.there if side.label in labels)


def _counted(words: Iterable[str]) -> dict[str, int]:
    """The most frequent first."""
    return dict(sorted(Counter(words).items(), key=lambda each: (-each[1], each[0])))
