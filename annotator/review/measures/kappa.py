"""Cohen's and Fleiss' kappa: agreement beyond what the raters' own, or pooled, habits would bring by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.review.measures.ratings import judged, mean, pairs, together

if TYPE_CHECKING:
    from annotator.review.measures.ratings import Pair, Tally


def cohen_kappa(tally: Tally) -> float | None:
    """(Po - Pe) / (1 - Pe) with each rater's own margins; of more than two raters the mean over the pairs (Light).

    None where both raters of a pair gave one and the same value throughout: chance alone then explains all.
    """
    return mean(_of_pair(pair) for pair in pairs(tally))


def _of_pair(pair: Pair) -> float | None:
    chance = together(pair.one, pair.other)
    beyond = pair.units * pair.units - chance
    return (pair.units * pair.same - chance) / beyond if beyond else None


def fleiss_kappa(tally: Tally) -> float | None:
    """The same with pooled margins, for any number of raters (of two: Scott's pi).

    A unit may lack some values; one of a single value counts for how often values are used, not for agreement.
    None where all values are equal.
    """
    found = judged(tally)
    if found is None:
        return None
    whole, chance = found.seen * found.seen, together(found.used, found.used)
    pairs_of_values = found.parts * found.units
    beyond = pairs_of_values * (whole - chance)
    return (found.alike * whole - pairs_of_values * chance) / beyond if beyond else None
