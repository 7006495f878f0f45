from __future__ import annotations

import csv
import io

from annotator.review import report, tables
from annotator.review.cases import cases
from annotator.review.course import over_time
from annotator.review.gathered import Called, Under
from annotator.review.matrix import matrix
from annotator.review.units import Work
from tests.review.gathered import answered, gathered

BODY = "قال الوزير نعم"
CALLED = Called({"a": "=1+1", "b": "سمير"}, {"x": {"ar": "-فاعل", "en": "Actor"}}, {"seen": {"en": "Seen"}})
X, LONG = [("x", ((4, 10),))], [("x", ((4, 14),))]
WORKS = answered([Work(BODY, (X, X, None), "one"), Work(BODY, (X, LONG, X), "two")], seen=[(True, False, None)] * 2)
ASKED = gathered(
    WORKS,
    labels=("x",),
    called=CALLED,
    scales={"seen": "nominal"},
    rounds=(Under("main", "main", "frozen", "", "5ea1", "v1"),),
)


def read(words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(words)))


def test_every_figure_is_a_row_unrounded_with_what_it_rests_on() -> None:
    found = report.figures(ASKED, times=10)
    rows = read(tables.figures_csv(found, "ar"))
    assert len(rows) == len(found.measures) + sum(len(two.measures) for two in found.pairs)
    for row, one in zip(rows, found.measures, strict=False):
        assert (row["measure"], row["unit"], row["about"], row["id"]) == (
            one.name,
            one.unit,
            one.about,
            one.label or "",
        )
        assert [float(row[key]) if row[key] else None for key in ("value", "low", "high")] == [
            one.value,
            one.low,
            one.high,
        ]
        assert (row["provisional"], row["seal"], row["codebook"], row["trim"]) == ("false", "5ea1", "v1", "false")
        assert (row["n"], row["articles"], row["round"]) == (str(one.n), "2", "main")
    assert {row["name"] for row in rows if row["id"] == "x"} == {"'-فاعل"}
    assert rows[0]["between"] == "'=1+1 / سمير / c"
    assert rows[-1]["between"] == "سمير / c"
    assert any(row["value"] == "" for row in rows)
    assert any(row["value"].startswith("-") for row in rows)


def test_a_matrix_has_the_first_raters_values_down() -> None:
    rows = list(csv.reader(io.StringIO(tables.matrix_csv(matrix(ASKED), CALLED, "en"))))
    assert rows == [["", "Actor", "(nothing)"], ["Actor", "2", "0"], ["(nothing)", "1", "3"]]


def test_the_course_names_its_step() -> None:
    rows = read(tables.course_csv(over_time(ASKED), CALLED, "en"))
    assert {row["step"] for row in rows} == {""}
    assert {row["articles"] for row in rows} == {"2"}


def test_cases_with_what_each_said_and_where() -> None:
    found = report.figures(ASKED, times=0)
    asked = [
        next(one for one in found.measures if one.name == name and one.label in {None, "seen"})
        for name in ("exact f1", "gwet ac1")
    ]
    asked.append(next(one for one in found.measures if one.about == "variable"))
    rows = read(tables.cases_csv([(one, case) for one in asked for case in cases(ASKED, one)], found, "en"))
    spans, token, *seen = rows
    assert (spans["article"], spans["start"], spans["end"], spans["text"]) == ("two", "4", "14", "الوزير نعم")
    assert (spans["'=1+1"], spans["سمير"], spans["c"]) == ("Actor (4-10)", "Actor", "Actor (4-10)")
    assert (token["unit"], token["'=1+1"], token["سمير"], token["c"]) == ("token", "(nothing)", "Actor", "(nothing)")
    assert [(row["variable"], row["'=1+1"], row["سمير"], row["c"]) for row in seen] == [("seen", "yes", "no", "")] * 2
