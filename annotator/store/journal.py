"""The only door through which a project is written: changes are applied and logged in one transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.changes import Change, Edit
from annotator.core.errors import AnnotatorError, StaleError
from annotator.core.rows import dumps
from annotator.core.text import Text
from annotator.store.connection import in_our_words
from annotator.store.quotes import Quotes
from annotator.store.schema import JOURNALLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.changes import Kind, Row, Step

_NAMED_ROWS = 2_000  # a change told to listeners names at most so many rows of a table


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


class Journal:
    """Apply changes and write them down in one transaction; take them back the same way.

    `author` is the coder who acts, `copy` this file's own id: only what this author did in this copy is undone.
    `before_commit` is called first and may refuse (the file vanished under us).
    """

    def __init__(self, db: sqlite3.Connection, path: Path, *, author: str = "", copy: str = "") -> None:
        self.db = db
        self.path = path
        self.author = author
        self.copy = copy
        self.listeners: list[Callable[[Change], None]] = []
        self.before_commit: Callable[[], None] = lambda: None
        self._quotes = Quotes(db)

    def commit(self, change: Change) -> Change:
        """Do it all or do nothing, then tell whoever listens; returns it signed, `n` 0 if it changed nothing.

        Raises StaleError if a row is not as the change expects it, `still_used` if other rows need what it removes,
        `quote_mismatch` if an annotation's words are not those of its text, MachineError if the disk refuses.
        """
        done = self._write(replace(change, author=change.author or self.author, copy=change.copy or self.copy))
        if done.n:
            for listener in self.listeners:
                listener(done)
        return done

    def undo(self) -> Change | None:
        """Take back my last action on this copy, also one from another day; None if there is none."""
        return self._again(self._last("do", "redo"), "undo")

    def redo(self) -> Change | None:
        """Do again what I last took back; None if there is nothing, or something new was done since."""
        return self._again(self._last("undo"), "redo")

    def can_undo(self) -> Change | None:
        """What undo would take back, without its steps."""
        return None if (n := self._last("do", "redo")) is None else self.load(n)

    def can_redo(self) -> Change | None:
        """What redo would do again, without its steps."""
        return None if (n := self._last("undo")) is None else self.load(n)

    def take_back(self, change_id: str) -> Change:
        """Undo one action of the past by a new one, if nothing later stands on it (else StaleError)."""
        found = self.db.execute('select "n" from "change" where "id" = ?', [change_id]).fetchone()
        if found is None:
            raise AnnotatorError("no_such_action", id=change_id)
        deed = self.load(found[0])
        return self.commit(Change("take_back", self._inverse(deed), {"action": deed.name, **deed.facts}))

    def load(self, n: int) -> Change:
        """The head of change number `n`."""
        row = self.db.execute(
            'select "name","facts","author","copy","kind","of","id","at" from "change" where "n" = ?', [n]
        ).fetchone()
        name, facts, author, copy, kind, of, change_id, at = row
        return Change(name, (), json.loads(facts), author, copy, kind, of, change_id, at, n=n)

    def edits(self, n: int, *, backwards: bool = False) -> Iterator[Edit]:
        """The edits logged under change number `n`, streamed."""
        order = "desc" if backwards else "asc"
        sql = f'select "tbl","row","before","after" from "edit" where "change" = ? order by "seq" {order}'
        for table, row, before, after in self.db.cursor().execute(sql, [n]):
            yield Edit(table, row, before and json.loads(before), after and json.loads(after))

    def entries(self, limit: int = 500) -> list[Entry]:
        """The newest actions first; undo and redo are not listed but told by `undone`."""
        last: dict[str, str] = {}
        entries: list[Entry] = []
        sql = 'select "n","id","name","facts","author","at","copy","kind","of" from "change" order by "n" desc'
        for n, change_id, name, facts, author, at, copy, kind, of in self.db.execute(sql):
            if kind != "do":
                last.setdefault(of, kind)
                continue
            undone = last.get(change_id) == "undo"
            entries.append(Entry(n, change_id, name, json.loads(facts), author, at, copy, undone))
            if len(entries) >= limit:
                break
        return entries

    def row_history(self, table: str, row: str) -> list[tuple[Entry, Edit]]:
        """Everything that was done to one row, oldest first."""
        sql = (
            'select c."n",c."id",c."name",c."facts",c."author",c."at",c."copy",e."before",e."after" from "edit" e'
            ' join "change" c on e."change" = c."n" where e."tbl" = ? and e."row" = ? order by c."n"'
        )
        return [
            (
                Entry(n, change_id, name, json.loads(facts), author, at, copy, undone=False),
                Edit(table, row, before and json.loads(before), after and json.loads(after)),
            )
            for n, change_id, name, facts, author, at, copy, before, after in self.db.execute(sql, [table, row])
        ]

    def _again(self, n: int | None, kind: Kind) -> Change | None:
        if n is None:
            return None
        deed = self.load(n)
        steps = self.edits(n) if kind == "redo" else self._inverse(deed)
        return self.commit(Change(deed.name, steps, deed.facts, kind=kind, of=deed.id))

    def _inverse(self, deed: Change) -> Iterator[Edit]:
        return (edit.inverse() for edit in self.edits(deed.n, backwards=True))

    def _last(self, *wanted: Kind) -> int | None:
        """The newest of my actions here whose last word is one of those wanted."""
        if not self.author:
            return None  # what the program itself did (making the project, its sample) is nobody's to take back
        seen: set[str] = set()
        mine = 'select "n","id","kind","of" from "change" where "author" = ? and "copy" = ? order by "n" desc'
        for n, change_id, kind, of in self.db.execute(mine, [self.author, self.copy]):
            if kind == "do" and "undo" in wanted:
                return None  # a new action ends what could be redone
            deed = of or change_id
            if deed not in seen and kind in wanted:
                return n if of is None else self._number(of)
            seen.add(deed)
        return None

    def _number(self, change_id: str) -> int:
        return int(self.db.execute('select "n" from "change" where "id" = ?', [change_id]).fetchone()[0])

    def _write(self, change: Change) -> Change:
        self.before_commit()
        with self._transaction():
            n = self._open_entry(change)
            digest, rows = self._apply_all(n, change)
            if not rows:
                self.db.execute('delete from "change" where "n" = ?', [n])
                return change
            self._close_entry(n, digest)
        return replace(change, steps=(), rows=rows, n=n)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; a refused foreign key or a full disk leaves as an error a person can act on."""
        try:
            self.db.execute("begin immediate")
            yield
            self.db.execute("commit")
        except BaseException as error:
            if self.db.in_transaction:
                self.db.execute("rollback")
            if isinstance(error, sqlite3.IntegrityError):
                raise AnnotatorError("still_used") from error
            if isinstance(error, sqlite3.Error) and (known := in_our_words(error, self.path)) is not None:
                raise known from error
            raise

    def _open_entry(self, change: Change) -> int:
        cursor = self.db.execute(
            'insert into "change" ("id","name","facts","author","copy","kind","of","via","state","at","digest","chain")'
            " values (?,?,?,?,?,?,?,'','applied',?,'','')",
            [
                change.id,
                change.name,
                dumps(dict(change.facts)),
                change.author,
                change.copy,
                change.kind,
                change.of,
                change.at,
            ],
        )
        return int(cursor.lastrowid or 0)

    def _apply_all(self, n: int, change: Change) -> tuple[str, dict[str, frozenset[str] | None]]:
        """Each step applied, logged (unless derived: undo and redo log none) and hashed, one at a time."""
        hasher = hashlib.sha256(_head(change).encode())
        touched: dict[str, set[str]] = defaultdict(set)
        many: set[str] = set()
        for seq, edit in enumerate(self._edits_of(change.steps)):
            self._apply(edit)
            if change.kind == "do":
                hasher.update(self._log(n, seq, edit).encode())
            touched[edit.table].add(edit.row)
            if len(touched[edit.table]) > _NAMED_ROWS:
                many.add(edit.table)
                touched[edit.table].clear()
        rows = {table: None if table in many else frozenset(ids) for table, ids in touched.items()}
        return hasher.hexdigest(), rows

    def _edits_of(self, steps: Iterable[Step]) -> Iterator[Edit]:
        """The edits among the steps; texts are put beside the log under their hash, once and for good."""
        for step in steps:
            if isinstance(step, Text):
                self.db.execute('insert or ignore into "text" values (?,?)', [step.hash, step.body])
            else:
                yield step

    def _apply(self, edit: Edit) -> None:
        """Do one edit if the row is as expected; the check is the statement itself."""
        if edit.table not in JOURNALLED:
            raise AnnotatorError("no_such_table", table=edit.table)
        if edit.before is None:
            self._insert(edit, edit.after or {})
        elif edit.after is None:
            self._expect_one(edit, f'delete from "{edit.table}"', [], edit.before)
        else:
            columns = ",".join(f'"{column}" = ?' for column in edit.after)
            self._expect_one(edit, f'update "{edit.table}" set {columns}', [*edit.after.values()], edit.before)
        if edit.table == "annotation" and edit.after is not None:
            self._quotes.check(edit.row)

    def _insert(self, edit: Edit, row: Row) -> None:
        columns, marks = ",".join(f'"{column}"' for column in row), ",".join("?" * len(row))
        sql = f'insert into "{edit.table}" ({columns}) values ({marks})'
        try:
            self.db.execute(sql, [*row.values()])
        except sqlite3.IntegrityError as error:
            raise self._stale(edit) from error

    def _expect_one(self, edit: Edit, verb: str, values: list[object], before: Row) -> None:
        same = "".join(f' and "{column}" is ?' for column in before)
        if self.db.execute(f'{verb} where "id" = ?{same}', [*values, edit.row, *before.values()]).rowcount != 1:
            raise self._stale(edit)

    def _stale(self, edit: Edit) -> StaleError:
        """Say who changed the row last, and by what."""
        sql = (
            'select c."author", c."name" from "edit" e join "change" c on e."change" = c."n"'
            ' where e."tbl" = ? and e."row" = ? order by c."n" desc limit 1'
        )
        who, action = self.db.execute(sql, [edit.table, edit.row]).fetchone() or ("", "")
        return StaleError(edit, who=who, action=action)

    def _log(self, n: int, seq: int, edit: Edit) -> str:
        before, after = (None if row is None else dumps(dict(row)) for row in (edit.before, edit.after))
        self.db.execute('insert into "edit" values (?,?,?,?,?,?)', [n, seq, edit.table, edit.row, before, after])
        return "\n".join((edit.table, edit.row, before or "", after or ""))

    def _close_entry(self, n: int, digest: str) -> None:
        before = self.db.execute('select "chain" from "change" where "n" < ? order by "n" desc limit 1', [n]).fetchone()
        chain = link(before[0] if before else "", digest)
        self.db.execute('update "change" set "digest" = ?, "chain" = ? where "n" = ?', [digest, chain, n])


def link(chain: str, digest: str) -> str:
    """The next link of this file's chain over the digests of its changes."""
    return hashlib.sha256(f"{chain}{digest}".encode()).hexdigest()


def _head(change: Change) -> str:
    return dumps(
        [change.id, change.name, dict(change.facts), change.author, change.copy, change.kind, change.of, change.at]
    )


def digest(change: Change, edits: Iterable[Edit]) -> str:
    """What the log should hold as this change's digest."""
    hasher = hashlib.sha256(_head(change).encode())
    for edit in edits:
        before, after = (None if row is None else dumps(dict(row)) for row in (edit.before, edit.after))
        hasher.update("\n".join((edit.table, edit.row, before or "", after or "")).encode())
    return hasher.hexdigest()
