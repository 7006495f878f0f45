from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.gathered import Called
from annotator.review.matrix import NOTHING, matrix, meeting
from annotator.review.units import Work
from tests.review.gathered import answered, figures, gathered

BODY = "كلمة " * 20
some = st.lists(
    st.tuples(st.sampled_from("xyz"), st.integers(0, 18).map(lambda n: ((5 * n, 5 * n + 4),))), max_size=6, unique=True
)


def word(number: int, label: str, words: int = 1) -> tuple:
    return label, ((5 * number, 5 * (number + words) - 1),)


TWO = [
    Work(BODY, ([word(0, "x", 2), word(5, "y")], [word(0, "x"), word(5, "x")])),
    Work(BODY, ([word(3, "y", 3)], [word(4, "x", 3)])),
]


def test_labels_of_units_against_each_other() -> None:
    found = matrix(gathered(TWO, labels=("y", "x"), unit="token"))
    assert found.values == ("y", "x", NOTHING)
    assert found.rows == ((0, 3, 1), (0, 1, 1), (0, 1, 33))
    assert found.total == 40
    assert [rater.coder for rater in found.between] == ["a", "b"]


def test_spans_are_matched_whatever_their_labels() -> None:
    found = matrix(gathered(TWO, labels=("x", "y")), unit="span")
    assert found.rows == ((1, 0), (2, 0))


def test_a_set_of_labels_meets_what_is_left_of_the_other() -> None:
    assert meeting((), ()) == [(NOTHING, NOTHING)]
    assert meeting(("x",), ("x", "y")) == [("x", "x"), (NOTHING, "y")]
    assert meeting(("x", "y"), ("z",)) == [("x", "z"), ("y", "z")]
    assert meeting(("x",), ()) == [("x", NOTHING)]
    assert meeting(("x",), ("x",)) == [("x", "x")]


def test_of_a_variable_in_the_codebooks_order() -> None:
    works = answered(TWO * 2, tone=[("bad", "good"), ("good", "good"), ("old", "bad"), ("bad", None)])
    called = Called(values={"tone": {"good": {"en": "Good"}, "bad": {}}})
    found = matrix(gathered(works, scales={"tone": "nominal"}, called=called), variable="tone")
    assert (found.unit, found.values) == ("article", ("good", "bad", "old"))
    assert found.rows == ((1, 0, 0), (1, 0, 0), (0, 1, 0))


def test_two_of_more_raters_over_what_both_have() -> None:
    works = [Work(BODY, ([word(0, "x")], None, [word(0, "y")])), Work(BODY, ([], [word(1, "x")], None))]
    asked = gathered(works, labels=("x", "y"))
    found = matrix(asked, (2, 0))
    assert (found.met["y", "x"], found.total) == (1, 20)
    assert [rater.coder for rater in found.between] == ["c", "a"]
    assert matrix(asked, (1, 2)).total == 0


@given(some, some)
def test_one_label_a_unit_agrees_as_percent_agreement_says(one, other) -> None:
    flat = [list({pieces: (label, pieces) for label, pieces in side}.values()) for side in (one, other)]
    works = [Work(BODY, (flat[0], flat[1]))]
    found = matrix(gathered(works, labels=("x", "y", "z")))
    percent = next(one for one in figures(works, times=0) if one.unit == "token")
    assert sum(found.rows[n][n] for n in range(len(found.values))) / found.total == pytest.approx(percent.value)
