"""The statements of a coding as one reads them: each a sentence, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.operations import completeness
from annotator.operations import statements as operations
from annotator.store import codebook, codings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.models import Annotation, Statement
    from annotator.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Read:
    """A statement in words; `spans` are the ids of those in its slots, `lacking` whether a required slot is empty."""

    id: str
    sentence: str
    spans: tuple[str, ...]
    start: int
    lacking: bool


def statements(desk: Desk) -> list[Read]:
    """Those of the coding on the desk: by where the first of their spans stands, those without one last."""
    db = desk.bridge.project.db
    rows = codings.statements(db, [desk.where.id]) if desk.article else []
    if not rows:
        return []
    lacks = {lack.owner for lack in completeness.missing(desk.bridge.project, desk.where) if lack.kind == "statement"}
    return sorted(_read(desk, rows, lacks), key=lambda one: one.start)


def standing_in(desk: Desk, span: Annotation) -> list[Read]:
    """The statements that a span stands in."""
    db = desk.bridge.project.db
    owners = dict.fromkeys(slot.owner for slot in codings.slots_holding(db, [span]))
    rows = [row for owner in owners if (row := codings.statement(db, owner)) is not None]
    return _read(desk, rows, set())


def _read(desk: Desk, rows: Iterable[Statement], lacks: set[str]) -> list[Read]:
    project = desk.bridge.project
    known = {kind.id for kind in codebook.read(project.db).statement_types}
    made = []
    for row in rows:
        if row.type not in known:
            continue
        held = [value.value for value in codings.values_of(project.db, row.id).values()]
        ids = tuple(dict.fromkeys(span for value in held if (span := _span(value))))
        spans = codings.annotations_among(project.db, ids)
        start = min((span.start for span in spans.values()), default=1 << 60)
        said = operations.sentence(project, row.id, desk.language)
        made.append(Read(row.id, said, ids, start, row.id in lacks))
    return made


def _span(value: Any) -> str:
    return str(value.get("annotation", "")) if isinstance(value, dict) else ""
