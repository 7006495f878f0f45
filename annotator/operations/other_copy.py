"""Another copy of this project merged into it: looked at first, a backup kept, then one action."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.rows import added
from annotator.operations import joining
from annotator.operations.sealed import refuse_in_package
from annotator.store import codebook, foreign, totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.changes import Change, Entry
    from annotator.core.models import Coder
    from annotator.operations.joining import Plan
    from annotator.store.foreign import Foreign
    from annotator.store.project import Project
    from annotator.store.totals import Counts


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would do: the plan, what stands here now, and the coders' names, theirs too."""

    path: Path
    title: str
    plan: Plan
    before: Counts
    names: Mapping[str, str]

    @property
    def taken(self) -> int:
        """How many actions of the other copy come."""
        return self.plan.taken

    @property
    def known(self) -> int:
        """How many of its actions are here already."""
        return self.plan.known

    def change(self, table: str) -> tuple[int, int, int]:
        """How many rows of a table come, go and change."""
        added_, removed, changed = (self.plan.counts.get(f"{table}.{what}", 0) for what in _WHAT)
        return added_, removed, changed


_WHAT = ("added", "removed", "changed")


def opened(project: Project, path: Path) -> Foreign:
    """The other copy, untrusted; raises `same_file`, or what ails it."""
    try:
        same = path.samefile(project.path)
    except OSError:
        same = False
    if same:
        raise AnnotatorError("same_file", path=str(path))
    return foreign.read(path)


def look(project: Project, other: Foreign, *, tell: Callable[[float], None] = lambda _: None) -> Preview:
    """What merging it would do; nothing is written. `tell` hears how far it is (0 to 1).

    Raises `in_package`, `is_package`, `other_project`, or what ails the copy.
    """
    refuse_in_package(project)
    told = other.told
    if told.project != project.id:
        raise AnnotatorError("other_project", path=str(other.path), title=told.title)
    if told.handover is not None:
        raise AnnotatorError("is_package", path=str(other.path))
    many = max(told.changes, 1)

    def heard(entries: Iterable[Entry]) -> Iterator[Entry]:
        for number, entry in enumerate(entries):
            tell(0.5 * number / many)
            yield entry

    def rows(number: int) -> None:
        tell(0.5 + 0.5 * number / (number + 50_000))

    planned = joining.plan(project, heard(other.changes()), other.text, tell=rows)
    names = {**told.coders, **{coder.id: coder.name for coder in codebook.coders(project.db)}}
    return Preview(other.path, told.title, planned, totals.of(project.db), names)


def merge(project: Project, preview: Preview, *, newcomer: Coder | None = None) -> Change:
    """The action that does what the preview says; `newcomer` acts, and is added if they are neither here nor there."""
    done = joining.join(project, preview.plan, "merge", name=preview.path.name)
    come = {edit.row for edit in preview.plan.edits if edit.table == "coder" and edit.before is None}
    if newcomer is None or newcomer.id in come or codebook.coder(project.db, newcomer.id) is not None:
        return done
    return replace(done, steps=[*done.steps, added(newcomer)])
