"""What the surface shows in Review: each coder's marks, and in place of what was settled, the settled ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.text.marks import SETTLED, Link, Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from annotator.core.models import Annotation
    from annotator.ui.review.sitting import Sitting

_GREY = 210


def drawn(
    sitting: Sitting, *, differences_only: bool, places: Collection[int] | None = None
) -> tuple[list[Mark], list[Link]]:
    """The marks, and the links between those that show, of the coders at these places (None: of all not hidden).

    What was settled shows as it was settled; every side of the difference in hand shows in any case.
    """
    shown = _Shown(sitting, differences_only=differences_only)
    seen = sitting.seen if places is None else places
    marks = [
        shown.mark(span, place) for place in seen for span in sitting.sides[place].annotations if shown.shows(span)
    ]
    marks += [] if differences_only else [shown.mark(span, SETTLED) for span in sitting.stands if shown.takes(span)]
    ids = {each.id for each in marks}
    links = [
        Link(link.source, link.target, sitting.named.relation(link.label))
        for coded in sitting.sides
        for link in coded.links
        if {link.source, link.target} <= ids
    ]
    return marks, links


class _Shown:
    """Which segments show, and as what."""

    def __init__(self, sitting: Sitting, *, differences_only: bool) -> None:
        self._named, self._label = sitting.named, sitting.filter.label
        self._looks = {
            each.id: (sitting.named.label(each.id), each.hue, each.pattern) for each in sitting.named.book.labels
        }
        self._in_hand = {span.id for span in sitting.current.there} if sitting.current else set()
        self._differing = set(_differing(sitting))
        self._only = differences_only
        self._hidden = sitting.decided_spans - self._differing

    def takes(self, span: Annotation) -> bool:
        """Whether it is of the label that is looked at."""
        return not self._label or span.label == self._label

    def shows(self, span: Annotation) -> bool:
        """Whether a coder's segment shows."""
        if span.id in self._in_hand:
            return True
        return self.takes(span) and (span.id in self._differing if self._only else span.id not in self._hidden)

    def mark(self, span: Annotation, side: int) -> Mark:
        """As the surface draws it."""
        name, hue, pattern = self._looks.get(span.label) or (self._named.label(span.label), _GREY, 0)
        return Mark(span.id, span.fragments, name, hue, pattern, side)


def _differing(sitting: Sitting) -> Iterator[str]:
    for found in (*sitting.queue.open, *sitting.queue.later):
        for span in found.there:
            yield span.id
