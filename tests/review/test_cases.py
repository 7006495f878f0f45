from __future__ import annotations

import pytest

from annotator.review.cases import CaseBehind, cases, of_cell
from annotator.review.figures import Figure
from annotator.review.matrix import NOTHING, matrix
from annotator.review.units import Work
from tests.review.gathered import answered, gathered

BODY = "قال الوزير نعم. وقال لا."
A = [("actor", ((4, 10),)), ("cue", ((0, 3),))]
B = [("actor", ((4, 14),)), ("cue", ((0, 3),)), ("cue", ((16, 20),))]
WORKS = [
    Work(BODY, (A, B), "one", "First"),
    Work(BODY, (A, None), "two", "Second"),
    Work(BODY, (A, [("cue", ((4, 10),)), ("cue", ((0, 3),))]), "three", "Third"),
]
ASKED = gathered(WORKS, labels=("actor", "cue"))


def figure(name: str, unit: str, label: str | None = None, about: str = "label") -> Figure:
    return Figure(name, unit, label, about, None, None, None, 0)


def told(name: str, unit: str, label: str | None = None, *, agreed: bool = False) -> list[tuple]:
    found = list(cases(ASKED, figure(name, unit, label), agreed=agreed))
    assert {one.agreed for one in found} <= {agreed}
    return [(one.article, one.text, one.said) for one in found]


def test_tokens_in_runs_with_what_each_said() -> None:
    assert told("cohen kappa", "token") == [
        ("one", "نعم", ((), ("actor",))),
        ("one", "وقال", ((), ("cue",))),
        ("three", "الوزير", (("actor",), ("cue",))),
    ]
    assert told("cohen kappa", "token", "actor") == [
        ("one", "نعم", ((), ("actor",))),
        ("three", "الوزير", (("actor",), ("cue",))),
    ]
    assert told("cohen kappa", "coded token", "actor", agreed=True) == [("one", "الوزير", (("actor",), ("actor",)))]
    assert ("one", "لا", ((), ())) in told("holsti", "token", agreed=True)
    assert ("one", "لا", ((), ())) not in told("holsti", "coded token", agreed=True)


def test_spans_by_what_their_measure_calls_the_same() -> None:
    apart = [
        ("one", "الوزير نعم", (("actor",), ("actor",))),
        ("one", "وقال", ((), ("cue",))),
        ("three", "الوزير", (("actor",), ("cue",))),
    ]
    assert told("exact f1", "span") == apart
    assert told("relaxed f1", "span") == apart[1:]
    assert told("boundary f1", "span") == apart[:2]
    assert [text for _, text, _ in told("exact f1", "span", agreed=True)] == ["قال", "قال"]
    assert [text for _, text, _ in told("boundary f1", "span", agreed=True)] == ["قال", "قال", "الوزير"]
    assert told("exact f1", "span", "cue") == apart[1:]


def test_a_case_says_where_it_stands() -> None:
    found = next(cases(ASKED, figure("exact f1", "span")))
    assert found == CaseBehind(
        "one", "First", 4, 14, "الوزير نعم", (("actor",), ("actor",)), 1, (((4, 10),), ((4, 14),)), agreed=False
    )


def test_a_span_met_by_a_neighbour_s_partner_is_no_relaxed_difference() -> None:
    works = [Work("x" * 40, ([("x", ((0, 30),))], [("x", ((0, 20),)), ("x", ((25, 40),))]))]
    asked = gathered(works)
    assert list(cases(asked, figure("relaxed f1", "span"))) == []
    assert len(list(cases(asked, figure("exact f1", "span")))) == 2


def test_three_raters_of_whom_one_is_missing() -> None:
    works = [Work(BODY, (A, A, None), "one"), Work(BODY, (A, A, A[:1]), "two")]
    found = list(cases(gathered(works, labels=("actor", "cue")), figure("exact f1", "span")))
    assert [(one.article, one.said) for one in found] == [("two", (("cue",), ("cue",), ()))]


def test_variables_and_attributes() -> None:
    works = answered(WORKS, tone=[("good", "bad"), ("good", None), ("bad", "bad")])
    asked = gathered(works, scales={"tone": "nominal"})
    (one,) = cases(asked, figure("cohen kappa", "article", "tone", "variable"))
    assert (one.article, one.start, one.end, one.said) == ("one", 0, 0, ("good", "bad"))
    (same,) = cases(asked, figure("cohen kappa", "article", "tone", "variable"), agreed=True)
    assert same.article == "three"
    marked = Work(BODY, (A, B), "one", marks=({A[1]: {"role": "x"}}, {B[1]: {"role": "y"}}))
    (mark,) = cases(gathered([marked]), figure("holsti", "span", "role", "attribute"))
    assert (mark.text, mark.said) == ("قال", ("x", "y"))


@pytest.mark.parametrize("unit", ["token", "span", "sentence"])
def test_every_cell_of_a_matrix_opens_what_it_counts(unit: str) -> None:
    found = matrix(ASKED, unit=unit)
    for a in found.values:
        for b in found.values:
            behind = list(of_cell(ASKED, found, (a, b)))
            assert sum(one.count for one in behind) == found.met.get((a, b), 0)
            assert {one.agreed for one in behind} <= {a == b}
    assert (NOTHING, "cue") in found.met or unit == "sentence"


def test_a_cell_of_a_variable() -> None:
    asked = gathered(answered(WORKS, tone=[("good", "bad"), ("good", None), ("bad", "bad")]))
    found = matrix(asked, variable="tone")
    assert [one.article for one in of_cell(asked, found, ("good", "bad"))] == ["one"]
