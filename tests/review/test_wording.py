from __future__ import annotations

import pytest

from annotator.review import report, wording
from annotator.review.gathered import Called, Under
from annotator.review.units import Work
from tests.review.gathered import gathered

CALLED = Called({"a": "Hana"}, {"x": {"ar": "فاعل"}}, {"tone": {"en": "Tone"}}, {"tone": {"good": {"en": "Good"}}})


def test_a_coder_and_where_several_are_compared_the_round() -> None:
    found = report.figures(gathered([Work("x", ([], []))], called=CALLED), times=0)
    assert [wording.rater(found, one) for one in found.raters] == ["Hana", "b"]
    rounds = (Under("main", "main", "open"), Under("drift", "drift", "open"))
    found = report.figures(gathered([Work("x", ([], []))], called=CALLED, rounds=rounds), times=0)
    assert wording.rater(found, found.raters[0]) == "Hana (main)"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_yes_and_no_are_said(language: str) -> None:
    said = {wording.value(CALLED, "seen", value, language) for value in (True, False)}
    said |= {wording.value(CALLED, "", "", language), wording.number(None, language)}
    assert len(said) == 4
    assert all((max(words) > "\u0600") == (language == "ar") for words in said)


def test_labels_values_and_numbers() -> None:
    assert wording.value(CALLED, "", "x", "ar") == "فاعل"
    assert wording.value(CALLED, "tone", "good", "en") == "Good"
    assert (wording.number(1 / 3, "ar"), wording.number(-0.5, "en")) == ("0.333", "-0.500")
    assert wording.of(CALLED, "label", None, "en") == "All labels"
    assert wording.of(CALLED, "label", "x", "ar") == "فاعل"
    assert wording.of(CALLED, "variable", "tone", "en") == "Tone"
    assert wording.measure("gwet ac1", "en") == "Gwet's AC1"
    assert wording.meaning("gwet ac1", "en").endswith(".")
