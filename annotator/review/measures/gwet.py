"""Gwet's AC1: agreement beyond chance for values so unequally used that kappa falls although coders agree."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from annotator.review.measures.ratings import judged

if TYPE_CHECKING:
    from annotator.review.measures.ratings import Rows


def gwet_ac1(rows: Rows) -> float | None:
    """(Pa - Pe) / (1 - Pe), chance being that of a value that is hard to give (Gwet 2008); any number of coders.

    A unit of one value alone counts for how often values are used, not for agreement. None where all values are equal.
    """
    agreed, used = judged(rows)
    if agreed is None or len(used) == 1:
        return None
    chance = fsum(share * (1 - share) for share in used.values()) / (len(used) - 1)
    return (agreed - chance) / (1 - chance)
