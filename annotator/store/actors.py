"""Reading the register of actors, and which spans point to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import Actor, Assigned
from annotator.store.reading import one, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def every(db: sqlite3.Connection) -> list[Actor]:
    """The whole register, in the order in which the actors came."""
    return list(select(db, Actor))


def actor(db: sqlite3.Connection, actor_id: str) -> Actor | None:
    """One actor, or None."""
    return one(db, Actor, actor_id)


def pointing(db: sqlite3.Connection) -> Iterator[Assigned]:
    """Every value that may name an actor: of attributes and article variables of that type, and of all slots."""
    where = '"variable" in (select "id" from "variable" where "type" = \'actor\' or "scope" = \'statement\')'
    return select(db, Assigned, where)
