"""Every occurrence as rows: the forms in which the words stand, each with its lines, ticked or not, folded or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotator.core.folding import folded
from annotator.messages import isolate
from annotator.ui.hits.hit_list import LINE, HitLine
from annotator.ui.hits.kwic import around

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from annotator.operations.occurrences import Occurrence

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
_TICKED, _UNTICKED, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


@dataclass(frozen=True, slots=True)
class Form:
    """A heading: joined particles and the form after them, how many stand so, and how many of these are coded.

    `spelled` is the form as it is spelled where it stands first.
    """

    clitic: str
    form: str
    count: int
    coded: int
    spelled: str = ""


class Row(NamedTuple):
    """What a row shows: a form, or an occurrence (its number) of that form; `title` is its article's."""

    form: Form
    occurrence: Occurrence | None = None
    at: int = -1
    title: str = ""
    is_open: bool = True


class EveryModel(QAbstractListModel):
    """The exact form comes first; all are ticked but those coded already, which only their own tick turns."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._occurrences: Sequence[Occurrence] = ()
        self._titles: Mapping[str, str] = {}
        self._rows: list[Row] = []
        self._shut: set[tuple[str, str]] = set()
        self._off: set[int] = set()
        self._free: dict[tuple[str, str], list[int]] = {}  # those of a form that its own tick turns
        self._only_new = False

    # -- filling

    def put(self, occurrences: Sequence[Occurrence], titles: Mapping[str, str]) -> None:
        """Show these; `titles` by article, none where all stand in one."""
        self._occurrences, self._titles = occurrences, titles
        self._off = {at for at, one in enumerate(occurrences) if one.coded}
        self._shut = set()
        self._free = {}
        for at, one in enumerate(occurrences):
            self._free.setdefault((one.clitic, one.form), []).extend([] if one.coded else [at])
        self._lay_out()

    def show_only_new(self, only: bool) -> None:
        """Leave out those that are coded already, or not."""
        self._only_new = only
        self._lay_out()

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._rows = []
        groups: dict[tuple[str, str], list[int]] = {}
        for at, one in enumerate(self._occurrences):
            if not (self._only_new and one.coded):
                groups.setdefault((one.clitic, one.form), []).append(at)
        for (clitic, form), members in sorted(groups.items(), key=_first):
            coded = sum(self._occurrences[at].coded for at in members)
            heading = Form(clitic, form, len(members), coded, _spelled(self._occurrences[members[0]]))
            is_open = (clitic, form) not in self._shut
            self._rows.append(Row(heading, is_open=is_open))
            if is_open:
                self._rows += [self._row(heading, at) for at in members]
        self.endResetModel()
        self.ticked_changed.emit()

    def _row(self, heading: Form, at: int) -> Row:
        one = self._occurrences[at]
        return Row(heading, one, at, self._titles.get(one.article, ""))

    # -- reading

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
        row = self._rows[index.row()]
        if role == LINE:
            return self._line(row)
        return _said(row) if role in {Role.DisplayRole, Role.AccessibleTextRole} else None

    def _line(self, row: Row) -> HitLine:
        one, form = row.occurrence, row.form
        if one is not None:
            context = around(one.before, one.text, one.after)
            return HitLine(end=row.title, context=context, tick=self._state(row), quiet=one.coded)
        counted = self.tr("%Ln place(s)", "", form.count)
        coded = self.tr("%Ln coded already", "", form.coded) if form.coded else ""
        end = " · ".join(filter(None, (counted, coded)))
        return HitLine(written(form), end, tick=self._state(row), quiet=form.coded == form.count, is_open=row.is_open)

    def chosen(self) -> list[Occurrence]:
        """All that are ticked, also in a folded form."""
        return [one for at, one in enumerate(self._occurrences) if at not in self._off]

    def counts(self) -> tuple[int, int]:
        """How many there are, and how many of these are coded already."""
        return len(self._occurrences), sum(one.coded for one in self._occurrences)

    def _state(self, row: Row) -> Qt.CheckState:
        if row.occurrence is not None:
            return _UNTICKED if row.at in self._off else _TICKED
        free = self._free[_key(row)]
        off = sum(at in self._off for at in free)
        return _UNTICKED if off == len(free) else _PARTLY if off else _TICKED

    # -- ticking and folding

    def tick(self, row: Row) -> None:
        """Turn the tick of an occurrence, or of all of a form."""
        if row.occurrence is not None:
            self._set({row.at}, on=row.at in self._off)
        else:
            self._set(set(self._free[_key(row)]), on=self._state(row) != _TICKED)

    def tick_all(self, *, on: bool) -> None:
        """Tick everything that can be, or nothing."""
        self._set({at for at, one in enumerate(self._occurrences) if not one.coded}, on=on)

    def _set(self, which: set[int], *, on: bool) -> None:
        self._off = self._off - which if on else self._off | which
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [LINE])
        self.ticked_changed.emit()

    def fold(self, row: Row, *, shut: bool) -> int:
        """Hide the lines of a form, or show them again; the row of its heading then."""
        key = _key(row)
        self._shut = self._shut | {key} if shut else self._shut - {key}
        self._lay_out()
        return next(at for at, each in enumerate(self._rows) if each.occurrence is None and _key(each) == key)


def _key(row: Row) -> tuple[str, str]:
    return row.form.clitic, row.form.form


def _first(group: tuple[tuple[str, str], list[int]]) -> tuple[bool, int, int]:
    """Without particles first, then the frequent ones."""
    (clitic, _), members = group
    return bool(clitic), -len(members), members[0]


def _said(row: Row) -> str:
    if row.occurrence is None:
        return f"{isolate(written(row.form))} {row.form.count}"
    one = row.occurrence
    return isolate(f"{one.before}{one.text}{one.after}".replace("\n", " "))


def written(form: Form) -> str:
    """A form with its particles told apart."""
    return f"{form.clitic}+{form.form}" if form.clitic else form.spelled or form.form


def _spelled(one: Occurrence) -> str:
    """The words themselves where they are no more than the form."""
    return one.text if folded(one.text) == one.form else one.form
