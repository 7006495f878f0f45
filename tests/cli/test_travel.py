"""Handing over and taking back on the command line."""

from __future__ import annotations

import pytest

from annotator.operations import annotations, articles
from annotator.operations.codings import Where
from annotator.store.project import Project
from tests.cli.conftest import BODY, sha

OTHER = "القاهرة - رويترز: قالت الوزيرة إن المحادثات بدأت اليوم."


@pytest.fixture
def study(shell, path):
    articles = shell.lines("a.jsonl", {"id": "a1", "title": "خبر", "text": BODY}, {"id": "a2", "text": OTHER})
    shell.ok("import", path, articles)
    return path


def coded(package) -> None:
    with Project.open(package) as opened:
        opened.journal.commit(annotations.label_span(opened, Where("a1", opened.coder), "actor", ((40, 46),)))


def test_there_and_back(shell, study):
    package = shell.folder / "omar.annot"
    handed = shell.ok("handover", study, package, "--to", "Omar", "--blind", "--instructions", "اقرأ أولا")
    assert (handed["articles"], handed["name"], handed["round"], handed["blind"]) == (2, "Omar", "main", True)
    coded(package)
    before = sha(study)
    dry = shell.ok("takeback", study, package, "--dry-run")
    assert (dry["taken"], dry["known"], dry["held"]) == (1, 0, [])
    assert sha(study) == before
    told = shell.ok("takeback", study, package, "--as", "منى")
    assert (told["taken"], told["annotations"], told["done"], told["articles"]) == (
        1,
        {"added": 1, "changed": 0, "removed": 0},
        0,
        2,
    )
    assert [(one["article"], one["status"], one["added"]) for one in told["by_article"]] == [
        ("a1", "work", 1),
        ("a2", "todo", 0),
    ]
    again = shell.ok("takeback", study, package)
    assert (again["taken"], again["known"] > 0, again["held"]) == (0, True, [])
    (found,) = shell.ok("segments", study)["segments"]
    assert (found["who"], found["article"]) == ("Omar", "a1")
    assert shell.ok("history", study)
    said = shell("takeback", study, package, "--language", "en")
    assert "actions taken: 0" in said.out
    assert shell("takeback", study, package, "--dry-run", "--language", "ar").code == 0


def test_articles_instructions_and_sender_can_be_named(shell, study):
    words = shell.write("read.txt", "اقرأ هذا")
    package = shell.folder / "x.annot"
    told = shell.ok(
        "handover", study, package, "--to", "Omar", "--articles", "a2,", "--instructions", words, "--as", "ليلى"
    )
    assert told["articles"] == 1
    with Project.read(package) as opened:
        (row,) = opened.db.execute('select "instructions", "articles" from "handover"').fetchall()
    assert row[0] == "اقرأ هذا"
    assert '"a2"' in row[1]
    for each in ("x" * 5000, "a\0b"):
        other = shell.folder / f"{len(each)}.annot"
        shell.ok("handover", study, other, "--to", "Omar", "--instructions", each)


def test_a_file_that_is_there_is_left(shell, study):
    package = shell.write("there.annot", "mine")
    before = sha(study)
    assert shell.fails("handover", study, package, "--to", "Omar")["error"]["key"] == "file_exists"
    assert (package.read_text(), sha(study)) == ("mine", before)


@pytest.mark.parametrize(
    ("words", "key"), [(b"\xff\xfe\xfa", "not_utf8"), (b"x" * ((1 << 20) + 1), "too_large")], ids=["bytes", "large"]
)
def test_instructions_that_are_none_are_refused(shell, study, words, key):
    file = shell.write("read.txt", words)
    said = shell.fails("handover", study, shell.folder / "x.annot", "--to", "Omar", "--instructions", file)
    assert said["error"]["key"] == key


def test_what_is_no_package_is_said(shell, study):
    shell.ok("backup", study, shell.folder / "copy.annot")
    before = sha(study)
    for file, key in (
        (shell.folder / "copy.annot", "not_a_package"),
        (shell.write("x.annot", "words"), "foreign_file"),
        (shell.folder / "none.annot", "no_file"),
        (study, "same_project"),
    ):
        assert shell.fails("takeback", study, file)["error"]["key"] == key
    assert sha(study) == before


def test_where_all_is_held_it_fails_and_says_why(shell, study):
    package = shell.folder / "omar.annot"
    shell.ok("handover", study, package, "--to", "Omar", "--articles", "a1")
    coded(package)
    from annotator.operations import correction

    with Project.open(study) as opened:
        opened.journal.commit(correction.correct(opened, "a1", BODY.replace("أمس", "اليوم")))
    before = sha(study)
    said = shell("takeback", study, package, "--json")
    assert said.code == 1
    assert said.json["error"]["key"] == "nothing_taken_back"
    assert [one["why"] for one in said.json["held"]] == ["text_of_another_version"]
    assert "خبر" in said.json["held"][0]["message"]
    assert sha(study) == before
    assert shell.ok("takeback", study, package, "--carry")["taken"] == 1


def test_naming_articles_and_giving_none_is_nothing_to_hand_over(shell, study):
    before = sha(study)
    told = shell.fails("handover", study, shell.folder / "x.annot", "--to", "Omar", "--articles", " , ")
    assert told["error"]["key"] == "nothing_to_hand_over"
    assert not (shell.folder / "x.annot").exists()
    assert sha(study) == before


def test_why_nothing_could_be_taken_back_is_said(shell, study):
    package = shell.folder / "omar.annot"
    shell.ok("handover", study, package, "--to", "Omar", "--articles", "a1")
    coded(package)
    with Project.open(study) as project:
        project.journal.commit(articles.remove_articles(project, ["a1"]))
    before = sha(study)
    said = shell("takeback", study, package, "--language", "en")
    assert said.code == 1
    assert "is no longer in this project" in said.err
    assert "Nothing in" in said.err
    assert sha(study) == before
