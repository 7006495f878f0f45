"""What is compared, and reading it: rounds and coders on offer, and the work that is to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.operations import agreement
from annotator.store import codebook, rounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.models import Round
    from annotator.review.gathered import Gathered
    from annotator.review.units import Unit
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose work in which round; with `against` (a round) one coder's beside their own there."""

    round: str = "main"
    coders: tuple[str, ...] = ()
    unit: Unit = "token"
    trim: bool = False
    against: str = ""


def offered_rounds(project: Project) -> list[Round]:
    """Frozen rounds first, whose figures stay, the newest of them before the others."""
    there = codebook.rounds(project.db)
    return [*reversed([one for one in there if one.state == "frozen"]), *(one for one in there if one.state == "open")]


def coders_of(project: Project, round_id: str) -> list[str]:
    """The ids of those who began something in a round."""
    return [one.coder for one in rounds.progress(project.db, round_id) if one.begun]


def read(project: Project, asked: Asked, tell: Callable[[float], None]) -> Gathered:
    """Gather what is asked for, as far as it may be seen; raises what `gather` and `seen` of the operation raise."""
    if not asked.coders:
        raise AnnotatorError("one_coder", coder="")
    found = agreement.gather(
        project,
        asked.coders,
        round_id=asked.round,
        against=asked.against,
        unit=asked.unit,
        trim=asked.trim,
        tell=tell,
    )
    return agreement.seen(project, found)


def read_rounds(project: Project, asked: Asked) -> list[Gathered]:
    """The same of every round in which these coders can be compared."""
    return agreement.gather_rounds(project, asked.coders, unit=asked.unit, trim=asked.trim)
