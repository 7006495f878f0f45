from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.review import report
from annotator.review.figures import figures
from annotator.review.gathered import Rater
from annotator.review.units import Work
from tests.review.gathered import gathered

BODY = "كلمة " * 20


def word(number: int, label: str = "x") -> tuple:
    return label, ((5 * number, 5 * number + 4),)


THREE = gathered(
    [
        Work(BODY, ([word(0)], [word(0)], None)),
        Work(BODY, ([word(1)], [word(2)], [word(1)])),
        Work(BODY, ([word(1), word(7)], [word(1)], [word(1), word(7)])),
    ]
)


def test_every_two_of_more_raters_have_the_figures_that_they_would_have_alone() -> None:
    found = report.figures(THREE, times=30)
    assert (found.articles, found.times, found.provisional) == (3, 30, True)
    assert (found.coders, found.round) == (("a", "b", "c"), "main")
    assert [(two.raters[0].coder, two.raters[1].coder, two.articles) for two in found.pairs] == [
        ("a", "b", 3),
        ("a", "c", 2),
        ("b", "c", 2),
    ]
    for two, places in zip(found.pairs, ((0, 1), (0, 2), (1, 2)), strict=True):
        assert two.measures == tuple(figures(THREE.between(*places), times=30))
    percent = [one.value for two in found.pairs for one in two.measures if one.name == "exact f1" and one.label is None]
    whole = next(one for one in found.measures if one.name == "exact f1" and one.label is None)
    assert whole.value == pytest.approx(sum(percent) / 3)


def test_two_raters_are_their_own_pair_and_strangers_none() -> None:
    assert report.figures(THREE.between(0, 1), times=0).pairs == ()
    strangers = gathered([Work(BODY, ([], [], None)), Work(BODY, ([], None, []))])
    found = report.figures(strangers, times=0)
    assert [two.raters for two in found.pairs] == [
        (Rater("a", "main"), Rater("b", "main")),
        (Rater("a", "main"), Rater("c", "main")),
    ]


def test_it_says_how_far_it_is_and_stops_when_asked() -> None:
    heard: list[float] = []
    report.figures(THREE, heard.append, times=40)
    assert heard == sorted(heard)
    assert 0 <= heard[0] < heard[-1] < 1
    with pytest.raises(AnnotatorError, match="cancelled"):
        report.figures(THREE, heard.append, lambda: len(heard) > 20, times=40)
