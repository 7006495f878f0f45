"""The register of actors as a list: name, type, where quoted and where only talked about; found by any name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, Qt

from annotator.operations import actors
from annotator.store import actors as reader
from annotator.ui.language import marked
from annotator.ui.models import matching

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from annotator.core.models import Actor
    from annotator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

TYPES = {
    "": marked("Actors", "No type"),
    "person": marked("Actors", "Person"),
    "group": marked("Actors", "Group"),
    "organisation": marked("Actors", "Organisation"),
    "state": marked("Actors", "State"),
    "media": marked("Actors", "Media"),
}


class ActorRole(IntEnum):
    """What can be asked about a row besides its name."""

    ACTOR = Qt.ItemDataRole.UserRole
    TYPE = Qt.ItemDataRole.UserRole + 1
    QUOTED = Qt.ItemDataRole.UserRole + 2
    TALKED = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One actor and the articles of one's own work where it is quoted, and where only talked about."""

    actor: Actor
    name: str
    keys: tuple[str, ...]
    quoted: int
    talked: int


class ActorsModel(QAbstractListModel):
    """Sorted by name; `look_for` leaves those of whom some name fits what was typed."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._all: list[ActorLine] = []
        self._rows: list[ActorLine] = []
        self._typed = ""

    def read_again(self) -> None:
        """As the project stands now."""
        project, language = self._desk.bridge.project, self._desk.language
        counts = actors.tally(project, project.coder)
        lines = [
            ActorLine(actor, actors.name(actor, language), _keys(actor), *counts.get(actor.id, (0, 0)))
            for actor in reader.every(project.db)
        ]
        self._all = sorted(lines, key=lambda line: (matching.key(line.name), line.actor.id))
        self._filter()

    def look_for(self, typed: str) -> None:
        """Show those of whom a name or alias fits these words, the best fit first; all for none."""
        self._typed = typed
        self._filter()

    def line(self, row: int) -> ActorLine:
        """The actor in a row."""
        return self._rows[row]

    def row_of(self, actor: str) -> int:
        """The row of an actor, -1 where it is not shown."""
        return next((row for row, line in enumerate(self._rows) if line.actor.id == actor), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one actor."""
        if not index.isValid():
            return None
        line = self._rows[index.row()]
        facts: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: line.name,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join((line.name, type_name(line.actor.type), counted(line))),
            ActorRole.ACTOR: line.actor,
            ActorRole.TYPE: type_name(line.actor.type),
            ActorRole.QUOTED: line.quoted,
            ActorRole.TALKED: line.talked,
        }
        return facts.get(role)

    def _filter(self) -> None:
        parts = matching.wanted(self._typed)
        found = [
            (rank, at) for at, line in enumerate(self._all) if (rank := matching.rank(parts, line.keys)) is not None
        ]
        self.beginResetModel()
        self._rows = [self._all[at] for _, at in sorted(found)]
        self.endResetModel()


def type_name(kind: str) -> str:
    """What an actor's type is called in the interface."""
    return QCoreApplication.translate("Actors", TYPES[kind])


def counted(line: ActorLine) -> str:
    """In how many articles it is quoted, and in how many only talked about."""
    number = QLocale().toString
    words = QCoreApplication.translate("Actors", "quoted in %1, only talked about in %2")
    return words.replace("%1", number(line.quoted)).replace("%2", number(line.talked))


def _keys(actor: Actor) -> tuple[str, ...]:
    return tuple(map(matching.key, (*actor.names.values(), *actor.aliases)))
