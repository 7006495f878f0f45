from __future__ import annotations

import pytest

from annotator.review.spans import Spans
from annotator.review.units import Work

A = [("actor", ((0, 5),)), ("quote", ((10, 20),)), ("actor", ((30, 35), (40, 44)))]
B = [("actor", ((0, 5),)), ("quote", ((10, 25),)), ("cue", ((30, 35), (40, 44)))]
LABELS = ["actor", "quote", "cue", "unused"]


def told(*sides, label: str | None = None) -> dict[str, float | None]:
    sheet = Spans([Work("x" * 100, sides)], len(sides), LABELS)
    number = [None, *LABELS].index(label)
    return dict(zip(sheet.names[number], list(sheet.measured(sheet.whole()))[number].values, strict=True))


def test_two_coders_over_all() -> None:
    found = told(A, B)
    assert found["exact f1"] == found["holsti"] == pytest.approx(1 / 3)
    assert found["percent agreement"] == 1 / 5
    assert found["boundary f1"] == pytest.approx(2 / 3)
    assert found["relaxed f1"] == pytest.approx(2 / 3)
    assert found["unitizing alpha"] > 0.8


def test_each_label_for_itself() -> None:
    assert told(A, B, label="quote") == {
        "percent agreement": 0,
        "holsti": 0,
        "exact f1": 0,
        "relaxed f1": 1,
        "unitizing alpha": pytest.approx(0.7743, abs=0.00005),
    }
    assert set(told(A, B, label="unused").values()) == {None}


def test_a_missing_coder_is_left_out_and_an_empty_one_is_not() -> None:
    assert told(A, B, None) == told(A, B)
    assert told(A, B, [])["exact f1"] == pytest.approx(1 / 9)


def test_three_coders_have_the_mean_of_their_pairs() -> None:
    pairs = [told(A, B), told(A, A), told(B, A)]
    for name in ("exact f1", "relaxed f1", "boundary f1", "percent agreement", "holsti"):
        assert told(A, B, A)[name] == pytest.approx(sum(pair[name] for pair in pairs) / 3), name


def test_all_spans_are_counted_once_and_articles_are_added() -> None:
    sheet = Spans([Work("x" * 100, (A, B, None)), Work("x" * 9, ([], A[:1], []))], 3, LABELS)
    assert {one.group.label: one.n for one in sheet.measured(sheet.whole())} == {
        None: 7, "actor": 4, "quote": 2, "cue": 1, "unused": 0,
    }  # fmt: skip
    assert sheet.whole() == [sum(both) for both in zip(sheet.row(0), sheet.row(1), strict=True)]
    assert len(sheet.row(0)) == sheet.size
