"""Which columns a table has and which lines are weak."""

from __future__ import annotations

import pytest

from annotator.review.figures import Figure
from annotator.ui.agreement import drawings, said
from annotator.ui.agreement.lines import Column, Line, at_first, by_column, columns


def figure(name: str, unit: str, value: float | None) -> Figure:
    return Figure(name, unit, None, "label", value, None, None, 3)


EVERY = [
    figure(name, unit, 0.5)
    for unit, names in (
        ("span", ("percent agreement", "exact f1", "relaxed f1", "unitizing alpha")),
        ("token", ("percent agreement", "cohen kappa", "fleiss kappa", "krippendorff alpha", "gwet ac1")),
    )
    for name in names
]


def test_units_stand_before_spans_and_kappa_fits_the_coders() -> None:
    there = columns(EVERY)
    assert there[0] == Column("percent agreement", "token")
    assert Column("cohen kappa", "token") in at_first(there, 2)
    assert Column("fleiss kappa", "token") in at_first(there, 3)
    spans = columns(one for one in EVERY if one.unit == "span")
    assert [one.name for one in at_first(spans, 2)] == [
        "percent agreement", "exact f1", "relaxed f1", "unitizing alpha",
    ]  # fmt: skip


@pytest.mark.parametrize(("value", "weak"), [(0.666, True), (0.667, False), (None, False), (-0.1, True)])
def test_weak_is_alpha_below_the_bound(value, weak) -> None:
    for name, unit in (("krippendorff alpha", "token"), ("unitizing alpha", "span")):
        line = Line("x", by_column([figure(name, unit, value), figure("exact f1", "span", 0.1)]))
        assert (line.weak is not None) is weak
    assert Line("x", by_column([figure("exact f1", "span", 0.1)])).weak is None


@pytest.mark.usefixtures("qapp")
def test_steps_are_named_as_people_read_them() -> None:
    assert drawings.step_name("2026-02").endswith("2026")
    assert drawings.step_name("2026-W07") == "\u20682026-W07\u2069"
    assert drawings.step_name("") == "no date"
    assert said.interval(figure("exact f1", "span", 0.4)) == ""
    assert said.number(-0.5, "en") == "\u2068-0.50\u2069"
