"""Reading the register of actors, and which spans point to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.models import Actor, Assigned
from annotator.core.rows import dumps
from annotator.store.reading import among, one, parsed, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_COUNTER = (
    "create temp table if not exists register (n integer not null)",
    "insert into register select 0 where not exists (select 1 from register)",
    *(
        f'create temp trigger if not exists register_{what} after {what} on main."actor"'
        " begin update register set n = n + 1; end"
        for what in ("insert", "update", "delete")
    ),
)


class Pointer(NamedTuple):
    """A span of somebody's own coding that points to an actor; `spoke`: as a source, or as one who says something."""

    actor: str
    annotation: str
    article: str
    spoke: bool


def every(db: sqlite3.Connection) -> list[Actor]:
    """The whole register, in the order in which the actors came."""
    return list(select(db, Actor))


def actor(db: sqlite3.Connection, actor_id: str) -> Actor | None:
    """One actor, or None."""
    return one(db, Actor, actor_id)


def state(db: sqlite3.Connection) -> int:
    """A number that is another one after any change of the register through this connection."""
    for sql in _COUNTER:
        db.execute(sql)
    return int(db.execute("select n from register").fetchone()[0])


def pointing_to(db: sqlite3.Connection, actors: Sequence[str]) -> list[Assigned]:
    """The values that name one of these actors: of attributes and article variables of that type, and of slots."""
    said = [dumps(value) for actor_id in actors for value in (actor_id, {"actor": actor_id})]
    where, params = among("value", said)
    return list(select(db, Assigned, f"{_MAY_POINT} and {where}", params))


def mentions(db: sqlite3.Connection, coder: str, *, actor: str | None = None) -> Iterator[Pointer]:
    """The spans of a coder's own codings that point to this actor or to any, by article and place in the text."""
    only, params = ('and v."value" = ?', [coder, dumps(actor)]) if actor is not None else ("", [coder])
    sql = (
        'select v."value", a."id", c."article", a."label" = \'source\' or exists (select 1 from "relation" r'
        ' where r."target" = a."id" and r."label" = \'says\')'
        ' from "coding" c join "value" v on v."coding" = c."id" join "annotation" a on a."id" = v."owner"'
        ' join "article" t on t."id" = c."article"'
        ' where c."coder" = ? and c."kind" = \'own\' and v."variable" in'
        ' (select "id" from "variable" where "type" = \'actor\' and "scope" = \'annotation\')'
        f' {only} order by t."position", t."id", json_extract(a."fragments", \'$[0][0]\'), a."id"'
    )
    for value, annotation, article, spoke in db.execute(sql, params):
        yield Pointer(str(parsed(value, "value", annotation)), annotation, article, bool(spoke))


_MAY_POINT = '"variable" in (select "id" from "variable" where "type" = \'actor\' or "scope" = \'statement\')'
