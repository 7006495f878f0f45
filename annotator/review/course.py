"""How agreement went: the figures round after round, and week after week or month after month of coding."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from annotator.core.errors import AnnotatorError
from annotator.review.figures import figures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered, Rater
    from annotator.review.units import Work

By = Literal["week", "month"]


@dataclass(frozen=True, slots=True)
class Step:
    """The figures of one stretch: a round's id, a week (2026-W07, ISO) or a month (2026-02); "" = nobody knows when."""

    key: str
    raters: tuple[Rater, ...]
    articles: int
    provisional: bool
    measures: tuple[Figure, ...]


def over_rounds(
    several: Sequence[Gathered],
    tell: Callable[[float], None] = lambda _done: None,
    stop: Callable[[], bool] = lambda: False,
    *,
    times: int = 0,
) -> tuple[Step, ...]:
    """A step for each of them, named by its first rater's round; with intervals by so many drawings."""
    keyed = [(one.raters[0].round, one) for one in several]
    return steps(keyed, tell, stop, times=times)


def over_time(
    gathered: Gathered,
    by: By = "month",
    tell: Callable[[float], None] = lambda _done: None,
    stop: Callable[[], bool] = lambda: False,
    *,
    times: int = 0,
) -> tuple[Step, ...]:
    """A step for each week or month (UTC) in which an article was handed in by the last of its raters, oldest first."""
    return steps(stretches(gathered, by), tell, stop, times=times)


def stretches(gathered: Gathered, by: By) -> list[tuple[str, Gathered]]:
    """What `over_time` makes its steps of: each one's key, and the work in it."""
    found: defaultdict[str, list[Work]] = defaultdict(list)
    for work in gathered.works:
        found[_key(max(work.at, default=""), by)].append(work)
    return [(key, replace(gathered, works=found[key])) for key in sorted(found, key=lambda key: (not key, key))]


def _key(at: str, by: By) -> str:
    if not at:
        return ""
    year, week, _ = datetime.fromisoformat(at).isocalendar()
    return f"{year}-W{week:02}" if by == "week" else at[:7]


def steps(
    keyed: Sequence[tuple[str, Gathered]], tell: Callable[[float], None], stop: Callable[[], bool], *, times: int
) -> tuple[Step, ...]:
    """A step for each of these, by its key; raises `cancelled` soon after `stop`."""
    made = []
    for number, (key, one) in enumerate(keyed):

        def heard(done: float, number: int = number) -> None:
            if stop():
                raise AnnotatorError("cancelled")
            tell((number + done) / len(keyed))

        heard(0)
        found = tuple(figures(one, times=times, tell=heard))
        made.append(Step(key, one.raters, len(one.works), one.provisional, found))
    return tuple(made)
