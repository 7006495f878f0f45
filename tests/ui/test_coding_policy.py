"""The project's boundary policy reaches the hand on the page, as soon as it is another."""

from __future__ import annotations

import pytest

from annotator.core.models import Boundary
from annotator.operations import boundary
from annotator.ui.desk import Desk
from tests.ui.text.conftest import drag, point_of


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        (Boundary(), "داعش"),
        (Boundary(quotes=True), "“داعش”"),
        (Boundary(words=False), "اع"),
    ],
)
def test_a_drag_takes_what_the_policy_says(coding, opened: Desk, rule: Boundary, taken: str) -> None:
    surface = coding.surface
    if rule != Boundary():
        opened.bridge.do(boundary.set_boundary, rule)
    start = surface.text.body.index("داعش")
    drag(surface, point_of(surface, start + 1, share=0.2), point_of(surface, start + 2, share=0.6))
    assert surface.text.quotes(surface.fragments()) == (taken,)


def test_an_edge_by_word_goes_by_the_policy_too(coding, opened: Desk) -> None:
    surface = coding.surface
    start = surface.text.body.index("والعراق أطلقت") + len("والعراق ")
    surface.select(start, start + len("أطلقت"))
    coding.label("actor")
    opened.bridge.do(boundary.set_boundary, Boundary(clitics=False))
    surface.nudge_edge("start", -1, by="word")
    surface.edges.settle()
    mark = surface.view.marks.by_id[surface.focused_mark()]
    assert surface.text.quotes(mark.fragments) == ("عراق أطلقت",)
