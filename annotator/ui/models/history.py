"""What was done in this project, newest first, in words; what was taken back is told apart, and where we stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QDateTime, QLocale, QModelIndex, QPersistentModelIndex, Qt

from annotator.messages import isolate, tell
from annotator.store import blind, codebook
from annotator.ui.models.named import Named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.changes import Change
    from annotator.store.history import Entry
    from annotator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

_STAYS = "\u00a0"  # the parts of a time stay on one line
_SHOWN = 500
_BROUGHT = 12  # actions of another copy that a merge's tooltip names
_QUOTED, _QUOTED_WHOLE = 24, 200  # characters of a quote in a row, and in its tooltip

Role = Qt.ItemDataRole


class MomentRole(IntEnum):
    """What a row tells beside what was done."""

    MOMENT = Role.UserRole + 1
    WHO = Role.UserRole + 2
    WHEN = Role.UserRole + 3
    PRESENT = Role.UserRole + 4


@dataclass(frozen=True, slots=True)
class Moment:
    """One action of the log; `mine` says whether it was done by who acts now, in this copy."""

    id: str
    name: str
    facts: Mapping[str, object]
    author: str
    at: str
    undone: bool
    mine: bool


class MomentsModel(QAbstractListModel):
    """The newest actions. It reads nothing until it is asked to be `awake`, since it may lie in a closed drawer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._moments: list[Moment] = []
        self._hidden: set[str] = set()  # the ids of what is not told yet
        self._present = ""
        self._named = Named(desk)
        self._coders: dict[str, str] = {}
        self._awake = False
        desk.bridge.changed.connect(self._heard)
        desk.language_changed.connect(self._reword)
        desk.round_changed.connect(self._of_another)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many actions are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._moments)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One thing about one action."""
        if not index.isValid():
            return None
        moment = self._moments[index.row()]
        if role in {Role.DisplayRole, Role.ToolTipRole}:
            most = _QUOTED if role == Role.DisplayRole else _QUOTED_WHOLE
            if self.hides(moment):
                return tell("unseen", {}, self._desk.language)
            told = tell(moment.name, self._named.facts(moment.facts, most=most), self._desk.language)
            return "\n".join((told, *self._brought(moment))) if role == Role.ToolTipRole else told
        facts: dict[int, Any] = {
            MomentRole.MOMENT: moment,
            MomentRole.WHO: self._coders.get(moment.author, ""),
            MomentRole.WHEN: when(moment.at),
            MomentRole.PRESENT: moment.id == self._present,
        }
        return facts.get(role)

    def moment_at(self, row: int) -> Moment:
        """The action in a row."""
        return self._moments[row]

    def row_of_present(self) -> int:
        """The row of my last action that stands, or -1 if there is none."""
        return next((row for row, moment in enumerate(self._moments) if moment.id == self._present), -1)

    def wake(self, awake: bool) -> None:
        """Follow what is done from now on, or let it be until somebody looks."""
        self._awake = awake
        if awake:
            self.read_again()

    def read_again(self) -> None:
        """Read the log anew."""
        self.beginResetModel()
        entries = self._desk.bridge.project.journal.entries(limit=_SHOWN)
        self._moments = [
            Moment(e.id, e.name, e.facts, e.author, e.at, e.undone, self._is_mine(e.author, e.copy)) for e in entries
        ]
        self._hide(entries)
        self._coders = {coder.id: coder.name for coder in codebook.coders(self._desk.bridge.project.db)}
        self._named.forget()
        self._find_present()
        self.endResetModel()

    def hides(self, moment: Moment) -> bool:
        """Whether a colleague did it, and it is not told before my own work is done."""
        return moment.id in self._hidden

    def _brought(self, moment: Moment) -> list[str]:
        """Of a merge, who did what in the other copy, as far as it may be told."""
        if moment.name not in {"merge", "takeback"}:
            return []
        journal, me = self._desk.bridge.project.journal, self._desk.where.coder
        found = journal.brought(moment.id)[:_BROUGHT]
        hidden = blind.unseen(journal.db, [entry.n for entry in found if entry.author not in {"", me}], me)
        lines = []
        for entry in found:
            words = tell("unseen", {}, self._desk.language)
            if entry.n not in hidden:
                words = tell(entry.name, self._named.facts(entry.facts, most=_QUOTED), self._desk.language)
            lines.append(f"{isolate(self._coders.get(entry.author, ''))}: {words}")
        return lines

    def _hide(self, entries: Sequence[Entry]) -> None:
        me = self._desk.where.coder
        others = {entry.n: entry.id for entry in entries if entry.author not in {"", me}}
        found = blind.unseen(self._desk.bridge.project.db, [*others], me) if others else set()
        self._hidden = {others[number] for number in found}

    def _heard(self, change: Change) -> None:
        """Most changes are one new row, or one that was taken back or done again."""
        if not self._awake:
            return
        if change.name == "set_status":
            self._hide(self._desk.bridge.project.journal.entries(limit=_SHOWN))
        if change.touches("label", "variable", "relation_type", "coder"):
            self.read_again()
        elif change.kind == "do":
            self._add(change)
        else:
            self._turn(change)

    def _add(self, change: Change) -> None:
        mine = self._is_mine(change.author, change.copy)
        self.beginInsertRows(QModelIndex(), 0, 0)
        new = Moment(change.id, change.name, change.facts, change.author, change.at, undone=False, mine=mine)
        self._moments = [new, *self._moments]
        self._find_present()
        self.endInsertRows()
        self._repaint()

    def _turn(self, change: Change) -> None:
        undone = change.kind == "undo"
        self._moments = [replace(m, undone=undone) if m.id == change.of else m for m in self._moments]
        self._find_present()
        self._repaint()

    def _is_mine(self, author: str, copy: str) -> bool:
        journal = self._desk.bridge.project.journal
        return (author, copy) == (journal.author, journal.copy)

    def _find_present(self) -> None:
        self._present = next((moment.id for moment in self._moments if moment.mine and not moment.undone), "")

    def _of_another(self, _round: str) -> None:
        """Another round, or another coder: what is mine, and what may be told, is something else."""
        if self._awake:
            self.read_again()

    def _reword(self) -> None:
        self._named.forget()
        self._repaint()

    def _repaint(self) -> None:
        if self._moments:
            self.dataChanged.emit(self.index(0), self.index(len(self._moments) - 1))


def when(moment: str) -> str:
    """A moment of the log in local time: the hour if it was today, the day as well if not."""
    at = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not at.isValid():
        return moment
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    today = at.date() == QDateTime.currentDateTime().date()
    said = locale.toString(at.time(), short) if today else locale.toString(at, short)
    return said.replace(" ", _STAYS)
