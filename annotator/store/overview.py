"""What a project holds, in numbers: every coder's own work, and beside it what was settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_OWN = '"coding" in (select "id" from "coding" where "kind" = \'own\')'


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts; `by_label` and `by_coder` of own annotations by id, `by_status` of own codings."""

    articles: int
    annotations: int
    settled: int
    relations: int
    statements: int
    by_label: Mapping[str, int]
    by_coder: Mapping[str, int]
    by_status: Mapping[str, int]


def of(db: sqlite3.Connection) -> Overview:
    """Count it."""
    by_coder = (
        'select c."coder", count(*) from "annotation" a join "coding" c on a."coding" = c."id"'
        " where c.\"kind\" = 'own' group by 1"
    )
    by_status = 'select "status", count(*) from "coding" where "kind" = \'own\' group by 1'
    return Overview(
        articles=_count(db, "article"),
        annotations=_count(db, "annotation", _OWN),
        settled=_count(db, "annotation", f"not {_OWN}"),
        relations=_count(db, "relation", _OWN),
        statements=_count(db, "statement", _OWN),
        by_label=dict(db.execute(f'select "label", count(*) from "annotation" where {_OWN} group by 1')),
        by_coder=dict(db.execute(by_coder)),
        by_status=dict(db.execute(by_status)),
    )


def _count(db: sqlite3.Connection, table: str, where: str = "1") -> int:
    return int(db.execute(f'select count(*) from "{table}" where {where}').fetchone()[0])
