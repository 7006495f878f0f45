"""Counts kept right by TEMP triggers made at open, so that undo, merge and every other write keep them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store.reading import among

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_TALLY = "insert into tally values ({side}.coding, {side}.label, {by}) on conflict do update set n = n + {by}"

_REMOVE, _ADD = _TALLY.format(side="old", by=-1), _TALLY.format(side="new", by=1)

_TABLE = (
    "create temp table tally"
    " (coding text not null, label text not null, n integer not null, primary key (coding, label)) without rowid"
)
_COUNT = 'insert into tally select "coding", "label", count(*) from main."annotation" group by 1, 2'
_TRIGGERS = {
    "after insert": _ADD,
    "after delete": _REMOVE,
    'after update of "coding", "label"': f"{_REMOVE}; {_ADD}",
}


def set_up(db: sqlite3.Connection) -> None:
    """Count once, then keep count."""
    db.execute(_TABLE)
    db.execute(_COUNT)
    for number, (when, what) in enumerate(_TRIGGERS.items()):
        db.execute(f'create temp trigger tally_{number} {when} on main."annotation" begin {what}; end')


def by_label(db: sqlite3.Connection, *, coding: str | None = None) -> dict[str, int]:
    """Annotations of each label, in the whole project or in one coding; labels without any are left out."""
    where, params = ("where coding = ?", [coding]) if coding else ("", [])
    return dict(db.execute(f"select label, sum(n) from tally {where} group by label having sum(n) > 0", params))


def of_codings(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, int]:
    """Annotations in each of these codings; those without any are left out."""
    where, params = among("coding", codings)
    return dict(db.execute(f"select coding, sum(n) from tally where {where} group by coding having sum(n) > 0", params))
