"""A package is worked in, not rearranged: what only the project itself may do is refused there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.store import codebook, codings, handovers

if TYPE_CHECKING:
    from annotator.core.models import Coder
    from annotator.core.travel import Handover
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a package is: the handover that it was written for, by whom, for whom, and how far its articles are."""

    handover: Handover
    coder: Coder | None
    sender: Coder | None
    done: int
    articles: int

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to do in it."""
        return 0 < self.articles <= self.done


def of(project: Project) -> Sealed | None:
    """What this file is a package of; None for a project."""
    package = codebook.project(project.db).package
    made = handovers.get(project.db, package) if package else None
    if made is None:
        return None
    done = codings.count_done(project.db, made.coder, made.round)
    coder, sender = (codebook.coder(project.db, one) for one in (made.coder, made.sender))
    return Sealed(made, coder, sender, done, len(made.articles))


def refuse_in_package(project: Project) -> None:
    """Raise `in_package` for what would change more than the colleague's own work."""
    if codebook.project(project.db).package:
        raise AnnotatorError("in_package")
