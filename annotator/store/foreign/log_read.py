"""A foreign log, in the child: every digest and link verified, then entry by entry, each edit and quote looked at."""

from __future__ import annotations

import hashlib
from collections import deque
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from annotator.core.text import Text
from annotator.store import format_1, log
from annotator.store.foreign import guarded, shapes, told
from annotator.store.quotes import verify, verify_head

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator

    from annotator.core.changes import Edit, Entry, Row, Value

    _Stored = tuple[Value, ...]  # the number of the entry, then table, row, before and after as they are stored

_NAMES = ("id", "name", "facts", "author", "copy", "kind", "of", "via", "state", "at", "digest")
_LISTED = ", ".join(f'"{name}"' for name in _NAMES)
_CHANGES = f'select "n", "chain", {_LISTED} from "change" order by "n"'
_EDITS = 'select "change", "tbl", "row", "before", "after" from "edit" order by "change", "seq"'
_EDITS_OF = 'select "change", "tbl", "row", "before", "after" from "edit" where "change" = ? order by "seq"'


def check(db: sqlite3.Connection) -> int:
    """Raise ValueError unless the log goes through from the first link to where it was sealed; its length."""
    chain, last, links, edits = "", 0, {0: ""}, Edits(db)
    for n, link, said in _heads(db):
        chain = log.link(chain, _digest(edits.of(n), told.head_from_data(said)))
        if n != last + 1 or link != chain:
            raise ValueError(n)
        last, links[n] = n, chain
    for end, sealed in guarded.rows(db, 'select "n", "chain" from "session"'):
        if links.get(int(end or 0)) != sealed:
            raise ValueError(end)
    edits.close()
    return last


def _heads(db: sqlite3.Connection) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Each entry's number, link and columns, oldest first."""
    for n, chain, *said in guarded.rows(db, _CHANGES):
        data: dict[str, Any] = dict(zip(_NAMES, said, strict=True))
        data["facts"] = shapes.parsed(data["facts"])
        yield shapes.count(n), str(chain), data


def _digest(edits: Iterable[_Stored], entry: Entry) -> str:
    """What the entry's digest must be, once it was compared with what it is."""
    hasher, bare = hashlib.sha256(log.head(entry.change)), entry.change.kind != "do"
    for _, *edit in edits:
        if bare:
            raise ValueError(entry.digest)
        hasher.update(log.line(*edit))  # type: ignore[arg-type]  # whatever they are, only right ones give the digest
    if hasher.hexdigest() != entry.digest:
        raise ValueError(entry.digest)
    return entry.digest


class Edits:
    """The logged edits of one entry after the other, in one walk over them all."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._left = groupby(guarded.rows(db, _EDITS), key=itemgetter(0))
        self._next = next(self._left, None)

    def of(self, n: int) -> Iterator[_Stored]:
        """Those of entry `n`, whose number is above any asked for before; to be read before the next are asked for."""
        if self._next is not None and self._next[0] == n:
            yield from self._next[1]
            self._next = next(self._left, None)

    def close(self) -> None:
        """Raise ValueError unless all were asked for."""
        if self._next is not None:
            raise ValueError(self._next[0])


class Log:
    """The log of a file, as lines for the other side: an entry's head, its edits, and None where it ends.

    What an older format logged goes on as this one says it, and so under another digest, which then stands for None.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._is_old = False  # whether the entry that is read is of an older format
        self._last = ("", Text(""))

    def lines(self, known: Collection[str]) -> Iterator[object]:
        """Entries whose ids are not known, oldest first; raises ValueError for an edit that no journal wrote."""
        stored = Edits(self._db)
        for n, _, said in _heads(self._db):
            its = stored.of(n)
            if said["id"] in known:
                deque(its, maxlen=0)
            else:
                yield said
                self._is_old = False
                for edit in self._edits(its):
                    yield [edit.table, edit.row, edit.before, edit.after]
                yield self._digest_today(n, said) if self._is_old else None

    def _digest_today(self, n: int, said: dict[str, Any]) -> str:
        return log.digest(told.head_from_data(said).change, self._edits(guarded.rows(self._db, _EDITS_OF, (n,))))

    def _edits(self, stored: Iterable[_Stored]) -> Iterator[Edit]:
        for _, table, row, before, after in stored:
            for edit in self._today(table, row, _parsed(before), _parsed(after)):
                if edit.before is None and edit.after is not None:
                    self._look_into(edit.table, edit.after)
                yield edit

    def _today(self, table: object, row: object, before: Any, after: Any) -> Iterator[Edit]:
        """Of an older format as this one says it."""
        if table == "statement" and "slots" in (after or before):
            from annotator.core.changes import Edit  # noqa: PLC0415  # for old logs alone

            self._is_old = True
            for edit in format_1.as_rows(self._db, Edit("statement", str(row), before, after)):
                yield shapes.edit(edit.table, edit.row, edit.before, edit.after)
        else:
            yield shapes.edit(table, row, before, after)

    def _look_into(self, table: str, row: Row) -> None:
        """What stands on a text must stand in it."""
        if table == "annotation":
            fragments = shapes.parsed(str(row["fragments"]))
            verify(self._text(str(row["text"])), fragments, shapes.parsed(str(row["quotes"])))
            if row.get("head", "[]") != "[]":
                verify_head(shapes.parsed(str(row["head"])), fragments)
        elif table == "part":
            self._text(str(row["text"])).quote(int(row["start"] or 0), int(row["end"] or 0))

    def _text(self, name: str) -> Text:
        if self._last[0] != name:
            body = guarded.text(self._db, name)
            if body is None:
                raise ValueError(name)
            self._last = (name, Text(body))
        return self._last[1]


def _parsed(stored: object) -> Any:
    return None if stored is None else shapes.parsed(str(stored))
