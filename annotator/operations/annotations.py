"""What a coder does to spans: label, relabel, move an edge, delete, describe, link, note."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Note, Relation
from annotator.core.rows import added, altered, removed
from annotator.operations import codings as coding_operations
from annotator.store import articles, codebook, codings
from annotator.store.reading import one

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Fragments, Label
    from annotator.operations.codings import Where
    from annotator.store.project import Project

_SHOWN = 80  # characters of a quote that the history's facts keep


def label_span(project: Project, where: Where, label: str, fragments: Fragments) -> Change:
    """Put a label on a range of an article's text (code points). The new id is in the fact `annotation`.

    Raises `no_such_label`, `bad_span`, and `already_coded` for the same label on the same fragments in this coding.
    """
    coding, steps = coding_operations.opened(project, where)
    usable(project, label)
    article = articles.get(project.db, where.article)
    fragments = in_order(fragments)
    quotes = articles.text(project.db, article.text).quotes(fragments)
    _refuse_twice(project, coding.id, label, fragments)
    new = Annotation(new_id(), coding.id, label, article.text, fragments, quotes, codebook.latest_version(project.db))
    return change("label_span", [*steps, added(new)], **_facts(new))


def relabel(project: Project, annotation: str, label: str) -> Change:
    """Give a span another label; attributes that the new label does not carry go with the old one."""
    old = existing(project, annotation)
    usable(project, label)
    if label != old.label:
        _refuse_twice(project, old.coding, label, old.fragments)
    gone = [
        removed(value)
        for value in codings.values_of(project.db, old.id).values()
        if not _carries(project, value.variable, label)
    ]
    return change(
        "relabel", [*gone, altered(old, label=label)], **(_facts(old) | {"label": label, "before": old.label})
    )


def resize(project: Project, annotation: str, fragments: Fragments) -> Change:
    """Move a span's edges: its new fragments, in code points of the text that it was coded on."""
    old = existing(project, annotation)
    fragments = in_order(fragments)
    quotes = articles.text(project.db, old.text).quotes(fragments)
    if fragments != old.fragments:
        _refuse_twice(project, old.coding, old.label, fragments)
    return change(
        "resize", [altered(old, fragments=fragments, quotes=quotes)], **(_facts(old) | {"quote": _short(quotes)})
    )


def remove(project: Project, annotations: Sequence[str]) -> Change:
    """Delete spans with their attributes, links and notes, as one action."""
    gone = [existing(project, annotation) for annotation in annotations]
    facts = _facts(gone[0]) if len(gone) == 1 else {"count": len(gone)}
    return change("remove", _removal(project, gone), **facts)


def set_attribute(project: Project, annotation: str, variable: str, value: Any) -> Change:
    """Give a span's attribute a value; None takes it away."""
    owner = existing(project, annotation)
    kind = coding_operations.known_variable(project, variable, "annotation")
    if kind.labels and owner.label not in kind.labels:
        raise AnnotatorError("attribute_not_here", variable=variable, label=owner.label)
    steps = coding_operations.assigned(project, kind, owner.coding, owner.id, value)
    facts = _facts(owner) | {"variable": variable, "value": coding_operations.shown(value)}
    return change("set_attribute", steps, **facts)


def link(project: Project, relation_type: str, source: str, target: str) -> Change:
    """Link two spans of one coding, from `source` to `target`; raises `bad_link` where the codebook forbids it."""
    start, end = existing(project, source), existing(project, target)
    kind = next((k for k in codebook.read(project.db).relation_types if k.id == relation_type), None)
    if kind is None or start.id == end.id or start.coding != end.coding:
        raise AnnotatorError("bad_link", relation=relation_type)
    if (kind.sources and start.label not in kind.sources) or (kind.targets and end.label not in kind.targets):
        raise AnnotatorError("bad_link", relation=relation_type)
    row = Relation(keyed_id("relation", relation_type, source, target), start.coding, relation_type, source, target)
    return change("link", [added(row)], **(_facts(start) | {"relation": relation_type, "target": _short(end.quotes)}))


def unlink(project: Project, relation: str) -> Change:
    """Take a link away."""
    row = one(project.db, Relation, relation)
    if row is None:
        raise AnnotatorError("no_such_link", relation=relation)
    start = existing(project, row.source)
    return change("unlink", [removed(row)], **(_facts(start) | {"relation": row.label}))


def add_note(project: Project, owner_kind: Literal["annotation", "article", "label"], owner: str, body: str) -> Change:
    """Write a note on a span, an article or a label, signed by who acts."""
    if not body.strip():
        raise AnnotatorError("empty_note")
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    note = Note(new_id(), owner_kind, owner, project.coder, body, now)
    return change("add_note", [added(note)], note=body[:_SHOWN])


def edit_note(project: Project, note: str, body: str) -> Change:
    """Rewrite a note; an empty body takes it away."""
    old = one(project.db, Note, note)
    if old is None:
        raise AnnotatorError("no_such_note", note=note)
    step = altered(old, body=body) if body.strip() else removed(old)
    return change("edit_note", [step], note=body[:_SHOWN])


def existing(project: Project, annotation: str) -> Annotation:
    """The annotation, in a round that is open; raises `no_such_annotation` or `frozen_round`."""
    found = codings.annotation(project.db, annotation)
    if found is None:
        raise AnnotatorError("no_such_annotation", annotation=annotation)
    coding_operations.of(project, found.coding)
    return found


def usable(project: Project, label: str) -> Label:
    """A label that can be put on a span; raises `no_such_label` or `retired_label`."""
    found = codebook.label(project.db, label)
    if found is None:
        raise AnnotatorError("no_such_label", label=label)
    if found.retired:
        raise AnnotatorError("retired_label", label=label)
    return found


def in_order(fragments: Fragments) -> Fragments:
    """Fragments in text order, those that touch or overlap joined; raises `bad_span` for an empty or reversed one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(fragments):
        if start >= end:
            raise AnnotatorError("bad_span", start=start, end=end, length=0)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _removal(project: Project, gone: Sequence[Annotation]) -> Iterator[Edit]:
    """What goes when spans go: their values, links and notes, then the spans."""
    links = {link.id: link for annotation in gone for link in codings.relations_of(project.db, annotation.id)}
    yield from map(removed, links.values())
    for annotation in gone:
        yield from map(removed, codings.values_of(project.db, annotation.id).values())
        yield from map(removed, codings.notes(project.db, [annotation.id]))
        yield removed(annotation)


def _refuse_twice(project: Project, coding: str, label: str, fragments: Fragments) -> None:
    if codings.same(project.db, coding, label, fragments) is not None:
        raise AnnotatorError("already_coded", label=label)


def _carries(project: Project, variable: str, label: str) -> bool:
    found = codebook.variable(project.db, variable)
    return found is not None and (not found.labels or label in found.labels)


def _facts(annotation: Annotation) -> dict[str, Any]:
    return {"annotation": annotation.id, "label": annotation.label, "quote": _short(annotation.quotes)}


def _short(quotes: Sequence[str]) -> str:
    words = " … ".join(quotes)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
