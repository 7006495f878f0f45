"""Drawing: the same for one seed whatever the order, of the size that was asked for, each stratum with its share."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.operations.drawing import Draw, Stratum, again, draw, first, shares

IDS = st.lists(st.text("abcdefgh0123456789", min_size=1, max_size=6), min_size=1, max_size=60, unique=True)
OUTLETS = st.sampled_from(["سانا", "BBC", "", " AFP "])
DATES = st.sampled_from(["2024-03-01", "2024-03-31", "2024-04-01", "٢٠٢٤-٠٤-٠٢", "", "last spring"])


@st.composite
def pools(draw_):
    return {one: {"outlet": draw_(OUTLETS), "date": draw_(DATES)} for one in draw_(IDS)}


def part(share: float, of: int) -> int:
    """Halves are rounded up, of the number as it is written."""
    return int(Fraction(str(share)) * of + Fraction(1, 2))


def stratified(pool) -> tuple[str, ...]:
    return tuple(field for field in ("outlet", "date") if any(meta[field].strip() for meta in pool.values()))


@given(pools(), st.integers(0, 9), st.floats(0.01, 1), st.randoms())
def test_the_same_articles_whatever_the_order_and_the_right_number(pool, seed, share, random) -> None:
    how = Draw(share, seed=seed, stratify=stratified(pool))
    found = draw(pool, how)
    mixed = list(pool)
    random.shuffle(mixed)
    other = draw({one: pool[one] for one in mixed}, how)
    assert set(found.articles) == set(other.articles)
    assert found.strata == other.strata
    assert list(found.articles) == [one for one in pool if one in set(found.articles)]
    assert len(found.articles) == max(1, part(share, len(pool)))


@given(pools(), st.data())
def test_every_stratum_has_its_share_within_one(pool, data) -> None:
    count = data.draw(st.integers(1, len(pool)))
    found = draw(pool, Draw(count=count, stratify=stratified(pool)))
    assert len(found.articles) == len(set(found.articles)) == count == sum(one.drawn for one in found.strata)
    assert sum(one.pool for one in found.strata) == len(pool) == found.pool
    for one in found.strata:
        assert one.pool * count // len(pool) <= one.drawn <= min(one.pool, one.pool * count // len(pool) + 1)


@given(pools(), st.integers(1, 20))
def test_a_larger_draw_of_the_same_seed_holds_the_smaller_one(pool, seed) -> None:
    half = draw(pool, Draw(0.5, seed=seed))
    assert set(half.articles) <= set(draw(pool, Draw(seed=seed)).articles) == set(pool)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12), st.data())
def test_shares_are_whole_and_no_more_than_there_is(sizes, data) -> None:
    total = data.draw(st.integers(0, sum(sizes)))
    found = shares(sizes, total)
    assert sum(found) == total
    assert all(0 <= part <= size for part, size in zip(found, sizes, strict=True))


def test_the_draw_of_a_seed_is_this_one_for_good() -> None:
    ids = [f"a{number}" for number in range(10)]
    assert first(ids, 1, 3) == ["a5", "a2", "a6"]
    assert first(ids, 2, 3) != first(ids, 1, 3)


def test_months_and_what_is_missing_are_strata() -> None:
    dates = {"a": "2024-03-01", "b": "٢٠٢٤/٣/٣١", "c": "2024-04-01", "d": "", "e": "spring", "f": "2024-03"}
    found = draw({one: {"date": date} for one, date in dates.items()}, Draw(stratify=("date",)))
    assert found.strata == (
        Stratum(("",), 1, 1),
        Stratum(("2024-03",), 3, 3),
        Stratum(("2024-04",), 1, 1),
        Stratum(("spring",), 1, 1),
    )


@pytest.mark.parametrize(("share", "drawn"), [(0.25, 3), (0.15, 2), (0.001, 1), (1, 10)])
def test_halves_are_rounded_up_and_of_any_there_is_one(share, drawn) -> None:
    assert len(draw({str(one): {} for one in range(10)}, Draw(share)).articles) == drawn


@pytest.mark.parametrize(
    ("how", "key"),
    [
        (Draw(0), "bad_share"),
        (Draw(-0.5), "bad_share"),
        (Draw(1.2), "bad_share"),
        (Draw(float("nan")), "bad_share"),
        (Draw(again=2), "bad_share"),
        (Draw(count=0), "bad_count"),
        (Draw(0.5, 1), "bad_count"),
        (Draw(count=3), "pool_too_small"),
        (Draw(stratify=("outlet",)), "no_such_meta"),
    ],
)
def test_what_cannot_be_drawn(how, key) -> None:
    with pytest.raises(AnnotatorError, match=key):
        draw({"a": {"outlet": " "}, "b": {}}, how)


def test_nothing_to_draw_from() -> None:
    with pytest.raises(AnnotatorError, match="empty_pool"):
        draw({}, Draw())


@given(IDS, st.floats(0.01, 1))
def test_of_what_one_coded_a_share_comes_back_and_not_the_same_to_each(coded, share) -> None:
    mine = again(coded, Draw(again=share), "me")
    assert len(mine) == len(set(mine)) == part(share, len(coded))
    assert set(mine) <= set(coded)
    assert set(mine) == set(again(coded[::-1], Draw(again=share), "me"))
    assert again(coded, Draw(), "me") == []
