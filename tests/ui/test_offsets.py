from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.offsets import Offsets, shown

MIXED = st.text(
    st.one_of(
        st.sampled_from("سلام abc 12 \u064e\u0651\u200c\u200e\u2028\u2029\x0b\x0c\x85\t\u00ad\ufffc😀👨\u200d👩🇸🇾"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=60,
)


def units(body: str) -> int:
    return len(body.encode("utf-16-le")) // 2


@given(MIXED)
def test_every_position_goes_to_utf16_and_back(body: str) -> None:
    offsets = Offsets(body)
    assert offsets.length == units(body)
    for position in range(len(body) + 1):
        there = offsets.to_utf16(position)
        assert there == units(body[:position])
        assert offsets.from_utf16(there) == position


@given(MIXED)
def test_the_inside_of_a_pair_is_an_error_and_nothing_else_is(body: str) -> None:
    offsets = Offsets(body)
    borders = {units(body[:position]) for position in range(len(body) + 1)}
    for position in range(offsets.length + 1):
        if position in borders:
            assert offsets.to_utf16(offsets.from_utf16(position)) == position
        else:
            with pytest.raises(ValueError, match=str(position)):
                offsets.from_utf16(position)


@pytest.mark.parametrize("position", [-1, 4])
def test_outside_the_text_is_an_error(position: int) -> None:
    with pytest.raises(IndexError):
        Offsets("abc").to_utf16(position)
    with pytest.raises(IndexError):
        Offsets("abc").from_utf16(position)


def test_the_known_case_of_a_span_behind_emoji() -> None:
    body = "\U0001f600 \u0642\u0627\u0644 \U0001f1f8\U0001f1fe \u0627\u0644\u0631\u0626\u064a\u0633"
    assert [Offsets(body).from_utf16(position) for position in (12, 18)] == [9, 15]


@given(MIXED)
def test_what_is_shown_has_the_same_length_and_letters(body: str) -> None:
    there = shown(body)
    assert len(there) == len(body)
    assert units(there) == units(body)
    assert all(a == b for a, b in zip(body, there, strict=True) if a.isalnum())


def test_breaks_inside_a_paragraph_are_one_space_each() -> None:
    assert shown("a\u2029b\x85c\x0bd\x0ce\u2028f\rg") == "a b c d e f g"


def test_what_qt_misreads_or_cannot_draw_gets_a_stand_in() -> None:
    assert shown("a\ufffcb\x1c\x07\x7f\x9c\tc\xad") == "a\u25a1b\u241c\u2407\u2421\u00b7\u2003c\u034f"
