from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.operations import clinic, people, sample
from annotator.store.project import Project
from tests.cli.conftest import sha
from tests.operations.test_feedback import finish, settle_all

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def study(shell: Shell) -> Path:
    """The sample, coded to the end, with a third person who reviews it."""
    path = shell.folder / "study.annot"
    sample.build(path, "en")
    with Project.open(path) as project:
        project.journal.commit(people.add_coder(project, "Reviewer", coder_id="reviewer"))
        project.act_as("reviewer")
        finish(project)
    return path


def test_labels_and_pairs_are_counted(shell: Shell, study: Path) -> None:
    before = sha(study)
    told = shell.ok("conflicts", study)
    assert sha(study) == before
    assert told["cases"] > 0
    first = told["labels"][0]
    assert first["cases"] == first["open"] + first["settled"] == sum(first["kinds"].values())
    assert 0 < first["share"] <= 1
    assert [each["cases"] for each in told["labels"]] == sorted((e["cases"] for e in told["labels"]), reverse=True)
    assert all(len(each["labels"]) == 2 for each in told["pairs"])
    assert shell.ok("conflicts", study, "--round", "main") == {**told, "round": "main"}


def test_the_cases_behind_a_label_with_the_words_of_both(shell: Shell, study: Path) -> None:
    with Project.open(study) as project:
        settle_all(project)
        project.journal.commit(clinic.amend(project, "actor", "2.0", definition={"en": "Who acts."}))
    told = shell.ok("conflicts", study, "--label", "actor")
    assert len(told["behind"]) == told["labels"][0]["cases"]
    case = told["behind"][0]
    assert {"article", "round", "id", "kind", "start", "end", "said", "decision"} == set(case)
    assert case["decision"]["reason"] == "slip"
    said = [side for side in case["said"] if side]
    assert said
    assert all(side["who"].startswith("Coder") and side["quotes"] for side in said)
    assert (told["touched"] > 0, told["frozen"]) == (True, 0)


@pytest.mark.parametrize(("language", "words"), [("en", "of its uses"), ("ar", "من استعمالاته")])
def test_lines_for_people(shell: Shell, study: Path, language: str, words: str) -> None:
    said = shell("conflicts", study, "--language", language)
    assert words in said.out
    assert "%" in said.out
    cases = shell("conflicts", study, "--label", "actor", "--language", language).out
    assert " | " in cases
    assert "–" in cases


def test_nothing_argued_over_is_said(shell: Shell, study: Path, path: Path) -> None:
    assert "Nothing is argued over" in shell("conflicts", path, "--language", "en").out
    assert shell.fails("conflicts", study, "--label", "nobody")["error"]["key"] == "no_such_label"
    assert shell.fails("conflicts", study, "--round", "none")["error"]["key"] == "no_such_round"
