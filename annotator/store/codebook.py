"""Reading the codebook, its versions, the coders and the rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import (
    Codebook,
    Coder,
    Identity,
    Label,
    RelationType,
    Round,
    StatementType,
    Variable,
    Version,
)
from annotator.store.reading import one, select

if TYPE_CHECKING:
    import sqlite3


def read(db: sqlite3.Connection) -> Codebook:
    """The codebook as it stands now, retired labels included, in its order."""
    return Codebook(
        tuple(select(db, Label, order='"position", "id"')),
        tuple(select(db, Variable, order='"position", "id"')),
        tuple(select(db, RelationType)),
        latest_version(db),
        tuple(select(db, StatementType, order='"position", "id"')),
        project(db).boundary,
    )


def project(db: sqlite3.Connection) -> Identity:
    """What the project calls itself, its boundary policy, and who may change its codebook."""
    return next(select(db, Identity))


def statement_type(db: sqlite3.Connection, type_id: str) -> StatementType | None:
    """One kind of statement, or None."""
    return one(db, StatementType, type_id)


def latest_version(db: sqlite3.Connection) -> str:
    """The id of the version published last; annotations name it. Empty before the first."""
    order = _arrival("codebook").replace(", rowid", " desc, rowid desc")
    row = db.execute(f'select "id" from "codebook" order by {order} limit 1').fetchone()
    return str(row[0]) if row else ""


def versions(db: sqlite3.Connection) -> list[Version]:
    """The published versions, oldest first."""
    return list(select(db, Version, order=_arrival("codebook")))


def label(db: sqlite3.Connection, label_id: str) -> Label | None:
    """One label, or None."""
    return one(db, Label, label_id)


def variable(db: sqlite3.Connection, variable_id: str) -> Variable | None:
    """One attribute or article variable, or None."""
    return one(db, Variable, variable_id)


def coders(db: sqlite3.Connection) -> list[Coder]:
    """Everyone who codes here, in order of arrival."""
    return list(select(db, Coder, order=_arrival("coder")))


def coder(db: sqlite3.Connection, coder_id: str) -> Coder | None:
    """One coder, or None."""
    return one(db, Coder, coder_id)


def rounds(db: sqlite3.Connection) -> list[Round]:
    """The rounds, in the order they were opened."""
    return list(select(db, Round, order=_arrival("round")))


def _arrival(table: str) -> str:
    """The order in which rows first came, by the log: a row that was taken away and put back has not come later."""
    return f'(select min("change") from "edit" where "tbl" = \'{table}\' and "row" = "{table}"."id"), rowid'
