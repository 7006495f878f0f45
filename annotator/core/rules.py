"""Where a label may be put: inside a span of another label, in some parts of an article, never over itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.models import Annotation, Fragments, Label, Part, PartKind


def forbidden(
    label: Label, fragments: Fragments, *, beside: Sequence[Annotation], parts: Sequence[Part]
) -> AnnotatorError | None:
    """Why the label may not stand on these fragments (code points), or None.

    `beside` are the other spans of the coding, as far as they touch the fragments; what no part holds is body.
    Keys: `label_not_here`, `label_not_in_part`, `label_overlaps_itself`.
    """
    if label.within and not any(one.label in label.within and _holds(one.fragments, fragments) for one in beside):
        return AnnotatorError("label_not_here", label=label.names, within=label.within)
    if label.parts and not set(_kinds(fragments, parts)) <= set(label.parts):
        return AnnotatorError("label_not_in_part", label=label.names, parts=label.parts)
    if label.apart and any(one.label == label.id and _meet(one.fragments, fragments) for one in beside):
        return AnnotatorError("label_overlaps_itself", label=label.names)
    return None


def _holds(outer: Fragments, inner: Fragments) -> bool:
    return all(any(start <= a and b <= end for start, end in outer) for a, b in inner)


def _meet(one: Fragments, other: Fragments) -> bool:
    return any(start < b and a < end for start, end in one for a, b in other)


def _kinds(fragments: Fragments, parts: Sequence[Part]) -> Iterator[PartKind]:
    """The kinds of part that the fragments have characters in."""
    for start, end in fragments:
        reached = start
        for part in sorted(parts, key=lambda part: part.start):
            if part.start < end and part.end > start:
                yield part.kind
                if part.start > reached:
                    yield "body"
                reached = max(reached, part.end)
        if reached < end:
            yield "body"
