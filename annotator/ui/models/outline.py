"""The whole codebook as one list under headings: labels, attributes, article variables, relations, statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.core.codebook import in_order
from annotator.store import codebook, tallies
from annotator.ui.models.codebook import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.changes import Change
    from annotator.core.models import Codebook, Label, Names
    from annotator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

Kind = Literal["label", "annotation", "article", "relation", "statement", "slot"]
KINDS: tuple[Kind, ...] = ("label", "annotation", "article", "relation", "statement")  # a slot is of a statement

Role = Qt.ItemDataRole
ENTRY = Role.UserRole + 1
COUNT = Role.UserRole + 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a heading where there is no `id`; `kind` says which table it is of."""

    kind: Kind
    id: str = ""
    names: Names | None = None
    depth: int = 0
    label: Label | None = None


class OutlineModel(QAbstractListModel):
    """Every row of the codebook, retired labels behind those in use."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._entries: list[Entry] = []
        self._counts: dict[str, int] = {}
        self.headings: dict[str, str] = {}
        self.read_again()
        desk.bridge.changed.connect(self._heard)
        desk.language_changed.connect(self._repaint)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows, headings among them."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One thing about one row."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role in {Role.DisplayRole, Role.ToolTipRole}:
            if not entry.id:
                return self.headings.get(entry.kind, "")
            return self._desk.words(entry.names or {}, entry.id)
        if role == ENTRY:
            return entry
        return self._counts.get(entry.id, 0) if role == COUNT else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if index.isValid() and self._entries[index.row()].id else Qt.ItemFlag.NoItemFlags

    def row_of(self, kind: str, row_id: str) -> int:
        """The row of a thing, or -1."""
        rows = (n for n, entry in enumerate(self._entries) if entry.kind == kind and entry.id == row_id)
        return next(rows, -1)

    def nearest(self, row: int) -> int:
        """The row of a thing at or before this one, else the first there is, or -1."""
        things = [n for n, entry in enumerate(self._entries) if entry.id]
        return max((n for n in things if n <= row), default=things[0] if things else -1)

    def entry_at(self, row: int) -> Entry:
        """The thing in a row."""
        return self._entries[row]

    def read_again(self) -> None:
        """Read the codebook and the counts."""
        self.beginResetModel()
        db = self._desk.bridge.project.db
        self._entries = list(_outline(codebook.read(db)))
        self._counts = tallies.by_label(db)
        self.endResetModel()

    def _heard(self, change: Change) -> None:
        if change.touches("label", "variable", "relation_type", "statement_type"):
            self.read_again()
        elif change.touches("annotation"):
            self._counts = tallies.by_label(self._desk.bridge.project.db)
            self._repaint()

    def _repaint(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))


def _outline(book: Codebook) -> Iterator[Entry]:
    yield Entry("label")
    for label, depth in tree([label for label in book.labels if not label.retired]):
        yield Entry("label", label.id, label.names, depth, label)
    for label in in_order(label for label in book.labels if label.retired):
        yield Entry("label", label.id, label.names, 0, label)
    for scope in ("annotation", "article"):
        yield Entry(scope)
        for variable in in_order(book.variables):
            if variable.scope == scope:
                yield Entry(scope, variable.id, variable.names)
    yield Entry("relation")
    for kind in book.relation_types:
        yield Entry("relation", kind.id, kind.names)
    yield from _statements(book)


def _statements(book: Codebook) -> Iterator[Entry]:
    """The kinds of statements, under each its slots; at last the slots that none of them has any more."""
    yield Entry("statement")
    slots = {variable.id: variable for variable in book.variables if variable.scope == "statement"}
    for statement in in_order(book.statement_types):
        yield Entry("statement", statement.id, statement.names)
        for slot in statement.slots:
            if slot in slots:
                yield Entry("slot", slot, slots.pop(slot).names, 1)
    for slot, variable in slots.items():
        yield Entry("slot", slot, variable.names, 1)
