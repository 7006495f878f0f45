"""What a person is told of a file that arrived: damage means that its sender is asked again, not a backup of ours."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError, DamagedError
from annotator.store.foreign import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OF_ARRIVAL = {
    "empty_file": "arrived_empty",
    "truncated_file": "arrived_truncated",
    "strange_schema": "arrived_strange",
    "damaged": "arrived_damaged",
}
_KNOWN = {*_OF_ARRIVAL.values(), "foreign_file", "newer_file", "older_file", "arrived_too_large", "arrived_slow"}
_BAD = (AnnotatorError, sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, MemoryError, RecursionError)


def arrived(key: str, path: Path, **facts: object) -> DamagedError:
    """The error for a file that came from somebody else, under a key of its own."""
    return DamagedError(_OF_ARRIVAL.get(key, key), **{**facts, "path": str(path)})


def _again(error: DamagedError, path: Path) -> DamagedError:
    return arrived(error.key, path, **{name: fact for name, fact in error.facts.items() if name != "path"})


@contextmanager
def of_arrival(path: Path) -> Iterator[None]:
    """Until it is believed, what is wrong with a file is said of the file that arrived."""
    try:
        yield
    except DamagedError as error:
        raise _again(error, path) from error


@contextmanager
def of_reading(path: Path, limit: int) -> Iterator[None]:
    """Whatever goes wrong in the child is one of few things to a person; `limit` (seconds) is how long it may take."""
    try:
        yield
    except _BAD as error:
        raise _in_our_words(error, path, limit) from error


def _in_our_words(error: Exception, path: Path, limit: int) -> DamagedError:
    if isinstance(error, DamagedError):
        return _again(error, path)
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_INTERRUPT:
        return arrived("arrived_slow", path, limit=limit)
    if code in {sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOMEM} or isinstance(error, MemoryError):
        return arrived("arrived_too_large", path)
    return arrived("arrived_damaged", path)


def to_data(error: DamagedError) -> dict[str, Any]:
    """An error for the line; the path is known on the other side."""
    return {"key": error.key, "facts": {name: fact for name, fact in error.facts.items() if name != "path"}}


def from_data(said: tuple[Any, Path]) -> DamagedError:
    """And back, checked; raises ValueError."""
    data, path = said
    return arrived(shapes.among(data["key"], _KNOWN), path, **shapes.facts(data["facts"]))
