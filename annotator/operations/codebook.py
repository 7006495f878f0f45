"""What a person does to the codebook's labels, and to the codebook as a whole: take one over, publish a version."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack
from unicodedata import digit

from annotator.core import codebook as rules
from annotator.core.changes import change
from annotator.core.entry import refuse
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Codebook, Label, StatementType, Variable, Version
from annotator.core.order import between, spread
from annotator.core.rows import added, altered, removed
from annotator.operations.sealed import refuse_in_package
from annotator.operations.unsaying import without_label
from annotator.store import codebook as reader
from annotator.store import tallies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Editing, Names, PartKind
    from annotator.store.project import Project

Placed = TypeVar("Placed", Label, Variable, StatementType)

_HUES = range(360)
_PATTERNS = range(4)


class LabelFields(TypedDict, total=False):
    """What can be edited of a label, besides its key and its place."""

    names: Names
    hue: int
    pattern: int
    parent: str | None
    category: str
    definition: Names
    include: Names
    exclude: Names
    examples: tuple[str, ...]
    synonyms: tuple[str, ...]
    within: tuple[str, ...]
    parts: tuple[PartKind, ...]
    apart: bool


def set_editing(project: Project, state: Editing) -> Change:
    """Say who may change the codebook: anybody ("open"), anybody but only to add ("extensible"), nobody ("locked")."""
    refuse_in_package(project)
    return change("set_editing", [altered(reader.project(project.db), editing=state)], status=state)


def refuse_locked(project: Project, *, adding: bool = False) -> None:
    """Raise `codebook_locked` for a change that the project does not allow; adding is allowed longer than the rest."""
    state = reader.project(project.db).editing
    if state == "locked" or (state == "extensible" and not adding):
        raise AnnotatorError("codebook_locked")


def adopt(project: Project, codebook: Codebook) -> Change:
    """Put a whole codebook into a project that has none, published under its version's name if it has one.

    Raises `codebook_there` if the project has a codebook, `bad_codebook` if the new one is not legal, and as every
    change of the codebook `codebook_locked`.
    """
    refuse_locked(project)
    there = reader.read(project.db)
    if there.labels or there.variables or there.relation_types or there.statement_types:
        raise AnnotatorError("codebook_there")
    rules.check(codebook)
    rows = (*codebook.labels, *codebook.variables, *codebook.relation_types, *codebook.statement_types)
    steps = [*map(added, rows), altered(reader.project(project.db), boundary=codebook.boundary)]
    if codebook.version:
        steps.append(added(version_of(codebook, codebook.version)))
    return change("adopt_codebook", steps, name=codebook.version, count=len(codebook.labels))


def publish(project: Project, name: str) -> Change:
    """Keep the codebook as it stands as a version, named by a hash of its content.

    Raises `empty_name`, `version_name_taken`, `nothing_new` if the newest version is the same, or `published_before`
    if an older one is.
    """
    refuse_in_package(project)
    version = new_version(project, reader.read(project.db), name)
    return change("publish", [added(version)], name=version.name)


def new_version(project: Project, book: Codebook, name: str) -> Version:
    """A codebook as the project's next version; raises as `publish` does."""
    version = version_of(book, _filled(name))
    versions = reader.versions(project.db)
    if versions and versions[-1].id == version.id:
        raise AnnotatorError("nothing_new", name=versions[-1].name)
    for old in versions:
        if old.id == version.id:
            raise AnnotatorError("published_before", name=old.name)
        if old.name == version.name:
            raise AnnotatorError("version_name_taken", name=version.name)
    return version


def add_label(project: Project, names: Names, *, hue: int | None = None, parent: str | None = None) -> Change:
    """A new label at the end, its id made from its English name; the id is in the fact `label`.

    Without a hue it gets the one farthest from those in use. Raises `empty_name` or `label_name_taken`.
    """
    refuse_locked(project, adding=True)
    book = reader.read(project.db)
    new = Label(
        id=free_id(names, "label", {label.id for label in book.labels}),
        names=named(names),
        hue=free_hue(book.labels) if hue is None else hue,
        parent=parent,
        position=after_last(book.labels),
    )
    _check_label(book, new)
    return change("add_label", [added(new)], **_facts(new))


def edit_label(project: Project, label: str, /, **new: Unpack[LabelFields]) -> Change:
    """Change a label's names, looks, words or place in the tree; its id stays.

    Raises `empty_name`, `label_name_taken`, or `bad_codebook` for a hue, pattern, parent or rule that cannot be.
    """
    after, steps, _ = edited(project, label, **new)
    return change("edit_label", steps, **_facts(after))


def edited(project: Project, label: str, /, **new: Unpack[LabelFields]) -> tuple[Label, list[Edit], Codebook]:
    """A label as it is when so edited, what makes it so, and the codebook then; raises as `edit_label` does."""
    refuse_locked(project)
    old, book = existing(project, label), reader.read(project.db)
    after = replace(old, **new)
    after = replace(after, names=named(after.names))
    _check_label(book, after)
    labels = tuple(after if each.id == label else each for each in book.labels)
    return after, [altered(old, **{**new, "names": after.names})], replace(book, labels=labels)


def set_key(project: Project, label: str, key: str) -> Change:
    """Give a label the digit or letter that applies it; an empty one takes it away.

    Raises `bad_key`, or `key_taken` with the label that has it.
    """
    refuse_locked(project)
    old = existing(project, label)
    key = _one_key(key)
    for other in reader.read(project.db).labels:
        if key and other.id != label and not other.retired and other.key.casefold() == key.casefold():
            raise AnnotatorError("key_taken", letter=key, label=any_name(other.names, other.id))
    return change("set_key", [altered(old, key=key)], **_facts(old), key=key)


def move_label(project: Project, label: str, *, after: str | None) -> Change:
    """Put a label behind another one, or first of all; only where two stand on one place do others move too."""
    refuse_locked(project)
    old = existing(project, label)
    rest = [other for other in rules.in_order(reader.read(project.db).labels) if other.id != label]
    place = 0 if after is None else 1 + [other.id for other in rest].index(existing(project, after).id)
    return change("move_label", moved(rest, old, place), **_facts(old))


def retire_label(project: Project, label: str) -> Change:
    """Take a label out of use: what is coded with it stays, its key is free for another."""
    refuse_locked(project)
    old = existing(project, label)
    return change("retire_label", [altered(old, retired=True, key="")], **_facts(old))


def bring_back(project: Project, label: str) -> Change:
    """Put a retired label into use again."""
    refuse_locked(project)
    old = existing(project, label)
    return change("bring_back", [altered(old, retired=False)], **_facts(old))


def remove_label(project: Project, label: str) -> Change:
    """Delete a label that nothing was coded with, and the attributes, slots and relations that only it could carry.

    Raises `label_used` with the count of spans, or `label_has_children` with how many labels stand under it.
    """
    refuse_locked(project)
    old = existing(project, label)
    if count := tallies.by_label(project.db).get(label, 0):
        raise AnnotatorError("label_used", label=any_name(old.names, label), count=count)
    book = reader.read(project.db)
    if children := [other for other in book.labels if other.parent == label]:
        raise AnnotatorError("label_has_children", label=any_name(old.names, label), count=len(children))
    return change("remove_label", [*without_label(project, book, label), removed(old)], **_facts(old))


def existing(project: Project, label: str) -> Label:
    """The label, retired or not; raises `no_such_label`."""
    found = reader.label(project.db, label)
    if found is None:
        raise AnnotatorError("no_such_label", label=label)
    return found


def any_name(names: Names, fallback: str) -> str:
    """A name, in whatever language there is one."""
    return next((words for words in names.values() if words), fallback)


def free_id(names: Names, kind: str, taken: set[str]) -> str:
    """An id from the English name; where there is none, or it is taken, a random one, so that two copies can join."""
    slug = re.sub(r"[^a-z0-9]+", "-", names.get("en", "").lower()).strip("-")
    return slug if slug and slug not in taken else f"{slug or kind}-{new_id()[:6]}"


def free_hue(labels: Sequence[Label]) -> int:
    """The hue (0..359) farthest from all that are in use."""
    used = [label.hue for label in labels if not label.retired] or [32]
    return max(range(0, 360, 4), key=lambda hue: min(_apart(hue, other) for other in used))


def after_last(rows: Sequence[Placed]) -> str:
    """A position behind all of these."""
    return between(max((row.position for row in rows), default=""), "")


def moved(rest: Sequence[Placed], row: Placed, place: int) -> list[Edit]:
    """The edits that put a row at a place (from 0) among the others, which are in their order."""
    low = rest[place - 1].position if place else ""
    high = rest[place].position if place < len(rest) else ""
    if (place == len(rest) or low < high) and (place == 0 or low):
        return [altered(row, position=between(low, high))]
    order = [*rest[:place], row, *rest[place:]]
    return [altered(each, position=key) for each, key in zip(order, spread(len(order)), strict=True)]


def named(names: Names) -> Names:
    """Names without blanks around them and without empty ones; raises `empty_name` if none is left."""
    kept = {language: words.strip() for language, words in names.items() if words.strip()}
    if not kept:
        raise AnnotatorError("empty_name")
    return kept


def _filled(name: str) -> str:
    if not (name := name.strip()):
        raise AnnotatorError("empty_name")
    return name


def _check_label(book: Codebook, label: Label) -> None:
    if label.hue not in _HUES:
        refuse(f"labels ({label.id}).hue", "bad_hue", label.hue)
    if label.pattern not in _PATTERNS:
        refuse(f"labels ({label.id}).pattern", "bad_pattern", label.pattern)
    others = [other for other in book.labels if other.id != label.id]
    for other in others:
        if other.parent == label.parent and not other.retired and (same := _same_name(other.names, label.names)):
            raise AnnotatorError("label_name_taken", name=same)
    rules.check(replace(book, labels=(*others, label)))


def _same_name(names: Names, others: Names) -> str:
    shared = (language for language in names if language in others)
    return next((names[one] for one in shared if names[one].casefold() == others[one].casefold()), "")


def _one_key(key: str) -> str:
    key = key.strip()
    if not key:
        return ""
    if len(key) != 1 or not key.isalnum():
        raise AnnotatorError("bad_key", letter=key)
    return str(digit(key, key))  # ٣ and 3 are one key


def _apart(hue: int, other: int) -> int:
    return min((hue - other) % 360, (other - hue) % 360)


def version_of(book: Codebook, name: str) -> Version:
    """The codebook as it stands, as a version of this name."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Version(rules.content_hash(book), name, now, rules.to_data(replace(book, version=name)))


def _facts(label: Label) -> dict[str, str]:
    return {"label": label.id, "name": any_name(label.names, label.id)}
