"""How far two coders' spans agree, label by label: the same fragments with the same label, over articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.review.measures import f1

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.models import Annotation
    from annotator.review.measures.f1 import Agreed, Span

    Sides = tuple[Sequence[Annotation], Sequence[Annotation]]  # both coders' spans in one article


def exact(articles: Iterable[Sides]) -> dict[str | None, Agreed]:
    """For `exact f1`, of each label that was used and (None) over all: the same fragments with the same label."""
    return f1.exact([(_spans(a), _spans(b)) for a, b in articles])


def _spans(annotations: Iterable[Annotation]) -> list[Span]:
    return [(annotation.label, annotation.fragments) for annotation in annotations]
