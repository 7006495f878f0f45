"""How the log names what it holds: the bytes that are hashed, a change's digest, the chain over digests."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from annotator.core.errors import DamagedError
from annotator.core.rows import dumps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from annotator.core.changes import Change, Edit, Entry

    EditRow = tuple[int, int, str, str, str | None, str | None]  # a row of the log: change, seq, table, row, both sides


def link(chain: str, digest: str) -> str:
    """The next link of this file's chain over the digests of its changes."""
    return hashlib.sha256(f"{chain}{digest}".encode()).hexdigest()


def head(change: Change) -> bytes:
    """What of a change itself is hashed: all that travels with it."""
    return dumps(
        [change.id, change.name, dict(change.facts), change.author, change.copy, change.kind, change.of, change.at]
    ).encode()


def line(table: str, row: str, before: str | None, after: str | None) -> bytes:
    """What of an edit is hashed; `before` and `after` are JSON, which holds no line ends."""
    return f"\n{table}\n{row}\n{before or ''}\n{after or ''}".encode()


def lines(rows: Iterable[EditRow]) -> bytes:
    """The same of many, as the log stores them."""
    said = (f"\n{table}\n{row}\n{before or ''}\n{after or ''}" for _, _, table, row, before, after in rows)
    return "".join(said).encode()


def stored(edit: Edit) -> tuple[str | None, str | None]:
    """An edit's before and after as the log stores them."""
    before, after = edit.before, edit.after
    return None if before is None else dumps(dict(before)), None if after is None else dumps(dict(after))


def digest(change: Change, edits: Iterable[Edit]) -> str:
    """What the log should hold as this change's digest (undo and redo log no edits)."""
    hasher = hashlib.sha256(head(change))
    for edit in edits:
        hasher.update(line(edit.table, edit.row, *stored(edit)))
    return hasher.hexdigest()


def next_link(cursor: sqlite3.Cursor, n: int, digest: str) -> str:
    """The link of change number `n`, after the one before it."""
    sql = 'select "chain" from "change" where "n" < ? order by "n" desc limit 1'
    before = cursor.execute(sql, [n]).fetchone()
    return link(before[0] if before else "", digest)


def bring(cursor: sqlite3.Cursor, entries: Sequence[Entry], via: str) -> None:
    """Write actions of another copy down whole, in their order, brought by the change `via`; none is applied.

    Those that an undone merge brought are here already and now belong to this one. Raises `log_changed` if one is not
    what its digest says.
    """
    ids = dumps([entry.change.id for entry in entries])
    sql = 'select "id" from "change" where "via" <> \'\' and "id" in (select value from json_each(?))'
    there = {row[0] for row in cursor.execute(sql, [ids]).fetchall()}
    again = [(via, entry.state, entry.change.id) for entry in entries if entry.change.id in there]
    cursor.executemany('update "change" set "via" = ?, "state" = ? where "id" = ?', again)
    n, chain = cursor.execute('select "n", "chain" from "change" order by "n" desc limit 1').fetchone() or (0, "")
    heads, rows = [], []
    for entry in entries:
        if entry.change.id not in there:
            n, chain = n + 1, link(chain, entry.digest)
            rows += _rows(n, entry)
            heads.append(_head_row(n, entry, via, chain))
    cursor.executemany('insert into "change" values (?,?,?,?,?,?,?,?,?,?,?,?,?)', heads)
    cursor.executemany('insert into "edit" values (?,?,?,?,?,?)', rows)


def _rows(n: int, entry: Entry) -> list[EditRow]:
    """The edits of an entry as the log holds them, once they were compared with its digest."""
    rows = [(n, seq, edit.table, edit.row, *stored(edit)) for seq, edit in enumerate(entry.edits)]
    if hashlib.sha256(head(entry.change) + lines(rows)).hexdigest() != entry.digest:
        raise DamagedError("log_changed", n="", action=entry.change.name)
    return rows


def _head_row(n: int, entry: Entry, via: str, chain: str) -> tuple[object, ...]:
    change = entry.change
    return (
        *(n, change.id, change.name, dumps(dict(change.facts)), change.author, change.copy, change.kind, change.of),
        *(via, entry.state, change.at, entry.digest, chain),
    )
