from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.models import Choice, Variable
from annotator.core.values import applies, checked

TWO = (Choice("yes-but", {}), Choice("no", {}))


def _variable(kind: Any, choices: tuple[Choice, ...] = ()) -> Variable:
    return Variable("v", {}, "annotation", kind, choices)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        (_variable("choice", TWO), "no"),
        (_variable("choices", TWO), ["no", "yes-but"]),
        (_variable("choices", TWO), []),
        (_variable("yesno"), False),
        (_variable("number"), 3.5),
        (_variable("scale"), 4),
        (_variable("scale", TWO), "no"),
        (_variable("text"), "قال"),
        (_variable("actor"), "id"),
    ],
)
def test_what_fits_is_given_back(variable: Variable, value: Any):
    assert checked(variable, value) == value


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        (_variable("choice", TWO), "maybe"),
        (_variable("choices", TWO), "no"),
        (_variable("choices", TWO), ["no", "no"]),
        (_variable("choices", TWO), ["maybe"]),
        (_variable("yesno"), 1),
        (_variable("number"), True),
        (_variable("number"), "3"),
        (_variable("scale"), "4"),
        (_variable("scale", TWO), "maybe"),
        (_variable("text"), 3),
    ],
)
def test_what_does_not_fit_is_refused(variable: Variable, value: Any):
    with pytest.raises(AnnotatorError) as refused:
        checked(variable, value)
    assert refused.value.key == "bad_value"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_is_one_that_json_can_say(value: float):
    with pytest.raises(AnnotatorError, match="bad_value"):
        checked(_variable("number"), value)


def test_yes_is_no_place_on_a_scale():
    with pytest.raises(AnnotatorError, match="bad_value"):
        checked(_variable("scale"), True)


@pytest.mark.parametrize("kind", ["number", "scale"])
def test_bounds_hold_and_are_named(kind: Any):
    five = replace(_variable(kind), low=1.0, high=5.0)
    assert [checked(five, value) for value in (1, 3, 5)] == [1, 3, 5]
    with pytest.raises(AnnotatorError) as below:
        checked(five, 0)
    with pytest.raises(AnnotatorError) as above:
        checked(five, 6)
    assert (below.value.key, below.value.facts) == ("value_below", {"variable": "v", "value": 0, "least": 1})
    assert (above.value.key, above.value.facts) == ("value_above", {"variable": "v", "value": 6, "most": 5})
    half = replace(_variable("number"), low=0.5)
    with pytest.raises(AnnotatorError) as low:
        checked(half, 0.4)
    assert low.value.facts["least"] == 0.5


def test_bounds_are_of_numbers_alone():
    assert checked(replace(_variable("scale", TWO), low=1.0, high=5.0), "no") == "no"
    assert checked(replace(_variable("text"), low=1.0), "0") == "0"


def _slot(kind: Any, labels: tuple[str, ...] = (), **more: Any) -> Variable:
    return Variable("s", {"en": "Slot"}, "statement", kind, labels=labels, **more)


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        (_slot("actor"), {"actor": "a"}),
        (_slot("actor", ("actor",)), {"annotation": "x"}),
        (_slot("span"), {"annotation": "x"}),
        (_slot("text"), "قال"),
        (_slot("text", ("problem",)), {"annotation": "x"}),
        (_slot("yesno"), True),
        (_slot("choice", choices=TWO), "no"),
        (_slot("number", low=0.0), 0),
    ],
)
def test_what_a_slot_takes_is_given_back(slot: Variable, value: Any):
    assert checked(slot, value) == value


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        (_slot("actor"), "a"),
        (_slot("actor"), {"annotation": "x"}),
        (_slot("actor"), {"actor": ""}),
        (_slot("actor"), {"actor": 3}),
        (_slot("actor"), {}),
        (_slot("actor"), {"actor": "a", "annotation": "x"}),
        (_slot("span"), "x"),
        (_slot("span"), {"actor": "a"}),
        (_slot("span"), {"other": "a"}),
        (_slot("text"), {"annotation": "x"}),
        (_slot("yesno"), "yes"),
    ],
)
def test_what_a_slot_does_not_take_is_refused_by_its_name(slot: Variable, value: Any):
    with pytest.raises(AnnotatorError) as refused:
        checked(slot, value)
    assert (refused.value.key, refused.value.facts["slot"], refused.value.facts["why"]) == (
        "bad_slot",
        {"en": "Slot"},
        slot.type,
    )


def test_bounds_hold_in_slots():
    with pytest.raises(AnnotatorError, match="value_below"):
        checked(_slot("number", low=0.0), -1)


def _asked(name: str, of: str, *values: Any) -> Variable:
    return replace(_variable("text"), id=name, only_if={"variable": of, "values": list(values)})


def test_without_a_condition_it_always_applies():
    assert applies(_variable("text"), {})


@pytest.mark.parametrize(
    ("wanted", "held", "expected"),
    [
        (["x"], "x", True),
        (["x", "y"], "y", True),
        (["x"], ["a", "x"], True),
        (["x"], [], False),
        (["x"], None, False),
        ([True], True, True),
        ([True], 1, False),
        ([1], True, False),
        ([1], 1.0, True),
        ([False], False, True),
    ],
)
def test_a_condition_asks_for_one_of_its_values(wanted: list[Any], held: Any, expected: bool):
    assert applies(_asked("b", "a", *wanted), {} if held is None else {"a": held}) is expected


def test_what_it_depends_on_has_to_apply_too():
    first, second, third = replace(_variable("text"), id="a"), _asked("b", "a", "x"), _asked("c", "b", "y")
    book = (first, second, third)
    assert applies(third, {"a": "x", "b": "y"}, book)
    assert not applies(third, {"a": "z", "b": "y"}, book)
    assert applies(third, {"a": "z", "b": "y"})  # without the others only its own condition can be asked
