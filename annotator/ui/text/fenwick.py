"""Running totals of many heights, of which single ones change: O(log n) to ask, to change and to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Totals:
    """The heights of consecutive things, and where each begins."""

    __slots__ = ("_count", "_tree", "total", "values")

    def __init__(self, values: Sequence[int]) -> None:
        self.values = list(values)
        self._count = len(self.values)
        self.total = sum(self.values)
        self._tree = [0, *self.values]
        for at in range(1, self._count + 1):
            above = at + (at & -at)
            if above <= self._count:
                self._tree[above] += self._tree[at]

    def before(self, index: int) -> int:
        """The sum of all values before `index`."""
        total = 0
        while index:
            total += self._tree[index]
            index &= index - 1
        return total

    def set(self, index: int, value: int) -> int:
        """Give `index` another value; returns by how much it grew."""
        grown = value - self.values[index]
        self.values[index] = value
        self.total += grown
        at = index + 1
        while grown and at <= self._count:
            self._tree[at] += grown
            at += at & -at
        return grown

    def find(self, offset: int) -> int:
        """The index of the thing in which `offset` lies; the first or last one outside."""
        at, step = 0, 1 << self._count.bit_length()
        while step := step >> 1:
            if at + step <= self._count and self._tree[at + step] <= offset:
                at += step
                offset -= self._tree[at]
        return min(at, self._count - 1)
