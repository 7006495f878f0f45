"""Reading the word lists that light up while reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import WordList
from annotator.store.reading import one, select

if TYPE_CHECKING:
    import sqlite3


def every(db: sqlite3.Connection) -> list[WordList]:
    """The project's word lists in their order."""
    return list(select(db, WordList, order='"position", "id"'))


def word_list(db: sqlite3.Connection, list_id: str) -> WordList | None:
    """One word list, or None."""
    return one(db, WordList, list_id)
