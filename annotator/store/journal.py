"""The only door through which a project is written: changes are applied and logged in one transaction."""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from annotator.core import changes
from annotator.core.changes import Change, Edit
from annotator.core.errors import AnnotatorError, StaleError
from annotator.core.rows import dumps
from annotator.core.text import Text
from annotator.store import edits, log, session
from annotator.store.frozen import Frozen
from annotator.store.history import Entry, History
from annotator.store.quotes import Quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.core.changes import Kind, Step
    from annotator.store.connection import Connection

__all__ = ["Entry", "Journal"]

Seen = TypeVar("Seen")

_AT_ONCE = 200  # edits, or actions of another copy, that are logged together
_NAMED_ROWS = 2_000  # a change told to listeners names at most so many rows of a table


class Journal(History):
    """Apply changes and write them down in one transaction; take them back the same way.

    `author` is the coder who acts, `copy` this file's own id: only what this author did in this copy is undone.
    `before_commit` is called first and may refuse (the file vanished under us), `in_commit` inside the transaction; `n`
    is the last change's number.
    """

    db: Connection

    def __init__(self, db: Connection, *, author: str = "", copy: str = "") -> None:
        super().__init__(db, author=author, copy=copy)
        self.listeners: list[Callable[[Change], None]] = []
        self.before_commit: Callable[[], None] = lambda: None
        self.in_commit: Callable[[], None] = lambda: None
        self.use(db)

    def use(self, db: Connection) -> None:
        """Go on with another connection to the same file."""
        self.db = db
        # SQLite's own kind: its errors are put in our words once, around the whole transaction.
        self._cursor: sqlite3.Cursor = db.cursor(sqlite3.Cursor)
        self._quotes = Quotes(self._cursor)
        self.n = session.head(db)[0]

    def commit(self, change: Change) -> Change:
        """Do it all or do nothing, then tell whoever listens; returns it signed, `n` 0 if it changed nothing.

        Raises StaleError if a row is not as the change expects it, `still_used` if other rows need what it removes,
        `quote_mismatch` if an annotation's words are not those of its text, `frozen_round` if it alters own work that
        is frozen, MachineError if the disk refuses.
        """
        self.before_commit()
        with self._transaction():
            self.in_commit()
            done = self.write(replace(change, author=change.author or self.author, copy=change.copy or self.copy))
        if done.n:
            self.n = done.n
            self.tell(done)
        return done

    def rehearse(self, steps: Iterable[Step], look: Callable[[], Seen]) -> Seen:
        """What `look` sees once these steps are done; then all is as before. Raises what `commit` would."""
        self.before_commit()
        try:
            self._cursor.execute("begin immediate")
            for edit in self._edits_of(steps):
                self._apply(edit)
            return look()
        finally:
            session.roll_back(self.db)

    def tell(self, change: Change) -> None:
        """Let whoever listens read again."""
        for listener in list(self.listeners):
            listener(change)

    def undo(self) -> Change | None:
        """Take back my last action on this copy, also one from another day; None if there is none."""
        return self._again(self.last("do", "redo"), "undo")

    def redo(self) -> Change | None:
        """Do again what I last took back; None if there is nothing, or something new was done since."""
        return self._again(self.last("undo"), "redo")

    def can_undo(self) -> Change | None:
        """What undo would take back, without its steps."""
        return None if (n := self.last("do", "redo")) is None else self.load(n)

    def can_redo(self) -> Change | None:
        """What redo would do again, without its steps."""
        return None if (n := self.last("undo")) is None else self.load(n)

    def take_back(self, change_id: str) -> Change:
        """Undo one action of the past by a new one, if nothing later stands on it (else StaleError).

        Raises `merge_by_undo` for one that brought actions of another copy: they would be here and yet without effect.
        """
        deed = self.load(self.number(change_id))
        if self.brought(deed.id):
            raise AnnotatorError("merge_by_undo")
        return self.commit(Change("take_back", self._inverse(deed), {**deed.facts, "action": deed.name}))

    def _again(self, n: int | None, kind: Kind) -> Change | None:
        if n is None:
            return None
        deed = self.load(n)
        steps = self.edits(n) if kind == "redo" else self._inverse(deed)
        return self.commit(Change(deed.name, steps, deed.facts, kind=kind, of=deed.id))

    def _inverse(self, deed: Change) -> Iterator[Edit]:
        return (edit.inverse() for edit in self.edits(deed.n, backwards=True))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; a refused foreign key or a full disk leaves as an error a person can act on."""
        try:
            self._cursor.execute("begin immediate")
            yield
            self._cursor.execute("commit")
        except BaseException as error:
            session.roll_back(self.db)
            if isinstance(error, sqlite3.Error):
                raise self._in_our_words(error) from error
            raise

    def _in_our_words(self, error: sqlite3.Error) -> Exception:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            return AnnotatorError("still_used")
        return self.db.words_for(error) or error

    def write(self, change: Change) -> Change:
        """Apply it and log it in a transaction that the caller has begun; nobody is told."""
        brought, steps = self._bring(change)
        n = self._open_entry(change)
        digest, rows = self._apply_all(n, change, steps)
        if not (rows or brought or change.of):
            self._cursor.execute('delete from "change" where "n" = ?', [n])
            return change
        self._close_entry(n, digest)
        return replace(change, steps=(), rows=rows, n=n)

    def _bring(self, change: Change) -> tuple[bool, Iterable[Step]]:
        """Log the actions of another copy, which come before all other steps; whether there were any, and the rest."""
        steps, entries, brought = iter(change.steps), [], False
        for step in steps:
            if not isinstance(step, changes.Entry):
                steps = itertools.chain((step,), steps)
                break
            brought = True
            entries.append(step)
            if len(entries) == _AT_ONCE:
                log.bring(self._cursor, entries, change.id)
                entries.clear()
        log.bring(self._cursor, entries, change.id)
        return brought, steps

    def _open_entry(self, change: Change) -> int:
        facts = dumps(dict(change.facts))
        self._cursor.execute(
            'insert into "change" ("id","name","facts","author","copy","kind","of","via","state","at","digest","chain")'
            " values (?,?,?,?,?,?,?,'','applied',?,'','')",
            [change.id, change.name, facts, change.author, change.copy, change.kind, change.of, change.at],
        )
        return int(self._cursor.lastrowid or 0)

    def _close_entry(self, n: int, digest: str) -> None:
        chain = log.next_link(self._cursor, n, digest)
        self._cursor.execute('update "change" set "digest" = ?, "chain" = ? where "n" = ?', [digest, chain, n])

    def _apply_all(self, n: int, change: Change, steps: Iterable[Step]) -> tuple[str, dict[str, frozenset[str] | None]]:
        """Each step applied, logged (unless derived: undo and redo log none) and hashed, one at a time."""
        written, touched, frozen = _Written(self._cursor, change), _Touched(), Frozen(self._cursor)
        for seq, edit in enumerate(self._edits_of(steps)):
            self._apply(edit)
            frozen.met(edit)
            if change.kind == "do":
                written.add((n, seq, edit.table, edit.row, *log.stored(edit)))
            touched.add(edit)
        frozen.close()
        return written.digest(), touched.rows()

    def _edits_of(self, steps: Iterable[Step]) -> Iterator[Edit]:
        """The edits among the steps; texts are put beside the log under their hash, once and for good."""
        for step in steps:
            if isinstance(step, Text):
                self._cursor.execute('insert or ignore into "text" values (?,?)', [step.hash, step.body])
            elif isinstance(step, changes.Entry):
                raise TypeError("actions of another copy come before all other steps")
            elif step.before != step.after:
                yield step

    def _apply(self, edit: Edit) -> None:
        if not edits.apply(self._cursor, edit):
            who, action = self.last_hand(edit.table, edit.row)
            raise StaleError(edit, who=who, action=action)
        if edit.table == "annotation" and edit.after is not None:
            self._quotes.check(edit.row, edit.after)


class _Written:
    """The edits of one change, logged and hashed some hundreds at a time."""

    def __init__(self, cursor: sqlite3.Cursor, change: Change) -> None:
        self._cursor = cursor
        self._hasher = hashlib.sha256(log.head(change))
        self._rows: list[log.EditRow] = []

    def add(self, row: log.EditRow) -> None:
        self._rows.append(row)
        if len(self._rows) == _AT_ONCE:
            self._write()

    def digest(self) -> str:
        """The change's digest, once all is written."""
        self._write()
        return self._hasher.hexdigest()

    def _write(self) -> None:
        self._cursor.executemany('insert into "edit" values (?,?,?,?,?,?)', self._rows)
        self._hasher.update(log.lines(self._rows))
        self._rows.clear()


class _Touched:
    """The rows that a change touched, by table; more of a table than can be named are told as None."""

    def __init__(self) -> None:
        self._ids: dict[str, set[str] | None] = {}

    def add(self, edit: Edit) -> None:
        ids = self._ids.setdefault(edit.table, set())
        if ids is not None:
            ids.add(edit.row)
            if len(ids) > _NAMED_ROWS:
                self._ids[edit.table] = None

    def rows(self) -> dict[str, frozenset[str] | None]:
        return {table: None if ids is None else frozenset(ids) for table, ids in self._ids.items()}
