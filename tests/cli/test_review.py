from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import Window, run
from annotator.core.changes import change
from annotator.core.models import Article, Coding
from annotator.core.rows import added, altered
from annotator.operations import annotations, codings, history, people, review, sample
from annotator.operations.codings import Where
from annotator.operations.review import REASONS
from annotator.store import articles, codebook
from annotator.store.project import Project

BETWEEN = ("--between", "Coder A", "Coder B")


def _no_window(*_: object) -> int:
    pytest.fail("these commands open no window")


WINDOW = Window(_no_window, _no_window, _no_window)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    sample.build(tmp_path / "study.annot", "en")
    return tmp_path / "study.annot"


class Answers:
    """Runs a command and reads what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def json(self, *words: str | Path, code: int = 0) -> dict[str, Any]:
        assert run([*map(str, words), "--json", "--language", "en"], WINDOW) == code
        return json.loads(self._capsys.readouterr().out)

    def said(self, *words: str | Path, code: int = 0, language: str = "en") -> str:
        assert run([*map(str, words), "--language", language], WINDOW) == code
        out = self._capsys.readouterr()
        return out.out + out.err


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Answers:
    return Answers(capsys)


def test_differences_are_listed_as_the_contract_says(study: Path, ask: Answers) -> None:
    before = study.read_bytes()
    found = ask.json("differences", study, *BETWEEN)
    assert study.read_bytes() == before
    assert (found["agreed"], len(found["differences"])) == (35, 39)
    text = _text(study)
    for each in found["differences"]:
        assert {"id", "article", "kind", "label", "start", "end", "a", "b"} <= set(each)
        for side in (each["a"], each["b"]):
            if side and "fragments" in side:
                assert [text[start:end] for start, end in side["fragments"]] == side["quotes"]
                assert each["start"] <= side["start"] < side["end"] <= each["end"]
    missing = [each for each in found["differences"] if each["kind"] == "missing"]
    assert missing
    assert all((each["a"] is None) != (each["b"] is None) for each in missing)
    (variable,) = [each for each in found["differences"] if each["kind"] == "variable"]
    assert (variable["label"], set(variable["a"])) == ("primary-frame", {"value"})


def _text(path: Path) -> str:
    with Project.read(path) as project:
        return str(project.db.execute('select "body" from "text"').fetchone()[0])


def test_the_first_named_is_a(study: Path, ask: Answers) -> None:
    here = ask.json("differences", study, *BETWEEN)["differences"]
    there = ask.json("differences", study, "--between", "Coder B", "Coder A")["differences"]
    assert [(d["id"], d["a"], d["b"]) for d in here] == [(d["id"], d["b"], d["a"]) for d in there]


@pytest.mark.parametrize("order", [("Coder A", "Coder B"), ("Coder B", "Coder A")])
def test_one_is_settled_between_whoever_is_named(study: Path, ask: Answers, tmp_path: Path, order) -> None:
    found = ask.json("differences", study, "--between", *order)["differences"]
    one = next(d for d in found if d["kind"] == "label")
    words = ("--take", "a", "--reason", "guideline-gap", "--note", "see the guideline")
    told = ask.json("settle", study, one["id"], *words, "--between", *order, "--as", "Mona")
    assert told == {"settled": 1, "open": 38}
    assert one["id"] not in {d["id"] for d in ask.json("differences", study, *BETWEEN)["differences"]}
    (span,) = _gold(study, ask, tmp_path)["annotations"]
    assert (span["label"], span["who"], span["kind"]) == (one["a"]["label"], "Mona", "settled")


def test_without_names_a_is_who_came_first(study: Path, ask: Answers, tmp_path: Path) -> None:
    one = next(d for d in ask.json("differences", study, *BETWEEN)["differences"] if d["kind"] == "label")
    ask.json("settle", study, one["id"], "--take", "b")
    assert [each["label"] for each in _gold(study, ask, tmp_path)["annotations"]] == [one["b"]["label"]]


def _gold(study: Path, ask: Answers, tmp_path: Path) -> dict[str, Any]:
    out = tmp_path / "gold.jsonl"
    out.unlink(missing_ok=True)
    ask.json("export", study, out, "--format", "jsonl", "--whose", "settled")
    return json.loads(out.read_text("utf-8"))


def test_the_whole_queue_is_settled_exported_and_taken_back(study: Path, ask: Answers, tmp_path: Path) -> None:
    assert ask.json("settle", study, "--agreed", "--as", "Mona") == {"settled": 35, "open": 39}
    for number, each in enumerate(ask.json("differences", study, *BETWEEN)["differences"]):
        reason = REASONS[number % len(REASONS)]
        assert ask.json("settle", study, each["id"], "--take", "b", "--reason", reason)["open"] == 38 - number
    gold = _gold(study, ask, tmp_path)
    for span in gold["annotations"]:
        assert [gold["text"][start:end] for start, end in span["fragments"]] == span["quotes"]
    assert len(gold["annotations"]) == 60  # B's word on every difference, so all of B's spans
    assert ask.json("undo", study)["changes"][0]["name"] == "settle"
    assert len(ask.json("differences", study, *BETWEEN)["differences"]) == 1
    ask.json("redo", study)
    assert _gold(study, ask, tmp_path) == gold


def test_undo_by_the_reviewer_takes_the_new_reviewer_along(study: Path, ask: Answers) -> None:
    ask.json("settle", study, "--agreed", "--as", "Mona")
    with Project.open(study) as project:
        history.undo(project)
    assert "Mona" not in ask.json("info", study)["coders"]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("differences", "{}", "--between", "Coder A", "nobody"), "no_such_coder"),
        (("differences", "{}", "--between", "Coder A", "Coder A"), "one_coder"),
        (("differences", "{}", *BETWEEN, "--round", "pilot"), "no_such_round"),
        (("settle", "{}", "nonsense", "--take", "a"), "no_such_difference"),
        (("settle", "{}", "--agreed", "--round", "pilot"), "no_such_round"),
        (("settle", "{}", "--boundary", *BETWEEN, "--round", "pilot"), "no_such_round"),
        (("settle", "{}", "--agreed", "--label", "none"), "no_such_label"),
        (("differences", "{}", "--between", "", "Coder A"), "empty_name"),
        (("settle", "{}", "--all-of", "nobody"), "no_such_coder"),
        (("settle", "{}", "--all-of", "nobody", "--dry-run"), "no_such_coder"),
        (("settle", "{}", "--boundary", "--kind", "missing"), "nothing_by_boundary"),
        (("differences", "{}", "--between", "Coder A"), "one_coder"),
        (("differences", "{}", "--between", "Coder A", "Coder B", "Coder A"), "one_coder"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    study: Path, ask: Answers, words: tuple[str, ...], key: str
) -> None:
    before = study.read_bytes()
    found = ask.json(*(word.format(study) for word in words), code=1)
    assert found["error"]["key"] == key
    assert study.read_bytes() == before


def test_both_values_of_a_variable_cannot_be_taken(study: Path, ask: Answers) -> None:
    one = next(d for d in ask.json("differences", study, *BETWEEN)["differences"] if d["kind"] == "variable")
    before = study.read_bytes()
    assert ask.json("settle", study, one["id"], "--take", "both", code=1)["error"]["key"] == "cannot_take_both"
    assert study.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("settle", "{}"),
        ("settle", "{}", "id"),
        ("settle", "{}", "id", "--agreed"),
        ("settle", "{}", "--agreed", "--take", "a"),
        ("settle", "{}", "id", "--take", "c"),
        ("settle", "{}", "id", "--take", "d", "--between", "Coder A", "Coder B", "Coder C"),
        ("settle", "{}", "id", "--take", "edit"),
        ("settle", "{}", "--agreed", "--boundary"),
        ("settle", "{}", "--all-of", "Coder A", "--take", "a"),
        ("settle", "{}", "--boundary", "--majority"),
        ("differences", "{}", *BETWEEN, "--kind", "other"),
        ("differences", "{}", *BETWEEN, "--rule", "other"),
        ("settle", "{}", "id", "--take", "a", "--reason", "because"),
        ("differences", "{}"),
    ],
)
def test_wrong_usage(study: Path, ask: Answers, words: tuple[str, ...]) -> None:
    assert ask.json(*(word.format(study) for word in words), code=2)["error"]["key"] == "usage"


def test_a_third_coder_has_to_be_left_out_by_name(study: Path, ask: Answers) -> None:
    line = study.with_name("more.jsonl")
    line.write_text(json.dumps({"text": _text(study), "annotations": []}) + "\n", "utf-8")
    one = {"label": "actor", "start": 0, "end": 4, "who": "Coder C"}
    line.write_text(json.dumps({"text": _text(study), "annotations": [one]}) + "\n", "utf-8")
    ask.json("import", study, line)
    assert ask.json("settle", study, "--agreed", code=1)["error"]["key"] == "which_coders"
    assert ask.json("settle", study, "--agreed", *BETWEEN)["settled"] == 35


@pytest.mark.parametrize("language", ["ar", "en"])
def test_people_read_a_line_for_each_difference(study: Path, ask: Answers, language: str) -> None:
    lines = ask.said("differences", study, *BETWEEN, language=language).splitlines()
    assert len(lines) == 40
    assert "39" in lines[-1]
    assert "35" in lines[-1]
    assert ask.said("settle", "--help", language=language)


# --- many at once


def test_all_of_one_coder_of_some_kinds(study: Path, ask: Answers, tmp_path: Path) -> None:
    before = study.read_bytes()
    words = ("settle", study, "--all-of", "Coder B", "--kind", "boundary", "label")
    looked = ask.json(*words, "--dry-run")
    assert study.read_bytes() == before
    assert (looked["settled"], looked["open"]) == (0, 39)
    assert looked["would_settle"] == sum(looked["kinds"].values()) > 0
    assert set(looked["kinds"]) == {"boundary", "label"}
    assert {each["take"] for each in looked["examples"]} == {"b"}
    done = ask.json(*words, "--reason", "slip", "--note", "why")
    assert done == {"settled": looked["would_settle"], "open": 39 - looked["would_settle"]}
    left = {each["kind"] for each in ask.json("differences", study, *BETWEEN)["differences"]}
    assert left == {"missing", "attribute", "relation", "variable"}
    assert len(_gold(study, ask, tmp_path)["annotations"]) == looked["would_settle"]


def test_what_the_boundary_policy_settles(study: Path, ask: Answers) -> None:
    with Project.open(study) as project:
        (case,) = review.cases(project)
        alone = next(d.a for d in review.work(project, case).open if d.kind == "missing" and d.a)
        theirs = Where(case.article, case.between[1])
        shorter = ((alone.start, alone.end - 1),)
        project.journal.commit(annotations.label_span(project, theirs, alone.label, shorter))
    looked = ask.json("settle", study, "--boundary", "--dry-run")
    assert set(looked["kinds"]) == {"boundary"}
    assert ask.json("settle", study, "--boundary") == {
        "settled": looked["would_settle"],
        "open": looked["open"] - looked["would_settle"],
    }


def test_one_is_only_looked_at(study: Path, ask: Answers) -> None:
    before = study.read_bytes()
    one = ask.json("differences", study, *BETWEEN)["differences"][0]
    told = ask.json("settle", study, one["id"], "--take", "a", "--dry-run")
    assert told == {"settled": 0, "open": 39, "would_settle": 1}
    assert study.read_bytes() == before


@pytest.mark.parametrize("language", ["ar", "en"])
def test_people_read_what_would_be_settled(study: Path, ask: Answers, language: str) -> None:
    lines = ask.said("settle", study, "--agreed", "--dry-run", language=language).splitlines()
    assert len(lines) == 6
    assert "35" in lines[-1]


# --- by units, and more coders


def test_units_come_first_and_their_labels_after(study: Path, ask: Answers) -> None:
    words = ("differences", study, *BETWEEN, "--rule", "unit")
    found = ask.json(*words)
    assert found["rule"] == "unit"
    by_label = {each["id"] for each in ask.json("differences", study, *BETWEEN)["differences"]}
    units = [each for each in found["differences"] if each["kind"] == "boundary"]
    assert not {each["id"] for each in units} & by_label
    for unit in units:
        ask.json("settle", study, unit["id"], "--take", "a", "--rule", "unit")
    now = {each["id"] for each in ask.json(*words)["differences"]}
    assert not now & {each["id"] for each in units}


@pytest.fixture
def three(study: Path, ask: Answers) -> Path:
    """A third coder who has only one span, which nobody else has so."""
    line = study.with_name("more.jsonl")
    one = {"label": "actor", "start": 0, "end": 4, "who": "Coder C"}
    line.write_text(json.dumps({"text": _text(study), "annotations": [one]}) + "\n", "utf-8")
    ask.json("import", study, line)
    return study


def test_three_coders_are_compared_at_once(three: Path, ask: Answers) -> None:
    among = (*BETWEEN, "Coder C")
    found = ask.json("differences", three, *among)
    assert found["agreed"] == 0
    assert found["between"] == ["Coder A", "Coder B", "Coder C"]
    for each in found["differences"]:
        assert len(each["sides"]) == 3
        assert each["sides"][:2] == [each["a"], each["b"]]
    one = next(each for each in found["differences"] if each["sides"][2] and each["kind"] != "variable")
    told = ask.json("settle", three, one["id"], "--take", "c", *among)
    assert (told["settled"], told["open"]) == (1, len(found["differences"]) - 1)
    most = [each for each in found["differences"] if len(each["camps"][0]) == 2 and each["id"] != one["id"]]
    assert ask.json("settle", three, "--agreed", "--majority", *among)["settled"] >= len(most) > 30


def test_a_third_coder_who_is_no_part_of_any_article_in_common(study: Path, ask: Answers) -> None:
    with Project.open(study) as project:
        project.journal.commit(people.add_coder(project, "Coder C"))
    told = ask.json("differences", study, *BETWEEN, "Coder C", code=1)["error"]
    assert told["key"] == "nothing_in_common"
    assert "Coder B" in told["message"]


# --- blind rounds


def test_a_coder_of_a_blind_round_sees_no_others_before_all_are_done(study: Path, ask: Answers) -> None:
    with Project.open(study) as project:
        a, b = (people.known(project, name) for name in BETWEEN[1:])
        project.act_as(a.id)
        (round_,) = codebook.rounds(project.db)
        done = [altered(round_, coders=(a.id, b.id))]
        (case,) = review.cases(project)
        other = Article("other", "", articles.get(project.db, case.article).text, position="z")
        theirs = [Coding(Where("other", who.id).id, "other", who.id, "main", status="done") for who in (a, b)]
        project.journal.commit(change("assign", [*done, added(other), *map(added, theirs)]))
        for who in (a, b):
            project.journal.commit(codings.set_status(project, Where(case.article, who.id), "work"))
    told = ask.json("differences", study, *BETWEEN)
    assert (told["differences"], told["withheld"]) == ([], 1)
    assert ask.said("differences", study, *BETWEEN).splitlines()[-1].endswith("1")
    with Project.open(study) as project:
        project.journal.commit(codings.set_status(project, Where("other", b.id), "work"))
    assert ask.json("differences", study, *BETWEEN, code=1)["error"]["key"] == "still_blind"
    assert ask.json("settle", study, "--agreed", code=1)["error"]["key"] == "still_blind"
    assert ask.json("settle", study, "--agreed", "--as", "Reviewer")["settled"] == 35
