"""What is compared, and reading it: rounds and coders on offer, and the work that whoever looks may see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.operations import agreement
from annotator.store import blind, codebook, rounds

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


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: `withheld` articles are left out, since they are kept from whoever looks."""

    gathered: Gathered
    withheld: int


def offered_rounds(project: Project) -> list[Round]:
    """Frozen rounds first, whose figures stay, the newest of them before the others."""
    there = codebook.rounds(project.db)
    return [*reversed([one for one in there if one.state == "frozen"]), *(one for one in there if one.state == "open")]


def coders_of(project: Project, round_id: str) -> list[str]:
    """The ids of those who began something in a round."""
    return [one.coder for one in rounds.progress(project.db, round_id) if one.begun]


def read(project: Project, asked: Asked, tell: Callable[[float], None]) -> Read:
    """Gather what is asked for; raises what `operations.agreement.gather` raises, and `still_blind` if none is seen."""
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
    return seen(project, found)


def seen(project: Project, found: Gathered) -> Read:
    """The articles of these that whoever looks may see, as in Review; raises `still_blind` where there are none."""
    open_ = [one.id for one in found.rounds if one.state != "frozen"]
    viewer = project.coder
    works = [
        work
        for work in found.works
        if not any(blind.withheld(project.db, work.article, round_id, viewer) for round_id in open_)
    ]
    if not works:
        raise AnnotatorError("still_blind", round=open_[0])
    return Read(replace(found, works=works), len(found.works) - len(works))


def read_rounds(project: Project, asked: Asked) -> list[Gathered]:
    """The same of every round in which these coders can be compared, as far as it may be seen."""
    several = []
    for one in agreement.gather_rounds(project, asked.coders, unit=asked.unit, trim=asked.trim):
        try:
            several.append(seen(project, one).gathered)
        except AnnotatorError as error:
            if error.key != "still_blind":
                raise
    return several
