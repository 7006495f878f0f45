"""What a row of a foreign log may look like: known columns, the model's types, no length or depth without an end."""

from __future__ import annotations

import json
import math
import re
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from annotator.core import models, travel
from annotator.core.changes import Edit
from annotator.core.rows import TABLES
from annotator.store import format_1

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from annotator.core.changes import Row, Value

LONGEST_NAME = 512  # code points of an id
LONGEST_TEXT = 16_000_000  # code points of a column
_SHORT, _REMEMBERED = 80, 4096  # code points of JSON that is looked at once, and how many of them are kept in mind
_DEEPEST = 16  # levels of JSON
_LARGEST = 2**53
_DIGEST = re.compile("[0-9a-f]{64}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_TURN = 360  # degrees of hue
_PATTERNS = 4


def edit(table: Any, row_id: Any, before: Any, after: Any) -> Edit:
    """An edit of a foreign log; raises ValueError unless a journal of ours could have written it."""
    if table not in _COLUMNS or (before is None and after is None):
        raise ValueError(table)
    whole = before is None or after is None
    old = None if before is None else row(table, before, whole=whole)
    new = None if after is None else row(table, after, whole=whole)
    named = new or old or {}
    if whole and named["id"] != row_id:
        raise ValueError(row_id)
    if not whole and ("id" in named or before.keys() != after.keys() or not named):
        raise ValueError(row_id)
    return Edit(table, name(row_id), old, new)


def row(table: str, found: Any, *, whole: bool) -> Row:
    """A row, or some columns of one, each of the type that its model has; raises ValueError."""
    known, words = _COLUMNS[table], []
    for column, value in mapping(found).items():
        if column not in known:
            raise ValueError(column)
        if (check := known[column]) is text:
            words.append(value)
        else:
            check(value)
    texts(words)
    if whole and not _REQUIRED[table] <= found.keys():
        raise ValueError(table)
    return dict(found)


def name(found: Any, *, empty: bool = False) -> str:
    """An id or another short name on one line; raises ValueError."""
    if not isinstance(found, str) or len(found) > LONGEST_NAME or not (found or empty):
        raise ValueError(type(found).__name__)
    if not found.isprintable() and _CONTROL.search(found):
        raise ValueError("control")
    return found


def names(found: Iterable[Any], *, empty: Iterable[Any] = ()) -> None:
    """Many of them at once, and some that may be empty; raises ValueError or TypeError."""
    needed = [*found]
    each = [*needed, *empty]
    joined = "".join(each)
    if not all(needed) or max(map(len, each)) > LONGEST_NAME or (not joined.isprintable() and _CONTROL.search(joined)):
        raise ValueError("names")


def text(found: Any) -> str:
    """Words that UTF-8 can say; raises ValueError."""
    if not isinstance(found, str):
        raise ValueError(type(found).__name__)  # noqa: TRY004  # one kind of error for all that is wrong
    texts([found])
    return found


def texts(found: list[Any]) -> None:
    """Many of them at once; raises ValueError or TypeError."""
    joined = "".join(found)
    if len(joined) > LONGEST_TEXT or "\x00" in joined:
        raise ValueError("texts")
    joined.encode()  # half a surrogate pair is no UTF-8


def count(found: Any) -> int:
    """A whole number from 0; raises ValueError."""
    if type(found) is not int or not 0 <= found < _LARGEST:
        raise ValueError(str(found)[:20])
    return found


def digest(found: Any) -> str:
    """A SHA-256; raises ValueError."""
    if not isinstance(found, str) or not _DIGEST.fullmatch(found):
        raise ValueError("digest")
    return found


def among(found: Any, known: Collection[str]) -> str:
    """One of some words; raises ValueError."""
    if not isinstance(found, str) or found not in known:
        raise ValueError(str(found)[:20])
    return found


def mapping(found: Any) -> dict[str, Any]:
    """An object of JSON; raises ValueError."""
    if not isinstance(found, dict):
        raise ValueError(type(found).__name__)  # noqa: TRY004  # one kind of error for all that is wrong
    return found


def facts(found: Any) -> Mapping[str, Value]:
    """What the history is told of an action; raises ValueError."""
    if mapping(found):
        names(found)
    for said in found.values():
        _plain(said)
    return dict(found)


def parsed(stored: str) -> Any:
    """JSON of a foreign file; raises ValueError, also for what only Python takes for JSON, or is too deep."""
    try:
        found, end = _raw(stored)
        return found if end == len(stored) else _decode(stored)
    except RecursionError as error:
        raise ValueError("depth") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


# Made once: a row of a long log has four of them. `_decode` also reads what has blanks about it, and is slower.
_decoder = json.JSONDecoder(parse_constant=_refuse)
_raw, _decode = _decoder.raw_decode, _decoder.decode


def _plain(found: Any, depth: int = 0) -> None:
    """Anything that JSON says, with an end to its depth, lengths and numbers."""
    if isinstance(found, str):
        text(found)
    elif isinstance(found, int | float):
        if not math.isfinite(found) or abs(found) > _LARGEST:
            raise ValueError("number")
    elif found is not None:
        if depth == _DEEPEST:
            raise ValueError("depth")
        for each in [*found, *found.values()] if isinstance(found, dict) else _list(found):
            _plain(each, depth + 1)


def _words(found: Any) -> None:
    for each in _list(found):
        text(each)


def _list(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise ValueError(type(found).__name__)  # noqa: TRY004
    return found


def _names(found: Any) -> None:
    _words([*mapping(found), *found.values()])


def _object(found: Any) -> None:
    _plain(mapping(found))


def _choices(found: Any) -> None:
    for choice in _list(found):
        if mapping(choice).keys() != {"id", "names"}:
            raise ValueError("choice")
        text(choice["id"])
        _names(choice["names"])


def _ranges(found: Any) -> None:
    reached = 0
    for piece in _list(found):
        start, end = map(count, _list(piece))
        if not reached <= start < end:
            raise ValueError("range")
        reached = end


def _boundary(found: Any) -> None:
    if mapping(found).keys() - set(models.Boundary.__slots__) or not all(type(said) is bool for said in found.values()):
        raise ValueError("boundary")


def _flag(found: Any) -> None:
    if found not in (0, 1) or type(found) is not int:
        raise ValueError("flag")


def _number(found: Any) -> None:
    if found is not None and (not isinstance(found, int | float) or isinstance(found, bool)):
        raise ValueError("number")
    _plain(found)


def _json(check: Callable[[Any], object]) -> Callable[[Any], object]:
    def look(stored: Any) -> None:
        check(parsed(text(stored)))

    met = lru_cache(_REMEMBERED)(look)  # the same words and lists come again and again
    return lambda stored: met(stored) if type(stored) is str and len(stored) <= _SHORT else look(stored)


def _or_none(check: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda found: None if found is None else check(found)


# By how a model's field is written down: what its column may hold.
_CHECKS: dict[str, Callable[[Any], object]] = {
    "str": text,
    "str | None": _or_none(text),
    "int": count,
    "float | None": _number,
    "bool": _flag,
    "Names": _json(_names),
    "Mapping[str, str]": _json(_names),
    "Mapping[str, Any]": _json(_object),
    "Mapping[str, Any] | None": _json(_or_none(_object)),
    "tuple[str, ...]": _json(_words),
    "tuple[Choice, ...]": _json(_choices),
    "tuple[PartKind, ...]": _json(lambda found: [among(kind, get_args(models.PartKind)) for kind in _list(found)]),
    "Fragments": _json(_ranges),
    "Boundary": _json(_boundary),
    "Any": _json(_plain),
}
_LIMITED = {"hue": range(_TURN), "pattern": range(_PATTERNS)}


def _one_of(known: Collection[object]) -> Callable[[Any], object]:
    def check(found: Any) -> None:
        if type(found) not in {str, int} or found not in known:
            raise ValueError(str(found)[:20])

    return check


def _check_for(column: str, annotation: str) -> Callable[[Any], object]:
    if column in _LIMITED:
        return _one_of(_LIMITED[column])
    if column == "id":
        return name
    if annotation in _CHECKS:
        return _CHECKS[annotation]
    literal = getattr(models, annotation, None) or getattr(travel, annotation)
    return _one_of(get_args(literal))


_COLUMNS: dict[str, dict[str, Callable[[Any], object]]] = {
    table: {field.name: _check_for(field.name, str(field.type)) for field in fields(model)}
    for model, table in TABLES.items()
}
# What a row must have: all but the columns that came later than the first format, which have defaults.
_REQUIRED: dict[str, set[str]] = {
    table: set(columns) - {later.split('"')[1] for later in format_1.COLUMNS.get(table, ())}
    for table, columns in _COLUMNS.items()
}
