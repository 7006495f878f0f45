"""Where actors appear in a coder's own work, and whether they speak there or are only talked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.store import actors as reader

if TYPE_CHECKING:
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that points to the actor; `quoted`: it is a source, or something is said by it."""

    article: str
    annotation: str
    quoted: bool


def mentions(project: Project, actor: str, coder: str) -> list[Mention]:
    """A coder's own spans that point to an actor, article by article, in text order; nobody else's."""
    return [
        Mention(found.article, found.annotation, found.spoke)
        for found in reader.mentions(project.db, coder, actor=actor)
    ]


def tally(project: Project, coder: str) -> dict[str, tuple[int, int]]:
    """Of each actor in this coder's own work: in how many articles it is quoted, in how many only talked about."""
    spoke: dict[str, dict[str, bool]] = {}
    for found in reader.mentions(project.db, coder):
        articles = spoke.setdefault(found.actor, {})
        articles[found.article] = articles.get(found.article, False) or found.spoke
    return {actor: (sum(held.values()), len(held) - sum(held.values())) for actor, held in spoke.items()}
