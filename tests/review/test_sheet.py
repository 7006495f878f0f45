from __future__ import annotations

from annotator.review.sheet import added, measures


def test_rows_are_added_place_by_place() -> None:
    assert added([(1, 2), (3, 4), (5, 6)]) == [9, 12]
    assert added([]) == []


def test_a_scale_has_the_measures_that_make_sense_of_it() -> None:
    nominal = ["percent agreement", "holsti", "cohen kappa", "fleiss kappa", "krippendorff alpha", "gwet ac1"]
    assert list(measures()) == nominal
    assert list(measures("ordinal")) == [*nominal[:5], "krippendorff alpha ordinal", "gwet ac1"]
    assert list(measures("interval")) == ["percent agreement", "holsti", "krippendorff alpha interval"]
