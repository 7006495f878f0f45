from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.text.fenwick import Totals

HEIGHTS = st.lists(st.integers(1, 500), min_size=1, max_size=40)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 500)), max_size=20))
def test_totals_equal_plain_sums_after_any_changes(heights: list[int], changes: list[tuple[int, int]]) -> None:
    totals = Totals(heights)
    for at, value in changes:
        if at < len(heights):
            assert totals.set(at, value) == value - heights[at]
            heights[at] = value
    assert totals.total == sum(heights)
    assert [totals.before(at) for at in range(len(heights) + 1)] == [
        sum(heights[:at]) for at in range(len(heights) + 1)
    ]
    for at, height in enumerate(heights):
        start = sum(heights[:at])
        assert totals.find(start) == totals.find(start + height - 1) == at
    assert totals.find(sum(heights) + 1000) == len(heights) - 1
