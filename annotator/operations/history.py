"""Undo, redo, and the way back to any moment of what I did in this copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.store.journal import Entry
    from annotator.store.project import Project


def undo(project: Project) -> Change:
    """Take back my last action on this copy; raises `nothing_to_undo`."""
    if (done := project.journal.undo()) is None:
        raise AnnotatorError("nothing_to_undo")
    return done


def redo(project: Project) -> Change:
    """Do again what I last took back; raises `nothing_to_redo`."""
    if (done := project.journal.redo()) is None:
        raise AnnotatorError("nothing_to_redo")
    return done


def jump(project: Project, change_id: str) -> int:
    """Undo or redo, one by one, until this action of mine is the last one done; how many steps it took.

    Raises `no_such_action` if it is not in my line of actions here; then nothing was moved.
    """
    undone = {entry.id: entry.undone for entry in _mine(project)}
    if change_id not in undone:
        raise AnnotatorError("no_such_action", id=change_id)
    steps = 0
    if undone[change_id]:
        while _is_undone(project, change_id):
            redo(project)
            steps += 1
        return steps
    while (last := project.journal.can_undo()) is not None and last.id != change_id:
        undo(project)
        steps += 1
    return steps


def _mine(project: Project) -> list[Entry]:
    journal = project.journal
    return [e for e in journal.entries(limit=1_000_000) if (e.author, e.copy) == (journal.author, journal.copy)]


def _is_undone(project: Project, change_id: str) -> bool:
    return next(entry.undone for entry in _mine(project) if entry.id == change_id)
