"""Unitizing alpha: do coders cut the same stretches out of a text, beyond chance (Krippendorff et al. 2016, binary).

The text is one line of characters; each coder cuts it into units and the gaps between them. Chance may lay a unit
anywhere but never cuts it in pieces, while gaps have no shape of their own: so squares of the units' lengths, but the
plain lengths of the gaps, are taken out of what is expected. For one code, its units stand against all other text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Ranges = Sequence[tuple[int, int]]

_PARTS = 27_720  # of a character, so that whole numbers do for up to 13 coders


@dataclass(frozen=True, slots=True)
class Cut:
    """Counted characters of all coders: cut differently, coded, in all; and the squares of the units' lengths.

    `differing` is over all ordered pairs of coders, by one less than the coders of a text, in parts of a character.
    """

    differing: int = 0
    coded: int = 0
    length: int = 0
    squares: int = 0

    @property
    def alpha(self) -> float | None:
        """1 - Do / De; None where nothing, or everything, was cut out, which chance explains as well."""
        gaps = self.length - self.coded
        if not self.coded or not gaps:
            return None
        shape = self.length**2 - self.squares - gaps
        return 1 - self.differing * shape / (2 * self.coded * gaps * self.length * _PARTS)

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """What it is made from again, after any number of these were added up place by place."""
        return self.differing, self.coded, self.length, self.squares

    def __add__(self, other: Cut) -> Cut:
        return Cut(
            self.differing + other.differing,
            self.coded + other.coded,
            self.length + other.length,
            self.squares + other.squares,
        )


def cut(length: int, coders: Sequence[Iterable[tuple[int, int]]]) -> Cut:
    """One text of so many characters and the ranges that each of its coders (two or more) set, in any order.

    Ranges of one coder that share a character are one unit; those that only touch are two.
    """
    units = [_units(ranges) for ranges in coders]
    signs = [_signs(ranges) for ranges in units]
    differing = sum((a ^ b).bit_count() for a, b in combinations(signs, 2))
    return Cut(
        2 * _PARTS * differing // (len(units) - 1),
        sum(end - start for ranges in units for start, end in ranges),
        length * len(units),
        sum((end - start) ** 2 for ranges in units for start, end in ranges),
    )


def _units(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _signs(units: Ranges) -> int:
    """A bit for each coded character."""
    signs = 0
    for start, end in units:
        signs |= (1 << end) - (1 << start)
    return signs
