"""What another copy did in many actions, as one net edit of each row: do, undo and redo counted in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.changes import Edit
from annotator.core.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from annotator.core.changes import Entry, Row, Value

Key = tuple[str, str]

STAYS = frozenset({"merge", "takeback", "package"})  # changes that are a copy's own and never travel
OWN_TABLES = frozenset({"clash"})
_OWN_COLUMNS = {"project": frozenset({"package"})}


@dataclass(slots=True)
class Net:
    """One row, before and after all that was done to it there.

    `also` holds, by column, what it would fit besides `before`; `sources` are the changes that made it, `who` and `at`
    those of the last. `clash` is the id under which it was held before.
    """

    table: str
    row: str
    before: dict[str, Value] | None
    after: Row | None
    sources: list[str]
    who: str
    at: str
    also: dict[str, set[Value]] = field(default_factory=dict)
    clash: str = ""


@dataclass(frozen=True, slots=True)
class Squashed:
    """The net edits in the order in which rows were first touched, and the clashes settled there, with their state."""

    nets: list[Net]
    settled: Mapping[str, str]


def unknown(entries: Iterable[Entry], known: Collection[str]) -> tuple[list[Entry], int]:
    """Those that are not here yet and were not only tried there, oldest first; and how many are known."""
    given = [entry for entry in entries if entry.change.name not in STAYS or entry.change.of]
    last = {entry.change.of: entry.change.kind for entry in given if entry.change.of}
    gone = {of for of, kind in last.items() if kind == "undo"}
    travel = [entry for entry in given if entry.change.name not in STAYS and entry.via not in gone]
    new = [entry for entry in travel if entry.change.id not in known]
    return new, len(travel) - len(new)


def squash(
    entries: Sequence[Entry], deed: Callable[[str], tuple[Edit, ...] | None], open_clashes: Sequence[Net] = ()
) -> Squashed:
    """The net of these actions; `deed` gives the edits of one that is here already, since they may undo it.

    An action that they had from elsewhere does not follow upon theirs where it was held there; then it is a net edit
    of its own. Raises `log_incomplete` for the undo of an action that is nowhere.
    """
    made = _Squash(open_clashes)
    given = {entry.change.id: entry.edits for entry in entries if entry.change.kind == "do"}
    for entry in entries:
        for edit in _edits(entry, given, deed):
            made.take(entry, edit)
    return made.result()


def _edits(
    entry: Entry, given: Mapping[str, tuple[Edit, ...]], deed: Callable[[str], tuple[Edit, ...] | None]
) -> Iterable[Edit]:
    change = entry.change
    if change.of is None:
        return entry.edits
    found = given[change.of] if change.of in given else deed(change.of)
    if found is None:
        raise DamagedError("log_incomplete", action=change.name)
    return found if change.kind == "redo" else [edit.inverse() for edit in reversed(found)]


class _Squash:
    def __init__(self, open_clashes: Sequence[Net]) -> None:
        self._nets: dict[Key, list[Net]] = {}
        self._main: dict[Key, Net] = {}
        self._settled: dict[str, str] = {}
        for net in open_clashes:
            self._nets.setdefault((net.table, net.row), []).append(net)

    def result(self) -> Squashed:
        """A row's own net edit stands before those that others had there."""
        nets: list[Net] = []
        for key, there in self._nets.items():
            main = self._main.get(key)
            nets += [net for net in there if net is main] + [net for net in there if net is not main]
        return Squashed([net for net in map(_reduced, nets) if net is not None], self._settled)

    def take(self, entry: Entry, edit: Edit) -> None:
        if edit.table in OWN_TABLES:
            if edit.after is not None and edit.after.get("state") in {"open", "ours", "theirs"}:
                self._settled[edit.row] = str(edit.after["state"])
            return
        if edit.table in _OWN_COLUMNS:
            edit = _without(edit, _OWN_COLUMNS[edit.table])
        key = (edit.table, edit.row)
        if (net := self._net(key, edit, own=not entry.via)) is not None:
            _extend(net, edit)
            _sign(net, entry)

    def _net(self, key: Key, edit: Edit, *, own: bool) -> Net | None:
        """What the edit goes on with; None if another's leaves the row as one that is here already does."""
        there, main = self._nets.setdefault(key, []), self._main.get(key)
        if own and main is not None:
            return main
        net = main if main is not None and _fits(main, edit) else next((net for net in there if _fits(net, edit)), None)
        if net is None and not own and any(_holds(net, edit) for net in there):
            return None
        if net is None:
            before = None if edit.before is None else dict(edit.before)
            net = Net(*key, before, before, [], "", "")
            there.append(net)
        if own:
            self._main[key] = net
        return net


def _sign(net: Net, entry: Entry) -> None:
    if not net.sources or net.sources[-1] != entry.change.id:
        net.sources.append(entry.change.id)
    net.who, net.at, net.clash = entry.change.author, entry.change.at, ""


def _fits(net: Net, edit: Edit) -> bool:
    """Whether the edit follows upon the net edit."""
    if edit.before is None or net.after is None:
        return edit.before is None and net.after is None
    return all(column not in net.after or net.after[column] == said for column, said in edit.before.items())


def _holds(net: Net, edit: Edit) -> bool:
    """Whether the net edit leaves the row as this edit would."""
    if edit.after is None or net.after is None:
        return edit.after is None and net.after is None
    return all(column in net.after and net.after[column] == said for column, said in edit.after.items())


def _extend(net: Net, edit: Edit) -> None:
    if edit.after is None:
        net.before = None if net.before is None else {**(edit.before or {}), **net.before}
        net.after = None
        return
    if edit.before is None or net.after is None:
        net.after = {**net.after, **edit.after} if net.after else edit.after
        return
    after = dict(net.after)
    for column, said in edit.after.items():
        was = edit.before[column]
        if net.before is not None and column not in net.before:
            net.before[column] = was
        elif after.get(column, was) != was:
            net.also.setdefault(column, set()).add(was)
        after[column] = said
    net.after = after


def _reduced(net: Net) -> Net | None:
    """Without the columns that came back to what they were; None if nothing is left."""
    if net.before is None or net.after is None:
        return None if net.before is net.after else net
    columns = [c for c in net.after if net.before.get(c) != net.after[c] or c in net.also]
    if not columns:
        return None
    net.before = {column: net.before[column] for column in columns if column in net.before}
    net.after = {column: net.after[column] for column in columns}
    return net


def _without(edit: Edit, columns: Collection[str]) -> Edit:
    return Edit(edit.table, edit.row, _rest(edit.before, columns), _rest(edit.after, columns))


def _rest(row: Row | None, columns: Collection[str]) -> Row | None:
    return None if row is None else {column: said for column, said in row.items() if column not in columns}
