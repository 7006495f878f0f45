"""How the log names what it holds: the bytes that are hashed, a change's digest, the chain over digests."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from annotator.core.rows import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.changes import Change, Edit


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
