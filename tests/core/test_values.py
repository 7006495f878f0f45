from __future__ import annotations

from typing import Any

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.models import Choice, Variable
from annotator.core.values import checked

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
