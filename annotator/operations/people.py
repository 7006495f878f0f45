"""Coders: asked for by name, known by a random id, never taken from the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Coder
from annotator.core.rows import added, altered
from annotator.store import codebook

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.store.project import Project

NOBODY_YET = "coder 1"  # until a person says otherwise
_LOOKED_AT = 500  # actions
_HUES = (212, 28, 150, 280, 340, 60, 185, 100)  # told apart beside each other


def add_coder(project: Project, name: str, *, coder_id: str = "") -> Change:
    """A new coder; raises `empty_name`, or `name_taken` if another coder here has the name."""
    name = _free(project, name)
    coder = Coder(coder_id or new_id(), name, next_hue(project))
    return change("add_coder", [added(coder)], coder=coder.id, name=name)


def rename_coder(project: Project, coder: str, name: str) -> Change:
    """Give a coder another name; the id stays, so all work stays theirs."""
    old = known(project, coder)
    return change("rename_coder", [altered(old, name=_free(project, name, but=coder))], coder=coder, name=name)


def known(project: Project, coder: str) -> Coder:
    """A coder by id, or by a name that is unique here; raises `no_such_coder` or `ambiguous_coder`."""
    people = codebook.coders(project.db)
    found = [c for c in people if c.id == coder] or [c for c in people if c.name == coder]
    if not found:
        raise AnnotatorError("no_such_coder", coder=coder)
    if len(found) > 1:
        raise AnnotatorError("ambiguous_coder", coder=coder)
    return found[0]


def acting(project: Project, coder: str = "") -> Coder:
    """Who acts: the coder of this id or unique name, or somebody new by this name, to be added with the first action.

    Without a name it is the last who acted in this copy and is still there, else "coder 1". Raises `ambiguous_coder`.
    """
    if not coder.strip() and (there := _last(project)) is not None:
        return there
    name = coder.strip() or NOBODY_YET
    try:
        return known(project, name)
    except AnnotatorError as error:
        if error.key != "no_such_coder":
            raise
    return Coder(new_id(), name, next_hue(project))


def _last(project: Project) -> Coder | None:
    """An undo may have taken away the coder whom the action had brought: then who acted before, or the first of all."""
    people = {coder.id: coder for coder in codebook.coders(project.db)}
    if not project.coder or project.coder in people:
        return people.get(project.coder)
    authors = [change.author for change in project.journal.newest(_LOOKED_AT) if change.author in people]
    return people[authors[0]] if authors else next(iter(people.values()), None)


def next_hue(project: Project) -> int:
    """A hue that the newest coder can be told by."""
    return hue(len(codebook.coders(project.db)))


def hue(number: int) -> int:
    """The hue of the coder who came as this number, from 0."""
    return _HUES[number % len(_HUES)]


def _free(project: Project, name: str, *, but: str = "") -> str:
    if not (name := name.strip()):
        raise AnnotatorError("empty_name")
    if any(c.name == name and c.id != but for c in codebook.coders(project.db)):
        raise AnnotatorError("name_taken", name=name)
    return name
