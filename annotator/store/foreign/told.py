"""What a foreign file says, as frozen values, and the plain data that they cross between two processes as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from annotator.core.changes import Change, Entry
from annotator.core.rows import from_row, to_row
from annotator.core.travel import Handover
from annotator.store.foreign import shapes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.changes import Kind

_KINDS = {"do", "undo", "redo"}
_STATES = {"applied", "taken", "held"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a foreign file says of itself; `handover` is set for a package, `coders` are names by id."""

    project: str
    title: str
    copy: str
    format: int
    handover: Handover | None
    coders: Mapping[str, str]
    changes: int
    annotations: int
    articles: int


def told_as_data(told: Told) -> dict[str, Any]:
    """What a file says of itself, for the line."""
    handover = None if told.handover is None else to_row(told.handover)
    return {name: getattr(told, name) for name in Told.__slots__} | {"handover": handover, "coders": dict(told.coders)}


def told_from_data(data: Any) -> Told:
    """And back, each part checked; raises ValueError."""
    handover = data["handover"]
    if handover is not None:
        handover = from_row(Handover, shapes.row("handover", handover, whole=True))
    return Told(
        project=shapes.name(data["project"]),
        title=shapes.text(data["title"]),
        copy=shapes.name(data["copy"], empty=True),
        format=shapes.count(data["format"]),
        handover=handover,
        coders={shapes.name(coder): shapes.text(words) for coder, words in shapes.mapping(data["coders"]).items()},
        changes=shapes.count(data["changes"]),
        annotations=shapes.count(data["annotations"]),
        articles=shapes.count(data["articles"]),
    )


def head_from_data(data: Any) -> Entry:
    """An entry without its edits, from its columns, each checked; raises ValueError, TypeError or KeyError."""
    of, kind = data["of"], shapes.among(data["kind"], _KINDS)
    if (of is None) != (kind == "do"):
        raise ValueError("of")
    named, author, copy, id_, at, via = (data[name] for name in ("name", "author", "copy", "id", "at", "via"))
    shapes.names((named, id_, at) if of is None else (named, id_, at, of), empty=(author, copy, via))
    made = Change(named, (), shapes.facts(data["facts"]), author, copy, cast("Kind", kind), of, id_, at)
    return Entry(made, shapes.among(data["state"], _STATES), via, shapes.digest(data["digest"]), ())
