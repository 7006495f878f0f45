"""What rows say of each other without a foreign key: owners, actors, slots, threads, parts, and the codebook itself.

Each entry is a table and what is true of a row of it that points nowhere, or where it should not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core import codebook as rules
from annotator.core.errors import AnnotatorError
from annotator.store import codebook

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

_HELD = (
    'case when json_valid("value") and json_type("value") = \'object\''
    " then json_extract(\"value\", '$.{kind}') is not null"
    ' and json_extract("value", \'$.{kind}\') not in (select "id" from "{kind}") end'
)
_SLOT = '"variable" in (select "id" from "variable" where "scope" = \'statement\') and '
_OWNED = (
    'not exists (select 1 from "variable" v where v."id" = "variable" and case v."scope"'
    ' when \'annotation\' then "owner" in (select "id" from "annotation" a where a."coding" = "value"."coding")'
    ' when \'statement\' then "owner" in (select "id" from "statement" s where s."coding" = "value"."coding")'
    ' else "owner" = "coding" end)'
)
_NAMES_ACTOR = '"variable" in (select "id" from "variable" where "type" = \'actor\' and "scope" <> \'statement\')'
_ORPHANS = (
    ("value", _OWNED),
    ("value", f'{_NAMES_ACTOR} and "value" not in (select json_quote("id") from "actor")'),
    ("value", _SLOT + _HELD.format(kind="actor")),
    ("value", _SLOT + _HELD.format(kind="annotation")),
    (
        "note",
        (
            'case "owner_kind" when \'annotation\' then "owner" not in (select "id" from "annotation")'
            ' when \'article\' then "owner" not in (select "id" from "article")'
            ' when \'label\' then "owner" not in (select "id" from "label")'
            ' when \'decision\' then "owner" not in (select "id" from "decision") else 1 end'
        ),
    ),
    ("note", '"thread" <> \'\' and "thread" not in (select "id" from "note" o where o."owner" = "note"."owner")'),
    (
        "annotation",
        (
            '"text" <> (select a."text" from "coding" c join "article" a on a."id" = c."article"'
            ' where c."id" = "annotation"."coding")'
        ),
    ),
    ("label", '"parent" is not null and "parent" not in (select "id" from "label")'),
    ("part", '"text" <> (select "text" from "article" a where a."id" = "article")'),
    (
        "part",
        '"start" < 0 or "start" >= "end" or "end" > (select length("body") from "text" t where t."hash" = "text")',
    ),
    ("edit", '"change" not in (select "n" from "change")'),
)


def orphans(db: sqlite3.Connection, pulse: Callable[[], None]) -> Iterator[AnnotatorError]:
    """Every row that points to nothing, or to what it may not point to; `pulse` is called for each."""
    for table, where in _ORPHANS:
        row_id = '"change" || \'/\' || "seq"' if table == "edit" else '"id"'
        for (row,) in db.execute(f'select {row_id} from "{table}" where {where}'):
            pulse()
            yield AnnotatorError("orphan", table=table, row=str(row))
    yield from _codebook(db)


def _codebook(db: sqlite3.Connection) -> Iterator[AnnotatorError]:
    """What labels, variables and kinds of statements say of each other, by the codebook's own rules."""
    try:
        rules.check(codebook.read(db))
    except AnnotatorError as error:
        yield error
