"""What a coding still lacks: required values that are asked for and not given; and values that nothing asks for now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.errors import AnnotatorError
from annotator.core.values import applies
from annotator.store import codebook, codings, lacking

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from annotator.core.models import Assigned, Codebook, Scope, Variable
    from annotator.operations.codings import Where
    from annotator.store.lacking import Bare
    from annotator.store.project import Project

_NOTHING: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class Missing:
    """A required value that is not there; of an article the owner is the coding, and `variable` is an id."""

    kind: Literal["article", "annotation", "statement"]
    owner: str
    variable: str


def missing(project: Project, where: Where) -> list[Missing]:
    """What is required and asked for in this coding and has no value: the article's first, then spans in text order."""
    book = codebook.read(project.db)
    values = {name: row.value for name, row in codings.values_of(project.db, where.id).items()}
    return [
        *_lacking("article", where.id, of_article(book.variables), values),
        *_of_spans(project, where.id, book.variables),
        *_of_statements(project, where.id, book),
    ]


def refuse_missing(project: Project, where: Where) -> None:
    """Raise `values_missing`, with how many are missing and the name of the first, unless nothing is."""
    lacks = missing(project, where)
    if lacks:
        first = codebook.variable(project.db, lacks[0].variable)
        raise AnnotatorError(
            "values_missing", count=len(lacks), first=first.names if first and first.names else lacks[0].variable
        )


def fallen(project: Project, variable: Variable, owner: str, value: Any) -> list[Assigned]:
    """The owner's values that no longer apply once this variable has another value (None: none), in codebook order."""
    rows = codings.values_of(project.db, owner)
    after = {name: row.value for name, row in rows.items()} | {variable.id: value}
    return [rows[name] for name in _unasked(project, variable.scope, after) if name in rows and name != variable.id]


def fallen_without(project: Project, annotation: str, gone: Collection[str]) -> list[Assigned]:
    """The span's attributes that no longer apply once these variables have no value."""
    rows = codings.values_of(project.db, annotation)
    after = {name: row.value for name, row in rows.items() if name not in gone}
    return [rows[name] for name in _unasked(project, "annotation", after)]


def _unasked(project: Project, scope: Scope, values: Mapping[str, Any]) -> list[str]:
    """Which of an owner's values nothing asks for, by the ids of their variables."""
    book = [each for each in codebook.read(project.db).variables if each.scope == scope]
    return [each.id for each in book if each.id in values and each.only_if and not applies(each, values, book)]


def of_article(variables: Sequence[Variable]) -> list[Variable]:
    """The article variables among these."""
    return [variable for variable in variables if variable.scope == "article"]


def of_label(variables: Sequence[Variable], label: str) -> list[Variable]:
    """The attributes that spans of a label carry."""
    return [
        variable
        for variable in variables
        if variable.scope == "annotation" and (not variable.labels or label in variable.labels)
    ]


def _of_spans(project: Project, coding: str, variables: Sequence[Variable]) -> list[Missing]:
    """Only what lacks something is read: a coding may hold ten thousand spans."""
    found: list[tuple[Bare, int, str]] = []
    for place, variable in enumerate(variables):
        if variable.scope == "annotation" and variable.required:
            bare = lacking.spans_without(project.db, coding, variable.id, variable.labels)
            found += [(span, place, variable.id) for span in bare if _asked(project, variable, span, variables)]
    return [Missing("annotation", span.annotation, variable) for span, _, variable in sorted(found)]


def _asked(project: Project, variable: Variable, span: Bare, variables: Sequence[Variable]) -> bool:
    if not variable.only_if:
        return True
    values = {name: row.value for name, row in codings.values_of(project.db, span.annotation).items()}
    return applies(variable, values, of_label(variables, span.label))


def _of_statements(project: Project, coding: str, book: Codebook) -> Iterator[Missing]:
    variables = {variable.id: variable for variable in book.variables}
    slots = {kind.id: [variables[slot] for slot in kind.slots] for kind in book.statement_types}
    for statement in codings.statements(project.db, [coding]):
        values = {name: row.value for name, row in codings.values_of(project.db, statement.id).items()}
        yield from _lacking("statement", statement.id, slots.get(statement.type, ()), values)


def _lacking(
    kind: Literal["article", "annotation", "statement"],
    owner: str,
    asked: Sequence[Variable],
    values: Mapping[str, Any],
) -> Iterator[Missing]:
    for variable in asked:
        if variable.required and values.get(variable.id) in _NOTHING and applies(variable, values, asked):
            yield Missing(kind, owner, variable.id)
