"""Where values stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.agreement.plots.axis import axis


def test_from_nothing_to_all() -> None:
    found = axis([0.4, 0.9], 100, 200)
    assert found.ticks == [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert [found.at(value) for value in (0, 0.5, 1)] == [100, 150, 200]


def test_below_chance_it_goes_further_down() -> None:
    assert axis([-0.31], 0, 1).ticks[0] == pytest.approx(-0.4)
    assert axis([-0.2], 0, 1).ticks[0] == pytest.approx(-0.2)
    assert axis([-7.0], 0, 1).ticks[0] == pytest.approx(-1.0)


@given(st.lists(st.floats(-1, 1)), st.floats(-1, 1))
def test_every_value_has_room(values: list[float], one: float) -> None:
    found = axis([*values, one], 10, 20)
    assert 10 <= found.at(one) <= 20
    assert found.ticks[-1] == 1.0
    assert found.low <= min([0.0, *values, one]) + 0.001
