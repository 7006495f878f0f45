"""What the surface shows in Review: both coders' marks, and in place of what was settled, the settled ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.operations import review
from annotator.store import codings
from annotator.ui.text.marks import FIRST, SECOND, SETTLED, Link, Mark

if TYPE_CHECKING:
    from annotator.core.models import Annotation
    from annotator.ui.review.sitting import Sitting

_GREY = 210


def drawn(sitting: Sitting, *, differences_only: bool) -> tuple[list[Mark], list[Link]]:
    """The marks and the links between those that show.

    What was settled shows as it was settled; both sides of the difference in hand show in any case.
    """
    hues = {each.id: (each.hue, each.pattern) for each in sitting.named.book.labels}
    differing = {span.id for d in sitting.queue.open for span in (d.a, d.b) if span}
    current = sitting.current
    in_hand = {span.id for span in (current.a, current.b) if span} if current else set()
    settled, spans = _settled(sitting)
    hidden = settled - in_hand - differing

    def mark(span: Annotation, side: int) -> Mark:
        hue, pattern = hues.get(span.label, (_GREY, 0))
        return Mark(span.id, span.fragments, sitting.named.label(span.label), hue, pattern, side)

    marks = [
        mark(span, side)
        for side, coded in ((FIRST, sitting.sides[0]), (SECOND, sitting.sides[1]))
        for span in coded.annotations
        if (span.id in differing | in_hand if differences_only else span.id not in hidden)
    ]
    marks += [] if differences_only else [mark(span, SETTLED) for span in spans]
    shown = {each.id for each in marks}
    links = [
        Link(link.source, link.target, sitting.named.relation(link.label))
        for coded in sitting.sides
        for link in coded.links
        if {link.source, link.target} <= shown
    ]
    return marks, links


def _settled(sitting: Sitting) -> tuple[set[str], list[Annotation]]:
    """The coders' segments that were decided on, and what stands in the settled coding."""
    if sitting.case is None:
        return set(), []
    project = sitting.desk.bridge.project
    coding = review.settled_coding(project, sitting.case.article, sitting.case.round)
    if coding is None:
        return set(), []
    decided = codings.decisions(project.db, [coding.id])
    return {source for each in decided for source in each.sources}, codings.annotations_of(project.db, [coding.id])
