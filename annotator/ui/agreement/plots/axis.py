"""Where values stand between two places: from 0 to 1, or from further down where something is below chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEP = 0.2


@dataclass(frozen=True, slots=True)
class Axis:
    """`low` to 1 laid over `start` to `end`."""

    start: float
    end: float
    low: float

    def at(self, value: float) -> float:
        """Where a value stands; what lies beyond the axis, at its end."""
        share = (min(max(value, self.low), 1.0) - self.low) / (1.0 - self.low)
        return self.start + (self.end - self.start) * share

    @property
    def ticks(self) -> list[float]:
        """Every fifth."""
        steps = round((1 - self.low) / _STEP)
        return [round(self.low + _STEP * number, 1) for number in range(steps + 1)]


def axis(values: Iterable[float], start: float, end: float) -> Axis:
    """One that has room for all of them, but never for less than -1."""
    lowest = max(-1.0, min([0.0, *values]))
    return Axis(start, end, -_STEP * -(-round(-lowest * 1000) // round(_STEP * 1000)))
