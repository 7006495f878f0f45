from __future__ import annotations

import re

import pytest

from annotator.review import report
from annotator.review.gathered import Called, Gathered, Under
from annotator.review.methods import methods, paragraph, references
from annotator.review.units import Work
from tests.review.gathered import answered, gathered

X = [("x", ((4, 10),))]
WORKS = answered([Work("قال الوزير نعم", (X, X)), Work("قال الوزير نعم", (X, []))], tone=[(1, 2), (3, 3)])
OPEN, FROZEN = (
    Under("main", "main", "open"),
    Under("main", "main", "frozen", "2026-05-01T10:00:00+00:00", "5ea1", "v" * 64),
)


def asked(**more) -> Gathered:
    return gathered(WORKS, **{"called": Called({"a": "هناء", "b": "سمير"}), "scales": {"tone": "ordinal"}} | more)


def said(language: str, times: int = 20, **more) -> str:
    return paragraph(report.figures(asked(**more), times=times), language).translate({0x2068: None, 0x2069: None})


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_figure_over_all_labels_stands_in_it_with_its_interval(language: str) -> None:
    found = report.figures(asked(rounds=(FROZEN,)), times=20)
    words = methods(found, language)
    for one in found.measures:
        if one.label is None:
            shown = "undef" if one.value is None else f"{one.value:.3f}"
            shown += f" [{one.low:.3f}, {one.high:.3f}]" if one.low is not None else ""
            assert shown.replace("undef", "غير معرَّف" if language == "ar" else "undefined") in words, one
    for told in ("هناء", "سمير", "2026-05-01", "5ea1", "v" * 12, "UAX 29", "2016", "20", "0.1.0"):
        assert told in words
    assert ("v" * 13) not in words
    assert "{" not in words


def test_what_was_done_is_said_and_nothing_else() -> None:
    plain = said("en", rounds=(OPEN,), scales={})
    assert "provisional" in plain
    assert "seal" not in plain
    assert "without a published version" in plain
    assert "White space" not in plain
    assert "Attributes" not in plain
    assert "White space" in said("en", trim=True)
    assert "bootstrap" not in said("en", times=0)
    assert "The units are" not in said("en", unit="span")
    assert "The units are sentences." in said("en", unit="sentence")
    assert "Round main is frozen." in said("en", rounds=(Under("main", "main", "frozen"),))
    rounds = (Under("drift", "drift", "open"), Under("main", "main", "open"))
    assert "coded both in round drift and in round main" in said("en", rounds=rounds)
    marks = ({X[0]: {"tone": 1}}, {X[0]: {"tone": 1}})
    marked = gathered([Work("قال الوزير نعم", (X, X), marks=marks)], scales={"tone": "nominal"})
    assert "Attributes were compared" in paragraph(report.figures(marked, times=0), "en")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_work_that_is_cited_is_in_the_list_and_no_other_but_the_survey(language: str) -> None:
    for coders in (2, 3):
        works = [Work("قال الوزير", (X, X, [])[:coders]), Work("قال الوزير", (X, [], X)[:coders])]
        found = report.figures(gathered(works), times=10)
        words = paragraph(found, language)
        listed = references(found)
        names = {re.match(r"[^\W\d]+", one)[0] + " " + re.search(r"\((\d{4})\)", one)[1] for one in listed}
        cited = {f"{name} {year}" for name, year in re.findall(r"([^\W\d]+)(?: et al\.| & [^\W\d]+)?, (\d{4})", words)}
        assert cited | {"Artstein 2008"} == names
        assert ("Light 1971" in names) == (coders == 3)
        assert listed == sorted(listed, key=lambda one: one.split(",")[0])
