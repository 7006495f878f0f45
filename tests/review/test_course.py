from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.review.course import over_rounds, over_time
from annotator.review.figures import figures
from annotator.review.units import Work
from tests.review.gathered import gathered

BODY = "كلمة " * 9
X = [("x", ((0, 4),))]


def handed(a: list, b: list, *at: str) -> Work:
    return Work(BODY, (a, b), at=at)


YEAR = gathered(
    [
        handed(X, X, "2026-01-30T10:00:00+00:00", "2026-02-01T09:00:00+00:00"),
        handed(X, [], "2026-02-02T10:00:00+00:00", "2026-02-02T09:00:00+00:00"),
        handed(X, X, "", ""),
        handed(X, X, "2025-12-31T10:00:00+00:00", ""),
    ]
)


def exact(step) -> float | None:
    return next(one.value for one in step.measures if one.name == "exact f1")


def test_a_step_for_each_month_of_coding_by_who_came_last() -> None:
    found = over_time(YEAR, "month")
    assert [(step.key, step.articles, exact(step)) for step in found] == [
        ("2025-12", 1, 1.0),
        ("2026-02", 2, pytest.approx(2 / 3)),
        ("", 1, 1.0),
    ]
    assert all(step.provisional and step.raters == YEAR.raters for step in found)


def test_weeks_are_those_of_the_calendar() -> None:
    assert [step.key for step in over_time(YEAR, "week")] == ["2026-W01", "2026-W05", "2026-W06", ""]


def test_a_step_for_each_round_with_intervals_if_asked_for() -> None:
    (step,) = over_rounds([YEAR], times=20)
    assert (step.key, step.measures) == ("main", tuple(figures(YEAR, times=20)))
    assert over_rounds([]) == ()


def test_it_says_how_far_it_is_and_stops_when_asked() -> None:
    heard: list[float] = []
    over_time(YEAR, "month", heard.append)
    assert {0, 1 / 3, 2 / 3} <= set(heard)
    assert heard == sorted(heard)
    assert heard[-1] < 1
    with pytest.raises(AnnotatorError, match="cancelled"):
        over_rounds([YEAR], heard.append, lambda: True)
