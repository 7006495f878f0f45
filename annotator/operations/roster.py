"""The register of actors: who is in it under which names; nobody stands in it twice by the same name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.folding import folded
from annotator.core.ids import new_id
from annotator.core.models import Actor, ActorType
from annotator.core.rows import added, altered, removed
from annotator.operations.codebook import any_name, named
from annotator.store import actors as reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.changes import Change
    from annotator.core.models import Names
    from annotator.store.project import Project

TYPES: tuple[ActorType, ...] = get_args(ActorType)


class ActorFields(TypedDict, total=False):
    """What can be edited of an actor."""

    names: Names
    type: ActorType
    aliases: tuple[str, ...]
    notes: str


def add_actor(
    project: Project,
    names: Names,
    *,
    type: ActorType = "",  # noqa: A002  (what it is called everywhere)
    aliases: Sequence[str] = (),
    notes: str = "",
) -> Change:
    """A new actor; its id is in the fact `id`.

    Raises `empty_name`, `bad_actor_type`, or `actor_name_taken` with who has a name that reads the same.
    """
    new = made(project, Actor(new_id(), names, type, tuple(aliases), notes))
    return change("add_actor", [added(new)], id=new.id, actor=name(new))


def edit_actor(project: Project, actor: str, /, **new: Unpack[ActorFields]) -> Change:
    """Change an actor's names, type, aliases or notes; raises as `add_actor` does, or `no_such_actor`."""
    old = existing(project, actor)
    after = made(project, replace(old, **new))
    fields = {"names": after.names, "type": after.type, "aliases": after.aliases, "notes": after.notes}
    return change("edit_actor", [altered(old, **fields)], id=actor, actor=name(after))


def remove_actor(project: Project, actor: str) -> Change:
    """Take an actor out that nothing points to; raises `actor_used` with how much does."""
    old = existing(project, actor)
    if count := len(reader.pointing_to(project.db, [actor])):
        raise AnnotatorError("actor_used", actor=old.names, count=count)
    return change("remove_actor", [removed(old)], id=actor, actor=name(old))


def existing(project: Project, actor: str) -> Actor:
    """The actor; raises `no_such_actor`."""
    found = reader.actor(project.db, actor)
    if found is None:
        raise AnnotatorError("no_such_actor", actor=actor)
    return found


def made(project: Project, actor: Actor, *, but: Iterable[str] = ()) -> Actor:
    """The actor as it may stand in the register: names and aliases without blanks, each once.

    Raises what `add_actor` does; the names of those in `but` are no hindrance.
    """
    if actor.type not in TYPES:
        raise AnnotatorError("bad_actor_type", type=actor.type)
    names = named(actor.names)
    keys = {key(words) for words in names.values()}
    passed = {actor.id, *but}
    for other in reader.every(project.db):
        if other.id not in passed and any(key(words) in keys for words in other.names.values()):
            raise AnnotatorError("actor_name_taken", other=other.names)
    return replace(actor, names=names, aliases=tidy(actor.aliases, beside=keys), notes=actor.notes.strip())


def tidy(aliases: Iterable[str], *, beside: Iterable[str]) -> tuple[str, ...]:
    """Aliases without blanks, and each once; those that read as one of the keys `beside` are left out."""
    kept: dict[str, str] = {}
    known = set(beside)
    for alias in aliases:
        if (found := key(alias)) and found not in known:
            kept.setdefault(found, alias.strip())
    return tuple(kept.values())


def key(words: str) -> str:
    """What two names have in common that read the same."""
    return " ".join(folded(words).split())


def name(actor: Actor, language: str = "") -> str:
    """The actor's name in a language, else in another one."""
    return actor.names.get(language) or any_name(actor.names, actor.id)
