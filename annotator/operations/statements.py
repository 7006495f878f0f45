"""What a person does to statements: add one, fill its slots, take it away; and the sentence that one is read as."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Assigned, Statement
from annotator.core.rows import added, removed
from annotator.core.values import checked
from annotator.messages import comma, isolate, sentences
from annotator.operations import codings as coding_operations
from annotator.operations import roster
from annotator.operations.codebook import any_name
from annotator.store import actors, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.changes import Change
    from annotator.core.models import Names, StatementType, Variable
    from annotator.operations.codings import Where
    from annotator.store.project import Project

_QUOTE = 48  # characters of a span's words in a sentence
_NOTHING = "…"
_SLOT = re.compile(r"\{([^{}]+)\}")


def add_statement(project: Project, where: Where, type: str, slots: Mapping[str, Any]) -> Change:  # noqa: A002
    """A new statement in a coding, with what is known of its slots; its id is in the fact `id`.

    A slot holds {"actor": id}, {"annotation": id} or a plain value. Raises `no_such_statement_type`, `no_such_slot`,
    `bad_slot` with what the slot takes, `no_such_actor`, `no_such_annotation`, or `frozen_round`.
    """
    coding, steps = coding_operations.opened(project, where)
    kind = _kind(project, type)
    new = Statement(new_id(), coding.id, kind.id)
    values = [
        Assigned(
            keyed_id("value", new.id, slot), coding.id, new.id, slot, _checked(project, coding.id, kind, slot, held)
        )
        for slot, held in slots.items()
        if held is not None
    ]
    return change(
        "add_statement",
        [*steps, added(new), *map(added, values)],
        id=new.id,
        statement_type=kind.id,
        name=_called(kind),
    )


def set_slot(project: Project, statement: str, slot: str, value: Any) -> Change:
    """Fill a slot, or (None) empty it; what its new value leaves nothing to be asked about goes with it.

    Raises `no_such_statement`, and what `add_statement` does.
    """
    row = existing(project, statement)
    kind = _kind(project, row.type)
    variable = _slot(project, kind, slot)
    if value is not None:
        _checked(project, row.coding, kind, slot, value)
    steps = list(coding_operations.assigned(project, variable, row.coding, row.id, value))
    gone, facts = coding_operations.fallen(project, variable, row.id, value)
    said = "" if value is None else _said(project, variable, value, "")
    return change("set_slot", [*steps, *gone], variable=slot, value=said, id=row.id, **facts)


def remove_statement(project: Project, statement: str) -> Change:
    """Take a statement away with what its slots hold."""
    row = existing(project, statement)
    kind = codebook.statement_type(project.db, row.type)
    steps = [*map(removed, codings.values_of(project.db, row.id).values()), removed(row)]
    named = _called(kind) if kind else row.type
    return change("remove_statement", steps, id=row.id, statement_type=row.type, name=named)


def existing(project: Project, statement: str) -> Statement:
    """The statement, in a round that is open; raises `no_such_statement` or `frozen_round`."""
    found = codings.statement(project.db, statement)
    if found is None:
        raise AnnotatorError("no_such_statement", statement=statement)
    coding_operations.of(project, found.coding)
    return found


def sentence(project: Project, statement: str, language: str) -> str:
    """The statement as its type has it read in a language; what is not there yet is shown as dots.

    Where the type has no sentence in that language: the type's name, and each slot with its value.
    """
    row = codings.statement(project.db, statement)
    if row is None:
        raise AnnotatorError("no_such_statement", statement=statement)
    kind = _kind(project, row.type)
    slots = [_slot(project, kind, slot) for slot in kind.slots]
    said = dict.fromkeys(kind.slots, _NOTHING) | in_words(project, row.id, slots, language)
    if words := kind.sentence.get(language):
        return _SLOT.sub(lambda found: said.get(found[1], found[0]), words)
    rows = (f"{isolate(_named(slot.names, slot.id, language))} {said[slot.id]}" for slot in slots)
    return f"{isolate(_named(kind.names, kind.id, language))}: {' · '.join(rows)}"


def in_words(project: Project, statement: str, slots: Sequence[Variable], language: str) -> dict[str, str]:
    """What these slots of a statement hold, as one reads it; those that are empty are left out."""
    held = codings.values_of(project.db, statement)
    return {slot.id: isolate(_said(project, slot, held[slot.id].value, language)) for slot in slots if slot.id in held}


def _kind(project: Project, kind: str) -> StatementType:
    found = codebook.statement_type(project.db, kind)
    if found is None:
        raise AnnotatorError("no_such_statement_type", type=kind)
    return found


def _slot(project: Project, kind: StatementType, slot: str) -> Variable:
    found = codebook.variable(project.db, slot) if slot in kind.slots else None
    if found is None:
        raise AnnotatorError("no_such_slot", slot=slot)
    return found


def _checked(project: Project, coding: str, kind: StatementType, slot: str, value: Any) -> Any:
    """The value, if the slot takes it and what it points to is there, for spans in the same coding."""
    variable = _slot(project, kind, slot)
    try:
        value = checked(variable, value)
    except TypeError as error:  # a list or an object among the choices
        raise AnnotatorError("bad_slot", slot=variable.names or slot, why=variable.type) from error
    if isinstance(value, dict):
        if "actor" in value:
            roster.existing(project, value["actor"])
        else:
            _check_span(project, coding, variable, value["annotation"])
    return value


def _check_span(project: Project, coding: str, slot: Variable, annotation: str) -> None:
    span = codings.annotation(project.db, annotation)
    if span is None:
        raise AnnotatorError("no_such_annotation", annotation=annotation)
    if span.coding != coding:
        raise AnnotatorError("bad_slot", slot=slot.names or slot.id, why="here")
    if slot.labels and span.label not in slot.labels:
        found = (codebook.label(project.db, label) for label in slot.labels)
        names = tuple(label.names for label in found if label)
        raise AnnotatorError("bad_slot", slot=slot.names or slot.id, why="labels", labels=names)


def _said(project: Project, slot: Variable, value: Any, language: str) -> str:
    if isinstance(value, dict):
        return _pointed(project, value, language)
    if isinstance(value, list):
        return comma(language).join(_said(project, slot, each, language) for each in value)
    if isinstance(value, bool):
        return sentences("statuses")["yes" if value else "no"][language] if language else str(value)
    choices = {choice.id: choice.names for choice in slot.choices}
    return _named(choices.get(str(value), {}), str(value), language)


def _pointed(project: Project, value: Mapping[str, str], language: str) -> str:
    if "actor" in value:
        who = actors.actor(project.db, value["actor"])
        return roster.name(who, language) if who else _NOTHING
    span = codings.annotation(project.db, value.get("annotation", ""))
    words = " … ".join(span.quotes).replace("\n", " ") if span else _NOTHING
    if len(words) <= _QUOTE:
        return words
    return f"{words[:_QUOTE].rsplit(' ', 1)[0]} …"


def _named(names: Names, fallback: str, language: str) -> str:
    return names.get(language) or any_name(names, fallback)


def _called(thing: StatementType | Variable) -> str:
    return any_name(thing.names, thing.id)
