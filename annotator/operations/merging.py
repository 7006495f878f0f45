"""Two entries of the register that are one actor, and one entry that is two: each mended by one action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Actor
from annotator.core.rows import added, altered, removed
from annotator.operations import spans
from annotator.operations.roster import existing, key, made, name, tidy
from annotator.store import actors as reader
from annotator.store import codebook, codings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Assigned, Names
    from annotator.store.project import Project


def merge_actors(project: Project, keep: str, others: Sequence[str]) -> Change:
    """Let one actor stand for all of these: whatever points to the others points to it, and their names are aliases.

    Notes are joined. Raises `bad_merge`, `no_such_actor`, or `merge_frozen` where a frozen round names one of the
    others, since handed-in work stays as it is: then that one is to be kept.
    """
    kept = existing(project, keep)
    gone = [existing(project, other) for other in dict.fromkeys(others) if other != keep]
    if not gone:
        raise AnnotatorError("bad_merge")
    pointers = reader.pointing_to(project.db, [other.id for other in gone])
    _refuse_frozen(project, gone, pointers)
    steps = [*(altered(value, value=_moved(value, keep)) for value in pointers), *map(removed, gone)]
    others = "، ".join(map(name, gone))
    facts = {"actor": name(kept), "others": others}
    return change("merge_actors", [*steps, _joined(kept, gone)], id=keep, count=len(pointers), **facts)


def split_actor(project: Project, actor: str, names: Names, annotations: Sequence[str]) -> Change:
    """Let a new actor of these names take these spans from an old one; its id is in the fact `id`.

    An alias of the old one that is a name of the new goes with it. Raises `no_spans_chosen`, `not_of_this_actor`, and
    what `add_actor` and a change of the spans would.
    """
    old = existing(project, actor)
    if not annotations:
        raise AnnotatorError("no_spans_chosen")
    new = made(project, Actor(new_id(), names, old.type))
    taken = spans.all_existing(project, annotations)
    chosen = {span.id for span in taken}
    ours = [value for value in reader.pointing_to(project.db, [actor]) if value.owner in chosen]
    if {value.owner for value in ours} != chosen:
        raise AnnotatorError("not_of_this_actor", actor=old.names)
    own = {key(words) for words in new.names.values()}
    left = tuple(alias for alias in old.aliases if key(alias) not in own)
    steps = [added(new), altered(old, aliases=left), *(altered(value, value=new.id) for value in ours)]
    return change("split_actor", steps, id=new.id, actor=name(new), of=name(old), count=len(chosen))


def _joined(kept: Actor, gone: Sequence[Actor]) -> Edit:
    own = {key(words) for words in kept.names.values()}
    more = (words for other in gone for words in (*other.names.values(), *other.aliases))
    notes = dict.fromkeys(each.notes for each in (kept, *gone) if each.notes)
    after = replace(
        kept,
        type=kept.type or next((other.type for other in gone if other.type), ""),
        aliases=tidy((*kept.aliases, *more), beside=own),
        notes="\n".join(notes),
    )
    return altered(kept, type=after.type, aliases=after.aliases, notes=after.notes)


def _moved(value: Assigned, keep: str) -> object:
    return {"actor": keep} if isinstance(value.value, dict) else keep


def _refuse_frozen(project: Project, gone: Sequence[Actor], pointers: Sequence[Assigned]) -> None:
    frozen = {found.id for found in codebook.rounds(project.db) if found.state == "frozen"}
    homes = codings.codings_among(project.db, sorted({value.coding for value in pointers}))
    names = {other.id: other.names for other in gone}
    for value in pointers:
        home = homes[value.coding]
        if home.round in frozen and home.kind == "own":
            said = value.value["actor"] if isinstance(value.value, dict) else value.value
            raise AnnotatorError("merge_frozen", actor=names[said], round=home.round)
