"""What can stand in a statement's slots: spans that fit, nearest first, and what the links of the one in focus say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.store import actors, codebook, codings
from annotator.ui.models.named import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

    from annotator.core.models import Annotation, StatementType, Variable
    from annotator.ui.desk import Desk

_MOST = 7  # spans that are offered: what one takes in at a glance
_NEAR = 40  # spans that are looked at for them
_WORDS = 42  # characters of a span's words


def slots_of(db: Connection, kind: StatementType) -> list[Variable]:
    """The slots of a kind of statement, in their order."""
    known = {variable.id: variable for variable in codebook.read(db).variables}
    return [known[slot] for slot in kind.slots if slot in known]


def takes_spans(slot: Variable) -> bool:
    """Whether a span can stand in it."""
    return slot.type == "span" or bool(slot.labels)


def fits(slot: Variable, span: Annotation) -> bool:
    """Whether this span can."""
    return takes_spans(slot) and (not slot.labels or span.label in slot.labels)


def candidates(desk: Desk, slot: Variable, focus: str, held: Any) -> list[tuple[Any, str]]:
    """Slot values with their words: what is held, the span in focus, those it is linked with, then the nearest."""
    if not takes_spans(slot):
        return []
    db = desk.bridge.project.db
    offered: dict[str, Annotation] = {}
    if isinstance(held, dict) and (span := codings.annotation(db, held.get("annotation", ""))) is not None:
        offered[said(span)] = span
    for span in _near(desk, slot, focus):
        if fits(slot, span):
            offered.setdefault(said(span), span)  # of those that read the same, the nearest
    return [({"annotation": span.id}, words) for words, span in list(offered.items())[:_MOST]]


def prefilled(desk: Desk, kind: StatementType, focus: str) -> dict[str, Any]:
    """What the span in focus and its links put into the slots of a new statement, each of them once."""
    db = desk.bridge.project.db
    span = codings.annotation(db, focus) if focus else None
    if span is None:
        return {}
    free = [span, *linked(db, span)]
    filled: dict[str, Any] = {}
    for slot in sorted(slots_of(db, kind), key=lambda slot: not slot.labels):  # those that say what they want first
        fitting = [one for one in free if fits(slot, one) and (slot.labels or one is span)]
        if not fitting:
            continue
        free.remove(fitting[0])
        filled[slot.id] = _pointer(db, slot, fitting[0])
    return {slot: filled[slot] for slot in kind.slots if slot in filled}


def linked(db: Connection, span: Annotation) -> list[Annotation]:
    """The spans at the other ends of a span's links, in text order."""
    ends = [
        relation.target if relation.source == span.id else relation.source
        for relation in codings.relations_of(db, span.id)
    ]
    found = codings.annotations_among(db, ends)
    return sorted(found.values(), key=lambda one: one.fragments)


def said(span: Annotation) -> str:
    """A span's first words."""
    return short(" … ".join(span.quotes), _WORDS)


def _near(desk: Desk, slot: Variable, focus: str) -> Iterator[Annotation]:
    db = desk.bridge.project.db
    span = codings.annotation(db, focus) if focus else None
    if span is not None:
        yield span
        yield from linked(db, span)
        yield from codings.nearest(db, span, slot.labels, _NEAR)
    else:
        yield from _from_selection(codings.annotations_of(db, [desk.where.id]), desk.selection)


def _from_selection(spans: Sequence[Annotation], selection: tuple[int, int] | None) -> list[Annotation]:
    """Without a span in focus: those nearest to what is selected, else as the text has them."""
    if selection is None:
        return list(spans)
    return sorted(spans, key=lambda span: max(span.start - selection[1], selection[0] - span.end, 0))


def _pointer(db: Connection, slot: Variable, span: Annotation) -> dict[str, str]:
    """A span that is an actor of the register gives its actor to a slot for actors; else it stands there itself."""
    if slot.type == "actor":
        kinds = {variable.id for variable in codebook.read(db).variables if variable.type == "actor"}
        for name, row in codings.values_of(db, span.id).items():
            if name in kinds and actors.actor(db, str(row.value)) is not None:
                return {"actor": str(row.value)}
    return {"annotation": span.id}
