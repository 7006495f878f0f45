from __future__ import annotations

import pytest

from annotator.review.measures.percent import holsti, percent_agreement
from annotator.review.measures.ratings import tally
from tests.review.vectors import (
    FLEISS_1971,
    K1980_133,
    K1980_139,
    K2004_246A,
    K2011,
    by_coder,
    contingency,
    table,
    units,
)


@pytest.mark.parametrize(
    ("name", "rows", "printed"),
    [
        ("Krippendorff 1980 p. 133, Do .400", table(K1980_133), 0.600),
        ("Krippendorff 1980 p. 139", table(K1980_139), 0.741),
        ("Krippendorff 2004 p. 246", contingency(K2004_246A), 0.460),
        ("Krippendorff 2011, missing values", table(by_coder(K2011)), 0.800),
        ("Fleiss 1971 Po", table(units(FLEISS_1971)), 0.556),
    ],
)
def test_published_percent_agreement(name: str, rows, printed: float) -> None:
    assert percent_agreement(tally(rows)) == pytest.approx(printed, abs=0.0005), name


def test_holsti_is_percent_agreement_where_two_coders_judged_the_same_units() -> None:
    assert holsti(tally(table(K1980_133))) == pytest.approx(0.6)
    assert holsti(tally(table([("x", None), ("x", "x"), ("y", "x")]))) == 0.5


def test_what_both_left_alone_is_no_decision_in_common() -> None:
    rows = {("x", "x"): 3, ("x", ""): 1, ("", "y"): 2, ("y", "x"): 1, ("", ""): 90}
    assert holsti(tally(rows, empty="")) == 2 * 3 / (5 + 6)
    assert holsti(tally({("", ""): 9}, empty="")) is None


def test_three_coders_have_the_mean_of_their_pairs() -> None:
    assert holsti(tally({("x", "x", "y"): 1})) == pytest.approx(1 / 3)
    assert percent_agreement(tally({("x", "x", "y"): 1})) == pytest.approx(1 / 3)


def test_nothing_in_common_has_no_agreement() -> None:
    for rows in ({}, {("x", None): 3, (None, "x"): 1}, {("x",): 4}):
        assert percent_agreement(tally(rows)) is None
        assert holsti(tally(rows)) is None
