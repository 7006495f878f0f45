"""Hits of a search in the project, under the articles that they stand in; they come in slices, article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.messages import isolate
from annotator.store import articles
from annotator.ui.hits.hit_list import LINE, HitLine
from annotator.ui.hits.kwic import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.operations.occurrences import Hit
    from annotator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
Row = tuple[str, "Hit | None"]  # an article, and one of its hits or None for its heading


class FoundModel(QAbstractListModel):
    """Headings tell an article's title and how many hits it has so far."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._hits: dict[str, list[Hit]] = {}
        self._titles: dict[str, str] = {}
        self._shut: set[str] = set()
        self._rows: list[Row] = []

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._hits, self._titles, self._shut, self._rows = {}, {}, set(), []
        self.endResetModel()

    def add(self, hits: Sequence[Hit]) -> None:
        """Show these too, which follow those that are there."""
        rows: list[Row] = []
        for hit in hits:
            if hit.article not in self._hits:
                self._hits[hit.article] = []
                rows.append((hit.article, None))
            self._hits[hit.article].append(hit)
            if hit.article not in self._shut:
                rows.append((hit.article, hit))
        new = [article for article, hit in rows if hit is None]
        lines = articles.lines(self._desk.bridge.project.db, new)
        self._titles |= {article: line.title for article, line in lines.items()}
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._recount(hits)

    def _recount(self, hits: Sequence[Hit]) -> None:
        """The first of these may belong to a heading that is there already."""
        if hits and (hits[0].article, None) in self._rows:
            at = self.index(self._rows.index((hits[0].article, None)))
            self.dataChanged.emit(at, at)

    def counts(self) -> tuple[int, int]:
        """How many hits, in how many articles."""
        return sum(map(len, self._hits.values())), len(self._hits)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows, headings among them."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def row(self, at: int) -> Row:
        """What stands in a row."""
        return self._rows[at]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One thing about one row."""
        if not index.isValid():
            return None
        article, hit = self._rows[index.row()]
        if role == LINE:
            return self._line(article, hit)
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            words = f"{hit.before}{hit.text}{hit.after}".replace("\n", " ") if hit else self._titles.get(article, "")
            return isolate(words)
        return None

    def fold(self, row: int, *, shut: bool) -> int:
        """Hide an article's hits, or show them again; the row of its heading."""
        article = self._rows[row][0]
        self._shut = self._shut | {article} if shut else self._shut - {article}
        self.beginResetModel()
        self._rows = []
        for each, hits in self._hits.items():
            self._rows.append((each, None))
            self._rows += [(each, hit) for hit in hits if each not in self._shut]
        self.endResetModel()
        return self._rows.index((article, None))

    def _line(self, article: str, hit: Hit | None) -> HitLine:
        if hit is not None:
            return HitLine(context=around(hit.before, hit.text, hit.after))
        count = self.tr("%Ln place(s)", "", len(self._hits[article]))
        return HitLine(self._titles.get(article, ""), count, is_open=article not in self._shut)
