"""Copies of one project, on which different people work, and what one finds of another in its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.changes import Entry
from annotator.operations import history, joining
from annotator.store import articles, duplicate
from annotator.store.check import check
from annotator.store.project import Project
from tests.operations.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.changes import Change


class Copy(Desk):
    """One copy, open, with its coder at work."""

    def __init__(self, path: Path, article: str = "art-1") -> None:
        self.path = path
        super().__init__(Project.open(path), article)

    def duplicate(self, name: str, coder: str = "") -> Copy:
        """Another copy beside this one."""
        path = self.path.with_name(f"{name}.annot")
        duplicate.draw(self.project.db, path)
        made = Copy(path, self.where.article)
        if coder:
            made.project.act_as(coder)
            made.where = type(made.where)(self.where.article, coder)
        return made

    def log(self) -> Iterator[Entry]:
        """All of its log, as a foreign file's reader gives it."""
        db = self.project.db
        rows = db.execute('select "n", "state", "via", "digest" from "change" order by "n"').fetchall()
        for n, state, via, digest in rows:
            yield Entry(self.project.journal.load(n), state, via, digest, tuple(self.project.journal.edits(n)))

    def text(self, name: str) -> str | None:
        row = self.project.db.execute('select "body" from "text" where "hash" = ?', [name]).fetchone()
        return None if row is None else row[0]

    def plan(self, other: Copy) -> joining.Plan:
        return joining.plan(self.project, other.log(), other.text)

    def merge(self, other: Copy) -> joining.Plan:
        """Bring in what the other did; the plan that was carried out."""
        plan = self.plan(other)
        self.project.journal.commit(joining.join(self.project, plan))
        return plan

    def undo(self) -> Change:
        return history.undo(self.project)

    def rows(self, *without: str) -> dict[str, set]:
        """Every row of every table but the clashes (and those named), whose order and merge are each copy's own."""
        left = {"clash", *without}
        return {table: rows for table, rows in self.tables().items() if table not in left}

    def whole(self) -> None:
        """Every check is right."""
        assert [one for one in check(self.project, full=True) if not one.ok] == []

    def body(self) -> str:
        return articles.text(self.project.db, articles.get(self.project.db, self.where.article).text).body

    def close(self) -> None:
        self.project.close()
