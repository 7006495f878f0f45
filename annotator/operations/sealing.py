"""Freezing a round: what is not done is named, then all own work in it stays as it was handed in, under a seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.rows import altered
from annotator.operations import rounds as operations
from annotator.store import rounds, seals

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Round
    from annotator.store.project import Project
    from annotator.store.rounds import Progress


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A coder who is not done: how many articles they have not begun, how many are in work, and the titles of both."""

    coder: str
    todo: int
    work: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Freezing:
    """What freezing would keep: how far each coder is, who is not done, and codings begun under another version.

    What is not begun counts as missing afterwards, what is in work as it is.
    """

    round: Round
    progress: tuple[Progress, ...]
    unfinished: tuple[Unfinished, ...]
    other_versions: int


def preview(project: Project, name: str) -> Freezing:
    """What `freeze` would do; raises as it does."""
    round_ = operations.still_open(project, name)
    there = tuple(rounds.progress(project.db, round_.id))
    late = [
        Unfinished(
            each.coder,
            each.assigned - each.begun,
            each.begun - each.done,
            tuple(rounds.undone(project.db, round_.id, each.coder)),
        )
        for each in there
        if each.done < each.assigned
    ]
    versions = rounds.versions(project.db, round_.id)
    others = sum(count for version, count in versions.items() if version != round_.codebook) if round_.codebook else 0
    return Freezing(round_, there, tuple(late), others)


def freeze(project: Project, name: str) -> Change:
    """Freeze a round: nobody can change their work in it any more; settling goes on.

    A round that never had a codebook version gets the one of now. Raises `no_such_round` or `frozen_round`.
    """
    round_ = operations.still_open(project, name)
    published, steps = (round_.codebook, []) if round_.codebook else operations.version(project, round_.id)
    undone = sum(each.assigned - each.done for each in rounds.progress(project.db, round_.id))
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    seal = seals.seal(project.db, round_.id)
    frozen = altered(round_, state="frozen", codebook=published, frozen=now, seal=seal)
    return change("freeze", [*steps, frozen], round=round_.id, undone=undone)
