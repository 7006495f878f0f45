"""Fields of a JSON object that somebody else wrote, each with the type it must have, else `bad_field` naming it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.core.errors import AnnotatorError

Raw = Mapping[str, Any]


def bad(name: str, expected: str) -> AnnotatorError:
    """The error that says which field is not what it has to be."""
    return AnnotatorError("bad_field", field=name, expected=expected)


def string(raw: Raw, name: str) -> str:
    """A string; a number keeps its digits; absent or null is ""."""
    value = raw.get(name)
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return ""
    raise bad(name, "string")


def needed(raw: Raw, name: str) -> str:
    """A string that is not empty."""
    if value := string(raw, name):
        return value
    raise bad(name, "string")


def integer(raw: Raw, name: str) -> int:
    """A whole number that has to be there."""
    value = raw.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise bad(name, "integer")


def items(raw: Raw, name: str) -> list[Any]:
    """A list; absent or null is empty."""
    value = raw.get(name)
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise bad(name, "list")


def mapping(raw: Raw, name: str) -> dict[str, Any]:
    """An object; absent or null is empty."""
    value = raw.get(name)
    if value is None:
        return {}
    return an_object(value, name)


def an_object(value: object, name: str) -> dict[str, Any]:
    """The value itself, which has to be an object."""
    if isinstance(value, dict):
        return value
    raise bad(name, "object")


def pair(value: object, name: str) -> tuple[int, int]:
    """Two whole numbers."""
    if isinstance(value, list) and len(value) == 2:  # noqa: PLR2004 - a start and an end
        return integer({name: value[0]}, name), integer({name: value[1]}, name)
    raise bad(name, "[start, end]")


def one_of(raw: Raw, name: str, allowed: tuple[str, ...], default: str) -> Any:
    """One of a few words; absent, null or "" is the default."""
    value = string(raw, name) or default
    if value in allowed:
        return value
    raise bad(name, " | ".join(allowed))
