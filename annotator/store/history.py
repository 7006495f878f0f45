"""Reading the log: what was done, by whom, to which rows, and what undo and redo would take up next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.changes import Change, Edit
from annotator.core.errors import AnnotatorError
from annotator.store.reading import parsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from annotator.core.changes import Kind, Row

_OURS = """c."via" = ''"""  # not brought from another copy by a merge: those were never applied by themselves
_ENTRY = 'c."n", c."id", c."name", c."facts", c."author", c."at", c."copy"'


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as the history shows it; `undone` says whether its last word was undo."""

    n: int
    id: str
    name: str
    facts: Mapping[str, object]
    author: str
    at: str
    copy: str
    undone: bool


class History:
    """The log of one project, read."""

    def __init__(self, db: sqlite3.Connection, *, author: str, copy: str) -> None:
        self.db = db
        self.author = author
        self.copy = copy

    def load(self, n: int) -> Change:
        """The head of change number `n`, without its steps; raises `no_such_action`."""
        row = self.db.execute(
            'select "name","facts","author","copy","kind","of","id","at" from "change" where "n" = ?', [n]
        ).fetchone()
        if row is None:
            raise AnnotatorError("no_such_action", id=str(n))
        name, facts, author, copy, kind, of, change_id, at = row
        return Change(name, (), parsed(facts, "change", str(n)), author, copy, kind, of, change_id, at, n=n)

    def edits(self, n: int, *, backwards: bool = False) -> Iterator[Edit]:
        """The edits logged under change number `n`, streamed; those of an older format as this one says them."""
        order = "desc" if backwards else "asc"
        sql = f'select "tbl","row","before","after" from "edit" where "change" = ? order by "seq" {order}'
        for table, row, before, after in self.db.execute(sql, [n]):
            edit = _edit(table, row, before, after)
            if table == "statement" and _is_old(edit):
                yield from _as_rows(self.db, edit)
            else:
                yield edit

    def entries(self, limit: int = 500) -> list[Entry]:
        """The newest actions first; undo and redo are not listed but told by `undone`."""
        last: dict[str, str] = {}
        entries: list[Entry] = []
        for *facts, kind, of in self.db.execute(
            f'select {_ENTRY}, c."kind", c."of" from "change" c where {_OURS} order by c."n" desc'
        ):
            entry = _entry(facts)
            if kind != "do":
                last.setdefault(of, kind)
            elif len(entries) < limit:
                entries.append(entry if last.get(entry.id) != "undo" else _undone(entry))
            else:
                break
        return entries

    def newest(self, limit: int | None = None) -> list[Change]:
        """The log as it was written, newest first, undo and redo among it; without steps."""
        sql = f'select c."n" from "change" c where {_OURS} order by c."n" desc limit ?'
        found = self.db.execute(sql, [-1 if limit is None else limit]).fetchall()
        return [self.load(n) for (n,) in found]

    def row_history(self, table: str, row: str) -> list[tuple[Entry, Edit]]:
        """Everything that was done to one row here, oldest first; what a merge brought is told as the merge's."""
        sql = (
            f'select e."before", e."after", {_ENTRY} from "edit" e join "change" c on e."change" = c."n"'
            f' where e."tbl" = ? and e."row" = ? and {_OURS} order by c."n", e."seq"'
        )
        return [
            (_entry(facts), _edit(table, row, before, after))
            for before, after, *facts in self.db.execute(sql, [table, row])
        ]

    def undone(self) -> set[str]:
        """The ids of the actions whose last word is undo."""
        sql = f'select c."of", c."kind" from "change" c where c."kind" <> \'do\' and {_OURS} order by c."n"'
        last = dict(self.db.execute(sql))
        return {change for change, kind in last.items() if kind == "undo"}

    def known(self) -> set[str]:
        """The ids of all actions that are here: done here, or brought by a merge whose last word is not undo."""
        gone = self.undone()
        return {change for change, via in self.db.execute('select "id", "via" from "change"') if via not in gone}

    def brought(self, merge: str) -> list[Entry]:
        """What a merge brought from another copy, oldest first: who did what there, undo told by `undone`."""
        sql = f'select {_ENTRY}, c."kind", c."of" from "change" c where c."via" = ? order by c."n"'
        found = self.db.execute(sql, [merge]).fetchall()
        last = {of: kind for *_, kind, of in found if kind != "do"}
        entries = [_entry(facts) for *facts, kind, _ in found if kind == "do"]
        return [entry if last.get(entry.id) != "undo" else _undone(entry) for entry in entries]

    def edits_named(self, change_id: str) -> tuple[Edit, ...] | None:
        """The edits of an action by its id, done here or brought; None if it is not in this file."""
        found = self.db.execute('select "n" from "change" where "id" = ?', [change_id]).fetchone()
        return None if found is None else tuple(self.edits(found[0]))

    def last_hand(self, table: str, row: str) -> tuple[str, str]:
        """Who changed a row last (a coder's id), and by which action; both empty for a row that never was."""
        sql = (
            'select c."author", c."name" from "edit" e join "change" c on e."change" = c."n"'
            f' where e."tbl" = ? and e."row" = ? and {_OURS} order by c."n" desc limit 1'
        )
        author, action = self.db.execute(sql, [table, row]).fetchone() or ("", "")
        return author, action

    def number(self, change_id: str) -> int:
        """The number of an action in this file; raises `no_such_action`."""
        sql = f'select c."n" from "change" c where c."id" = ? and c."kind" = \'do\' and {_OURS}'
        found = self.db.execute(sql, [change_id]).fetchone()
        if found is None:
            raise AnnotatorError("no_such_action", id=change_id)
        return int(found[0])

    def last(self, *wanted: Kind) -> int | None:
        """The newest of my actions in this copy whose last word is one of those wanted."""
        if not self.author:
            return None  # what the program itself did (making the project, its sample) is nobody's to take back
        seen: set[str] = set()
        mine = (
            'select c."n", c."id", c."kind", c."of" from "change" c'
            f' where c."author" = ? and c."copy" = ? and {_OURS} order by c."n" desc'
        )
        for n, change_id, kind, of in self.db.execute(mine, [self.author, self.copy]):
            if kind == "do" and "undo" in wanted:
                return None  # a new action ends what could be redone
            deed = of or change_id
            if deed not in seen and kind in wanted:
                return int(n) if of is None else self.number(of)
            seen.add(deed)
        return None


def _entry(row: list[object]) -> Entry:
    n, change_id, name, facts, author, at, copy = row
    return Entry(n, change_id, name, parsed(str(facts), "change", str(n)), author, at, copy, undone=False)  # type: ignore[arg-type]


def _undone(entry: Entry) -> Entry:
    return Entry(entry.n, entry.id, entry.name, entry.facts, entry.author, entry.at, entry.copy, undone=True)


def _is_old(edit: Edit) -> bool:
    """Whether it speaks of a statement's slots as one column, as format 1 did."""
    return "slots" in (edit.after or edit.before or {})


def _as_rows(db: sqlite3.Connection, edit: Edit) -> Iterator[Edit]:
    from annotator.store import format_1  # noqa: PLC0415  # for old files alone

    return format_1.as_rows(db, edit)


def _edit(table: str, row: str, before: str | None, after: str | None) -> Edit:
    return Edit(table, row, _row(before), _row(after))


def _row(stored: str | None) -> Row | None:
    return None if stored is None else parsed(stored, "edit", "")
