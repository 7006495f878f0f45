"""Work put together for tests as `operations.agreement.gather` would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator.review import figures as measured
from annotator.review.figures import Figure
from annotator.review.gathered import Gathered, Rater, Scale, Under
from annotator.review.units import Work


def gathered(works: Sequence[Work], **more: Any) -> Gathered:
    raters = tuple(Rater(coder, "main") for coder in "abcdefgh"[: len(works[0].spans)])
    return Gathered(raters, more.pop("rounds", (Under("main", "reliability", "open"),)), works, **more)


def figures(
    works: Sequence[Work],
    *,
    unit: str = "token",
    labels: Sequence[str] = (),
    scales: Mapping[str, Scale] | None = None,
    **more: Any,
) -> list[Figure]:
    found = gathered(works, unit=unit, labels=tuple(labels), scales=scales or {})
    return list(measured.figures(found, **more))


def answered(works: Sequence[Work], **rows: Sequence[tuple]) -> list[Work]:
    """The same work with answers to article variables: of each a row of values (by coder) an article."""
    return [
        replace(
            work,
            answers=tuple(
                {name: given[number][coder] for name, given in rows.items() if given[number][coder] is not None}
                for coder in range(len(work.spans))
            ),
        )
        for number, work in enumerate(works)
    ]
