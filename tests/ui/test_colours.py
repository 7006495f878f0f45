from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui import colours

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
BYTE = st.integers(0, 255)
RGB = st.tuples(BYTE, BYTE, BYTE)


def test_contrast_as_wcag_counts_it() -> None:
    assert colours.contrast(WHITE, BLACK) == pytest.approx(21)
    assert colours.contrast((119, 119, 119), WHITE) == pytest.approx(4.48, abs=0.01)


@given(RGB, RGB)
def test_contrast_knows_no_order(one: colours.Rgb, other: colours.Rgb) -> None:
    assert colours.contrast(one, other) == colours.contrast(other, one) >= 1


@given(RGB)
def test_codes_come_back(colour: colours.Rgb) -> None:
    assert colours.parse(colours.code(colour)) == colour


@given(RGB, RGB)
def test_mixed_lies_between(one: colours.Rgb, other: colours.Rgb) -> None:
    assert colours.mixed(one, other, 0) == one
    assert colours.mixed(one, other, 1) == other


@given(st.integers(0, 359), st.sampled_from([3.0, 4.5, 7.0]), st.booleans())
def test_a_hue_reaches_its_contrast_and_hardly_more(hue: int, ratio: float, light: bool) -> None:
    ground = (30, 30, 33) if light else (250, 248, 240)
    found = colours.legible(hue, 0.13, [ground], ratio, light=light)
    assert ratio <= colours.contrast(found, ground) < ratio * 1.06


def test_hues_stay_apart() -> None:
    found = [colours.legible(hue, 0.14, [WHITE], 4.5, light=False) for hue in (212, 148, 20)]
    assert [max(range(3), key=colour.__getitem__) for colour in found] == [2, 1, 0]  # blue, green, red
