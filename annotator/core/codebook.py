"""A codebook as plain data (what TOML and JSON can say) and back, what makes one legal, and its content's hash."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from annotator.core.entry import Entry, refuse
from annotator.core.models import (
    Boundary,
    Choice,
    Codebook,
    Label,
    PartKind,
    RelationType,
    Scope,
    StatementType,
    ValueType,
    Variable,
)
from annotator.core.order import spread
from annotator.core.rows import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Plain = dict[str, Any]

Placed = TypeVar("Placed", Label, Variable, StatementType)
Parsed = TypeVar("Parsed")

_HUES = range(360)
_PATTERNS = range(4)


def from_data(data: Mapping[str, Any]) -> Codebook:
    """The codebook that the data describes, in its order.

    A `title` may stand beside it. Raises `bad_codebook` with `where` (a place such as `labels[2].hue`, counted
    from 1), `why` (a word of the catalogue of messages) and `value`.
    """
    top = Entry("", data)
    top.only("version", "title", "labels", "variables", "relations", "statements", "boundary")
    codebook = Codebook(
        labels=_each(top, "labels", _label),
        variables=_each(top, "variables", _variable),
        relation_types=_each(top, "relations", _relation),
        version=top.text("version"),
        statement_types=_each(top, "statements", _statement_type),
        boundary=_boundary(top),
    )
    check(codebook)
    return codebook


def to_data(codebook: Codebook) -> Plain:
    """The codebook as plain data, in its order and without what is empty; `from_data` reads it back."""
    return _filled(
        version=codebook.version,
        labels=[_label_data(label) for label in in_order(codebook.labels)],
        variables=[_variable_data(variable) for variable in in_order(codebook.variables)],
        relations=[
            _filled(id=kind.id, names=dict(kind.names), sources=list(kind.sources), targets=list(kind.targets))
            for kind in codebook.relation_types
        ],
        statements=[
            _filled(id=kind.id, names=dict(kind.names), slots=list(kind.slots), sentence=dict(kind.sentence))
            for kind in in_order(codebook.statement_types)
        ],
        boundary={} if codebook.boundary == Boundary() else asdict(codebook.boundary),
    )


def content_hash(codebook: Codebook) -> str:
    """SHA-256 in hexadecimal of all that a coder goes by.

    It is the same whatever the version is called, however the labels came into their order, and in every copy.
    """
    kinds = tuple(sorted(codebook.relation_types, key=lambda kind: kind.id))  # their order says nothing
    content = to_data(replace(codebook, version="", relation_types=kinds))
    return hashlib.sha256(dumps(content).encode()).hexdigest()


def in_order(values: Iterable[Placed]) -> list[Placed]:
    """By position, and by id where two copies chose the same one; values without a position keep their order."""
    return sorted(values, key=lambda value: (value.position, value.id if value.position else ""))


def check(codebook: Codebook) -> None:
    """Raise `bad_codebook` unless ids and keys are one each and everything referred to exists."""
    for name, things in (
        ("labels", codebook.labels),
        ("variables", codebook.variables),
        ("relations", codebook.relation_types),
        ("statements", codebook.statement_types),
    ):
        _no_duplicates(name, [thing.id for thing in things])
    keys = [label.key.casefold() for label in codebook.labels if not label.retired]
    _no_duplicates("labels", [key for key in keys if key], why="duplicate_key")
    parents = {label.id: label.parent for label in codebook.labels}
    for label in codebook.labels:
        _check_parents(label, parents)
        _known(f"labels ({label.id}).within", label.within, parents)
    variables = {variable.id: variable for variable in codebook.variables}
    for variable in codebook.variables:
        _check_variable(variable)
        _check_condition(variable, variables)
        _known(f"variables ({variable.id}).labels", variable.labels, parents)
    for kind in codebook.relation_types:
        _known(f"relations ({kind.id})", (*kind.sources, *kind.targets), parents)
    for statement in codebook.statement_types:
        _check_slots(statement, variables)


def _check_parents(label: Label, parents: Mapping[str, str | None]) -> None:
    seen, parent = {label.id}, label.parent
    while parent is not None:
        if parent not in parents:
            refuse(f"labels ({label.id}).parent", "unknown_parent", parent)
        if parent in seen:
            refuse(f"labels ({label.id}).parent", "own_ancestor", parent)
        seen.add(parent)
        parent = parents[parent]


def _check_variable(variable: Variable) -> None:
    place = f"variables ({variable.id})"
    if variable.labels and variable.scope == "article":
        refuse(f"{place}.labels", "not_an_attribute", variable.scope)
    if variable.type == "span" and variable.scope != "statement":
        refuse(f"{place}.type", "not_a_slot", variable.scope)
    if variable.low is not None and variable.high is not None and variable.low > variable.high:
        refuse(f"{place}.low", "low_above_high", variable.low)
    if (variable.type in {"choice", "choices"}) != bool(variable.choices):
        refuse(f"{place}.choices", "choices_and_type", variable.type)
    _no_duplicates(f"{place}.choices", [choice.id for choice in variable.choices])


def _check_condition(variable: Variable, variables: Mapping[str, Variable]) -> None:
    """`only_if` names another variable of the same scope, and following it never comes back."""
    place, seen = f"variables ({variable.id}).only_if", {variable.id}
    condition = variable.only_if
    while condition:
        other = variables.get(condition.get("variable", ""))
        if other is None or other.scope != variable.scope or not isinstance(condition.get("values"), list):
            refuse(place, "bad_condition", condition.get("variable", ""))
        if other.id in seen:
            refuse(place, "own_condition", other.id)
        seen.add(other.id)
        condition = other.only_if


def _check_slots(kind: StatementType, variables: Mapping[str, Variable]) -> None:
    place = f"statements ({kind.id}).slots"
    _no_duplicates(place, list(kind.slots))
    for slot in kind.slots:
        if slot not in variables or variables[slot].scope != "statement":
            refuse(place, "unknown_slot", slot)


def _known(where: str, used: Iterable[str], labels: Mapping[str, object]) -> None:
    for label in used:
        if label not in labels:
            refuse(where, "unknown_label", label)


def _no_duplicates(where: str, ids: list[str], *, why: str = "duplicate_id") -> None:
    for value, count in Counter(ids).items():
        if count > 1:
            refuse(where, why, value)


def _each(entry: Entry, name: str, parse: Callable[[Entry, str], Parsed]) -> tuple[Parsed, ...]:
    tables = entry.data.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        entry.refuse(name, "not_tables", tables)
    start = f"{entry.place}.{name}" if entry.place else name
    entries = [Entry(f"{start}[{number}]", table) for number, table in enumerate(tables, start=1)]
    return tuple(parse(item, position) for item, position in zip(entries, spread(len(entries)), strict=True))


def _label(entry: Entry, position: str) -> Label:
    entry.only(*(field.name for field in fields(Label) if field.name != "position"))
    return Label(
        id=entry.id(),
        names=entry.names(),
        hue=entry.number("hue", _HUES, why="bad_hue"),
        key=entry.key(),
        pattern=entry.number("pattern", _PATTERNS, why="bad_pattern"),
        parent=entry.text("parent") or None,
        category=entry.text("category"),
        definition=entry.words("definition"),
        include=entry.words("include"),
        exclude=entry.words("exclude"),
        examples=entry.texts("examples"),
        position=position,
        retired=entry.flag("retired"),
        synonyms=entry.texts("synonyms"),
        within=entry.texts("within"),
        parts=entry.some_of("parts", get_args(PartKind)),
        apart=entry.flag("apart"),
    )


def _variable(entry: Entry, position: str) -> Variable:
    entry.only(*(field.name for field in fields(Variable) if field.name != "position"))
    return Variable(
        id=entry.id(),
        names=entry.names(),
        scope=entry.one_of("scope", get_args(Scope)),
        type=entry.one_of("type", get_args(ValueType)),
        choices=_each(entry, "choices", _choice),
        labels=entry.texts("labels"),
        required=entry.flag("required"),
        position=position,
        only_if=entry.mapping("only_if"),
        low=entry.measure("low"),
        high=entry.measure("high"),
    )


def _choice(entry: Entry, _position: str) -> Choice:
    entry.only("id", "names")
    return Choice(entry.id(), entry.names())


def _relation(entry: Entry, _position: str) -> RelationType:
    entry.only("id", "names", "sources", "targets")
    return RelationType(entry.id(), entry.names(), entry.texts("sources"), entry.texts("targets"))


def _statement_type(entry: Entry, position: str) -> StatementType:
    entry.only("id", "names", "slots", "sentence")
    return StatementType(entry.id(), entry.names(), entry.texts("slots"), entry.words("sentence"), position)


def _boundary(top: Entry) -> Boundary:
    rule = Entry("boundary", top.mapping("boundary"))
    rule.only(*(field.name for field in fields(Boundary)))
    usual = asdict(Boundary())
    return Boundary(**{name: rule.flag(name) if name in rule.data else usual[name] for name in usual})


def _label_data(label: Label) -> Plain:
    return _filled(
        id=label.id,
        names=dict(label.names),
        hue=label.hue,
        key=label.key,
        pattern=label.pattern,
        parent=label.parent,
        category=label.category,
        definition=dict(label.definition),
        include=dict(label.include),
        exclude=dict(label.exclude),
        examples=list(label.examples),
        retired=label.retired,
        synonyms=list(label.synonyms),
        within=list(label.within),
        parts=list(label.parts),
        apart=label.apart,
    )


def _variable_data(variable: Variable) -> Plain:
    return _filled(
        id=variable.id,
        names=dict(variable.names),
        scope=variable.scope,
        type=variable.type,
        choices=[{"id": choice.id, "names": dict(choice.names)} for choice in variable.choices],
        labels=list(variable.labels),
        required=variable.required,
        only_if=dict(variable.only_if),
        low=variable.low,
        high=variable.high,
    )


def _filled(**values: Any) -> Plain:
    """Without what is empty; a bound of 0 is not empty."""
    return {name: value for name, value in values.items() if value or (value == 0 and name in {"low", "high"})}
