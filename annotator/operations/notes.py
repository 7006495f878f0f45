"""What a person does to notes: write, answer, rewrite one's own, resolve, take away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Annotation, Article, Decision, Label, Note
from annotator.core.rows import added, altered, removed
from annotator.store import notes as reader
from annotator.store.reading import one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.changes import Change, Edit
    from annotator.core.models import NoteOwner
    from annotator.store.project import Project


_SHOWN = 80  # characters of a note that the history's facts keep
_OWNERS: dict[str, type] = {"annotation": Annotation, "article": Article, "label": Label, "decision": Decision}


def add_note(project: Project, owner_kind: NoteOwner, owner: str, body: str) -> Change:
    """Begin a thread on a span, an article, a label or a decision, signed by who acts; its id is in the fact `id`.

    Raises `empty_note`, or `no_such_annotation`, `no_such_article`, `no_such_label`,
    `no_such_decision`.
    """
    _refuse_empty(body)
    if one(project.db, _OWNERS[owner_kind], owner) is None:
        raise AnnotatorError(f"no_such_{owner_kind}", **{owner_kind: owner})
    new = Note(new_id(), owner_kind, owner, project.coder, body, _now())
    return change("add_note", [added(new)], note=body[:_SHOWN], id=new.id)


def answer(project: Project, note: str, body: str) -> Change:
    """Answer a thread by any of its notes; a resolved one is open again."""
    _refuse_empty(body)
    first = _first(project, note)
    new = Note(new_id(), first.owner_kind, first.owner, project.coder, body, _now(), first.id)
    steps = [added(new), altered(first, resolved=False)]
    return change("answer_note", steps, note=body[:_SHOWN], id=new.id)


def edit_note(project: Project, note: str, body: str) -> Change:
    """Rewrite a note of one's own; an empty body takes it away. Raises `no_such_note` or `not_your_note`."""
    old = _own(project, note)
    steps = [altered(old, body=body)] if body.strip() else _gone(project, old)
    return change("edit_note", steps, note=body[:_SHOWN])


def remove_note(project: Project, note: str) -> Change:
    """Take away a note of one's own, and with the first note of a thread its answers."""
    return edit_note(project, note, "")


def resolve(project: Project, note: str, resolved: bool = True) -> Change:
    """Say by any of its notes that a thread is dealt with, or (False) that it is not."""
    first = _first(project, note)
    name = "resolve_note" if resolved else "reopen_note"
    return change(name, [altered(first, resolved=resolved)], note=first.body[:_SHOWN])


def _existing(project: Project, note: str) -> Note:
    found = reader.note(project.db, note)
    if found is None:
        raise AnnotatorError("no_such_note", note=note)
    return found


def _first(project: Project, note: str) -> Note:
    """The first note of its thread; an answer whose first note is gone (in another copy) stands for it."""
    found = _existing(project, note)
    return (reader.note(project.db, found.thread) if found.thread else None) or found


def _own(project: Project, note: str) -> Note:
    found = _existing(project, note)
    if found.coder != project.coder:
        raise AnnotatorError("not_your_note")
    return found


def _gone(project: Project, note: Note) -> Iterator[Edit]:
    yield from map(removed, reader.answers(project.db, note))
    yield removed(note)


def _refuse_empty(body: str) -> None:
    if not body.strip():
        raise AnnotatorError("empty_note")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
