"""What a coding still lacks: required values that are asked for and not given; and values that nothing asks for now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.errors import AnnotatorError
from annotator.core.values import applies
from annotator.store import codebook, codings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.models import Assigned, Variable
    from annotator.operations.codings import Where
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
    held: dict[str, dict[str, Any]] = {}
    for value in codings.values(project.db, [where.id]):
        held.setdefault(value.owner, {})[value.variable] = value.value
    variables = {variable.id: variable for variable in book.variables}
    slots = {kind.id: [variables[slot] for slot in kind.slots] for kind in book.statement_types}
    return [
        *_lacking("article", where.id, of_article(book.variables), held),
        *(
            lack
            for span in codings.annotations_of(project.db, [where.id])
            for lack in _lacking("annotation", span.id, of_label(book.variables, span.label), held)
        ),
        *(
            lack
            for statement in codings.statements(project.db, [where.id])
            for lack in _lacking("statement", statement.id, slots.get(statement.type, ()), held)
        ),
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
    book = [each for each in codebook.read(project.db).variables if each.scope == variable.scope]
    if not any(each.only_if for each in book):
        return []
    rows = codings.values_of(project.db, owner)
    after = {name: row.value for name, row in rows.items()} | {variable.id: value}
    others = (each for each in book if each.id in rows and each.id != variable.id)
    return [rows[each.id] for each in others if not applies(each, after, book)]


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


def _lacking(
    kind: Literal["article", "annotation", "statement"],
    owner: str,
    asked: Sequence[Variable],
    held: Mapping[str, Mapping[str, Any]],
) -> Iterator[Missing]:
    values = held.get(owner, {})
    for variable in asked:
        if variable.required and values.get(variable.id) in _NOTHING and applies(variable, values, asked):
            yield Missing(kind, owner, variable.id)
