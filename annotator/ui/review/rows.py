"""The queue as rows: every article of the round with its counts, and under the open one its differences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from annotator.core.direction import article_direction
from annotator.store import articles
from annotator.ui.review.waiting import open_of, to_look_at
from annotator.ui.review.words import KINDS, Telling, said

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from annotator.operations.overview import ArticleCount
    from annotator.review.compare import Difference
    from annotator.ui.review.sitting import Sitting

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
_PAGE = 64  # titles that are read at once


class QueueRole(IntEnum):
    """What a row tells beside its quote."""

    KIND = Role.UserRole + 1
    HEADING = Role.UserRole + 2
    TAKEN = Role.UserRole + 3
    RTL = Role.UserRole + 4
    HEAD = Role.UserRole + 5  # whether it is an article's


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    heading: str
    quote: str
    taken: str  # whose side was taken, "" while it is open
    head: bool = False


class QueueModel(QStringListModel):
    """Heads of articles with the open one's differences after its own. A row is put into words when it is seen.

    It is a list of empty strings, whose rows Qt counts by itself: a list view asks how many there are for every row.
    """

    def __init__(self, sitting: Sitting, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._telling = Telling(sitting)
        self._heads: list[ArticleCount] = []
        self._here = -1  # which of the heads is the open article's
        self._listed: list[Difference] = []
        self._open = 0
        self._rows: dict[int, _Row] = {}
        self._titles: dict[str, str] = {}
        sitting.read.connect(self.again)
        sitting.waiting.grown.connect(self._grow)

    # -- what there is

    def again(self) -> None:
        """Read the sitting's queue, and the heads round it."""
        self._heads = self._found_heads()
        here = self._sitting.desk.article
        self._here = next((row for row, head in enumerate(self._heads) if head.article == here), -1)
        self._listed = self._sitting.listed if self._here >= 0 else []
        self._open = len(self._sitting.open)
        self._rows.clear()
        self._titles.clear()
        self.setStringList([""] * (len(self._heads) + len(self._listed)))

    def _grow(self) -> None:
        """More articles are counted, or some of them are counted anew."""
        heads = self._found_heads()
        if [head.article for head in heads] != [head.article for head in self._heads]:
            self.again()
        elif heads != self._heads:
            self._heads = heads
            self._rows.clear()
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _found_heads(self) -> list[ArticleCount]:
        sitting = self._sitting
        there = sitting.waiting.listed()
        found = to_look_at(there, sitting.filter)
        here = sitting.waiting.of(sitting.desk.article)
        if here is not None and sitting.filter.state != "all" and here not in found:
            kept = {head.article for head in found} | {here.article}
            return [head for head in there if head.article in kept]
        return found

    def at(self, row: int) -> Difference | str:
        """The difference in a row, or the id of the article whose head it is."""
        place = row - self._here - 1
        if self._here >= 0 and 0 <= place < len(self._listed):
            return self._listed[place]
        return self._head(row).article

    def _head(self, row: int) -> ArticleCount:
        return self._heads[row if self._here < 0 or row <= self._here else row - len(self._listed)]

    def row_of(self, found: Difference | None) -> int:
        """The row of a difference; of none that of the open article's head, -1 where there is none."""
        places = (place for place, each in enumerate(self._listed) if each is found)
        place = next(places, -1)
        return self._here + 1 + place if self._here >= 0 else -1

    # -- what a row tells

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One thing about one row."""
        if not index.isValid():
            return None
        row = self._rows.get(index.row()) or self._told(index.row())
        facts: dict[int, Any] = {
            Role.DisplayRole: row.quote,
            Role.ToolTipRole: row.quote,
            Role.AccessibleTextRole: ", ".join(filter(None, (row.kind, row.heading, row.quote, row.taken))),
            QueueRole.KIND: row.kind,
            QueueRole.HEADING: row.heading,
            QueueRole.TAKEN: row.taken,
            QueueRole.RTL: article_direction(row.quote) == "rtl",
            QueueRole.HEAD: row.head,
        }
        return facts.get(role)

    def _told(self, number: int) -> _Row:
        found = self.at(number)
        row = self._rows[number] = self._told_head(number) if isinstance(found, str) else self._told_difference(found)
        return row

    def _told_difference(self, found: Difference) -> _Row:
        decision = next((made for d, made in self._sitting.queue.settled if d is found), None)
        return _Row(
            kind=said(KINDS[found.kind]),
            heading=self._telling.heading(found),
            quote=self._telling.quote(found),
            taken=self._telling.taken(decision) if decision else "",
        )

    def _told_head(self, number: int) -> _Row:
        head = self._head(number)
        still = open_of(head, self._sitting.filter)
        opened = self.tr("%Ln open", "", still) if still else self.tr("settled")
        agreed = self.tr("%Ln agreed", "", head.agreed)
        return _Row(opened, agreed, self._title(head.article, number), "" if still else opened, head=True)

    def _title(self, article: str, number: int) -> str:
        if article not in self._titles:
            rows = range(max(0, number - _PAGE // 2), min(self.rowCount(), number + _PAGE // 2))
            ids = {found for found in map(self.at, rows) if isinstance(found, str)}
            lines = articles.lines(self._sitting.desk.bridge.project.db, list(ids))
            self._titles.update((each, lines[each].title if each in lines else "") for each in ids)
        return self._titles[article]
