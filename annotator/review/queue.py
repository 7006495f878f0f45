"""What still needs a decision between coders, and what has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.ids import keyed_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.models import Decision
    from annotator.review.compare import Alike, Comparison, Difference

AGREED = "agreed"  # the reason of a decision on what all coders have


@dataclass(frozen=True, slots=True)
class Queue:
    """Differences to be settled and settled ones with their decision, both in text order; and what agrees.

    `agreed` counts the groups that agree; `waiting` and `waiting_variables` are those of them, and the article
    variables alike, that were not taken into the settled coding yet. `later` are labels and values of units that are
    still open: they become open when one segment was settled on, and fall away when none or several were.
    """

    open: tuple[Difference, ...]
    settled: tuple[tuple[Difference, Decision], ...]
    agreed: int
    waiting: tuple[Alike, ...]
    waiting_variables: tuple[str, ...]
    later: tuple[Difference, ...] = ()

    @property
    def waiting_count(self) -> int:
        """How many groups wait; where only article variables do, how many of those."""
        return len(self.waiting) or len(self.waiting_variables)


def queue(comparison: Comparison, decisions: Mapping[str, Decision]) -> Queue:
    """Sort a comparison by what was decided (by the difference's id); what agreed once may differ by now."""
    rulings = {key: decision for key, decision in decisions.items() if decision.reason != AGREED}
    ruled = {source for decision in rulings.values() for source in decision.sources}
    left = [d for d in comparison.differences if d.id not in rulings]
    return Queue(
        open=tuple(d for d in left if not d.after or _one_stands(rulings.get(d.after))),
        settled=tuple((d, rulings[d.id]) for d in comparison.differences if d.id in rulings),
        agreed=len(comparison.agreed),
        waiting=tuple(_waiting(comparison, decisions, ruled)),
        waiting_variables=tuple(name for name in comparison.alike if agreed_variable(name) not in decisions),
        later=tuple(d for d in left if d.after and d.after not in rulings),
    )


def _one_stands(unit: Decision | None) -> bool:
    return unit is not None and len(unit.results) == 1


def _waiting(comparison: Comparison, decisions: Mapping[str, Decision], ruled: set[str]) -> Iterator[Alike]:
    """Groups that agree and were not taken, be it with further coders.

    One that agrees by now, but of which the reviewer decided something before, stays as it was decided.
    """
    taken: dict[str, set[str]] = {}  # segment to the decisions that took it over
    for key, decision in decisions.items():
        if decision.reason == AGREED:
            for source in decision.sources:
                taken.setdefault(source, set()).add(key)
    for group in comparison.agreed:
        ids = [side.id for side in group]
        together = all(map(taken.get, ids)) and set.intersection(*map(taken.__getitem__, ids))
        if not together and ruled.isdisjoint(ids):
            yield group


def agreed_group(group: Alike) -> str:
    """The key of a decision on a group that agrees."""
    return keyed_id("difference", *sorted(side.id for side in group))


def agreed_variable(name: str) -> str:
    """The key of a decision on an article variable that agrees."""
    return keyed_id("agreed", name)
