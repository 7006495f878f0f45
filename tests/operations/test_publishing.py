from __future__ import annotations

import csv

import pytest

from annotator.core.errors import AnnotatorError
from annotator.operations import publishing
from annotator.review import report, tables
from annotator.review.units import Work
from tests.review.gathered import answered, gathered

X = [("x", ((4, 10),))]
ROWS = {"tone": [("a", "b"), ("a", "a")], "age": [(1, 2), (3, 3)], "who": [(f"a{n}", f"b{n}") for n in range(2)]}
SCALES = {"tone": "nominal", "age": "interval", "who": "nominal"}
ASKED = gathered(answered([Work("قال الوزير", (X, X)), Work("قال", ([], []))], **ROWS), scales=SCALES)
FOUND = report.figures(ASKED, times=0)


def test_a_table_that_spreadsheets_and_programs_read(tmp_path) -> None:
    publishing.write_csv(tmp_path / "a.csv", tables.figures_csv(FOUND, "ar"))
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(FOUND.measures)


def test_a_page_has_the_matrices_that_fit_on_it(tmp_path, monkeypatch) -> None:
    publishing.write_html(tmp_path / "a.html", FOUND, ASKED, "en")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert page.count("rows are of") == 4
    monkeypatch.setattr(publishing, "_WIDEST", 3)
    publishing.write_html(tmp_path / "a.html", FOUND, ASKED, "en")
    assert (tmp_path / "a.html").read_text("utf-8").count("rows are of") == 3
    three = gathered([Work("قال الوزير", (X, X, X))], unit="span")
    publishing.write_html(tmp_path / "b.html", report.figures(three, times=0), three, "ar")
    assert "مصفوفة" not in (tmp_path / "b.html").read_text("utf-8")
    alone = three.between(0, 1)
    publishing.write_html(tmp_path / "b.html", report.figures(alone, times=0), alone, "en")
    assert (tmp_path / "b.html").read_text("utf-8").count("rows are of") == 1


def test_the_matrix_of_two_alone(tmp_path) -> None:
    publishing.write_matrix(tmp_path / "m.csv", ASKED, "en")
    assert (tmp_path / "m.csv").read_text("utf-8-sig").splitlines() == [",x,(nothing)", "x,1,0", "(nothing),0,2"]
    with pytest.raises(AnnotatorError, match="two_for_matrix"):
        publishing.write_matrix(tmp_path / "m3.csv", gathered([Work("x", ([], [], []))]), "en")
    assert not (tmp_path / "m3.csv").exists()


def test_every_case_of_a_disagreement_once(tmp_path) -> None:
    publishing.write_cases(tmp_path / "c.csv", FOUND, ASKED, "en")
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["variable"], row["a"], row["b"]) for row in rows] == [
        ("tone", "a", "b"),
        ("age", "1", "2"),
        ("who", "a0", "b0"),
        ("who", "a1", "b1"),
    ]
