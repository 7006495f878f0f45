from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.units import bits, placed, ranges, rated, row

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


def rows(sides, many: int, labels: int = 3) -> dict:
    return {row(met, len(sides), labels): count for met, count in rated(sides, many, labels).items()}


def test_missing_is_not_empty() -> None:
    assert rows([[(1, 0, 2)], [], None], 3) == {(1, 0, None): 2, (0, 0, None): 1}
    assert rows([None, [(4, 1, 2)]], 2) == {(None, 0): 1, (None, 4): 1}
    assert rows([[], []], 0) == {}


def test_several_labels_on_a_unit_are_one_value() -> None:
    assert rows([[(1, 0, 2), (2, 1, 3)], [(2, 0, 3)]], 4) == {(1, 2): 1, (3, 2): 1, (2, 2): 1, (0, 0): 1}


@given(spans, spans)
def test_it_is_what_looking_at_each_unit_gives(one, other) -> None:
    bit = bits("xyz")
    found = rows([placed(side, tokens, bit) for side in (one, other)], len(tokens))
    expected = []
    for start, end in tokens:
        sets = []
        for side in (one, other):
            on = {label for label, pieces in side if any(a < end and start < b for a, b in pieces)}
            sets.append(sum(bit[label] for label in on))
        expected.append(tuple(sets))
    assert found == {one: expected.count(one) for one in expected}
