from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.measures.unitizing import Cut, cut
from tests.review.vectors import K1995_24

# Three coders on 56 characters (Krippendorff, Mathet, Bouvry, Widlöcher 2016); its ends are inclusive: 3-14, 22-52.
KEYPHRASE = [[(3, 15), (22, 53)], [(3, 10), (22, 53)], [(22, 46)]]

units = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 9)).map(lambda unit: (unit[0], sum(unit))), max_size=5)


def test_the_published_vector() -> None:
    alpha = cut(56, KEYPHRASE).alpha
    assert alpha == pytest.approx(0.56, abs=0.01)
    assert alpha == pytest.approx(0.5645, abs=0.00005)
    squared_gaps, characters = 0.577, 0.520  # what other readings of the formula give
    assert abs(alpha - squared_gaps) > 0.01
    assert abs(alpha - characters) > 0.01


def test_nothing_or_everything_cut_out_is_undefined() -> None:
    whole = [[(start, start + n) for start, n in side] for side in K1995_24["D"]]
    assert cut(24, whole).alpha is None
    assert cut(24, [[], []]).alpha is None
    assert Cut().alpha is None
    assert cut(1, [[], [(0, 1)]]).alpha == 0


def test_the_same_cuts_agree_wholly_and_opposite_ones_less_than_by_chance() -> None:
    assert cut(40, [[(3, 9), (12, 20)]] * 3).alpha == 1
    assert cut(40, [[(0, 20)], [(20, 40)]]).alpha < 0


def test_ranges_that_share_a_character_are_one_unit_and_those_that_touch_are_two() -> None:
    assert cut(40, [[(0, 5), (3, 9), (1, 2)], []]) == cut(40, [[(0, 9)], []])
    assert cut(40, [[(0, 5), (5, 9)], []]).squares == 25 + 16


def test_texts_are_added_whatever_the_number_of_their_coders() -> None:
    two, three = cut(40, [[(0, 9)], [(0, 8)]]), cut(56, KEYPHRASE)
    both = two + three
    assert (both.coded, both.length) == (two.coded + three.coded, 80 + 168)
    assert min(two.alpha, three.alpha) < both.alpha < 1


@given(st.lists(units, min_size=2, max_size=4))
def test_it_is_what_counting_characters_gives_in_any_order_of_the_coders(coders) -> None:
    found = cut(50, coders)
    assert found == cut(50, coders[::-1])
    on = [{at for start, end in side for at in range(start, end)} for side in coders]
    apart = sum(len(a ^ b) for a in on for b in on) / (len(on) - 1)
    coded = sum(map(len, on))
    gaps = 50 * len(on) - coded
    expected = 2 * coded * gaps * 50 * len(on) / ((50 * len(on)) ** 2 - found.squares - gaps)
    assert found.alpha == (pytest.approx(1 - apart / expected) if coded and gaps else None)
