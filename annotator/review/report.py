"""Everything that is said of an agreement: the figures of all raters and of every two, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.review import figures as measured
from annotator.review.measures.bootstrap import TIMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.review.figures import Figure
    from annotator.review.gathered import Called, Gathered, Rater, Under
    from annotator.review.units import Unit


@dataclass(frozen=True, slots=True)
class Between:
    """The figures of two raters alone, over so many articles that both have."""

    raters: tuple[Rater, Rater]
    articles: int
    measures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of `raters` over so many `articles` that two of them or more have; `pairs` where they are over two.

    It is provisional while a round is open: a later edit can still move the figures. Intervals are of `times` drawings.
    """

    raters: tuple[Rater, ...]
    rounds: tuple[Under, ...]
    unit: Unit
    trim: bool
    provisional: bool
    articles: int
    measures: tuple[Figure, ...]
    pairs: tuple[Between, ...]
    called: Called
    times: int

    @property
    def coders(self) -> tuple[str, ...]:
        """The coders' ids, in the raters' order."""
        return tuple(rater.coder for rater in self.raters)

    @property
    def round(self) -> str:
        """The round of the first rater."""
        return self.raters[0].round


def figures(
    gathered: Gathered,
    tell: Callable[[float], None] = lambda _done: None,
    stop: Callable[[], bool] = lambda: False,
    *,
    times: int = TIMES,
) -> Agreement:
    """Compute all figures; any thread may. `tell` hears how far it is, 0 to 1; raises `cancelled` soon after `stop`."""
    parts = [gathered, *_pairs(gathered)]

    def of(number: int) -> tuple[Figure, ...]:
        def heard(done: float) -> None:
            if stop():
                raise AnnotatorError("cancelled")
            tell((number + done) / len(parts))

        return tuple(measured.figures(parts[number], times=times, tell=heard))

    return Agreement(
        gathered.raters,
        gathered.rounds,
        gathered.unit,
        gathered.trim,
        gathered.provisional,
        len(gathered.works),
        of(0),
        tuple(
            Between((two.raters[0], two.raters[1]), len(two.works), of(number))
            for number, two in enumerate(parts[1:], start=1)
        ),
        gathered.called,
        times,
    )


def _pairs(gathered: Gathered) -> list[Gathered]:
    """Every two of more raters, as far as these have an article in common."""
    if len(gathered.raters) == 2:  # noqa: PLR2004
        return []
    found = [gathered.between(*places) for places in combinations(range(len(gathered.raters)), 2)]
    return [two for two in found if two.works]
