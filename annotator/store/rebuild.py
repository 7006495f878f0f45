"""The log applied to an empty project must give the tables as they stand: nothing was written round the journal."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.store import edits, schema, scratch
from annotator.store.history import History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.changes import Edit


def differences(db: sqlite3.Connection, pulse: Callable[[], None]) -> Iterator[AnnotatorError]:
    """Play the log into a private empty file, streaming, and name the steps that fail and the rows that differ."""
    with _empty() as replayed:
        yield from _replay(db, replayed, pulse)
        for table in schema.JOURNALLED:
            yield from _compare(db, replayed, table, pulse)


@contextmanager
def _empty() -> Iterator[sqlite3.Connection]:
    folder = scratch.make()
    db = sqlite3.connect(folder / "replayed", isolation_level=None)
    try:
        for pragma in ("journal_mode = off", "synchronous = off", "temp_store = memory"):
            db.execute(f"pragma {pragma}")
        for table, columns in schema.JOURNALLED.items():
            db.execute(f'create table "{table}" ({columns}) strict')
        db.execute("begin")
        yield db
    finally:
        db.close()
        scratch.drop(folder)


def _replay(
    db: sqlite3.Connection, replayed: sqlite3.Connection, pulse: Callable[[], None]
) -> Iterator[AnnotatorError]:
    cursor = replayed.cursor()
    applied = 'select "n", "kind", "of" from "change" where "via" = \'\' order by "n"'  # not what a merge brought whole
    for n, kind, of in db.execute(applied):
        for edit in _edits(History(db, author="", copy=""), n, kind, of):
            pulse()
            if not _applied(cursor, edit):
                yield AnnotatorError("log_does_not_follow", n=n, table=edit.table, row=edit.row)


def _edits(history: History, n: int, kind: str, of: str | None) -> Iterator[Edit]:
    """What a change did; undo and redo log nothing of their own."""
    if kind == "do":
        yield from history.edits(n)
    elif kind == "redo":
        yield from history.edits(history.number(str(of)))
    else:
        yield from (edit.inverse() for edit in history.edits(history.number(str(of)), backwards=True))


def _applied(cursor: sqlite3.Cursor, edit: Edit) -> bool:
    try:
        return edits.apply(cursor, edit)
    except (sqlite3.Error, AnnotatorError, ValueError):  # a log that no journal of ours wrote
        return False


def _compare(
    db: sqlite3.Connection, replayed: sqlite3.Connection, table: str, pulse: Callable[[], None]
) -> Iterator[AnnotatorError]:
    """Both tables side by side, in the order of their ids."""
    columns = ",".join(f'"{column}"' for column in edits.COLUMNS[table])
    sql = f'select {columns} from "{table}" order by "id"'
    real, made = db.execute(sql), replayed.execute(sql)
    one, other = next(real, None), next(made, None)
    while one is not None or other is not None:
        pulse()
        if one == other:
            one, other = next(real, None), next(made, None)
        elif other is None or (one is not None and one[0] < other[0]):
            yield AnnotatorError("row_not_in_log", table=table, row=str(one and one[0]))
            one = next(real, None)
        elif one is None or one[0] > other[0]:
            yield AnnotatorError("row_lost", table=table, row=str(other[0]))
            other = next(made, None)
        else:
            yield AnnotatorError("row_differs", table=table, row=str(one[0]))
            one, other = next(real, None), next(made, None)
