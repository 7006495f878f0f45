"""`annotator rounds`: listed, opened, drawn, frozen, scored; and the sentences where that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli.naming import each_named
from annotator.operations import codebook
from annotator.store.project import Project
from tests.cli.conftest import process, sha


@pytest.fixture
def study(shell, path: Path) -> Path:
    """Twenty articles of two outlets and three months; two more coders, each with one coding."""
    lines = [
        {
            "id": f"a{n}",
            "text": f"قال الوزير نعم {n}",
            "meta": {"outlet": ("سانا", "BBC")[n % 2], "date": f"2024-0{n % 3 + 1}-11"},
            "codings": [{"who": who, "status": "done"} for who in ("A", "B") if n == 0],
        }
        for n in range(20)
    ]
    shell.ok("import", path, shell.lines("news.jsonl", *lines))
    return path


def one(told: dict, name: str) -> dict:
    (found,) = [each for each in told["rounds"] if each["name"] == name]
    return found


def test_a_new_project_has_its_main_round(shell, study: Path) -> None:
    told = shell.ok("rounds", study)
    assert {"name", "state", "codebook", "articles", "coders"} <= set(told["rounds"][0])
    main = one(told, "main")
    assert (main["state"], main["kind"], main["articles"], main["coders"]) == ("open", "main", 1, ["A", "B"])
    assert main["progress"][0] | {"id": ""} == {"coder": "A", "id": "", "assigned": 1, "begun": 1, "done": 1}


def test_opened_drawn_and_frozen(shell, study: Path) -> None:
    opened = one(shell.ok("rounds", study, "--open", "pilot", "--kind", "pilot"), "pilot")
    assert (opened["state"], opened["kind"], opened["articles"], opened["coders"]) == ("open", "pilot", 0, [])
    assert opened["codebook"]
    assert opened["version"]
    options = ("--share", 0.3, "--seed", 7, "--stratify", "outlet,date", "--coders", "A", "B")
    told = shell.ok("rounds", study, "--draw", "sample", *options)
    drawn = one(told, "sample")
    assert (drawn["kind"], drawn["articles"], drawn["coders"], drawn["blind"]) == ("reliability", 6, ["A", "B"], True)
    assert drawn["plan"]["strata"] == told["drawn"]["strata"]
    assert sum(each["drawn"] for each in told["drawn"]["strata"]) == 6
    assert {each["of"][1] for each in told["drawn"]["strata"]} == {"2024-01", "2024-02", "2024-03"}
    assert [each["assigned"] for each in drawn["progress"]] == [6, 6]
    frozen = shell.ok("rounds", study, "--freeze", "sample")
    assert one(frozen, "sample")["state"] == "frozen"
    assert len(one(frozen, "sample")["seal"]) == 64
    assert [(late["coder"], late["todo"], late["work"]) for late in frozen["unfinished"]] == [("A", 6, 0), ("B", 6, 0)]
    assert shell.ok("check", study)["ok"]


def test_two_copies_draw_the_same(shell, study: Path) -> None:
    other = study.with_name("copy.annot")
    other.write_bytes(study.read_bytes())
    options = ("--draw", "sample", "--count", 5, "--seed", 3, "--stratify", "outlet", "--coders", "A", "B")
    assert shell.ok("rounds", study, *options)["drawn"] == shell.ok("rounds", other, *options)["drawn"]


def test_all_articles_an_expert_and_who_sees_whom(shell, study: Path) -> None:
    told = shell.ok("rounds", study, "--open", "main 2", "--all", "--coders", "A", "--expert", "B", "--not-blind")
    found = one(told, "main 2")
    assert (found["kind"], found["articles"], found["expert"], found["blind"]) == ("main", 20, "B", False)
    assert found["coders"] == ["A"]
    assert [each["assigned"] for each in found["progress"]] == [20, 20]


def test_from_a_round_and_again(shell, study: Path) -> None:
    told = shell.ok("rounds", study, "--draw", "check", "--all", "--from", "main", "--coders", "سارة")
    assert told["drawn"]["articles"] == ["a0"]
    told = shell.ok("rounds", study, "--draw", "drift", "--count", 2, "--again", 1, "--coders", "A", "--kind", "drift")
    back = told["drawn"]["again"].get("A", 0)
    assert one(told, "drift")["progress"][0]["assigned"] == 2 + back
    assert (back == 1) is ("a0" not in told["drawn"]["articles"])


def test_a_trainees_score(shell, study: Path) -> None:
    shell.ok("rounds", study, "--draw", "training", "--all", "--kind", "training", "--coders", "A", "--expert", "B")
    spans = [
        {"label": label, "start": start, "end": end, "who": who, "round": "training"}
        for who, label, start, end in (("A", "actor", 4, 10), ("B", "actor", 4, 10), ("B", "cue", 0, 3))
    ]
    codings = [{"who": who, "round": "training", "status": "done"} for who in "AB"]
    line = {"id": "a1", "text": "قال الوزير نعم 1", "codings": codings, "annotations": spans}
    shell.ok("import", study, shell.lines("training.jsonl", line))
    score = shell.ok("rounds", study, "--score", "A")["score"]
    assert (score["coder"], score["expert"], score["articles"]) == ("A", "B", ["a1"])
    assert score["labels"][0] == {
        "label": None, "exact f1": 2 / 3, "relaxed f1": pytest.approx(2 / 3), "coder": 1, "expert": 2, "same": 1,
    }  # fmt: skip
    assert score["slips"] == [{"article": "a1", "kind": "missed", "label": "cue", "start": 0, "end": 3}]
    said = shell("rounds", study, "--score", "A", "--round", "training", "--language", "en")
    assert "exact F1" in said.out
    assert "0.67" in said.out


def test_for_people(shell, study: Path) -> None:
    shell("rounds", study, "--draw", "sample", "--share", 0.5, "--coders", "A", "B", "--language", "en")
    said = shell("rounds", study, "--freeze", "sample", "--language", "en")
    assert "frozen" in said.out
    assert "A" in said.err
    assert "not begun 10" in said.err
    said = shell("rounds", study, "--language", "ar")
    assert "مجمَّدة" in said.out
    assert "أُنجز 0 من 10" in said.out


def test_a_codebook_that_went_on_is_said(shell, study: Path) -> None:
    shell.ok("rounds", study, "--open", "pilot", "--coders", "A")
    with Project.open(study) as project:
        project.journal.commit(codebook.add_label(project, {"ar": "جديد"}))
        project.journal.commit(codebook.publish(project, "later"))
    line = {"id": "a1", "text": "قال الوزير نعم 1", "codings": [{"who": "A", "round": "pilot", "status": "done"}]}
    shell.ok("import", study, shell.lines("more.jsonl", line))
    said = shell("rounds", study, "--freeze", "pilot", "--language", "en")
    assert "another version of the codebook: 1" in said.err


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("--open", "main"), "round_exists"),
        (("--open", "main", "--all"), "round_exists"),
        (("--open", " "), "empty_name"),
        (("--freeze", "none"), "no_such_round"),
        (("--draw", "x", "--share", "0"), "bad_share"),
        (("--draw", "x", "--share", "1.5"), "bad_share"),
        (("--draw", "x", "--count", "0"), "bad_count"),
        (("--draw", "x", "--count", "21"), "pool_too_small"),
        (("--draw", "x", "--share", "0.5", "--stratify", "mood"), "no_such_meta"),
        (("--draw", "x", "--all", "--from", "none"), "no_such_round"),
        (("--draw", "x", "--all", "--coders", "A", " "), "empty_name"),
        (("--draw", "x", "--all", "--coders", "A", "ن" * 101), "bad_coder_name"),
        (("--draw", "x", "--all", "--expert", "x\u202ey"), "bad_coder_name"),
        (("--open", "x\u202ey"), "bad_round_name"),
        (("--draw", "x", "--share", "nan"), "bad_share"),
        (("--score", "A"), "no_expert"),
        (("--score", "A", "--round", "none"), "no_such_round"),
    ],
)
def test_what_cannot_be_changes_nothing(shell, study: Path, words, key) -> None:
    before = sha(study)
    assert shell.fails("rounds", study, *words)["error"]["key"] == key
    assert sha(study) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--open", "x", "--freeze", "y"),
        ("--draw", "x"),
        ("--draw", "x", "--share", "0.5", "--count", "3"),
        ("--draw", "x", "--all", "--share", "0.5"),
        ("--draw", "x", "--share", "half"),
        ("--open", "x", "--kind", "other"),
        ("--draw", "x", "--all", "--seed", "seven"),
        ("--freeze", "main", "--coders", "A"),
        ("--open", "x", "--seed", "3"),
        ("--round", "main"),
    ],
)
def test_wrong_usage(shell, study: Path, words) -> None:
    before = sha(study)
    assert shell("rounds", study, *words).code == 2
    assert sha(study) == before


def test_who_is_named_and_not_here_yet_comes_with_the_round(shell, study: Path) -> None:
    told = shell.ok("rounds", study, "--draw", "x", "--all", "--coders", "A", "C", "C", "--expert", "D", "--as", "E")
    assert told["added"] == ["E", "C", "D"]
    found = one(told, "x")
    assert (found["coders"], found["expert"]) == (["A", "C"], "D")
    assert len(shell.ok("info", study)["coders"]) == 6
    assert [each["who"] for each in shell.ok("history", study, "--limit", 1)["changes"]] == ["E"]
    shell.ok("undo", study)
    assert len(shell.ok("info", study)["coders"]) == 3
    said = shell("rounds", study, "--open", "y", "--coders", "Z", "--language", "en")
    assert said.out.startswith("New in this project: \u2068Z\u2069.")
    assert shell.ok("rounds", study, "--draw", "y", "--all", "--coders", "A", "--expert", "Z")["added"] == []
    assert one(shell.ok("rounds", study), "y")["expert"] == "Z"


def test_somebody_new_freezes(shell, study: Path) -> None:
    shell.ok("rounds", study, "--freeze", "main", "--as", "F")
    assert shell.ok("history", study, "--limit", 1)["changes"][0]["who"] == "F"


def test_a_round_is_drawn_once_and_frozen_once(shell, study: Path) -> None:
    shell.ok("rounds", study, "--draw", "x", "--count", 1)
    assert shell.fails("rounds", study, "--draw", "x", "--count", 1)["error"]["key"] == "round_drawn"
    shell.ok("rounds", study, "--freeze", "x")
    assert shell.fails("rounds", study, "--freeze", "x")["error"]["key"] == "frozen_round"


def test_the_list_answers_while_a_window_has_the_project(study: Path) -> None:
    with Project.open(study):
        said = process("rounds", study, "--json")
        assert one(said.json, "main")["articles"] == 1
        assert said.err
        assert process("rounds", study, "--open", "x", "--json").json["error"]["key"] == "in_use"


def test_each_name_stands_behind_its_option() -> None:
    words = ["p", "--coders", "A", "B", "--json", "--between", "C", "D"]
    assert list(each_named(words, ("--coders",))) == [
        "p",
        "--coders",
        "A",
        "--coders",
        "B",
        "--json",
        "--between",
        "C",
        "D",
    ]
