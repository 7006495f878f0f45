"""A project handed over, worked in by the colleague with real operations, and taken back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from annotator.operations import handover, takeback
from annotator.store import foreign
from annotator.store.project import Project
from tests.operations.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.changes import Change
    from annotator.operations.takeback import Preview

# What a colleague's work is made of.
WORK = ("coding", "annotation", "value", "relation", "statement", "note", "actor")


def hand_over(project: Project, to: str = "Omar", *, path: Path | None = None, **options: Any) -> Path:
    """The package, written beside the project."""
    target = path or project.path.with_name(f"{to}.annot")
    handover.write(project, handover.handover(project, to, **options), target)
    return target


@contextmanager
def at_work(package: Path, article: str = "art-1", round_id: str = "main") -> Iterator[Desk]:
    """The colleague at their desk; the file is closed after it."""
    from annotator.operations.codings import Where

    with Project.open(package) as opened:
        desk = Desk(opened, article)
        desk.where = Where(article, opened.coder, round_id)
        yield desk


def look(project: Project, package: Path, **options: Any) -> Preview:
    with foreign.read(package) as returned:
        return takeback.look(project, returned, **options)


def take_back(project: Project, package: Path, **options: Any) -> Change:
    return project.journal.commit(takeback.take_back(project, look(project, package, **options)))


def rows(project: Project, *tables: str, where: str = "1") -> dict[str, set[tuple[object, ...]]]:
    """Every row of these tables."""
    return {table: set(project.db.execute(f'select * from "{table}" where {where}')) for table in tables}
