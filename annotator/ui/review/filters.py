"""What of the queue is looked at: one kind, one label, open or settled ones, and in two passes one pass at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from annotator.review.compare import Difference, DifferenceKind
    from annotator.review.matching import Rule

State = Literal["open", "settled", "all"]
STATES: tuple[State, ...] = get_args(State)
Pass = Literal["one", "units", "labels"]
PASSES: tuple[Pass, ...] = get_args(Pass)
UNITS: tuple[DifferenceKind, ...] = ("missing", "boundary")


@dataclass(frozen=True, slots=True)
class Filter:
    """`kind` None and `label` "" leave all; `work` says whether all is settled at once or units before their labels."""

    kind: DifferenceKind | None = None
    label: str = ""
    state: State = "all"
    work: Pass = "one"

    @property
    def rule(self) -> Rule:
        """How segments are matched for it."""
        return "label" if self.work == "one" else "unit"

    @property
    def narrows(self) -> bool:
        """Whether it leaves out anything but by its state and pass."""
        return self.kind is not None or bool(self.label)

    def takes(self, kind: DifferenceKind) -> bool:
        """Whether differences of a kind belong to what is looked at."""
        in_pass = self.work == "one" or (kind in UNITS) == (self.work == "units")
        return in_pass and self.kind in {None, kind}

    def shows(self, found: Difference) -> bool:
        """Whether a difference, open or settled, is of the kind, label and pass that are looked at."""
        return self.takes(found.kind) and (not self.label or self.label in _labels(found))


def _labels(found: Difference) -> set[str]:
    return {side.label for side in found.there} if found.there else {found.label}
