from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.review.measures.alpha import krippendorff_alpha
from annotator.review.measures.gwet import gwet_ac1
from annotator.review.measures.kappa import cohen_kappa, fleiss_kappa
from annotator.review.measures.percent import holsti, percent_agreement
from annotator.review.measures.ratings import mean, pairs, tally, together
from tests.review import plain
from tests.review.vectors import table

ROWS = table([("x", "x", None), ("x", "y", "x"), ("y", "y", None), ("x", "y", "x"), (None, "x", None)])

several = st.integers(1, 4).flatmap(
    lambda raters: st.dictionaries(
        st.tuples(*[st.sampled_from([None, 0, 1, 2.5, -3])] * raters), st.integers(1, 4), max_size=8
    )
)


def test_units_are_told_apart_by_who_gave_them_a_value() -> None:
    found = tally(ROWS)
    assert found.values == ["x", "y"]
    blocks = {block.who: block for block in found.blocks}
    assert set(blocks) == {(0, 1), (0, 1, 2), (1,)}
    assert blocks[0, 1].units == 2
    assert (blocks[0, 1, 2].same, blocks[0, 1, 2].used) == ([0, 2, 0], [[2, 0], [0, 2], [2, 0]])
    assert blocks[0, 1, 2].met == {(0, 1): 4}
    assert found.compared == 4


def test_every_two_are_a_pair_over_what_both_gave_a_value() -> None:
    assert [pair.units for pair in pairs(tally(ROWS))] == [4, 2, 2]
    assert next(iter(pairs(tally(ROWS)))).same == 2
    assert list(pairs(tally({("x", None): 1, (None, "y"): 1}))) == []
    assert list(pairs(tally({}))) == []


def test_what_both_left_alone_is_counted_apart() -> None:
    rows = {("", ""): 5, ("x", ""): 1, ("x", "x"): 2}
    assert next(pairs(tally(rows, empty=""))).bare == 5
    assert next(pairs(tally(rows))).bare == 0


def test_a_mean_leaves_out_the_pairs_without_a_value() -> None:
    assert mean([0.5, None, 1.0]) == 0.75
    assert mean([None]) is None
    assert mean([]) is None


def test_products_of_what_stands_at_the_same_place() -> None:
    assert together([1, 2, 3], [4, 5, 6]) == 32


def same(ours: float | None, theirs: object) -> bool:
    return ours is theirs is None or ours == float(theirs)


@given(several)
def test_every_measure_is_its_definition_to_the_last_digit(rows) -> None:
    found = tally(rows)
    assert same(percent_agreement(found), plain.percent_agreement(rows))
    assert same(fleiss_kappa(found), plain.fleiss_kappa(rows))
    assert same(gwet_ac1(found), plain.gwet_ac1(rows))
    for metric in ("nominal", "ordinal", "interval"):
        assert same(krippendorff_alpha(found, metric), plain.krippendorff_alpha(rows, metric)), metric
    assert same(cohen_kappa(found), plain.cohen_kappa(rows))
    for empty in (None, 0):
        assert same(holsti(tally(rows, empty=empty)), plain.holsti(rows, empty))
