"""Which spans of a coding have no value of a variable, found without reading the spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.store.reading import among

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


class Bare(NamedTuple):
    """A span without the value, by where it stands: sorted, the order is that of the text."""

    start: int
    end_before: int  # minus its end, so that of two that begin together the longer comes first
    label: str
    annotation: str


def spans_without(db: sqlite3.Connection, coding: str, variable: str, labels: Sequence[str]) -> list[Bare]:
    """The spans of these labels (none: of any) in a coding that have no value of a variable, or an empty one."""
    only, params = among("label", labels) if labels else ("1", [])
    sql = (
        "select json_extract(a.\"fragments\", '$[0][0]'), -json_extract(a.\"fragments\", '$[#-1][1]'),"
        f' a."label", a."id" from "annotation" a where a."coding" = ? and {only}'
        ' and not exists (select 1 from "value" v where v."owner" = a."id" and v."variable" = ?'
        " and v.\"value\" not in ('\"\"', '[]', 'null'))"
    )
    return [Bare(*row) for row in db.execute(sql, [coding, *params, variable])]
