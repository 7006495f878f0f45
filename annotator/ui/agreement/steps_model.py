"""The stretches of a course as lines of figures: a round, a month or a week each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.agreement import drawings
from annotator.ui.agreement.lines import Column, Line
from annotator.ui.rounds.said import articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.review.course import Step


def of_steps(steps: Sequence[Step], label: str | None) -> list[Line]:
    """A line for each, with the figures of a label, or over all (None)."""
    return [
        Line(
            drawings.step_name(step.key),
            {Column(one.name, one.unit): one for one in step.measures if one.about == "label" and one.label == label},
            detail=articles(step.articles),
            places=(number,),
        )
        for number, step in enumerate(steps)
    ]
