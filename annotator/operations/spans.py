"""What all actions on spans share: finding them, the rules they keep, what hangs on them, what the history says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.rows import removed
from annotator.operations import codings as coding_operations
from annotator.store import articles, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from annotator.core.changes import Edit
    from annotator.core.models import Annotation, Coding, Fragments, Label, Part
    from annotator.store.project import Project

_SHOWN = 80  # characters of a quote that the history's facts keep


def existing(project: Project, annotation: str) -> Annotation:
    """The annotation, if it can be changed; raises `no_such_annotation`, `frozen_round` or `text_changed`."""
    return all_existing(project, [annotation])[0]


def all_existing(project: Project, annotations: Sequence[str]) -> list[Annotation]:
    """These annotations, if all can be changed, each once; raises as `existing` does."""
    found, homes = _found(project, annotations)
    texts = articles.texts_of(project.db, sorted({coding.article for coding in homes.values()}))
    for span in found:
        if span.text != texts[homes[span.coding].article]:
            raise AnnotatorError("text_changed", quote=short(span.quotes))
    return found


def removable(project: Project, annotations: Sequence[str]) -> list[Annotation]:
    """These annotations, each once, in rounds that are open; raises `no_such_annotation` or `frozen_round`."""
    return _found(project, annotations)[0]


def _found(project: Project, annotations: Sequence[str]) -> tuple[list[Annotation], Mapping[str, Coding]]:
    found = codings.annotations_among(project.db, annotations)
    if missing := next((one for one in annotations if one not in found), None):
        raise AnnotatorError("no_such_annotation", annotation=missing)
    homes = codings.codings_among(project.db, sorted({span.coding for span in found.values()}))
    for round_id, kind in sorted({(coding.round, coding.kind) for coding in homes.values()}):
        coding_operations.refuse_frozen(project, round_id, kind=kind)
    return [found[one] for one in dict.fromkeys(annotations)], homes


def usable(project: Project, label: str) -> Label:
    """A label that can be put on a span; raises `no_such_label` or `retired_label`."""
    found = codebook.label(project.db, label)
    if found is None:
        raise AnnotatorError("no_such_label", label=label)
    if found.retired:
        raise AnnotatorError("retired_label", label=found.names)
    return found


def in_order(fragments: Fragments) -> Fragments:
    """Fragments in text order, those that touch or overlap joined; raises `bad_span` for an empty or reversed one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(fragments):
        if start >= end:
            raise AnnotatorError("bad_span", start=start, end=end, why="empty")
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    if not joined:
        raise AnnotatorError("bad_span", start=0, end=0, why="empty")
    return tuple(joined)


def refuse_twice(project: Project, span: Annotation, *, but: Collection[str] = ()) -> None:
    """Raise `already_coded` if another span of its coding has its label on these very fragments."""
    there = codings.same(project.db, span.coding, span.label, span.fragments)
    if there is not None and there.id != span.id and there.id not in but:
        raise AnnotatorError("already_coded", label=span.label)


def ruled(label: Label) -> bool:
    """Whether the label has a rule at all; most have none, and then nothing has to be read."""
    return bool(label.within or label.parts or label.apart)


def refuse_forbidden(
    project: Project, label: Label, article: str, span: Annotation, *, but: Collection[str] = ()
) -> None:
    """Raise what the label's rules in the codebook have against this span of an article, once those of `but` go."""
    if not ruled(label):
        return
    from annotator.core import rules  # noqa: PLC0415  (most labels have none)

    others = [*label.within, label.id]
    near = codings.touching(project.db, span.coding, others, span.start, span.end)
    beside = [one for one in near if one.id != span.id and one.id not in but]
    parts = _with_gaps(project, span.text, articles.parts(project.db, article)) if label.parts else []
    error = rules.forbidden(label, span.fragments, beside=beside, parts=parts)
    if error is not None:
        raise AnnotatorError(error.key, **(error.facts | _within(project, label)))


def refuse_forbidden_here(project: Project, span: Annotation, *, but: Collection[str] = ()) -> None:
    """The same for a span of a coding that has its row."""
    label = codebook.label(project.db, span.label)
    if label is None or not ruled(label):
        return
    home = codings.codings_among(project.db, [span.coding])[span.coding]
    refuse_forbidden(project, label, home.article, span, but=but)


def removal(project: Project, gone: Sequence[Annotation]) -> Iterator[Edit]:
    """What goes when spans go: links, values, notes, doubts, the slots that hold them, then the spans."""
    ids = [span.id for span in gone]
    yield from map(removed, codings.relations_at(project.db, ids))
    yield from map(removed, codings.values_on(project.db, ids))
    yield from map(removed, codings.slots_holding(project.db, gone))
    yield from map(removed, codings.notes(project.db, ids))
    yield from map(removed, codings.doubts(project.db, ids))
    yield from map(removed, gone)


def clipped(head: Fragments, fragments: Fragments) -> Fragments:
    """What is left of a head inside other fragments: its first piece, or ()."""
    for start, end in head:
        for low, high in fragments:
            if start < high and low < end:
                return ((max(start, low), min(end, high)),)
    return ()


def told(span: Annotation) -> dict[str, Any]:
    """What the history says of a span."""
    return {"annotation": span.id, "label": span.label, "quote": short(span.quotes)}


def short(quotes: Sequence[str]) -> str:
    """The start of a span's words."""
    words = " … ".join(quotes)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _with_gaps(project: Project, text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, each with the white space behind it, so that a line's end between two of them is no body."""
    body = articles.text(project.db, text).body
    ours = [part for part in parts if part.text == text]
    return [replace(part, end=len(body) - len(body[part.end :].lstrip())) for part in ours]


def _within(project: Project, label: Label) -> dict[str, Any]:
    """The names of the labels that it has to stand in, for the sentence."""
    found = [codebook.label(project.db, one) for one in label.within]
    return {"within": tuple(one.names for one in found if one)} if label.within else {}
