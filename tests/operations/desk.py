"""One article in hand: commits operations and says what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.rows import TABLES
from annotator.operations import annotations
from annotator.operations.codings import Where
from annotator.store import codings

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.store.project import Project


def do(project: Project, operation: Any, *args: Any, **options: Any) -> Change:
    return project.journal.commit(operation(project, *args, **options))


def refused(project: Project, operation: Any, *args: Any, **options: Any) -> AnnotatorError:
    n = project.journal.entries(limit=1)[0].n
    with pytest.raises(AnnotatorError) as caught:
        do(project, operation, *args, **options)
    assert project.journal.entries(limit=1)[0].n == n
    return caught.value


class Desk:
    def __init__(self, project, article: str = "art-1") -> None:
        self.project = project
        self.where = Where(article, project.coder)

    def do(self, operation, *args, **options):
        return self.project.journal.commit(operation(self.project, *args, **options))

    def label(self, label: str, *fragments: tuple[int, int]) -> str:
        return str(self.do(annotations.label_span, self.where, label, fragments).facts["annotation"])

    def span(self, annotation: str):
        return codings.annotation(self.project.db, annotation)

    def all(self) -> list:
        return codings.annotations_of(self.project.db, [self.where.id])

    def refused(self, key: str, operation, *args) -> AnnotatorError:
        before = self.tables()
        with pytest.raises(AnnotatorError, match=f"^\\('{key}'") as caught:
            self.do(operation, *args)
        assert self.tables() == before
        return caught.value

    def tables(self) -> dict[str, set]:
        """Every row of every table that an action can touch."""
        return {
            table: set(self.project.db.execute(f'select * from "{table}"')) for table in sorted(set(TABLES.values()))
        }
