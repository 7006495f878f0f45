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
