"""How the log names what it holds: the bytes that are hashed, a change's digest, the chain over digests."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from annotator.core.errors import DamagedError
from annotator.core.rows import dumps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from annotator.core.changes import Change, Edit, Entry


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


def bring(cursor: sqlite3.Cursor, entry: Entry, via: str) -> None:
    """Write an action of another copy down whole, brought by the change `via`; nothing of it is applied.

    One that an undone merge brought is here already and now belongs to this one. Raises `log_changed` if it is not
    what its digest says.
    """
    change, state = entry.change, entry.state
    again = cursor.execute(
        'update "change" set "via" = ?, "state" = ? where "id" = ? and "via" <> \'\'', [via, state, change.id]
    )
    if again.rowcount:
        return
    rows = [(seq, edit.table, edit.row, *stored(edit)) for seq, edit in enumerate(entry.edits)]
    hasher = hashlib.sha256(head(change))
    for _, table, row, before, after in rows:
        hasher.update(line(table, row, before, after))
    if hasher.hexdigest() != entry.digest:
        raise DamagedError("log_changed", n="", action=change.name)
    n = _write_head(cursor, entry, via)
    cursor.executemany(f'insert into "edit" values ({n},?,?,?,?,?)', rows)


def _write_head(cursor: sqlite3.Cursor, entry: Entry, via: str) -> int:
    change = entry.change
    facts, n = dumps(dict(change.facts)), cursor.execute('select coalesce(max("n"), 0) + 1 from "change"').fetchone()[0]
    cursor.execute(
        'insert into "change" values (?,?,?,?,?,?,?,?,?,?,?,?,?)',
        [
            *(n, change.id, change.name, facts, change.author, change.copy, change.kind, change.of),
            *(via, entry.state, change.at, entry.digest, next_link(cursor, n, entry.digest)),
        ],
    )
    return int(n)
