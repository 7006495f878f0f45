"""What a coder does to spans: label, relabel, move an edge, split, join, delete, describe, link."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Relation
from annotator.core.rows import added, altered, removed
from annotator.operations import codings as coding_operations
from annotator.operations import spans
from annotator.operations.spans import existing
from annotator.store import articles, codebook, codings
from annotator.store.reading import one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.changes import Change
    from annotator.core.models import Fragments
    from annotator.operations.codings import Where
    from annotator.store.project import Project


def label_span(project: Project, where: Where, label: str, fragments: Fragments, *, head: Fragments = ()) -> Change:
    """Put a label on a range of an article's text (code points). The new id is in the fact `annotation`.

    Raises `no_such_label`, `bad_span`, `bad_head`, what the label's rules say, and `already_coded` for the same label
    on the same fragments in this coding.
    """
    coding, steps = coding_operations.opened(project, where)
    kind = spans.usable(project, label)
    article = articles.get(project.db, where.article)
    text = articles.text(project.db, article.text)
    fragments = spans.in_order(fragments)
    version = codebook.latest_version(project.db)
    new = Annotation(new_id(), coding.id, label, article.text, fragments, text.quotes(fragments), version)
    if head:
        from annotator.operations.pieces import checked_head  # noqa: PLC0415  (a start cuts nothing)

        new = replace(new, head=checked_head(text.body, fragments, head))
    spans.refuse_twice(project, new)
    spans.refuse_forbidden(project, kind, article.id, new)
    return change("label_span", [*steps, added(new)], **spans.told(new))


def relabel(project: Project, annotation: str, label: str) -> Change:
    """Give a span another label; attributes that the new label does not carry go with the old one.

    So do those that only these asked for. Raises what the new label's rules say, and `already_coded`.
    """
    old = existing(project, annotation)
    spans.usable(project, label)
    if label != old.label:
        new = replace(old, label=label)
        spans.refuse_twice(project, new)
        spans.refuse_forbidden_here(project, new)
    gone = [
        value
        for value in codings.values_of(project.db, old.id).values()
        if not _carries(project, value.variable, label)
    ]
    if gone:
        from annotator.operations import completeness  # noqa: PLC0415  (not before the first text is shown)

        gone += completeness.fallen_without(project, old.id, {value.variable for value in gone})
    facts = spans.told(old) | {"label": label, "before": old.label}
    return change("relabel", [*map(removed, gone), altered(old, label=label)], **facts)


def resize(project: Project, annotation: str, fragments: Fragments) -> Change:
    """Move a span's edges: its new fragments, in code points of the text that it was coded on.

    An inner head stays as far as it is inside. Raises what the label's rules say, and `already_coded`.
    """
    return reshaped(project, "resize", existing(project, annotation), spans.in_order(fragments))


def reshaped(project: Project, name: str, old: Annotation, fragments: Fragments) -> Change:
    """The action of this name that gives a span other fragments."""
    quotes = articles.text(project.db, old.text).quotes(fragments)
    new = replace(old, fragments=fragments, quotes=quotes, head=spans.clipped(old.head, fragments))
    if fragments != old.fragments:
        spans.refuse_twice(project, new)
        spans.refuse_forbidden_here(project, new)
    step = altered(old, fragments=fragments, quotes=quotes, head=new.head)
    return change(name, [step], **spans.told(new))


def split(project: Project, annotation: str, at: Sequence[int]) -> Change:
    """Cut a span at these places (code points); see `annotator.operations.pieces`."""
    from annotator.operations import pieces  # noqa: PLC0415  (a start cuts nothing)

    return pieces.split(project, annotation, at)


def join(project: Project, annotations: Sequence[str]) -> Change:
    """Make one span of several with one label; see `annotator.operations.pieces`."""
    from annotator.operations import pieces  # noqa: PLC0415

    return pieces.join(project, annotations)


def set_head(project: Project, annotation: str, head: Fragments) -> Change:
    """Say which part of a span is its inner head, () for none; raises `bad_head`."""
    from annotator.operations import pieces  # noqa: PLC0415

    return pieces.set_head(project, annotation, head)


def add_fragment(project: Project, annotation: str, start: int, end: int) -> Change:
    """Let a span go on elsewhere in its text (code points)."""
    old = existing(project, annotation)
    return reshaped(project, "add_fragment", old, spans.in_order((*old.fragments, (start, end))))


def remove(project: Project, annotations: Sequence[str]) -> Change:
    """Delete spans with their attributes, links, notes and doubts, as one action.

    The slots of statements that held them are emptied; the fact `slots` says how many, where there were any.
    """
    gone = spans.removable(project, annotations)
    facts = spans.told(gone[0]) if len(gone) == 1 else {"count": len(gone)}
    if slots := len(codings.slots_holding(project.db, gone)):
        facts["slots"] = slots
    return change("remove", spans.removal(project, gone), **facts)


def set_attribute(project: Project, annotation: str, variable: str, value: Any) -> Change:
    """Give a span's attribute a value; None takes it away, and with it what only its old value asked for."""
    owner = existing(project, annotation)
    kind = coding_operations.known_variable(project, variable, "annotation")
    if kind.labels and owner.label not in kind.labels:
        label = codebook.label(project.db, owner.label)
        raise AnnotatorError("attribute_not_here", variable=kind.names, label=label.names if label else owner.label)
    coding_operations.refuse_stranger(project, kind, value)
    steps = coding_operations.assigned(project, kind, owner.coding, owner.id, value)
    gone, dropped = coding_operations.fallen(project, kind, owner.id, value)
    facts = spans.told(owner) | {"variable": variable, "value": coding_operations.shown(value), **dropped}
    return change("set_attribute", [*steps, *gone], **facts)


def link(project: Project, relation_type: str, source: str, target: str) -> Change:
    """Link two spans of one coding, from `source` to `target`.

    Raises `link_to_itself`, or `bad_link` where the codebook forbids it.
    """
    start, end = existing(project, source), existing(project, target)
    kind = next((k for k in codebook.read(project.db).relation_types if k.id == relation_type), None)
    if kind is None:
        raise AnnotatorError("bad_link", relation=relation_type)
    if start.id == end.id:
        raise AnnotatorError("link_to_itself", relation=kind.names)
    forbidden = (kind.sources and start.label not in kind.sources) or (kind.targets and end.label not in kind.targets)
    if forbidden or start.coding != end.coding:
        raise AnnotatorError("bad_link", relation=kind.names)
    row = Relation(keyed_id("relation", relation_type, source, target), start.coding, relation_type, source, target)
    facts = spans.told(start) | {"relation": relation_type, "target": spans.short(end.quotes)}
    return change("link", [added(row)], **facts)


def unlink(project: Project, relation: str) -> Change:
    """Take a link away."""
    row = one(project.db, Relation, relation)
    if row is None:
        raise AnnotatorError("no_such_link", relation=relation)
    start = existing(project, row.source)
    return change("unlink", [removed(row)], **(spans.told(start) | {"relation": row.label}))


def _carries(project: Project, variable: str, label: str) -> bool:
    found = codebook.variable(project.db, variable)
    return found is not None and (not found.labels or label in found.labels)
