from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.measures.f1 import Agreed, Met, boundary, exact, relaxed

# nervaluate's example; its ends are inclusive.
GOLD = [("PER", ((2, 5),)), ("LOC", ((7, 10),)), ("ORG", ((12, 16),))]
FOUND = [("PER", ((2, 5),)), ("ORG", ((7, 10),)), ("ORG", ((13, 16),)), ("MISC", ((20, 22),))]

one_piece = st.tuples(st.integers(0, 6), st.integers(7, 12)).map(lambda piece: (piece,))
two_pieces = st.tuples(st.integers(0, 3), st.integers(4, 5), st.integers(6, 8), st.integers(9, 12)).map(
    lambda edges: (edges[:2], edges[2:])
)
sides = st.lists(st.tuples(st.sampled_from("xyz"), st.one_of(one_piece, two_pieces)), max_size=8)


def test_the_published_vector() -> None:
    found = exact([(GOLD, FOUND)])
    assert found[None] == Agreed(3, 4, 1)
    assert found[None].both / found[None].b == 0.25
    assert found[None].both / found[None].a == pytest.approx(0.3333, abs=0.00005)
    assert found[None].f1 == pytest.approx(0.285714, abs=0.0000005)
    assert boundary(GOLD, FOUND).both / 4 == 0.5
    assert boundary(GOLD, FOUND).f1 == pytest.approx(0.571429, abs=0.0000005)
    assert (found["PER"].f1, found["LOC"].f1) == (1, 0)


def test_the_published_vector_for_the_same_label_wherever_it_overlaps() -> None:
    met = sum(relaxed(GOLD, FOUND).values(), Met())
    assert met == Met(3, 4, 2, 2)
    assert (met.b_met / met.b, met.a_met / met.a) == (0.5, pytest.approx(0.6667, abs=0.00005))
    assert met.f1 == pytest.approx(0.571429, abs=0.0000005)


def test_relaxed_is_many_to_many_and_takes_the_harmonic_mean_of_the_shares() -> None:
    a = [("x", ((0, 30),))]
    b = [("x", ((0, 3),)), ("x", ((5, 8),)), ("x", ((29, 40),)), ("x", ((30, 40),)), ("y", ((0, 30),))]
    assert relaxed(a, b) == {"x": Met(1, 4, 1, 3), "y": Met(0, 1, 0, 0)}
    assert relaxed(a, b)["x"].f1 == pytest.approx(2 * 1 * 0.75 / 1.75)


def test_a_span_meets_with_any_of_its_pieces_but_not_between_them() -> None:
    pieces = [("x", ((0, 3), (10, 14)))]
    assert relaxed(pieces, [("x", ((3, 10),))])["x"] == Met(1, 1, 0, 0)
    assert relaxed(pieces, [("x", ((13, 20),))])["x"] == Met(1, 1, 1, 1)
    assert relaxed(pieces, [("x", ((3, 10),))])["x"].f1 == 0


def test_two_empty_codings_have_no_f1_and_an_empty_one_has_none_in_common() -> None:
    assert exact([([], [])]) == {None: Agreed()}
    assert (Agreed().f1, Agreed().share, Met().f1, boundary([], []).f1) == (None, None, None, None)
    assert exact([(GOLD, [])])[None].f1 == 0
    assert sum(relaxed(GOLD, []).values(), Met()).f1 == 0


def test_each_span_is_used_once_and_articles_are_pooled() -> None:
    twice = [GOLD[0], GOLD[0]]
    assert exact([(twice, GOLD)])["PER"] == Agreed(2, 1, 1)
    assert exact([(twice, twice)])["PER"] == Agreed(2, 2, 2)
    assert boundary(twice, FOUND) == Agreed(2, 4, 1)
    assert exact([(GOLD, FOUND), (GOLD, GOLD)])[None] == Agreed(6, 7, 4)
    assert exact([(GOLD, FOUND)])[None].share == 1 / 6


@given(sides, sides)
def test_they_are_the_same_from_either_side_and_as_counted_one_by_one(a, b) -> None:
    there, back = exact([(a, b)]), exact([(b, a)])
    assert {label: agreed.f1 for label, agreed in there.items()} == {label: agreed.f1 for label, agreed in back.items()}
    assert there[None] == Agreed(len(a), len(b), sum((Counter(a) & Counter(b)).values()))
    assert boundary(a, b).f1 == boundary(b, a).f1
    assert boundary(a, b).both >= there[None].both
    for label, met in relaxed(a, b).items():
        ones, others = ([pieces for name, pieces in side if name == label] for side in (a, b))
        meet = [[any(s < f and t < e for s, e in x for t, f in y) for y in others] for x in ones]
        assert met.a_met == sum(map(any, meet))
        assert met.b_met == sum(any(row[column] for row in meet) for column in range(len(others)))
        assert met.f1 == relaxed(b, a)[label].f1
