"""Stack overlapping spans into lanes, so that no two in one lane overlap."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def stack(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The lane (from 0) of each half-open span, in the order given: the lowest that is free where the span starts.

    Of spans that start together the longest goes lowest; of identical ones the first. O(n log n).
    """
    order = sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i))
    lanes = [0] * len(spans)
    busy: list[tuple[int, int]] = []  # (where it ends, lane)
    free: list[int] = []
    for i in order:
        start, end = spans[i]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        lanes[i] = heappop(free) if free else len(busy)
        heappush(busy, (end, lanes[i]))
    return lanes
