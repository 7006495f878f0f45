"""The one way rows become values: select a model by a condition."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from annotator.core.errors import DamagedError
from annotator.core.rows import TABLES, dumps, from_row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

Model = TypeVar("Model")


def select(
    db: sqlite3.Connection,
    model: type[Model],
    where: str = "1",
    params: Sequence[object] | Mapping[str, object] = (),
    *,
    order: str = "rowid",
) -> Iterator[Model]:
    """Every row of the model's table that meets the condition, streamed, in the order asked for.

    Raises `damaged_row` for a row that cannot be read.
    """
    cursor = db.execute(f'select * from "{TABLES[model]}" where {where} order by {order}', params)
    columns = [column[0] for column in cursor.description]
    for row in cursor:
        try:
            value = from_row(model, dict(zip(columns, row, strict=True)))
        except (ValueError, TypeError, KeyError) as error:  # JSON that is none: the disk, or another program's hand
            raise DamagedError("damaged_row", table=TABLES[model], row=str(row[0])) from error
        yield value


def parsed(stored: str, table: str, row: str) -> Any:
    """What stored JSON says; raises `damaged_row`."""
    try:
        return json.loads(stored)
    except ValueError as error:
        raise DamagedError("damaged_row", table=table, row=row) from error


def one(db: sqlite3.Connection, model: type[Model], row_id: str) -> Model | None:
    """The value with this id, or None."""
    return next(select(db, model, '"id" = ?', [row_id]), None)


def among(column: str, ids: Sequence[str]) -> tuple[str, list[str]]:
    """A condition for `column in ids`, with its parameter (one, however many ids: SQLite limits parameters)."""
    return f'"{column}" in (select value from json_each(?))', [dumps(list(ids))]
