from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.units import Work, bits, laid, placed, ranges

BODY = "قال الوزير نعم. وقال لا.\n\n  \nثم بـ”متطرفين” مضى"

spans = st.lists(
    st.tuples(
        st.sampled_from("xyz"),
        st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda one: ((one[0], one[0] + one[1]),)),
    ),
    max_size=6,
)
tokens = [(start, start + 3) for start in range(0, 28, 4)]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("token", ["قال", "الوزير", "نعم", "وقال", "لا", "ثم", "بـ", "متطرفين", "مضى"]),
        ("sentence", ["قال الوزير نعم.", "وقال لا.", "ثم بـ”متطرفين” مضى"]),
        ("paragraph", ["قال الوزير نعم. وقال لا.", "ثم بـ”متطرفين” مضى"]),
        ("article", [BODY]),
    ],
)
def test_what_is_counted(unit: str, expected: list[str]) -> None:
    assert [BODY[start:end] for start, end in ranges(BODY, unit)] == expected


def test_a_span_is_on_every_unit_that_it_touches() -> None:
    units = [(0, 3), (4, 7), (8, 12)]
    found = placed([("x", ((2, 5),)), ("y", ((3, 4),)), ("x", ((9, 10), (0, 1)))], units, bits("xy"))
    assert [(bit, list(range(first, last))) for bit, first, last in found] == [(1, [0, 1]), (2, []), (1, [2]), (1, [0])]


@given(spans)
def test_laid_on_units_it_is_what_looking_at_each_gives(side) -> None:
    bit = bits("xyz")
    for (start, end), found in zip(tokens, laid(side, tokens, bit), strict=True):
        on = {label for label, pieces in side if any(a < end and start < b for a, b in pieces)}
        assert found == sum(bit[label] for label in on)


def test_some_of_the_coders_alone() -> None:
    work = Work("x", ([], None, [("x", ((0, 1),))]), "a", "A", ({}, {}, {}), ({"tone": 1}, {}, {}), ("1", "", "2"))
    two = work.between(2, 0)
    assert (two.spans, two.answers, two.at) == ((work.spans[2], []), ({}, {"tone": 1}), ("2", "1"))
    assert Work("x", ([], None, [])).between(0, 1) == Work("x", ([], None))
