from __future__ import annotations

from annotator.review.measures.ratings import compared, confusion, mean, pairs, regrouped, table

ROWS = table([("x", "x", None), ("x", "y", "x"), ("y", "y", None), ("x", "y", "x"), (None, "x", None)])


def test_units_are_counted_by_what_was_said_of_them() -> None:
    assert ROWS == {("x", "x", None): 1, ("x", "y", "x"): 2, ("y", "y", None): 1, (None, "x", None): 1}
    assert compared(ROWS) == 4


def test_a_confusion_matrix_counts_what_met_what() -> None:
    assert confusion(ROWS) == {("x", "x"): 1, ("x", "y"): 2, ("y", "y"): 1}
    assert confusion(ROWS, 1, 0) == {("x", "x"): 1, ("y", "x"): 2, ("y", "y"): 1}
    assert confusion(ROWS, 0, 2) == {("x", "x"): 2}


def test_only_coders_who_met_are_a_pair() -> None:
    assert [pair.total() for pair in pairs(ROWS)] == [4, 2, 2]
    assert list(pairs(table([("x", None), (None, "y")]))) == []
    assert list(pairs({})) == []


def test_values_can_be_grouped_and_what_is_missing_stays_so() -> None:
    assert regrouped(ROWS, lambda value: value == "x") == {
        (True, True, None): 1,
        (True, False, True): 2,
        (False, False, None): 1,
        (None, True, None): 1,
    }


def test_a_mean_leaves_out_the_pairs_without_a_value() -> None:
    assert mean([0.5, None, 1.0]) == 0.75
    assert mean([None]) is None
    assert mean([]) is None
