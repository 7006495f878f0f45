"""Whom a person may mean by what they typed: exact names first, then beginnings, then what is spelt nearly so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from annotator.operations.roster import key
from annotator.store import actors as reader

if TYPE_CHECKING:
    import sqlite3

    from annotator.core.models import Actor
    from annotator.store.project import Project

_CUT = 72  # of 100: below it the likeness is of letters alone
_SHORT, _NAME = 3, 24  # characters: from here on spelling may differ; to here it may be one name
_LONGEST = 160  # characters of a query


@dataclass(frozen=True, slots=True)
class _Index:
    """The register with the key of every name and alias; `whose[i]` is the actor of `keys[i]`."""

    state: int
    actors: list[Actor]
    keys: list[str]
    whose: list[int]


_indexes: WeakKeyDictionary[sqlite3.Connection, _Index] = WeakKeyDictionary()


def proposals(project: Project, typed: str, *, limit: int = 8) -> list[Actor]:
    """The actors of the register whose names or aliases are or begin with the typed words, or are like them.

    Spelling is folded, and names in every language count, so that Latin letters find an Arabic name's owner.
    """
    wanted = key(typed)[:_LONGEST]
    if not wanted:
        return []
    index = _index(project)
    ranks: dict[int, tuple[float, int]] = {}
    for at, rank in [*_plain(index, wanted), *_alike(index, wanted)]:
        actor = index.whose[at]
        ranks[actor] = min(ranks.get(actor, (rank, actor)), (rank, actor))
    best = sorted(ranks.values())[:limit]
    return [index.actors[actor] for _, actor in best]


def _plain(index: _Index, wanted: str) -> list[tuple[int, float]]:
    """0 for the very name, 1 for a name that begins so, 2 for a later word that does."""
    inside = f" {wanted}"
    return [
        (at, 0.0 if held == wanted else 1.0 if held.startswith(wanted) else 2.0)
        for at, held in enumerate(index.keys)
        if held.startswith(wanted) or inside in held
    ]


def _alike(index: _Index, wanted: str) -> list[tuple[int, float]]:
    """From 3 on, the more alike the sooner: whole names, parts of names, and names among many typed words."""
    if len(wanted) < _SHORT:
        return []
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only where actors are attached)

    scorer = fuzz.WRatio if len(wanted) <= _NAME else fuzz.token_set_ratio  # of a long span no part is a name's part
    found = process.extract(wanted, index.keys, scorer=scorer, score_cutoff=_CUT, limit=None)
    return [(at, 3.0 + (100.0 - score) / 100.0) for _, score, at in found]


def _index(project: Project) -> _Index:
    state = reader.state(project.db)
    there = _indexes.get(project.db)
    if there is not None and there.state == state:
        return there
    actors = reader.every(project.db)
    named = [(key(words), at) for at, actor in enumerate(actors) for words in (*actor.names.values(), *actor.aliases)]
    made = _Index(state, actors, [held for held, _ in named], [at for _, at in named])
    _indexes[project.db] = made
    return made
