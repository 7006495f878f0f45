"""Lanes: nothing overlaps in one lane, and each span takes the lowest that is free."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.lanes import stack

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1])), max_size=25)


def test_nested_touching_and_identical_spans() -> None:
    assert stack([]) == []
    assert stack([(0, 3), (3, 6)]) == [0, 0]
    assert stack([(2, 4), (0, 9)]) == [1, 0]
    assert stack([(0, 4), (0, 9)]) == [1, 0]
    assert stack([(1, 5), (1, 5), (1, 5)]) == [0, 1, 2]
    assert stack([(0, 4), (2, 6), (4, 8), (5, 7)]) == [0, 1, 0, 2]


@given(SPANS)
def test_lowest_free_lane(spans: list[tuple[int, int]]) -> None:
    lanes = stack(spans)
    order = sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i))
    for rank, i in enumerate(order):
        taken = {lanes[j] for j in order[:rank] if spans[j][1] > spans[i][0]}
        assert lanes[i] == next(lane for lane in range(len(spans) + 1) if lane not in taken)


def test_a_hundred_thousand_spans_in_no_time() -> None:
    spans = [(i, i + 7 + i % 40) for i in range(100_000)]
    started = time.process_time()
    stack(spans)
    assert time.process_time() - started < 2.0
