"""One edit of one row, done only if the row is as the edit expects: the check is the statement itself."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.rows import TABLES

if TYPE_CHECKING:
    from annotator.core.changes import Edit, Row

COLUMNS: dict[str, tuple[str, ...]] = {
    table: tuple(field.name for field in fields(model)) for model, table in TABLES.items()
}
_THERE_ALREADY = {sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE}


def apply(cursor: sqlite3.Cursor, edit: Edit) -> bool:
    """Do it and say True, or say False if the row is not as expected. Raises `no_such_table` for unknown names."""
    if edit.before is None:
        return _insert(cursor, edit.table, edit.row, edit.after or {})
    if edit.after is None:
        sql = _delete(edit.table, tuple(edit.before))
    else:
        sql = _update(edit.table, tuple(edit.after), tuple(edit.before))
    after = () if edit.after is None else edit.after.values()
    return cursor.execute(sql, (*after, edit.row, *edit.before.values())).rowcount == 1


def _insert(cursor: sqlite3.Cursor, table: str, row_id: str, row: Row) -> bool:
    if row.get("id") != row_id:
        raise ValueError(f"a row of {table} that is not named by its id")
    try:
        cursor.execute(_insertion(table, tuple(row)), tuple(row.values()))
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode in _THERE_ALREADY:
            return False
        raise
    return True


@lru_cache(maxsize=512)
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    _known(table, columns)
    return f'insert into "{table}" ({",".join(map(_quoted, columns))}) values ({",".join("?" * len(columns))})'


@lru_cache(maxsize=512)
def _update(table: str, after: tuple[str, ...], before: tuple[str, ...]) -> str:
    _known(table, (*after, *before))
    return f'update "{table}" set {",".join(f"{_quoted(column)} = ?" for column in after)}{_where(before)}'


@lru_cache(maxsize=512)
def _delete(table: str, before: tuple[str, ...]) -> str:
    _known(table, before)
    return f'delete from "{table}"{_where(before)}'


def _where(before: tuple[str, ...]) -> str:
    return ' where "id" = ?' + "".join(f" and {_quoted(column)} is ?" for column in before)


def _quoted(column: str) -> str:
    return f'"{column}"'


def _known(table: str, columns: tuple[str, ...]) -> None:
    """Names come from our models alone; those of a log that was tampered with go no further."""
    if table not in COLUMNS:
        raise AnnotatorError("no_such_table", table=table)
    if strange := sorted(set(columns) - set(COLUMNS[table])):
        raise AnnotatorError("no_such_table", table=f"{table}.{strange[0]}")
