from __future__ import annotations

from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.measures.bootstrap import SEED, interval, redrawn

ARTICLES = [(3, 4, 0), (0, 2, 0), (7, 7, 0), (0, 70_000, 1)]  # the same, all, other


def test_a_drawing_adds_up_whole_articles() -> None:
    for drawing in redrawn(ARTICLES[:1], times=3):
        assert drawing == ARTICLES[0]
    for same, every, other in redrawn(ARTICLES, times=50):
        assert every <= 4 * 70_000
        assert same <= 4 * 7
        assert other <= 4


def test_the_seed_settles_it_on_every_machine() -> None:
    first = [every for _, every, _ in redrawn(ARTICLES[:3], times=8)]
    assert first == [every for _, every, _ in redrawn(ARTICLES[:3], times=8)]
    assert first == [16, 18, 15, 8, 12, 10, 13, 13]
    assert first != [every for _, every, _ in redrawn(ARTICLES[:3], times=8, seed=1)]


def test_each_article_is_drawn_as_often_as_the_others() -> None:
    ones = [[int(number == at) for at in range(10)] for number in range(10)]
    drawn = list(redrawn(ones, times=500))
    assert all(sum(drawing) == 10 for drawing in drawn)
    for number in range(10):
        assert fmean(drawing[number] for drawing in drawn) == pytest.approx(1, abs=0.2)


def test_nothing_to_draw_from() -> None:
    assert list(redrawn([], times=2)) == [(), ()]
    assert list(redrawn([(), ()], times=1)) == [()]


@given(st.lists(st.tuples(*[st.one_of(st.integers(0, 2**60), st.just(2**32 - 1))] * 3), min_size=1, max_size=4))
def test_no_count_runs_into_the_next(articles) -> None:
    draw = Random(SEED).random
    for drawing in redrawn(articles, times=3):
        chosen = [articles[int(draw() * len(articles))] for _ in articles]
        assert drawing == tuple(map(sum, zip(*chosen, strict=True)))


def test_the_interval_holds_the_share_in_the_middle() -> None:
    assert interval([n / 100 for n in range(101)]) == (pytest.approx(0.025), pytest.approx(0.975))
    assert interval([1.0, 2.0], level=0.5) == (1.25, 1.75)
    assert interval([0.3]) == (0.3, 0.3)


def test_undefined_values_are_left_out_unless_they_are_most() -> None:
    assert interval([None, 0.5, 0.5]) == (0.5, 0.5)
    assert interval([None, None, 0.5]) is None
    assert interval([]) is None
