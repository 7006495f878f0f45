"""Who has or last had the project open, and the seal of a clean end; written beside the log, in plain transactions."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.store import places

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Session:
    """Who has or last had the project open, since when (UTC, ISO), whether they closed it, and the log's end then."""

    coder: str
    since: str
    clean: bool
    n: int
    chain: str


def now() -> str:
    """The present moment, in UTC, as ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read(db: sqlite3.Connection) -> Session | None:
    """The session row of any connection to a project; None before the first."""
    row = db.execute('select "coder", "since", "clean", "n", "chain" from "session"').fetchone()
    return None if row is None else Session(row[0], row[1], bool(row[2]), row[3], row[4])


def write(db: sqlite3.Connection, *, coder: str, since: str, clean: bool) -> None:
    """Say who has it since when, or that they closed it, and where the log ends."""
    db.execute(
        'insert or replace into "session" values (1,?,?,?,?,?,?)', [coder, since, places.device(), clean, *head(db)]
    )


def head(db: sqlite3.Connection) -> tuple[int, str]:
    """The last change's number and link of the chain; (0, "") for an empty log."""
    return db.execute('select "n", "chain" from "change" order by "n" desc limit 1').fetchone() or (0, "")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """For what is not journalled; all or nothing."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        roll_back(db)
        raise


def roll_back(db: sqlite3.Connection) -> None:
    """End a failed transaction; a disk that refuses even this is met again, and told, at the next write."""
    if db.in_transaction:
        with suppress(AnnotatorError):
            db.execute("rollback")
