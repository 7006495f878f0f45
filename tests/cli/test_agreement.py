from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.operations import sample
from annotator.store.project import Project
from tests.cli.conftest import sha

BETWEEN = ("--between", "Coder A", "Coder B")
TEXT = "قال الوزير نعم. وقال النائب لا.\nومضى"


@pytest.fixture
def study(shell) -> Path:
    sample.build(shell.folder / "study.annot", "en")
    return shell.folder / "study.annot"


@pytest.fixture
def three(shell, path: Path) -> Path:
    """Three coders: two articles by A and B, one of them by C as well, and one by A alone."""

    def line(number: int, *coders: str, spans: str = "") -> dict:
        found = [
            {"label": label, "start": start, "end": end, "who": who, "round": "main"}
            for who, label, start, end in (one.split() for one in spans.split(";") if one)
            for start, end in [(int(start), int(end))]
        ]
        codings = [{"who": who, "round": "main", "kind": "own", "status": "done"} for who in coders]
        return {"id": f"a{number}", "text": f"{TEXT} {number}", "codings": codings, "annotations": found}

    file = shell.lines(
        "three.jsonl",
        line(1, "A", "B", spans="A actor 4 10;B actor 4 10;A cue 0 3;B cue 16 20"),
        line(2, "A", "B", "C", spans="A actor 4 10;C actor 21 27"),
        line(3, "A", spans="A actor 4 10"),
    )
    shell.ok("import", path, file)
    return path


def value(told: dict, name: str, unit: str, label: str | None = None) -> float | None:
    (one,) = [one for one in told["measures"] if (one["name"], one["unit"], one["label"]) == (name, unit, label)]
    return one["value"]


def test_the_object_has_what_programs_rely_on(shell, study: Path) -> None:
    told = shell.ok("agreement", study, *BETWEEN)
    assert {"articles", "round", "provisional", "measures"} <= set(told)
    assert (told["articles"], told["round"], told["provisional"]) == (1, "main", True)
    assert (told["between"], told["tokens"]) == (["Coder A", "Coder B"], "UAX 29")
    assert told["intervals"] == {"level": 0.95, "times": 1000, "seed": 2016}
    for one in told["measures"]:
        assert {"name", "unit", "label", "value", "low", "high", "n"} <= set(one)
    names = {one["name"] for one in told["measures"]}
    assert names == {
        "percent agreement", "holsti", "exact f1", "relaxed f1", "boundary f1", "cohen kappa", "fleiss kappa",
        "krippendorff alpha", "unitizing alpha", "gwet ac1",
    }  # fmt: skip
    units = {(one["about"], one["unit"]) for one in told["measures"]}
    units_of_labels = {("label", "span"), ("label", "token"), ("label", "coded token")}
    assert units == {*units_of_labels, ("variable", "article"), ("attribute", "span")}
    assert None in {one["label"] for one in told["measures"]}


def test_it_agrees_with_what_the_queue_counts(shell, study: Path) -> None:
    told = shell.ok("agreement", study, *BETWEEN, "--unit", "span")
    spans = json.loads(shell("export", study, "--json", shell.folder / "x.jsonl", "--format", "jsonl").out)
    assert spans
    line = json.loads((shell.folder / "x.jsonl").read_text("utf-8").splitlines()[0])
    a, b = (
        {(one["label"], str(one["fragments"])) for one in line["annotations"] if one["who"] == who}
        for who in ("Coder A", "Coder B")
    )
    assert value(told, "exact f1", "span") == 2 * len(a & b) / (len(a) + len(b))


def test_missing_and_empty_codings_of_three_coders(shell, three: Path) -> None:
    told = shell.ok("agreement", three, "--between", "A", "B")
    assert told["articles"] == 2
    assert value(told, "exact f1", "span", "actor") == pytest.approx(2 / 3)
    assert value(told, "exact f1", "span", "cue") == 0
    assert value(told, "percent agreement", "token", "actor") == pytest.approx(1 - 1 / 16)
    every = shell.ok("agreement", three, "--unit", "sentence", "--between", "A", "B", "C", "--round=main")
    assert every["between"] == ["A", "B", "C"]
    assert value(every, "percent agreement", "sentence") is not None
    assert {one["unit"] for one in every["measures"]} == {"span", "sentence"}


def test_intervals_are_there_where_articles_can_be_drawn(shell, three: Path) -> None:
    told = shell.ok("agreement", three, "--between", "A", "B", "--unit", "span")
    exact = next(one for one in told["measures"] if one["name"] == "exact f1" and one["label"] is None)
    assert exact["low"] <= exact["value"] <= exact["high"]
    assert told == shell.ok("agreement", three, "--between", "A", "B", "--unit", "span")


def test_undefined_is_null_and_said(shell, path: Path) -> None:
    coded = [{"who": who, "round": "main", "kind": "own", "status": "done"} for who in "AB"]
    shell.ok("import", path, shell.lines("x.jsonl", {"text": TEXT, "codings": coded}))
    told = shell.ok("agreement", path, "--between", "A", "B")
    assert value(told, "exact f1", "span") is None
    assert value(told, "cohen kappa", "token") is None
    assert value(told, "percent agreement", "token") == 1
    assert "undefined" in shell("agreement", path, "--between", "A", "B", "--language", "en").out


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("one_coder", ("--between", "A")),
        ("one_coder", ("--between", "A", "A")),
        ("no_such_coder", ("--between", "A", "Nobody")),
        ("no_such_round", ("--between", "A", "B", "--round", "none")),
        ("nothing_in_common", ("--between", "A", "سارة")),
        ("nothing_in_common", ("--between", "سارة", "C")),
        ("one_against", ("--between", "A", "B", "--against", "main")),
        ("one_against", ("--between", "A", "--against", "main")),
        ("no_such_round", ("--between", "A", "--against", "none")),
        ("two_for_matrix", ("--between", "A", "B", "C", "--matrix", "/nowhere/m.csv")),
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_cannot_be_compared(shell, three: Path, key: str, words: tuple[str, ...], language: str) -> None:
    before = sha(three)
    error = shell.fails("agreement", three, *words, "--language", language)["error"]
    assert error["key"] == key
    assert "{" not in error["message"]
    assert sha(three) == before


@pytest.mark.parametrize(
    "words", [(), ("--between",), ("--between", "A", "B", "--unit", "letter"), ("--between", "A", "B", "--so")]
)
def test_wrong_usage(shell, three: Path, words: tuple[str, ...]) -> None:
    assert shell("agreement", three, *words, "--json").code == 2


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("unit", ["token", "span", "sentence", "paragraph", "article"])
def test_people_read_a_table_and_a_sentence_for_each_measure(shell, study: Path, language: str, unit: str) -> None:
    said = shell("agreement", study, *BETWEEN, "--unit", unit, "--language", language)
    assert said.code == 0, said.err
    lines = said.out.splitlines()
    assert "2016" in lines[-1]
    names = {"ar": ["F1 التام", "نسبة الاتفاق", "مؤقت"], "en": ["exact F1", "percent agreement", "Provisional"]}
    assert all(name in said.out for name in names[language])
    assert shell("agreement", "--help", "--language", language).code == 0


def test_a_frozen_round_is_not_provisional_and_variables_have_a_table(shell, study: Path) -> None:
    from annotator.core.changes import change
    from annotator.core.rows import altered
    from annotator.store import codebook

    with Project.open(study) as project:
        (main,) = (one for one in codebook.rounds(project.db) if one.id == "main")
        project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    said = shell("agreement", study, *BETWEEN, "--language", "en").out
    assert "Provisional" not in said
    assert "Article variables" in said
    told = shell.ok("agreement", study, *BETWEEN)
    assert told["provisional"] is False
    assert {one["label"] for one in told["measures"] if one["about"] == "variable"} >= {"tone"}


def test_of_more_coders_every_two_stand_beside_them_all(shell, three: Path) -> None:
    told = shell.ok("agreement", three, "--between", "A", "B", "C")
    assert [two["between"] for two in told["pairs"]] == [["A", "B"], ["A", "C"], ["B", "C"]]
    alone = shell.ok("agreement", three, "--between", "A", "C")
    assert told["pairs"][1]["measures"] == alone["measures"]
    assert told["pairs"][1]["articles"] == alone["articles"] == 1
    assert alone["pairs"] == []
    said = shell("agreement", three, "--between", "A", "B", "C", "--language", "en").out
    assert "A\u2069, \u2068C\u2069, articles: 1" in said


@pytest.fixture
def drift(shell, three: Path) -> Path:
    codings = [{"who": "A", "round": "drift", "kind": "own", "status": "done"}]
    found = [{"label": "actor", "start": 3, "end": 10, "who": "A", "round": "drift"}]
    shell.ok(
        "import",
        three,
        shell.lines("d.jsonl", {"id": "a1", "text": f"{TEXT} 1", "codings": codings, "annotations": found}),
    )
    return three


def test_a_coder_with_themselves(shell, drift: Path) -> None:
    told = shell.ok("agreement", drift, "--between", "A", "--round", "drift", "--against", "main")
    assert (told["between"], told["round"], told["articles"]) == (["A", "A"], "drift", 1)
    assert [one["id"] for one in told["rounds"]] == ["drift", "main"]
    assert value(told, "exact f1", "span", "actor") == 0
    trimmed = shell.ok("agreement", drift, "--between", "A", "--round", "drift", "--against", "main", "--trim")
    assert value(trimmed, "exact f1", "span", "actor") == 1
    assert (told["trim"], trimmed["trim"]) == (False, True)
    said = shell(
        "agreement", drift, "--between", "A", "--round", "drift", "--against", "main", "--trim", "--language", "en"
    ).out
    assert "A (drift)" in said
    assert "White space" in said
    error = shell.fails("agreement", drift, "--between", "B", "--round", "drift", "--against", "main")["error"]
    assert error["key"] == "nothing_twice"


def test_over_rounds_and_over_time(shell, three: Path) -> None:
    told = shell.ok("agreement", three, "--between", "A", "B", "--over", "rounds")
    assert [(one["key"], one["articles"]) for one in told["over"]] == [("main", 2)]
    assert [one["value"] for one in told["over"][0]["measures"]] == [one["value"] for one in told["measures"]]
    month = shell.ok("agreement", three, "--between", "A", "B", "--over", "month")
    assert [one["articles"] for one in month["over"]] == [2]
    assert len(month["over"][0]["key"]) == len("2026-02")
    assert (
        month["over"][0]["key"]
        in shell("agreement", three, "--between", "A", "B", "--over", "month", "--language", "ar").out
    )


def test_files_and_methods(shell, study: Path) -> None:
    files = {name: shell.folder / f"a.{name}" for name in ("csv", "html", "matrix", "cases")}
    options = [word for name, path in files.items() for word in (f"--{name}", path)]
    told = shell.ok("agreement", study, *BETWEEN, *options, "--methods")
    assert told["files"] == [str(path) for path in files.values()]
    assert all(path.stat().st_size > 100 for path in files.values())
    assert "Krippendorff" in told["methods"]["en"]
    assert "المراجع" in told["methods"]["ar"]
    said = shell("agreement", study, *BETWEEN, *options, "--methods", "--language", "ar").out
    assert "المراجع" in said
    assert files["cases"].name in said
    assert 'dir="rtl"' in files["html"].read_text("utf-8")
    assert "methods" not in shell.ok("agreement", study, *BETWEEN)


def test_a_file_that_cannot_be_written_is_said(shell, study: Path) -> None:
    shell.fails("agreement", study, *BETWEEN, "--csv", shell.folder / "none" / "a.csv")


def test_the_seal_of_a_frozen_round_is_told(shell, study: Path) -> None:
    from annotator.core.changes import change
    from annotator.core.rows import altered
    from annotator.store import codebook

    with Project.open(study) as project:
        (main,) = (one for one in codebook.rounds(project.db) if one.id == "main")
        frozen = altered(main, state="frozen", frozen="2026-05-01T10:00:00+00:00", seal="5ea1")
        project.journal.commit(change("freeze", [frozen]))
    told = shell.ok("agreement", study, *BETWEEN)
    assert (told["rounds"][0]["seal"], told["rounds"][0]["frozen"][:10]) == ("5ea1", "2026-05-01")
    assert "5ea1" in shell("agreement", study, *BETWEEN, "--language", "en").out


def test_a_figure_is_drawn_in_the_language_asked_for(shell, study: Path) -> None:
    for number, (suffix, begins) in enumerate(((".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF"))):
        figure = shell.folder / f"figure{suffix}"
        over = ("--over", "month") if number else ()
        told = shell.ok("agreement", study, *BETWEEN, "--figure", figure, *over, "--language", "ar")
        assert told["files"] == [str(figure)]
        assert figure.read_bytes().startswith(begins)


def test_another_kind_of_figure_is_said_before_anything_is_computed(shell, study: Path) -> None:
    said = shell("agreement", study, *BETWEEN, "--figure", shell.folder / "figure.gif", "--json")
    assert (said.code, said.json["error"]["key"]) == (1, "no_such_figure")
    assert not (shell.folder / "figure.gif").exists()
