"""Reading the codebook, its versions, the coders and the rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import Codebook, Coder, Label, RelationType, Round, Variable, Version
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
    )


def latest_version(db: sqlite3.Connection) -> str:
    """The id of the version published last; annotations name it. Empty before the first."""
    row = db.execute('select "id" from "codebook" order by rowid desc limit 1').fetchone()
    return str(row[0]) if row else ""


def versions(db: sqlite3.Connection) -> list[Version]:
    """The published versions, oldest first."""
    return list(select(db, Version))


def label(db: sqlite3.Connection, label_id: str) -> Label | None:
    """One label, or None."""
    return one(db, Label, label_id)


def variable(db: sqlite3.Connection, variable_id: str) -> Variable | None:
    """One attribute or article variable, or None."""
    return one(db, Variable, variable_id)


def coders(db: sqlite3.Connection) -> list[Coder]:
    """Everyone who codes here, in order of arrival."""
    return list(select(db, Coder))


def coder(db: sqlite3.Connection, coder_id: str) -> Coder | None:
    """One coder, or None."""
    return one(db, Coder, coder_id)


def rounds(db: sqlite3.Connection) -> list[Round]:
    """The rounds, in the order they were opened."""
    return list(select(db, Round))
