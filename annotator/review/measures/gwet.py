"""Gwet's AC1: agreement beyond chance for values so unequally used that kappa falls although raters agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.review.measures.ratings import judged, together

if TYPE_CHECKING:
    from annotator.review.measures.ratings import Tally


def gwet_ac1(tally: Tally) -> float | None:
    """(Pa - Pe) / (1 - Pe), chance being that of a value that is hard to give (Gwet 2008); any number of raters.

    A unit of one value alone counts for how often values are used, not for agreement. None where all values are equal.
    """
    found = judged(tally)
    if found is None:
        return None
    others = sum(map(bool, found.used)) - 1  # values besides the first
    whole = found.seen * found.seen * others
    chance = found.seen * found.seen - together(found.used, found.used)
    pairs_of_values = found.parts * found.units
    return (found.alike * whole - pairs_of_values * chance) / (pairs_of_values * (whole - chance)) if others else None
