"""Reading what was handed over, and what belongs into a package: codings of some articles in one round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import Article, Coding, Note, Round
from annotator.core.travel import Handover
from annotator.store.reading import among, one, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence


def get(db: sqlite3.Connection, handover_id: str) -> Handover | None:
    """One handover, or None."""
    return one(db, Handover, handover_id)


def every(db: sqlite3.Connection) -> list[Handover]:
    """All handovers, the newest first."""
    return list(select(db, Handover, order='"at" desc, "id"'))


def assigned(db: sqlite3.Connection, coder: str, round_id: str) -> list[str]:
    """The articles that a coder has a coding of in a round, in the project's order."""
    sql = """
        select c."article" from "coding" c join "article" a on a."id" = c."article"
        where c."coder" = ? and c."round" = ? and c."kind" = 'own' order by a."position", a."id"
    """
    return [article for (article,) in db.execute(sql, [coder, round_id])]


def codings_there(db: sqlite3.Connection, codings: Sequence[str]) -> set[str]:
    """Which of these codings there are."""
    where, params = among("id", codings)
    return {coding for (coding,) in db.execute(f'select "id" from "coding" where {where}', params)}


def round_of(db: sqlite3.Connection, round_id: str) -> Round | None:
    """One round, or None."""
    return one(db, Round, round_id)


def articles(db: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Article]:
    """These articles, in the project's order."""
    where, params = among("id", ids)
    return select(db, Article, where, params, order='"position", "id"')


def codings(db: sqlite3.Connection, ids: Sequence[str], round_id: str, coder: str | None) -> list[Coding]:
    """Own codings of these articles in a round: one coder's, or (None) everybody's."""
    where, params = among("article", ids)
    mine = '"coder" = ?' if coder is not None else "? is null"
    return list(
        select(db, Coding, f'{where} and "round" = ? and "kind" = \'own\' and {mine}', [*params, round_id, coder])
    )


def notes_by(db: sqlite3.Connection, owners: Sequence[str], writers: Sequence[str] | None) -> list[Note]:
    """The notes on these, oldest first: by some coders, or (None) by anybody."""
    owned, params = among("owner", owners)
    by, more = among("coder", writers) if writers is not None else ("1", [])
    return list(select(db, Note, f"{owned} and {by}", [*params, *more], order='"at", "id"'))


def home(db: sqlite3.Connection, row: str) -> str:
    """The coding that an annotation, statement, value or relation belongs to; empty if there is no such row."""
    tables = ("annotation", "statement", "value", "relation")
    sql = " union all ".join(f'select "coding" from "{table}" where "id" = :row' for table in tables)
    found = db.execute(sql, {"row": row}).fetchone()
    return str(found[0]) if found else ""


def writer(db: sqlite3.Connection, note: str) -> str:
    """Who wrote a note; empty if there is no such note."""
    found = db.execute('select "coder" from "note" where "id" = ?', [note]).fetchone()
    return str(found[0]) if found else ""
