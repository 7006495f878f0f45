"""Reading rounds: whose work is in them, how far it is, which articles they hold and could be drawn from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.models import Coding, Round
from annotator.store.reading import among, one, parsed, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from annotator.core.models import Status

_OWN = '"round" = ? and "kind" = \'own\''


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a coder is in a round: articles that are theirs there, begun, and done."""

    coder: str
    assigned: int = 0
    begun: int = 0
    done: int = 0


def get(db: sqlite3.Connection, round_id: str) -> Round | None:
    """One round, or None."""
    return one(db, Round, round_id)


def progress(db: sqlite3.Connection, round_id: str) -> list[Progress]:
    """Of everybody who is to code in a round or does: first its coders as it names them, then others."""
    sql = f"""
        select "coder", count(*), sum("status" <> 'todo'), sum("status" not in ('todo', 'work'))
        from "coding" where {_OWN} group by "coder" order by min(rowid)
    """
    found = {coder: Progress(coder, *counts) for coder, *counts in db.execute(sql, [round_id])}
    named = db.execute('select "coders" from "round" where "id" = ?', [round_id]).fetchone()
    first = json.loads(named[0]) if named else []
    return [found.get(coder, Progress(coder)) for coder in (*first, *(each for each in found if each not in first))]


def count_articles(db: sqlite3.Connection) -> dict[str, int]:
    """How many articles each round holds; rounds without any are left out."""
    sql = 'select "round", count(distinct "article") from "coding" where "kind" = \'own\' group by "round"'
    return dict(db.execute(sql))


def statuses(db: sqlite3.Connection, round_id: str, coder: str) -> dict[str, Status]:
    """The articles that are a coder's in a round, in the project's order, and how far each is."""
    sql = f"""
        select c."article", c."status" from "coding" c join "article" a on a."id" = c."article"
        where c.{_OWN} and c."coder" = ? order by a."position", a."id"
    """
    return dict(db.execute(sql, [round_id, coder]))


def count_given(db: sqlite3.Connection, round_id: str, coder: str) -> int:
    """How many articles are a coder's in a round."""
    sql = f'select count(*) from "coding" where {_OWN} and "coder" = ?'
    return int(db.execute(sql, [round_id, coder]).fetchone()[0])


def rows_of(db: sqlite3.Connection, round_id: str, coder: str) -> dict[int, Status]:
    """The same by the numbers of the articles' rows in this file."""
    sql = f"""
        select a.rowid, c."status" from "coding" c join "article" a on a."id" = c."article"
        where c.{_OWN} and c."coder" = ? order by a."position"
    """
    return dict(db.execute(sql, [round_id, coder]))


def pool(db: sqlite3.Connection, round_id: str, source: str) -> dict[str, Mapping[str, str]]:
    """Articles that a round does not hold yet, with their metadata, in the project's order.

    With a `source`, of those alone that somebody began in that round.
    """
    sql = f"""
        select a."id", a."meta" from "article" a where a."id" not in (select "article" from "coding" where {_OWN})
        and (? = '' or a."id" in (select "article" from "coding" where {_OWN} and "status" <> 'todo'))
        order by a."position", a."id"
    """
    found = db.execute(sql, [round_id, source, source])
    return {article: parsed(meta, "article", article) for article, meta in found}


def coded_elsewhere(db: sqlite3.Connection, round_id: str, coder: str) -> list[str]:
    """The articles that a coder is done with in other rounds and does not have in this one, by id."""
    sql = """
        select distinct "article" from "coding" where "coder" = :coder and "round" <> :round and "kind" = 'own'
        and "status" not in ('todo', 'work') and "article" not in (
            select "article" from "coding" where "coder" = :coder and "round" = :round and "kind" = 'own'
        ) order by "article"
    """
    return [row[0] for row in db.execute(sql, {"coder": coder, "round": round_id})]


def fields(db: sqlite3.Connection) -> list[str]:
    """The names of metadata that articles have, the most frequent first."""
    sql = """
        select m."key", count(*) from "article" a, json_each(a."meta") m where trim(m."value") <> ''
        group by 1 order by 2 desc, 1
    """
    return [row[0] for row in db.execute(sql)]


def undone(db: sqlite3.Connection, round_id: str, coder: str) -> list[str]:
    """The titles of the articles that a coder is not done with in a round."""
    sql = f"""
        select a."title" from "coding" c join "article" a on a."id" = c."article"
        where c.{_OWN} and c."coder" = ? and c."status" in ('todo', 'work') order by a."position", a."id"
    """
    return [row[0] for row in db.execute(sql, [round_id, coder])]


def untouched(db: sqlite3.Connection, round_id: str, coder: str, only: Sequence[str] = ()) -> list[Coding]:
    """A coder's codings in a round (of these articles, or of any) that are to do and have nothing in them."""
    which, params = among("article", only) if only else ("1", [])
    empty = " and ".join(
        f'not exists (select 1 from "{table}" w where w."coding" = "coding"."id")'
        for table in ("annotation", "value", "statement")
    )
    where = f'{_OWN} and "coder" = ? and "status" = \'todo\' and {which} and {empty}'
    return list(select(db, Coding, where, [round_id, coder, *params]))


def versions(db: sqlite3.Connection, round_id: str) -> dict[str, int]:
    """Under which codebook versions the codings of a round were begun, and how many under each."""
    sql = f'select "codebook", count(*) from "coding" where {_OWN} and "status" <> \'todo\' group by 1'
    return dict(db.execute(sql, [round_id]))
