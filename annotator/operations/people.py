"""Coders: asked for by name, known by a random id, never taken from the machine."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Coder
from annotator.core.rows import added, altered
from annotator.store import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.changes import Change
    from annotator.store.project import Project

NOBODY_YET = "coder 1"  # until a person says otherwise
_LOOKED_AT = 500  # actions
_LONGEST = 100  # code points of a name
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn what stands around a name
_HUES = (212, 28, 150, 280, 340, 60, 185, 100)  # told apart beside each other


def add_coder(project: Project, name: str, *, coder_id: str = "") -> Change:
    """A new coder; raises `empty_name`, `bad_coder_name`, or `name_taken` if another coder here has the name."""
    name = _free(project, name)
    coder = Coder(coder_id or new_id(), name, next_hue(project))
    return change("add_coder", [added(coder)], coder=coder.id, name=name)


def rename_coder(project: Project, coder: str, name: str) -> Change:
    """Give a coder another name; the id stays, so all work stays theirs."""
    old = known(project, coder)
    return change("rename_coder", [altered(old, name=_free(project, name, but=coder))], coder=coder, name=name)


def known(project: Project, coder: str) -> Coder:
    """A coder by id, or by a name that is unique here; raises `empty_name`, `no_such_coder` or `ambiguous_coder`."""
    if not coder.strip():
        raise AnnotatorError("empty_name")
    people = codebook.coders(project.db)
    found = [c for c in people if c.id == coder] or [c for c in people if c.name == coder]
    if not found:
        raise AnnotatorError("no_such_coder", coder=coder)
    if len(found) > 1:
        raise AnnotatorError("ambiguous_coder", coder=coder, ids=tuple(one.id for one in found))
    return found[0]


def acting(project: Project, coder: str = "") -> Coder:
    """Who acts: the coder of this id or unique name, or somebody new by this name, to be added with the first action.

    Without a name it is the last who acted in this copy and is still there, else "coder 1". Raises `ambiguous_coder`
    or `bad_coder_name`.
    """
    if not coder.strip() and (there := _last(project)) is not None:
        return there
    name = coder.strip() or NOBODY_YET
    try:
        return known(project, name)
    except AnnotatorError as error:
        if error.key != "no_such_coder":
            raise
    return Coder(new_id(), sound(name), next_hue(project))


def named(project: Project, names: Iterable[str], others: Iterable[Coder] = ()) -> list[Coder]:
    """The coders of these ids or names; whoever is neither here nor among the others is somebody new by that name.

    Raises `empty_name`, `ambiguous_coder` or `bad_coder_name`.
    """
    come, found = {coder.name: coder for coder in others}, []
    count = len(codebook.coders(project.db)) + len(come)
    for name in names:
        if not name.strip():
            raise AnnotatorError("empty_name")
        coder = come.get(name.strip()) or acting(project, name)
        if codebook.coder(project.db, coder.id) is None and coder.name not in come:
            coder = come[coder.name] = replace(coder, hue=hue(count))
            count += 1
        found.append(coder)
    return found


def by(project: Project, who: Coder, done: Change) -> Change:
    """The same action done by this coder, who comes with it if they are new."""
    steps = done.steps if codebook.coder(project.db, who.id) is not None else [added(who), *done.steps]
    return replace(done, author=who.id, steps=steps)


def sound(name: str) -> str:
    """A name that can stand in a line with others; raises `bad_coder_name`."""
    if not fits_a_line(name, _LONGEST):
        raise AnnotatorError("bad_coder_name", name=name[:_LONGEST], longest=_LONGEST)
    return name


def fits_a_line(name: str, longest: int) -> bool:
    """Whether a name has at most so many code points, and none that breaks a line or turns what stands around it."""
    return len(name) <= longest and not any(
        unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} or one in _STEERING for one in name
    )


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
    return sound(name)
