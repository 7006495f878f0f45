from __future__ import annotations

import pytest

from annotator.core.models import Choice, Codebook, Coder, Label, Variable
from annotator.operations.answers import called, plain, scales

STEPS = tuple(Choice(name, {"en": name.title()}) for name in ("low", "high"))
VARIABLES = (
    Variable("tone", {"en": "Tone"}, "article", "choice", STEPS),
    Variable("strength", {"en": "Strength"}, "annotation", "scale", STEPS),
    Variable("stars", {"en": "Stars"}, "article", "scale"),
    Variable("length", {"en": "Length"}, "article", "number"),
    Variable("slot", {"en": "Slot"}, "statement", "text"),
)


def test_each_is_compared_on_its_scale_and_slots_are_not() -> None:
    assert scales(Codebook(variables=VARIABLES)) == {
        "tone": "nominal",
        "strength": "ordinal",
        "stars": "ordinal",
        "length": "interval",
    }


@pytest.mark.parametrize(
    ("number", "given", "compared"),
    [
        (0, "low", "low"),
        (0, ["high", "low"], ("high", "low")),
        (0, ["low", "high"], ("high", "low")),
        (1, "high", 1),
        (1, "gone", None),
        (2, 3, 3),
        (2, "many", None),
        (3, 1.5, 1.5),
        (0, None, None),
    ],
)
def test_values_as_they_are_compared(number: int, given: object, compared: object) -> None:
    assert plain(VARIABLES[number], given) == compared


def test_what_a_report_calls_them() -> None:
    book = Codebook(labels=(Label("actor", {"en": "Actor"}, 0),), variables=VARIABLES)
    found = called(book, [Coder("a", "Hana", 0)], [])
    assert (found.coders, found.label("actor", "en"), found.variable("tone", "en")) == ({"a": "Hana"}, "Actor", "Tone")
    assert (found.value("tone", "low", "en"), found.value("strength", 1, "en")) == ("Low", "High")
    assert found.value("length", 4, "en") == "4"
