"""The cases behind a number as rows, found while somebody scrolls to them."""

from __future__ import annotations

from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from annotator.core.text import Text
from annotator.messages import comma, isolate
from annotator.review import wording
from annotator.review.excerpts import AROUND, excerpt
from annotator.ui.agreement import said
from annotator.ui.hits.kwic import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.review.cases import CaseBehind
    from annotator.ui.agreement.shown import Behind

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
_AT_ONCE = 60
_LONGEST = 200  # code points of a quote


class CaseRole(IntEnum):
    """What a row is drawn from."""

    CONTEXT = Role.UserRole + 1
    SAID = Role.UserRole + 2


class CasesModel(QAbstractListModel):
    """A few at a time; `complete` once there are no more."""

    def __init__(self) -> None:
        super().__init__()
        self.behind: Behind | None = None
        self.language = "en"
        self._found: list[CaseBehind] = []
        self._more: Iterator[CaseBehind] = iter(())
        self._texts: dict[str, Text] = {}
        self.complete = True

    def show_behind(self, behind: Behind, language: str, *, agreed: bool) -> None:
        """Show other cases from the first."""
        self.beginResetModel()
        if self.behind is None or self.behind.gathered is not behind.gathered:
            self._texts = {work.article: Text(work.body) for work in behind.gathered.works}
        self.behind, self.language = behind, language
        self._more = behind.find(agreed)
        self._found, self.complete = self._next(), False
        self.complete = len(self._found) < _AT_ONCE
        self.endResetModel()

    def _next(self) -> list[CaseBehind]:
        return list(islice(self._more, _AT_ONCE))

    def case(self, row: int) -> CaseBehind | None:
        """The case of a row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    @property
    def raters(self) -> int:
        """How many coders each row tells of."""
        return len(self.behind.gathered.raters) if self.behind else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Those found so far."""
        return 0 if parent.isValid() else len(self._found)

    def canFetchMore(self, parent: Index) -> bool:
        """Until the last was found."""
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: Index) -> None:
        """Find some more."""
        if parent.isValid():
            return
        more = self._next()
        self.complete = len(more) < _AT_ONCE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._found), len(self._found) + len(more) - 1)
            self._found += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Of a row."""
        case = self.case(index.row())
        if case is None:
            return None
        if role == Role.DisplayRole:
            return case.title
        if role == CaseRole.CONTEXT:
            return self._context(case)
        if role == CaseRole.SAID:
            return self._said(case)
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            told = [f"{name}: {words}" for name, words, _there in self._said(case)]
            quote = self._context(case).text
            return f"{isolate(case.title)}. «{isolate(quote)}». {comma(self.language).join(told)}"
        return None

    def _context(self, case: CaseBehind) -> Context:
        """The words with some before and after; of a whole article its beginning."""
        text = self._texts[case.article]
        if case.start == case.end:
            first = text.body[: 2 * AROUND].replace("\n", " ")
            return Context("", "", first)
        found = excerpt(text, ((case.start, case.end),))
        return Context(*(words[:_LONGEST].replace("\n", " ") for words in (found.before, found.words, found.after)))

    def _said(self, case: CaseBehind) -> Sequence[tuple[str, str, bool]]:
        """Of each rater the name, what they said, and whether they said something."""
        behind = self.behind
        if behind is None:
            return ()
        return [
            (said.coder(behind.gathered, rater), self._words(value), bool(value) or value is False)
            for rater, value in zip(behind.gathered.raters, case.said, strict=True)
        ]

    def _words(self, value: Any) -> str:
        called, variable = (self.behind.gathered.called, self.behind.variable) if self.behind else (None, "")
        if value is None or called is None:
            return QCoreApplication.translate("Agreement", "not coded by them")
        if variable:
            return isolate(wording.value(called, variable, value, self.language))
        return " + ".join(isolate(wording.value(called, "", label, self.language)) for label in value or ("",))
