from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.models import Decision
from annotator.operations.takes import letter, place, turned, written

DECISION = Decision("d", "c", "x", "a", "slip", "", "who", "now", coders=("ann", "bob", "cem"))


@pytest.mark.parametrize("take", ["both", "neither", "edit", "d", ""])
def test_what_takes_nobodys_side_has_no_place(take: str) -> None:
    assert place(take, ("x", "y", "z")) is None
    assert written(take, ("z", "y")) == take


def test_a_letter_stands_for_a_place_and_is_written_by_the_order_of_ids() -> None:
    assert [place(letter(number), ("x", "y", "z")) for number in range(3)] == [0, 1, 2]
    assert [written(take, ("cem", "ann", "bob")) for take in "abc"] == ["c", "a", "b"]


def test_what_is_written_is_told_as_the_case_names_coders() -> None:
    between = ("cem", "ann", "bob")
    for take in ("a", "b", "c", "both"):
        decision = replace(DECISION, take=written(take, between))
        assert turned(decision, between).take == take


def test_the_side_of_somebody_else_is_nobodys_here() -> None:
    assert turned(replace(DECISION, take="b"), ("ann", "cem")).take == "neither"
    assert turned(replace(DECISION, take="c"), ("ann", "cem")).take == "b"


def test_without_coders_a_decision_was_made_between_the_two() -> None:
    assert turned(replace(DECISION, coders=(), take="a"), ("zoe", "ann")).take == "b"
