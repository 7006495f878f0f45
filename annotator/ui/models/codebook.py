"""The codebook's labels as a list: each behind its parent, with how often the coding in hand has it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.core.codebook import in_order
from annotator.store import codebook, codings, tallies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.changes import Change
    from annotator.core.models import Label
    from annotator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole


class LabelRole(IntEnum):
    """What a row tells beside its name."""

    LABEL = Role.UserRole + 1
    COUNT = Role.UserRole + 2
    DEPTH = Role.UserRole + 3
    CURRENT = Role.UserRole + 4


class LabelsModel(QAbstractListModel):
    """The labels in use, in the order of their tree. The focused span's label is the current one.

    `whole` adds the retired ones at the end, and counts in the whole project.
    """

    def __init__(self, desk: Desk, *, whole: bool = False) -> None:
        super().__init__(desk)
        self._desk = desk
        self._whole = whole
        self._rows: list[tuple[Label, int]] = []
        self._counts: dict[str, int] = {}
        self._current = ""
        self.version = ""
        self.read_again()
        self._refocus(desk.focus)
        desk.bridge.changed.connect(self._heard)
        desk.article_changed.connect(self._recount)
        desk.round_changed.connect(self._recount)
        desk.focus_changed.connect(self._refocus)
        desk.language_changed.connect(self._repaint)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many labels are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One thing about one label."""
        if not index.isValid():
            return None
        label, depth = self._rows[index.row()]
        name, count = self._desk.words(label.names, label.id), self._counts.get(label.id, 0)
        facts: dict[int, Any] = {
            Role.DisplayRole: name,
            Role.AccessibleTextRole: ", ".join(filter(None, (name, str(count), label.key))),
            LabelRole.LABEL: label,
            LabelRole.COUNT: count,
            LabelRole.DEPTH: depth,
            LabelRole.CURRENT: label.id == self._current,
        }
        return facts.get(role)

    def label_at(self, row: int) -> Label:
        """The label in a row."""
        return self._rows[row][0]

    def row_of(self, label: str) -> int:
        """The row of a label, or -1."""
        return next((row for row, (other, _) in enumerate(self._rows) if other.id == label), -1)

    def read_again(self) -> None:
        """Read the codebook and the counts."""
        self.beginResetModel()
        db = self._desk.bridge.project.db
        book = codebook.read(db)
        used = list(tree([label for label in book.labels if not label.retired]))
        retired = in_order(label for label in book.labels if label.retired)
        self._rows = [*used, *((label, 0) for label in retired)] if self._whole else used
        self.version = next((v.name for v in codebook.versions(db) if v.id == book.version), "")
        self._counts = self._counted()
        self.endResetModel()

    def _heard(self, change: Change) -> None:
        if change.touches("label", "codebook"):
            self.read_again()
        elif change.touches("annotation"):
            self._refocus(self._desk.focus)
            self._recount()

    def _counted(self) -> dict[str, int]:
        db = self._desk.bridge.project.db
        if self._whole:
            return tallies.by_label(db)
        return tallies.by_label(db, coding=self._desk.where.id) if self._desk.article else {}

    def _recount(self) -> None:
        before, self._counts = self._counts, self._counted()
        self._repaint_rows({label for label, count in before.items() ^ self._counts.items()})

    def _refocus(self, annotation: str) -> None:
        found = codings.annotation(self._desk.bridge.project.db, annotation) if annotation else None
        before, self._current = self._current, found.label if found else ""
        if before != self._current:
            self._repaint_rows({before, self._current})

    def _repaint_rows(self, labels: set[str]) -> None:
        for row, (label, _) in enumerate(self._rows):
            if label.id in labels:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def tree(labels: Iterable[Label]) -> Iterator[tuple[Label, int]]:
    """Labels in their order, each followed by those under it, with how deep it stands (0 at the top)."""
    ordered = in_order(labels)
    known = {label.id for label in ordered}
    under: dict[str | None, list[Label]] = {}
    for label in ordered:
        under.setdefault(label.parent if label.parent in known else None, []).append(label)

    def below(parent: str | None, depth: int) -> Iterator[tuple[Label, int]]:
        for label in under.get(parent, ()):
            yield label, depth
            yield from below(label.id, depth + 1)

    return below(None, 0)
