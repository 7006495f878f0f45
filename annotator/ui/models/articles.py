"""The articles as a list: their rows' numbers in order, their lines fetched by the page when they are seen."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from annotator.core.folding import folded
from annotator.core.ids import keyed_id
from annotator.messages import isolate, sentences
from annotator.store import articles, codings, rounds, tallies

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from annotator.core.changes import Change
    from annotator.store.articles import Line
    from annotator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

_PAGE = 64
_PAGES_KEPT = 32
_SCANNED_AT_ONCE = 2_000  # lines that a search reads before the window gets its turn

Role = Qt.ItemDataRole


class ArticleRole(IntEnum):
    """What a row tells beside its title."""

    ID = Role.UserRole + 1
    DETAIL = Role.UserRole + 2
    COUNT = Role.UserRole + 3
    STATUS = Role.UserRole + 4
    OPEN = Role.UserRole + 5


@dataclass(frozen=True, slots=True)
class Row:
    """An article as its row shows it: how many spans I coded in it in this round, and how far that coding is."""

    id: str
    title: str
    detail: str
    count: int
    status: str


class ArticlesModel(QAbstractListModel):
    """All articles, or those that a search leaves. Counts and statuses are of the coding in hand."""

    found = Signal(int, bool)  # how many there are now, and whether the search is through

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._all = array("q")
        self._shown = array("q")
        self._sought = ""
        self._scanned = 0
        self.only_mine = False  # whether only what was given to me in this round is listed
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._scan_on)
        self._begin_round()
        desk.bridge.changed.connect(self._heard)
        desk.article_changed.connect(self._moved)  # no lambdas: they would be called when this is gone
        desk.round_changed.connect(self._begin_round)
        desk.language_changed.connect(self._forget)

    @property
    def _db(self) -> Connection:
        return self._desk.bridge.project.db

    @property
    def total(self) -> int:
        """How many articles there are to search: the project's, or those given to me."""
        return len(self._all)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One thing about one row; its page is fetched if it is not at hand."""
        if not index.isValid():
            return None
        row = self._row(index.row())
        facts: dict[int, Any] = {
            Role.DisplayRole: row.title,
            Role.ToolTipRole: row.title,
            Role.AccessibleTextRole: ", ".join((row.title, row.detail, str(row.count), self._said(row.status))),
            ArticleRole.ID: row.id,
            ArticleRole.OPEN: bool(row.id) and row.id == self._desk.article,
            ArticleRole.DETAIL: row.detail,
            ArticleRole.COUNT: row.count,
            ArticleRole.STATUS: row.status,
        }
        return facts.get(role)

    def read_again(self) -> None:
        """Read the order of the articles, and search it again if something is sought."""
        self._all = self._listed()
        self._start()

    def show_mine(self, on: bool) -> None:
        """List only what was given to me in this round, or all."""
        self.only_mine = on
        self.read_again()

    def to_do(self) -> list[str] | None:
        """What was given to me in this round and is not done, from behind the open article on and round to it.

        None where nothing is given to me.
        """
        if not self._is_given():
            return None
        there = rounds.statuses(self._db, self._desk.round, self._desk.bridge.project.coder)
        order = list(there)
        at = order.index(self._desk.article) + 1 if self._desk.article in there else 0
        return [one for one in (*order[at:], *order[:at]) if there[one] in {"todo", "work"}]

    def seek(self, words: str) -> None:
        """Leave only the articles whose title or outlet holds these words, however they are spelt."""
        sought = folded(words)
        if sought != self._sought:
            self._sought = sought
            self._start()

    def rest(self) -> None:
        """Search no further until `go_on`: nobody looks, and the project may be closed next."""
        self._timer.stop()

    def go_on(self) -> None:
        """Search what is left."""
        if self._sought and self._scanned < len(self._all):
            self._timer.start()

    def article_at(self, row: int) -> str:
        """The id of the article in a row."""
        return self._row(row).id

    def row_of(self, article: str) -> int:
        """The row of an article, or -1 if the search leaves it out."""
        try:
            return self._shown.index(articles.row(self._db, article))
        except ValueError:
            return -1

    def _begin_round(self) -> None:
        """Another round, or another coder: what was given to them there comes first."""
        self.only_mine = self._is_given()
        self.read_again()

    def _is_given(self) -> bool:
        round_ = rounds.get(self._db, self._desk.round)
        return round_ is not None and self._desk.bridge.project.coder in {*round_.coders, round_.expert}

    def _listed(self) -> array[int]:
        if not self.only_mine:
            return articles.rows(self._db)
        return array("q", rounds.rows_of(self._db, self._desk.round, self._desk.bridge.project.coder))

    def _start(self) -> None:
        self.beginResetModel()
        self._pages.clear()
        self._shown = array("q") if self._sought else self._all
        self._scanned = 0
        self.endResetModel()
        if self._sought:
            self._scan_on()
        else:
            self._timer.stop()
            self.found.emit(len(self._shown), True)

    def _scan_on(self) -> None:
        """Search the next stretch, and give the window its turn."""
        stretch = self._all[self._scanned : self._scanned + _SCANNED_AT_ONCE]
        self._scanned += len(stretch)
        lines = articles.lines_at(self._db, stretch)
        hits = [row for row, line in zip(stretch, lines, strict=True) if line.id and self._sought in _key(line)]
        if hits:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(hits) - 1)
            self._pages.pop(len(self._shown) // _PAGE, None)
            self._shown.extend(hits)
            self.endInsertRows()
        done = self._scanned >= len(self._all)
        self._timer.stop() if done else self._timer.start()
        self.found.emit(len(self._shown), done)

    def _row(self, row: int) -> Row:
        number = row // _PAGE
        if number not in self._pages:
            self._pages[number] = self._fetched(self._shown[number * _PAGE : (number + 1) * _PAGE])
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[number][row % _PAGE]

    def _fetched(self, rows: Sequence[int]) -> list[Row]:
        lines = articles.lines_at(self._db, rows)
        coder, round_id = self._desk.bridge.project.coder, self._desk.round
        of = {line.id: keyed_id("coding", line.id, coder, round_id, "own") for line in lines}
        counts = tallies.of_codings(self._db, list(of.values()))
        statuses = codings.statuses(self._db, list(of.values()))
        return [
            Row(line.id, line.title, _detail(line), counts.get(of[line.id], 0), statuses.get(of[line.id], "todo"))
            for line in lines
        ]

    def _heard(self, change: Change) -> None:
        if change.touches("article") or (self.only_mine and change.touches("coding") and self._listed() != self._all):
            self.read_again()
        elif change.touches("annotation", "coding"):
            self._forget()

    def _said(self, status: str) -> str:
        return sentences("statuses")[status][self._desk.language]

    def _forget(self) -> None:
        """Counts have changed: what is seen is read again when it is painted."""
        seen = list(self._pages)
        self._pages.clear()
        self._repaint(seen)

    def _moved(self, _article: str) -> None:
        self._repaint()

    def _repaint(self, pages: Sequence[int] = ()) -> None:
        """Only what was seen can look otherwise now."""
        for page in pages or list(self._pages):
            last = min((page + 1) * _PAGE, len(self._shown)) - 1
            self.dataChanged.emit(self.index(page * _PAGE), self.index(last))


def _key(line: Line) -> str:
    return folded(f"{line.title} {line.meta.get('outlet', '')}")


def _detail(line: Line) -> str:
    """Outlet, then place or date."""
    outlet, place = line.meta.get("outlet", ""), line.meta.get("place", "")
    return " · ".join(map(isolate, filter(None, (outlet, place or day(line.meta.get("date", ""))))))


def day(stored: str) -> str:
    """A stored date as the interface writes it; what is no ISO date stays as it came."""
    date = QDate.fromString(stored[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else stored
