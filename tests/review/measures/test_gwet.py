from __future__ import annotations

import pytest

from annotator.review.measures.gwet import gwet_ac1
from annotator.review.measures.kappa import cohen_kappa
from annotator.review.measures.ratings import tally
from tests.review.vectors import K2011, by_coder, table


def test_the_value_of_the_authors_own_program() -> None:
    """Gwet's R package irrCAC prints 0.77544 for these four raters."""
    assert gwet_ac1(tally(table(by_coder(K2011)))) == pytest.approx(0.77544, abs=0.000005)


def test_skewed_codes_do_not_hide_agreement() -> None:
    """Gwet 2008, table of 125 subjects: 118 and 5 and 2; kappa is below nothing although 118 of 125 agree."""
    rows = {("+", "+"): 118, ("+", "-"): 5, ("-", "+"): 2}
    chance = 2 * (243 / 250) * (7 / 250)
    assert gwet_ac1(tally(rows)) == pytest.approx((118 / 125 - chance) / (1 - chance))
    assert gwet_ac1(tally(rows)) > 0.94
    assert cohen_kappa(tally(rows)) < 0


def test_undefined_is_no_perfect_agreement() -> None:
    for rows in ({}, {("x", "x"): 9}, {("x", None): 2, (None, "y"): 1}, {("x",): 2, ("y",): 1}, {(None, None): 3}):
        assert gwet_ac1(tally(rows)) is None
