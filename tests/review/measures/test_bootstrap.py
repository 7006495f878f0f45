from __future__ import annotations

from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.measures.bootstrap import interval, redrawn

ARTICLES = [{"same": 3, "all": 4}, {"same": 0, "all": 2}, {"all": 7, "same": 7}, {"all": 70_000, "other": 1}]


def test_a_drawing_adds_up_whole_articles() -> None:
    possible = {tuple(one.get(key, 0) for key in ("same", "all", "other")) for one in ARTICLES}
    for drawing in redrawn(ARTICLES[:1], times=3):
        assert drawing == ARTICLES[0]
    for drawing in redrawn(ARTICLES, times=50):
        assert set(drawing) == {"same", "all", "other"}
        assert drawing["all"] <= 4 * 70_000
        assert drawing["same"] <= 4 * 7
    assert len(possible) == 4


def test_the_seed_settles_it_on_every_machine() -> None:
    first = [drawing["all"] for drawing in redrawn(ARTICLES[:3], times=8)]
    assert first == [drawing["all"] for drawing in redrawn(ARTICLES[:3], times=8)]
    assert first == [16, 18, 15, 8, 12, 10, 13, 13]
    assert first != [drawing["all"] for drawing in redrawn(ARTICLES[:3], times=8, seed=1)]


def test_each_article_is_drawn_as_often_as_the_others() -> None:
    ones = [{number: 1} for number in range(10)]
    drawn = list(redrawn(ones, times=500))
    assert all(sum(drawing.values()) == 10 for drawing in drawn)
    for number in range(10):
        assert fmean(drawing[number] for drawing in drawn) == pytest.approx(1, abs=0.2)


def test_nothing_to_draw_from() -> None:
    assert list(redrawn([], times=2)) == [{}, {}]
    assert list(redrawn([{}, {}], times=1)) == [{}]


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 2**70)), min_size=1, max_size=4))
def test_no_count_runs_into_the_next(articles) -> None:
    for drawing in redrawn(articles, times=3):
        for key, count in drawing.items():
            assert count <= len(articles) * max(one.get(key, 0) for one in articles)


def test_the_interval_holds_the_share_in_the_middle() -> None:
    assert interval([n / 100 for n in range(101)]) == (pytest.approx(0.025), pytest.approx(0.975))
    assert interval([1.0, 2.0], level=0.5) == (1.25, 1.75)
    assert interval([0.3]) == (0.3, 0.3)


def test_undefined_values_are_left_out_unless_they_are_most() -> None:
    assert interval([None, 0.5, 0.5]) == (0.5, 0.5)
    assert interval([None, None, 0.5]) is None
    assert interval([]) is None
