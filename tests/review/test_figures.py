from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.review.figures import Figure
from annotator.review.units import Work
from tests.review.gathered import answered, figures

CHANCE = {"cohen kappa", "fleiss kappa", "krippendorff alpha", "gwet ac1", "unitizing alpha"}
SCALES = ("nominal", "ordinal", "interval")
BODY = "كلمة " * 60


def word(number: int, label: str = "x", words: int = 1) -> tuple:
    return label, ((5 * number, 5 * (number + words) - 1),)


def by_key(found: list[Figure]) -> dict[tuple[str, str, str | None], Figure]:
    return {(one.name, one.unit, one.label): one for one in found}


TWO = [
    Work(BODY, ([word(0), word(4, "y", 3)], [word(0), word(5, "y", 2)])),
    Work(BODY, ([word(8)], [])),
    Work(BODY, ([word(8)], [word(8), word(20)])),
]


def test_every_measure_stands_in_its_unit_per_label_and_over_all() -> None:
    found = by_key(figures(TWO, times=20))
    spans = {"percent agreement", "holsti", "exact f1", "relaxed f1", "unitizing alpha"}
    rated = {"percent agreement", "holsti", "cohen kappa", "fleiss kappa", "krippendorff alpha", "gwet ac1"}
    expected = {(name, "span", label) for name in spans for label in (None, "x", "y")} | {("boundary f1", "span", None)}
    expected |= {
        (name, unit, label) for name in rated for unit in ("token", "coded token") for label in (None, "x", "y")
    }
    assert set(found) == expected
    assert found["exact f1", "span", None].value == pytest.approx(2 * 2 / 8)
    assert found["exact f1", "span", None].n == 8
    assert found["percent agreement", "token", None].value == pytest.approx((180 - 3) / 180)
    assert found["percent agreement", "token", None].n == 180
    assert found["percent agreement", "coded token", None].value == pytest.approx(4 / 7)
    assert found["holsti", "coded token", None].value == pytest.approx(8 / 11)
    assert found["holsti", "coded token", "x"].value == pytest.approx(2 * 2 / 6)
    assert found["percent agreement", "coded token", "x"].n == 7


def test_a_coder_without_the_article_is_missing_not_empty() -> None:
    three = [Work(work.body, (*work.spans, None)) for work in TWO]
    assert [one.value for one in figures(three, times=0)] == [one.value for one in figures(TWO, times=0)]
    empty = [Work(work.body, (*work.spans, [])) for work in TWO]
    assert by_key(figures(empty, times=0))["exact f1", "span", None].value < 0.5


@pytest.mark.parametrize(("unit", "many"), [("sentence", 3), ("paragraph", 3), ("article", 3), ("span", 0)])
def test_other_units(unit: str, many: int) -> None:
    found = by_key(figures(TWO, unit=unit, times=0))
    assert {one.unit for one in found.values()} == {"span", unit}
    if many:
        assert found["percent agreement", unit, None].n == many
        assert found["percent agreement", unit, None].value == pytest.approx(2 / 3)


def test_labels_come_in_the_order_asked_for_and_only_those_used() -> None:
    found = figures(TWO, labels=["unused", "y"], times=0, unit="span")
    assert list(dict.fromkeys(one.label for one in found)) == [None, "y", "x"]


def test_article_variables_by_their_scale() -> None:
    tone = [("a", "a"), ("a", "b"), ("b", None)]
    strength = [(1, 2), (3, 3), (2, 2)]
    age = [(1.5, 2.0), (7.0, 7.0), (3.0, 3.0)]
    works = answered(TWO, tone=tone, strength=strength, age=age)
    scales = {"tone": "nominal", "strength": "ordinal", "age": "interval"}
    found = [one for one in figures(works, scales=scales, times=5, unit="span") if one.about == "variable"]
    names = {variable: [one.name for one in found if one.label == variable] for variable in ("tone", "strength", "age")}
    nominal = ["percent agreement", "holsti", "cohen kappa", "fleiss kappa", "krippendorff alpha"]
    assert names == {
        "tone": [*nominal, "gwet ac1"],
        "strength": [*nominal, "krippendorff alpha ordinal", "gwet ac1"],
        "age": ["percent agreement", "holsti", "krippendorff alpha interval"],
    }
    assert {(one.unit, one.n) for one in found if one.label == "tone"} == {("article", 2)}


def test_intervals_hold_the_value_and_are_the_same_each_time() -> None:
    found = figures(TWO * 4, times=200, unit="span")
    exact = by_key(found)["exact f1", "span", None]
    assert 0 < exact.low < exact.value < exact.high < 1
    assert found == figures(TWO * 4, times=200, unit="span")


def test_one_article_cannot_be_drawn_again_and_undefined_has_no_interval() -> None:
    assert {(one.low, one.high) for one in figures(TWO[:1])} == {(None, None)}
    same = figures([Work(BODY, ([], []))] * 3, times=10)
    assert {one.value for one in same if one.name in CHANCE} == {None}
    assert {(one.low, one.high) for one in same if one.value is None} == {(None, None)}


def test_it_says_how_far_it_is() -> None:
    heard: list[float] = []
    figures(TWO, times=50, unit="span", tell=heard.append)
    assert heard == pytest.approx([0.3, 0.3, 0.58, 0.86])


def coder_at_random(chosen: Random, words: int) -> list:
    return [word(number, label) for number in range(words) for label in "xy" if chosen.random() < 0.5]


@settings(max_examples=5, derandomize=True, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 3))
def test_coders_at_random_agree_as_chance_would_have_it(number: int, coders: int) -> None:
    chosen = Random(number)
    works = [Work("كلمة " * 150, tuple(coder_at_random(chosen, 150) for _ in range(coders))) for _ in range(5)]
    found = [one for one in figures(works, times=0) if one.name in CHANCE and one.unit == "token"]
    assert len(found) == 4 * 3
    for one in found:
        assert abs(one.value) < 0.12, one


def test_unitizing_alpha_of_coders_at_random_is_near_nothing() -> None:
    chosen = Random(9)
    works = []
    for _ in range(30):
        sides = []
        for _ in range(2):
            places = sorted(chosen.sample(range(60), 12))
            sides.append([word(2 * place, "x", chosen.choice([1, 1, 2])) for place in places])
        works.append(Work("كلمة " * 120, tuple(sides)))
    found = by_key(figures(works, times=0, unit="span"))
    assert abs(found["unitizing alpha", "span", "x"].value) < 0.12
    assert abs(found["unitizing alpha", "span", None].value) < 0.12


def test_variables_at_random_agree_as_chance_would_have_it() -> None:
    chosen = Random(2)
    rows = [tuple(chosen.choices([1, 2, 3, 4], k=2)) for _ in range(2000)]
    works = answered([Work("", ([], []))] * len(rows), nominal=rows, ordinal=rows, interval=rows)
    for one in figures(works, scales={scale: scale for scale in SCALES}, times=0, unit="span"):
        if one.about == "variable" and one.name not in {"percent agreement", "holsti"}:
            assert abs(one.value) < 0.06, one


@settings(max_examples=20, derandomize=True, deadline=None)
@given(st.integers(0, 10**6))
def test_it_is_the_same_whoever_is_named_first(number: int) -> None:
    chosen = Random(number)
    works = [Work("كلمة " * 30, tuple(coder_at_random(chosen, 30) for _ in range(3))) for _ in range(3)]
    turned = [Work(work.body, work.spans[::-1]) for work in works]
    for one, other in zip(figures(works, times=0), figures(turned, times=0), strict=True):
        assert one.value == pytest.approx(other.value), one
        assert (one.name, one.n) == (other.name, other.n)
