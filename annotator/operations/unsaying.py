"""What has to go or shrink in the codebook so that nothing in it speaks any more of what is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.rows import altered, removed
from annotator.store import codings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.changes import Edit
    from annotator.core.models import Codebook, RelationType, Variable
    from annotator.store.project import Project


def without_label(project: Project, book: Codebook, label: str) -> Iterator[Edit]:
    """Notes on it, rules and links that name it, and the attributes and slots that only its spans could have."""
    yield from map(removed, codings.notes(project.db, [label]))
    for other in book.labels:
        if label in other.within:
            yield altered(other, within=_rest(other.within, label))
    gone = {one.id for one in book.variables if one.labels == (label,) and _goes(project, one)}
    for variable in book.variables:
        if label in variable.labels and variable.id not in gone:
            yield altered(variable, labels=_rest(variable.labels, label), only_if=_condition(variable, gone))
        elif variable.id not in gone and _asks(variable, gone):
            yield altered(variable, only_if={})
    yield from (removed(one) for one in book.variables if one.id in gone)
    yield from _without_slots(book, gone)
    for kind in book.relation_types:
        if label in (*kind.sources, *kind.targets):
            yield _relation_without(kind, label)


def without_variable(book: Codebook, variable: str) -> Iterator[Edit]:
    """Conditions that ask for it, and its place among the slots of statements."""
    gone = {variable}
    for other in book.variables:
        if other.id != variable and _asks(other, gone):
            yield altered(other, only_if={})
    yield from _without_slots(book, gone)


def without_choice(book: Codebook, variable: str, choice: str) -> Iterator[Edit]:
    """Conditions that ask for it; one that asks for nothing else goes."""
    for other in book.variables:
        if _asks(other, {variable}) and choice in other.only_if["values"]:
            values = [value for value in other.only_if["values"] if value != choice]
            yield altered(other, only_if={"variable": variable, "values": values} if values else {})


def _goes(project: Project, variable: Variable) -> bool:
    """An attribute goes with its last label; a slot that holds nothing and could hold nothing else does as well."""
    if variable.scope != "statement":
        return True
    return variable.type == "span" and next(codings.values_in(project.db, variable.id), None) is None


def _asks(variable: Variable, others: set[str]) -> bool:
    return variable.only_if.get("variable") in others


def _condition(variable: Variable, gone: set[str]) -> Mapping[str, Any]:
    return {} if _asks(variable, gone) else variable.only_if


def _without_slots(book: Codebook, gone: set[str]) -> Iterator[Edit]:
    for kind in book.statement_types:
        slots = tuple(slot for slot in kind.slots if slot not in gone)
        if slots != kind.slots:
            sentence = {language: _unsaid(words, gone) for language, words in kind.sentence.items()}
            yield altered(kind, slots=slots, sentence=sentence)


def _unsaid(words: str, gone: set[str]) -> str:
    for slot in gone:
        words = words.replace(f"{{{slot}}}", "…")
    return words


def _relation_without(kind: RelationType, label: str) -> Edit:
    sources, targets = _rest(kind.sources, label), _rest(kind.targets, label)
    if (kind.sources and not sources) or (kind.targets and not targets):
        return removed(kind)
    return altered(kind, sources=sources, targets=targets)


def _rest(labels: Sequence[str], label: str) -> tuple[str, ...]:
    return tuple(other for other in labels if other != label)
