"""Values to rows and back: each model is one table, each field one column, and what is not a scalar is JSON."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any, TypeVar

from annotator.core import models, travel
from annotator.core.changes import Edit, Row, Value

Model = TypeVar("Model")

TABLES: dict[type, str] = {
    models.Identity: "project",
    models.Coder: "coder",
    models.Label: "label",
    models.Variable: "variable",
    models.RelationType: "relation_type",
    models.StatementType: "statement_type",
    models.Version: "codebook",
    models.Article: "article",
    models.Source: "source",
    models.Round: "round",
    models.Coding: "coding",
    models.Annotation: "annotation",
    models.Assigned: "value",
    models.Relation: "relation",
    models.Statement: "statement",
    models.Actor: "actor",
    models.Part: "part",
    models.WordList: "word_list",
    models.Doubt: "doubt",
    models.Note: "note",
    models.Decision: "decision",
    travel.Handover: "handover",
    travel.Clash: "clash",
}

_PLAIN = {"str", "int", "str | None", "float | None"} | {
    "ActorType", "ClashState", "CodingKind", "Direction", "Editing", "HandoverKind", "NoteOwner", "PartKind",
    "RoundKind", "RoundState", "Scope", "Status", "ValueType"
}  # fmt: skip


def _stored_as(annotation: str) -> str:
    if annotation == "bool":
        return "bool"
    return "plain" if annotation in _PLAIN or annotation.startswith("Literal") else "json"


# Each model's fields with how they are stored: plain, bool or json.
_COLUMNS: dict[object, tuple[tuple[str, str], ...]] = {
    model: tuple((field.name, _stored_as(str(field.type))) for field in fields(model)) for model in TABLES
}


def to_row(value: object) -> dict[str, Value]:
    """The row that stands for a value."""
    row: dict[str, Value] = {}
    for name, kind in _COLUMNS[type(value)]:
        plain = getattr(value, name)
        row[name] = int(plain) if kind == "bool" else dumps(plain) if kind == "json" else plain
    return row


def from_row(model: type[Model], row: Row) -> Model:
    """The value that a row stands for."""
    facts: dict[str, Any] = {}
    for name, kind in _COLUMNS[model]:
        stored = row[name]
        facts[name] = bool(stored) if kind == "bool" else _loads(model, name, stored) if kind == "json" else stored
    return model(**facts)


def added(value: object) -> Edit:
    """A new row."""
    row = to_row(value)
    return Edit(TABLES[type(value)], str(row["id"]), None, row)


def removed(value: object) -> Edit:
    """A row gone, remembered whole."""
    return added(value).inverse()


def altered(value: object, /, **new: object) -> Edit:
    """A row with some fields replaced; only the columns that differ are kept."""
    before, after = to_row(value), to_row(replace(value, **new))  # type: ignore[type-var]  # every model is a dataclass
    differ = [column for column in after if before[column] != after[column]]
    return Edit(
        TABLES[type(value)],
        str(before["id"]),
        {column: before[column] for column in differ},
        {column: after[column] for column in differ},
    )


def dumps(value: object) -> str:
    """JSON as it is stored: compact, not ASCII-escaped, keys in order, so that equal values are equal strings."""
    return _encode(value)


def _plain(value: object) -> object:
    if isinstance(value, models.Choice | models.Boundary):
        return {name: getattr(value, name) for name in value.__slots__}
    raise TypeError(value)


# Made once: `json.dumps` makes an encoder at every call, and a row of an action of thousands has five of them.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_plain).encode
_decode = json.JSONDecoder().decode
_RANGES = frozenset({"fragments", "head"})


def _loads(model: type, name: str, stored: Value) -> Any:
    if stored == "[]" and name in _RANGES:
        return ()
    value = _decode(str(stored))
    if model is models.Variable and name == "choices":
        return tuple(models.Choice(choice["id"], choice["names"]) for choice in value)
    if name in _RANGES:
        return tuple((start, end) for start, end in value)
    if name == "boundary":
        return models.Boundary(**value)
    return tuple(value) if isinstance(value, list) and model is not models.Assigned else value
