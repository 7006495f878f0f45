"""A net edit of another copy beside the row as it is here: nothing to do, to take, or a clash; column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.core.changes import Edit
from annotator.core.ids import keyed_id
from annotator.core.rows import dumps
from annotator.operations.upgraded import united

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.changes import Row, Value
    from annotator.operations.squashing import Net

# Columns that say one thing together.
_TOGETHER: Final = {
    "annotation": (("text", "fragments", "quotes", "head"),),
    "part": (("text", "start", "end"),),
    "round": (("state", "frozen", "seal"),),
    "decision": (("take", "reason", "note", "coder", "at", "sources", "results", "coders"),),
}
# Of two copies that made the same row by themselves: columns that are no work, where the earlier row simply stands.
_BESIDE: Final = frozenset({"at", "codebook", "position", "was"})
_DECIDED: Final = frozenset({"coder", "sources", "coders"})  # of one decision that two reviewers took alike
_FURTHER: Final = {"todo": 0, "work": 1, "done": 2, "review": 3, "settled": 4}


@dataclass(slots=True, eq=False)
class Piece:
    """What becomes of one net edit, or of some of its columns: `edit` is what it would do here, `theirs` what they did.

    It is held when it has a `why`; `within` is the piece that it is held with. `sources` are the changes that made it.
    """

    edit: Edit
    theirs: Edit
    sources: Sequence[str]
    who: str
    at: str
    clash: str = ""
    why: str = ""
    within: Piece | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Its table and row."""
        return self.theirs.table, self.theirs.row

    @property
    def id(self) -> str:
        """The id of the clash that it is when it is held: the same wherever this edit is held."""
        side = self.theirs.after if self.theirs.after is not None else self.theirs.before or {}
        columns = sorted(side) if self.theirs.before is not None and self.theirs.after is not None else []
        kind = self.theirs.kind
        if kind == "added" and "id" not in side:  # some columns of a row that both made
            columns = sorted(side)
        return self.clash or keyed_id("clash", *self.sources[-1:], *self.key, kind, *columns)

    def hold(self, why: str, within: Piece | None = None) -> bool:
        """Hold it, once; says whether it was not held before."""
        if self.why:
            return False
        self.why, self.within = why, within
        return True


def decide(nets: Iterable[Net], here: Row | None) -> list[Piece]:
    """The pieces that all net edits of one row become, each decided upon what the one before it leaves."""
    made: list[Piece] = []
    for net in nets:
        for piece in _decided(net, here):
            made.append(piece)
            if not piece.why:
                here = None if piece.edit.after is None else {**(here or {}), **piece.edit.after}
    return made


def _decided(net: Net, here: Row | None) -> Iterator[Piece]:
    if net.before is None:
        yield from _added(net, here)
    elif net.after is None:
        yield from _removed(net, here)
    elif here is None:
        if net.after:
            yield _piece(net, Edit(net.table, net.row, net.before, net.after), "deleted_here")
    else:
        yield from _altered(net, here)


def _added(net: Net, here: Row | None) -> Iterator[Piece]:
    after = net.after or {}
    if here is None:
        yield _piece(net, Edit(net.table, net.row, None, after), "" if "id" in after else "deleted_here")
        return
    differ = [column for column in after if column in here and here[column] != after[column]]
    if both := united(net.table, here, after):
        differ = [column for column in differ if column not in both]
        yield _piece(net, _alteration(net, here, both, [c for c in both if both[c] != here[c]]), added=True)
    if net.table == "coding" and "status" in differ:
        differ.remove("status")
        yield from _further(net, here)
    beside = _BESIDE | _DECIDED if net.table == "decision" else _BESIDE
    if beside.issuperset(differ):
        if differ and _order(after, differ) < _order(here, differ):
            yield _piece(net, _alteration(net, here, after, differ))
    else:
        yield _piece(net, _alteration(net, here, after, differ), "changed", added=True)


def _order(row: Row, columns: Sequence[str]) -> tuple[str, str]:
    return str(row.get("at", "")), dumps([row[column] for column in sorted(columns)])


def _removed(net: Net, here: Row | None) -> Iterator[Piece]:
    if here is None:
        return
    gone = Edit(net.table, net.row, here, None)
    changed = any(here.get(c) != said and not _also(net, c, here) for c, said in (net.before or {}).items())
    yield _piece(net, gone, "deleted_there" if changed else "")


def _altered(net: Net, here: Row) -> Iterator[Piece]:
    after, before = net.after or {}, net.before or {}
    taken: list[str] = []
    for columns in _groups(net.table, after):
        if all(here[column] == after[column] for column in columns):
            continue
        if all(here[c] in (before.get(c), after[c]) or _also(net, c, here) for c in columns):
            taken += [column for column in columns if here[column] != after[column]]
        elif net.table == "coding" and columns == ("status",):
            yield from _further(net, here)
        else:
            yield _piece(net, _alteration(net, here, after, columns), "changed")
    if taken:
        yield _piece(net, _alteration(net, here, after, taken))


def _further(net: Net, here: Row) -> Iterator[Piece]:
    """Of two who went on with one coding, what is further holds."""
    status = (net.after or {})["status"]
    if _FURTHER[str(status)] > _FURTHER[str(here["status"])]:
        yield _piece(net, _alteration(net, here, {"status": status}, ["status"]))


def _groups(table: str, after: Row) -> Iterator[tuple[str, ...]]:
    left = dict.fromkeys(after)
    for together in _TOGETHER.get(table, ()):
        if group := tuple(column for column in together if column in left):
            yield group
            for column in group:
                del left[column]
    yield from ((column,) for column in left)


def _also(net: Net, column: str, here: Row) -> bool:
    return column in net.also and here[column] in net.also[column]


def _alteration(net: Net, here: Row, after: Row, columns: Iterable[str]) -> Edit:
    columns = list(columns)
    return Edit(net.table, net.row, {c: here[c] for c in columns}, {c: after[c] for c in columns})


def _piece(net: Net, edit: Edit, why: str = "", *, added: bool = False) -> Piece:
    theirs = Edit(net.table, net.row, net.before, net.after)
    if edit.before is not None and edit.after is not None and net.after is not None:
        before: Mapping[str, Value] = net.before or {}
        was = None if added else {column: before.get(column) for column in edit.after}
        theirs = Edit(net.table, net.row, was, edit.after)
    return Piece(edit, theirs, net.sources or [net.clash], net.who, net.at, net.clash, why)
