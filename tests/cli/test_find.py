"""search and occurrences, as cli.md promises them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.core.folding import folded
from tests.cli.conftest import ROOT, Shell, process, sha

if TYPE_CHECKING:
    from pathlib import Path

ONE = "قال متحدث باسم حماس إن وفدا من حماس وصل، وأكدت مصادر في حماس وبحماس ذلك."
TWO = "حَماس والحكومة في غزة: وليد جنبلاط زار الحكومة. على علي."


@pytest.fixture
def corpus(shell: Shell, path: Path) -> Path:
    shell.ok(
        "import",
        path,
        shell.lines("a.jsonl", {"id": "a", "title": "أول", "text": ONE}, {"id": "b", "title": "ثان", "text": TWO}),
    )
    return path


def test_search_finds_the_folded_query_anywhere_and_says_where(shell: Shell, corpus: Path) -> None:
    said = shell.ok("search", corpus, "ماس")
    assert set(said) == {"articles", "hits"}
    assert said["articles"] == 2
    assert len(said["hits"]) == 5
    for hit in said["hits"]:
        text = {"a": ONE, "b": TWO}[hit["article"]]
        assert text[hit["start"] : hit["end"]] == hit["text"]
        assert folded(hit["text"]) == "ماس"
        assert text.endswith(hit["before"] + hit["text"] + hit["after"]) or hit["after"]
        assert set(hit) == {"article", "start", "end", "text", "before", "after"}


def test_the_article_of_a_hit_is_the_id_that_export_writes(shell: Shell, corpus: Path) -> None:
    out = shell.folder / "out.jsonl"
    shell.ok("export", corpus, out, "--format", "jsonl")
    written = {json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()}
    assert {hit["article"] for hit in shell.ok("search", corpus, "حماس")["hits"]} <= written


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["ماس"], 5),
        (["ماس", "--word"], 0),
        (["حماس", "--word"], 5),
        (["ليد", "--word"], 0),
        (["حماس", "--exact"], 4),
        (["حماس", "--limit", "2"], 2),
        (["حماس", "--limit", "0"], 0),
        (["علي"], 1),
        (["علي", "--loose"], 2),
        (["علي", "--loose", "--word"], 2),
        ([""], 0),
        (["zzz"], 0),
    ],
)
def test_what_search_is_asked(shell: Shell, corpus: Path, words: list[str], count: int) -> None:
    assert len(shell.ok("search", corpus, *words)["hits"]) == count


def test_search_for_people(shell: Shell, corpus: Path) -> None:
    said = shell("search", corpus, "غزة", "--language", "en")
    assert said.code == 0
    assert "ثان" in said.out
    assert "[غزة]" in said.out
    assert said.out.rstrip().endswith("Found: 1, in articles: 1")


def test_wrong_usage(shell: Shell, corpus: Path) -> None:
    assert shell("search", corpus, "x", "--exact", "--word").code == 2
    assert shell("search", corpus, "x", "--limit", "-1").code == 2
    assert shell("search", corpus).code == 2
    assert shell("occurrences", corpus).code == 2


def test_a_missing_or_foreign_project(shell: Shell) -> None:
    assert shell.fails("search", shell.folder / "no.annot", "x")["error"]["key"]
    assert shell.fails("occurrences", shell.write("foreign.annot", "x"), "x")["error"]["key"]


def test_occurrences_are_listed_and_nothing_is_written(shell: Shell, corpus: Path) -> None:
    before = sha(corpus)
    said = shell.ok("occurrences", corpus, "حماس")
    assert said["added"] == 0
    assert [(one["article"], one["text"], one["form"], one["clitic"]) for one in said["occurrences"]] == [
        ("a", "حماس", "حماس", ""),
        ("a", "حماس", "حماس", ""),
        ("a", "حماس", "حماس", ""),
        ("a", "وبحماس", "حماس", "وب"),
        ("b", "حَماس", "حماس", ""),
    ]
    assert sha(corpus) == before


def test_occurrences_in_one_article(shell: Shell, corpus: Path) -> None:
    assert len(shell.ok("occurrences", corpus, "حماس", "--article", "b")["occurrences"]) == 1
    assert shell.fails("occurrences", corpus, "حماس", "--article", "x")["error"]["key"] == "no_such_article"


def test_all_are_labelled_as_one_action_which_undo_takes_back(shell: Shell, corpus: Path) -> None:
    said = shell.ok("occurrences", corpus, "حماس", "--label", "فاعل", "--as", "نادية")
    assert said["added"] == 5
    assert shell.ok("info", corpus)["annotations"] == 5
    assert shell.ok("history", corpus)["changes"][0]["name"] == "label_all"
    again = shell.ok("occurrences", corpus, "حماس", "--label", "actor", "--as", "نادية")
    assert again["added"] == 0
    assert all(one["coded"] for one in again["occurrences"])
    assert shell.ok("segments", corpus, "--whose", "نادية")["segments"][3]["text"] == "وبحماس"
    shell.ok("undo", corpus, "--as", "نادية")
    assert shell.ok("info", corpus)["annotations"] == 0


def test_nothing_to_label_is_no_action(shell: Shell, corpus: Path) -> None:
    before = len(shell.ok("history", corpus)["changes"])
    assert shell.ok("occurrences", corpus, "zzz", "--label", "actor", "--as", "نادية") == {
        "occurrences": [],
        "added": 0,
    }
    assert len(shell.ok("history", corpus)["changes"]) == before
    assert shell.ok("info", corpus)["coders"] == ["سارة"]


@pytest.mark.parametrize(
    ("more", "key"),
    [
        (["--label", "none"], "no_such_label"),
        (["--label", "actor", "--round", "none"], "no_such_round"),
        (["--label", "actor", "--article", "none"], "no_such_article"),
    ],
)
def test_what_cannot_be_labelled_leaves_the_bytes(shell: Shell, corpus: Path, more: list[str], key: str) -> None:
    before = sha(corpus)
    assert shell.fails("occurrences", corpus, "حماس", *more)["error"]["key"] == key
    assert sha(corpus) == before


def test_occurrences_for_people(shell: Shell, corpus: Path) -> None:
    said = shell("occurrences", corpus, "الحكومة", "--label", "actor", "--language", "ar")
    assert said.code == 0
    assert said.out.rstrip().splitlines()[-2:] == ["المواضع: 2، في مقالات عددها: 1", "ما رُمِّز الآن: 2"]
    assert "[والحكومة]" in said.out


def test_both_answer_from_a_copy_while_another_has_the_project(corpus: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from annotator.store.project import Project\n"
        "with Project.open(Path(sys.argv[1])):\n    print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(corpus)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        for command in ("search", "occurrences"):
            said = process(command, corpus, "حماس", "--json")
            assert said.code == 0, said.err
            assert len(said.json["hits" if command == "search" else "occurrences"]) == 5
            assert said.err
        said = process("occurrences", corpus, "حماس", "--label", "actor", "--json")
        assert said.code == 1
        assert said.json["error"]["key"] == "in_use"
    finally:
        holder.communicate("")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("command", ["search", "occurrences"])
def test_both_explain_themselves(shell: Shell, command: str, language: str) -> None:
    said = shell(command, "--help", "--language", language)
    assert said.code == 0
    assert command in shell("--help").out
    assert "PROJECT" in said.out


def test_a_hit_inside_a_word_is_shown_inside_it(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.lines("a.jsonl", {"id": "x", "text": "قال للرئيس\nأمس"}))
    assert "\u2068قال لل[رئيس] أمس\u2069" in shell("search", path, "رئيس").out


def test_the_very_characters_are_not_sought_loosely(shell: Shell, path: Path) -> None:
    for other in ("--word", "--loose"):
        said = shell("search", path, "x", "--exact", other)
        assert said.code == 2
        assert f"--exact and {other} do not go together" in said.err
