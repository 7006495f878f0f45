"""What a person does to the codebook's variables, their choices, and the kinds of relations and statements."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from annotator.core import codebook as rules
from annotator.core.changes import change
from annotator.core.entry import refuse
from annotator.core.errors import AnnotatorError
from annotator.core.models import Choice, RelationType, StatementType, Variable
from annotator.core.rows import added, altered, removed
from annotator.operations.codebook import after_last, any_name, free_id, moved, named, refuse_locked
from annotator.operations.unsaying import without_choice, without_variable
from annotator.store import codebook as reader
from annotator.store import codings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Codebook, Names, Scope, ValueType
    from annotator.store.project import Project

_WITH_CHOICES = {"choice", "choices"}


class VariableFields(TypedDict, total=False):
    """What can be edited of a variable, besides its type, its choices and its place."""

    names: Names
    labels: tuple[str, ...]
    required: bool
    only_if: Mapping[str, Any]
    low: float | None
    high: float | None


class RelationFields(TypedDict, total=False):
    """What can be edited of a kind of relation."""

    names: Names
    sources: tuple[str, ...]
    targets: tuple[str, ...]


class StatementFields(TypedDict, total=False):
    """What can be edited of a kind of statement."""

    names: Names
    slots: tuple[str, ...]
    sentence: Names


def add_variable(
    project: Project, names: Names, *, scope: Scope, value_type: ValueType = "text", choices: tuple[Names, ...] = ()
) -> Change:
    """A new variable at the end; its id, made from its English name, is in the fact `variable`.

    Raises `empty_name`, or `bad_codebook` for choices without the type for them, or the type without choices.
    """
    refuse_locked(project, adding=True)
    book = reader.read(project.db)
    made: tuple[Choice, ...] = ()
    for each in choices:
        made = (*made, _new_choice(made, each))
    variable = Variable(
        id=free_id(names, "variable", {other.id for other in book.variables}),
        names=named(names),
        scope=scope,
        type=value_type,
        choices=made,
        position=after_last(book.variables),
    )
    _check(book, variable)
    return change("add_variable", [added(variable)], **_facts(variable))


def edit_variable(project: Project, variable: str, /, **new: Unpack[VariableFields]) -> Change:
    """Change a variable's names, the labels that carry it, whether it is required, when it is asked, its bounds."""
    refuse_locked(project)
    old = existing(project, variable)
    after = replace(old, **new)
    after = replace(after, names=named(after.names))
    _check(reader.read(project.db), after)
    return change("edit_variable", [altered(old, **{**new, "names": after.names})], **_facts(after))


def set_type(project: Project, variable: str, value_type: ValueType, *, choices: tuple[Names, ...] = ()) -> Change:
    """Let a variable that holds no value yet be of another type.

    Choices go with a type that has none; a type that has keeps the old ones, or takes those given.
    Raises `variable_used` with the count of values.
    """
    refuse_locked(project)
    old = existing(project, variable)
    _refuse_used(project, old)
    kept: tuple[Choice, ...] = old.choices if value_type in _WITH_CHOICES else ()
    if value_type in _WITH_CHOICES and not kept:
        for each in choices:
            kept = (*kept, _new_choice(kept, each))
    _check(reader.read(project.db), replace(old, type=value_type, choices=kept))
    return change("edit_variable", [altered(old, type=value_type, choices=kept)], **_facts(old))


def move_variable(project: Project, variable: str, *, after: str | None) -> Change:
    """Put a variable behind another one, or first of all."""
    refuse_locked(project)
    old = existing(project, variable)
    rest = [other for other in rules.in_order(reader.read(project.db).variables) if other.id != variable]
    place = 0 if after is None else 1 + [other.id for other in rest].index(existing(project, after).id)
    return change("move_variable", moved(rest, old, place), **_facts(old))


def remove_variable(project: Project, variable: str) -> Change:
    """Delete a variable that no span and no article has a value of; raises `variable_used` with the count."""
    refuse_locked(project)
    old = existing(project, variable)
    _refuse_used(project, old)
    steps = [*without_variable(reader.read(project.db), variable), removed(old)]
    return change("remove_variable", steps, **_facts(old))


def add_choice(project: Project, variable: str, names: Names) -> Change:
    """One more choice at the end; its id is in the fact `choice`."""
    refuse_locked(project, adding=True)
    old = existing(project, variable)
    choice = _new_choice(old.choices, names)
    after = (*old.choices, choice)
    _check(reader.read(project.db), replace(old, choices=after))
    return change("add_choice", [altered(old, choices=after)], **_facts(old), **_choice_facts(choice))


def edit_choice(project: Project, variable: str, choice: str, names: Names) -> Change:
    """Rename a choice; its id, and so every value that is coded, stays."""
    refuse_locked(project)
    old = existing(project, variable)
    _known(old, choice)
    new = Choice(choice, named(names))
    after = tuple(new if each.id == choice else each for each in old.choices)
    return change("edit_choice", [altered(old, choices=after)], **_facts(old), **_choice_facts(new))


def move_choice(project: Project, variable: str, choice: str, *, place: int) -> Change:
    """Put a choice at a place (from 0) among the others."""
    refuse_locked(project)
    old = existing(project, variable)
    mover = _known(old, choice)
    rest = [each for each in old.choices if each.id != choice]
    after = (*rest[:place], mover, *rest[place:])
    return change("move_choice", [altered(old, choices=after)], **_facts(old), **_choice_facts(mover))


def remove_choice(project: Project, variable: str, choice: str) -> Change:
    """Delete a choice that is nobody's value; raises `choice_used` with the count, or `last_choice`."""
    refuse_locked(project)
    old = existing(project, variable)
    gone = _known(old, choice)
    if count := sum(_chosen(value.value, choice) for value in codings.values_in(project.db, variable)):
        raise AnnotatorError("choice_used", choice=any_name(gone.names, choice), count=count)
    if len(old.choices) == 1:
        raise AnnotatorError("last_choice", variable=any_name(old.names, variable))
    after = tuple(each for each in old.choices if each.id != choice)
    steps = [*without_choice(reader.read(project.db), variable, choice), altered(old, choices=after)]
    return change("remove_choice", steps, **_facts(old), **_choice_facts(gone))


def add_relation_type(project: Project, names: Names) -> Change:
    """A new kind of relation, between any labels at first; its id is in the fact `relation`."""
    refuse_locked(project, adding=True)
    book = reader.read(project.db)
    kind = RelationType(free_id(names, "relation", {other.id for other in book.relation_types}), named(names))
    return change("add_relation_type", [added(kind)], **_relation_facts(kind))


def edit_relation_type(project: Project, relation: str, /, **new: Unpack[RelationFields]) -> Change:
    """Change a kind of relation's names, or the labels it may go from and to; links already made stay."""
    refuse_locked(project)
    old = relation_type(project, relation)
    after = replace(old, **new)
    after = replace(after, names=named(after.names))
    book = reader.read(project.db)
    rules.check(replace(book, relation_types=(after,)))
    return change("edit_relation_type", [altered(old, **{**new, "names": after.names})], **_relation_facts(after))


def remove_relation_type(project: Project, relation: str) -> Change:
    """Delete a kind of relation that no link is of; raises `relation_used` with the count."""
    refuse_locked(project)
    old = relation_type(project, relation)
    if count := codings.count_relations(project.db, relation):
        raise AnnotatorError("relation_used", relation=any_name(old.names, relation), count=count)
    return change("remove_relation_type", [removed(old)], **_relation_facts(old))


def add_statement_type(project: Project, names: Names, *, slots: tuple[str, ...] = ()) -> Change:
    """A new kind of statement at the end, with these slots; its id is in the fact `statement`."""
    refuse_locked(project, adding=True)
    book = reader.read(project.db)
    kinds = book.statement_types
    new_id = free_id(names, "statement", {other.id for other in kinds})
    kind = StatementType(new_id, named(names), slots, position=after_last(kinds))
    rules.check(replace(book, statement_types=(kind,)))
    return change("add_statement_type", [added(kind)], **_statement_facts(kind))


def edit_statement_type(project: Project, statement: str, /, **new: Unpack[StatementFields]) -> Change:
    """Change a kind of statement's names, its slots and their order, or the sentence that it is read as.

    Raises `slot_used` with the count for a slot that statements of it fill, `bad_codebook` for what is no slot.
    """
    refuse_locked(project)
    old = statement_type(project, statement)
    after = replace(old, **new)
    after = replace(after, names=named(after.names))
    for slot in set(old.slots) - set(after.slots):
        _refuse_filled(project, old, slot)
    rules.check(replace(reader.read(project.db), statement_types=(after,)))
    for words in after.sentence.values():
        _check_sentence(after, words)
    return change("edit_statement_type", [altered(old, **{**new, "names": after.names})], **_statement_facts(after))


def add_slot(
    project: Project, statement: str, names: Names, *, value_type: ValueType = "text", choices: tuple[Names, ...] = ()
) -> Change:
    """A new slot at the end of a kind of statement; its id is in the fact `variable`."""
    kind = statement_type(project, statement)
    made = add_variable(project, names, scope="statement", value_type=value_type, choices=choices)
    slots = (*kind.slots, str(made.facts["variable"]))
    return change("add_slot", [*made.steps, altered(kind, slots=slots)], **made.facts, statement=kind.id)


def remove_statement_type(project: Project, statement: str) -> Change:
    """Delete a kind of statement that there is none of, with the slots that no other kind has.

    Raises `statement_type_used` with the count.
    """
    refuse_locked(project)
    old = statement_type(project, statement)
    if count := codings.count_statements(project.db, statement):
        raise AnnotatorError("statement_type_used", statement=any_name(old.names, statement), count=count)
    return change("remove_statement_type", [removed(old), *_own_slots(project, old)], **_statement_facts(old))


def existing(project: Project, variable: str) -> Variable:
    """The variable; raises `no_such_variable`."""
    found = reader.variable(project.db, variable)
    if found is None:
        raise AnnotatorError("no_such_variable", variable=variable)
    return found


def relation_type(project: Project, relation: str) -> RelationType:
    """The kind of relation; raises `no_such_relation_type`."""
    found = next((kind for kind in reader.read(project.db).relation_types if kind.id == relation), None)
    if found is None:
        raise AnnotatorError("no_such_relation_type", relation=relation)
    return found


def statement_type(project: Project, statement: str) -> StatementType:
    """The kind of statement; raises `no_such_statement_type`."""
    found = reader.statement_type(project.db, statement)
    if found is None:
        raise AnnotatorError("no_such_statement_type", type=statement)
    return found


def _own_slots(project: Project, kind: StatementType) -> Iterator[Edit]:
    """The slots of a kind of statement that no other kind has, and nothing fills."""
    book = reader.read(project.db)
    others = {slot for other in book.statement_types if other.id != kind.id for slot in other.slots}
    for variable in book.variables:
        if variable.id in kind.slots and variable.id not in others and not _used(project, variable):
            yield removed(variable)


def _refuse_filled(project: Project, kind: StatementType, slot: str) -> None:
    mine = {statement.id for statement in codings.statements_of(project.db, kind.id)}
    if count := sum(value.owner in mine for value in codings.values_in(project.db, slot)):
        raise AnnotatorError("slot_used", slot=any_name(existing(project, slot).names, slot), count=count)


def _check_sentence(kind: StatementType, words: str) -> None:
    for slot in re.findall(r"\{([^{}]*)\}", words):
        if slot not in kind.slots:
            refuse(f"statements ({kind.id}).sentence", "unknown_slot", slot)


def _new_choice(there: tuple[Choice, ...], names: Names) -> Choice:
    return Choice(free_id(names, "choice", {choice.id for choice in there}), named(names))


def _known(variable: Variable, choice: str) -> Choice:
    found = next((each for each in variable.choices if each.id == choice), None)
    if found is None:
        raise AnnotatorError("no_such_choice", choice=choice)
    return found


def _check(book: Codebook, variable: Variable) -> None:
    others = [other for other in book.variables if other.id != variable.id]
    rules.check(replace(book, variables=(*others, variable)))


def _refuse_used(project: Project, variable: Variable) -> None:
    if count := _used(project, variable):
        raise AnnotatorError("variable_used", variable=any_name(variable.names, variable.id), count=count)


def _used(project: Project, variable: Variable) -> int:
    return sum(1 for _ in codings.values_in(project.db, variable.id))


def _chosen(value: object, choice: str) -> bool:
    return choice in value if isinstance(value, list) else value == choice


def _facts(variable: Variable) -> dict[str, str]:
    return {"variable": variable.id, "name": any_name(variable.names, variable.id)}


def _choice_facts(choice: Choice) -> dict[str, str]:
    return {"choice": choice.id, "value": any_name(choice.names, choice.id)}


def _relation_facts(kind: RelationType) -> dict[str, str]:
    return {"relation": kind.id, "name": any_name(kind.names, kind.id)}


def _statement_facts(kind: StatementType) -> dict[str, str]:
    return {"statement": kind.id, "name": any_name(kind.names, kind.id)}
