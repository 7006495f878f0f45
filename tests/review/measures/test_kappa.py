from __future__ import annotations

import pytest

from annotator.review.measures.kappa import cohen_kappa, fleiss_kappa
from annotator.review.measures.ratings import tally
from tests.review.vectors import (
    FLEISS_1971,
    K2004_246A,
    K2004_246B,
    K2011,
    by_coder,
    contingency,
    digitised,
    table,
    units,
)


@pytest.mark.parametrize(
    ("name", "rows", "printed"),
    [
        ("Krippendorff 2004 p. 246a", contingency(K2004_246A), 0.186),
        ("Krippendorff 2004 p. 246b", contingency(K2004_246B), 0.258),
        ("Krippendorff 1995 A, digitised", table(digitised("A")), 0.385),
    ],
)
def test_published_cohen(name: str, rows, printed: float) -> None:
    assert cohen_kappa(tally(rows)) == pytest.approx(printed, abs=0.0005), name


@pytest.mark.parametrize(
    ("name", "rows", "printed"),
    [
        ("Krippendorff 2004 p. 246a, pi", contingency(K2004_246A), 0.186),
        ("Krippendorff 2004 p. 246b, pi", contingency(K2004_246B), 0.186),
        ("Krippendorff 1995 A, digitised, pi", table(digitised("A")), 0.314),
        ("Fleiss 1971", table(units(FLEISS_1971)), 0.430),
    ],
)
def test_published_fleiss_and_scott(name: str, rows, printed: float) -> None:
    assert fleiss_kappa(tally(rows)) == pytest.approx(printed, abs=0.0005), name


@pytest.mark.parametrize(("category", "printed"), [(1, 0.248), (2, 0.248), (3, 0.517), (4, 0.470), (5, 0.565)])
def test_published_fleiss_by_category(category: int, printed: float) -> None:
    rows = table(tuple(value == category for value in row) for row in units(FLEISS_1971))
    assert fleiss_kappa(tally(rows)) == pytest.approx(printed, abs=0.005)


def test_all_values_equal_are_explained_by_chance() -> None:
    for rows in (table(digitised("D")), {("x", "x", "x"): 5}):
        assert cohen_kappa(tally(rows)) is None
        assert fleiss_kappa(tally(rows)) is None


def test_one_coder_and_nothing_in_common_have_no_kappa() -> None:
    for rows in ({}, {("x",): 3, ("y",): 1}, {("x", None): 3, (None, "y"): 1}):
        assert cohen_kappa(tally(rows)) is None
        assert fleiss_kappa(tally(rows)) is None


def test_a_constant_coder_beside_another_agrees_by_chance() -> None:
    assert cohen_kappa(tally({("x", "x"): 3, ("x", "y"): 1})) == 0


def test_more_than_two_coders_have_the_mean_of_their_pairs() -> None:
    rows = {("x", "x", "x"): 3, ("y", "y", "x"): 2, ("x", "y", "y"): 1}
    pairs = [tally(table((row[i], row[j]) for row in table(rows).elements())) for i, j in ((0, 1), (0, 2), (1, 2))]
    assert cohen_kappa(tally(rows)) == pytest.approx(sum(map(cohen_kappa, pairs)) / 3)


def test_fleiss_takes_units_that_a_coder_did_not_judge() -> None:
    """The R package irrCAC prints 0.76117 for these four raters."""
    assert fleiss_kappa(tally(table(by_coder(K2011)))) == pytest.approx(0.76117, abs=0.000005)
