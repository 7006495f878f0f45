"""The project's rule for the edges of spans: set it, find the spans that break it, mend them in one action."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core import boundary, rules
from annotator.core.changes import change
from annotator.core.rows import altered
from annotator.operations import spans
from annotator.operations.codebook import refuse_locked
from annotator.operations.pieces import Group, merging
from annotator.operations.sealed import refuse_in_package
from annotator.store import articles, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.errors import AnnotatorError
    from annotator.core.models import Annotation, Boundary, Fragments, Label
    from annotator.core.text import Text
    from annotator.store.project import Project

_Place = tuple[str, str, "Fragments"]  # coding, label, where


@dataclass(frozen=True, slots=True)
class Breaking:
    """A span whose edges are not as the rule has them, where they would be, and the words of that."""

    annotation: Annotation
    article: str
    fitted: Fragments
    quotes: tuple[str, ...]


def set_boundary(project: Project, rule: Boundary) -> Change:
    """Decide for the whole project what a span takes in beside its words. Spans that are there stay as they are.

    Raises `codebook_locked` where nobody may change the codebook, which the rule belongs to.
    """
    refuse_in_package(project)
    refuse_locked(project)
    return change("set_boundary", [altered(codebook.project(project.db), boundary=rule)])


def breaking(project: Project, *, coder: str) -> list[Breaking]:
    """The coder's spans in open rounds whose edges break the rule, article by article, in text order."""
    return list(each_breaking(project, coder=coder))


def each_breaking(project: Project, *, coder: str) -> Iterator[Breaking]:
    """The same, one by one as they are found. A span on another version of its text is left alone."""
    rule = codebook.project(project.db).boundary
    there, text = "", None
    for article, span in codings.annotations_by(project.db, coder):
        if article != there:
            there, text = article, articles.text(project.db, articles.get(project.db, article).text)
        if text is None or span.text != text.hash:
            continue
        fitted = boundary.fitted(text.body, span.fragments, rule)
        if fitted != span.fragments:
            yield Breaking(span, article, fitted, text.quotes(fitted))


def mend(project: Project, annotations: Sequence[str]) -> Change:
    """Move the edges of these spans to where the rule has them, as one action; the fact `count` says how many moved.

    Spans of one coding and label that come to stand on the very same words become one, as if they were joined. One
    that its label's rules would forbid there stays where it is, and is counted in the fact `left`; where that is all,
    what the rules say is raised.
    """
    asked = spans.all_existing(project, annotations)
    rule = codebook.project(project.db).boundary
    texts = {name: articles.text(project.db, name) for name in sorted({span.text for span in asked})}
    fitted = {span.id: boundary.fitted(texts[span.text].body, span.fragments, rule) for span in asked}
    moved = [span for span in asked if fitted[span.id] != span.fragments]
    kept, forbidden = _allowed(project, moved, fitted)
    if forbidden is not None and not kept:
        raise forbidden
    left = {"left": len(moved) - len(kept)} if forbidden is not None else {}
    fitted = {span.id: fitted[span.id] for span in kept}
    return change("mend", _mending(project, kept, fitted, texts), count=len(kept), **left)


def _allowed(
    project: Project, moved: Sequence[Annotation], fitted: dict[str, Fragments]
) -> tuple[list[Annotation], AnnotatorError | None]:
    """Those that may move, and why the first of the others may not; each is seen where all of them would stand."""
    labels = {label.id: label for label in codebook.read(project.db).labels if label.within or label.apart}
    kept, forbidden = list(moved), None
    if not any(span.label in labels for span in moved):
        return kept, forbidden
    there = codings.annotations_of(project.db, sorted({span.coding for span in moved}))
    while True:
        now = {span.id: fitted[span.id] for span in kept}
        standing = [replace(span, fragments=now.get(span.id, span.fragments)) for span in there]
        why = {span.id: error for span in kept if (error := _forbidden(labels.get(span.label), span, now, standing))}
        if not why:
            return kept, forbidden
        forbidden = forbidden or next(iter(why.values()))
        kept = [span for span in kept if span.id not in why]


def _forbidden(
    label: Label | None, span: Annotation, now: dict[str, Fragments], standing: Sequence[Annotation]
) -> AnnotatorError | None:
    """What the label's rules have against where a span would stand; a paragraph's part it does not leave."""
    if label is None:
        return None
    place = now[span.id]
    beside = [one for one in standing if one.coding == span.coding and (one.label, one.fragments) != (label.id, place)]
    return rules.forbidden(replace(label, parts=()), place, beside=beside, parts=())


def _mending(
    project: Project, moved: Sequence[Annotation], fitted: dict[str, Fragments], texts: dict[str, Text]
) -> Iterator[Edit]:
    standing: dict[_Place, list[Annotation]] = {}
    for span in codings.annotations_of(project.db, sorted({span.coding for span in moved})):
        standing.setdefault((span.coding, span.label, fitted.get(span.id, span.fragments)), []).append(span)
    groups = []
    for place in dict.fromkeys((span.coding, span.label, fitted[span.id]) for span in moved):
        first, *others = standing[place]
        groups.append(Group(first, tuple(others), place[2], texts[first.text].quotes(place[2])))
    return merging(project, groups)
