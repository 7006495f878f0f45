from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from annotator.core.errors import MachineError
from annotator.operations import codings, feedback, feedback_page, notes
from annotator.operations.codings import Where
from tests.operations.test_feedback import project, settle, settle_all, the_case  # noqa: F401  (a fixture among them)
from tests.review.test_html import Read

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.store.project import Project

HOSTILE = "<script>alert(1)</script> \u202egnp.exe\u2069 <a href='file:///etc/passwd'>x</a>"


def read(project: Project, out: Path, **more: bool) -> Read:  # noqa: F811
    told = feedback.feedback(project, the_case(project).between[0])
    feedback_page.write(project, told, out, language="en", **more)
    return Read(out.read_text(encoding="utf-8"))


def test_all_that_was_changed_stands_in_the_page_in_words(project: Project, tmp_path: Path):  # noqa: F811
    settle_all(project)
    page = read(project, tmp_path / "page.html")
    for said in (
        "Coder A",
        "Sample: Daesh and Twitter",
        "Actor",
        "Article variable",
        "settled by Reviewer",
        "Included:",
    ):
        assert said in page.words, said
    told = feedback.feedback(project, the_case(project).between[0])
    assert page.tags.count("section") == told.counts.changed + 1  # and the tables


def test_an_anonymous_page_names_nobody_but_the_coder(project: Project, tmp_path: Path):  # noqa: F811
    decision = settle(project, "neither")
    project.journal.commit(notes.add_note(project, "decision", decision, "Why?"))
    coder = the_case(project).between[0]
    project.act_as(coder)
    project.journal.commit(notes.add_note(project, "decision", decision, "Because."))
    project.act_as("reviewer")
    named, unnamed = (read(project, tmp_path / "page.html", anonymous=each) for each in (False, True))
    assert "Reviewer" in named.words
    assert "Reviewer" not in unnamed.words
    assert "settled by the reviewer" in unnamed.words
    assert "Coder A" in unnamed.words
    for page in (named, unnamed):
        assert "Why?" in page.words
        assert "Because." in page.words


def test_hostile_notes_are_words(project: Project, tmp_path: Path):  # noqa: F811
    decision = settle(project, "neither", note=HOSTILE)
    project.journal.commit(notes.add_note(project, "decision", decision, HOSTILE))
    page = read(project, tmp_path / "page.html")
    assert "script" not in page.tags
    assert "a" not in page.tags
    assert "\u202e" not in page.words
    assert page.words.count("<script>alert(1)</script> gnp.exe") == 2


def test_what_the_codebook_says_of_a_label_stands_once_in_an_article(project: Project, tmp_path: Path):  # noqa: F811
    settle_all(project)
    page = read(project, tmp_path / "page.html")
    assert page.words.count("The whole noun phrase with titles") == 1


def test_an_article_variable_that_only_the_settled_coding_has(project: Project, tmp_path: Path):  # noqa: F811
    one = Where(the_case(project).article, the_case(project).between[0])
    project.journal.commit(codings.set_article_variable(project, one, "tone", None))
    settle_all(project)
    told = feedback.feedback(project, one.coder)
    (tone,) = [c for c in told.articles[0].compared.corrections if c.label == "tone"]
    assert (dict(tone.said), bool(tone.ruled)) == ({}, True)
    assert "not coded" in read(project, tmp_path / "page.html").words


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may do all can write anywhere")
def test_a_folder_that_cannot_be_written(project: Project, tmp_path: Path):  # noqa: F811
    settle(project, "neither")
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(MachineError):
        read(project, tmp_path / "locked" / "page.html")


def test_a_folder_that_is_not_there(project: Project, tmp_path: Path):  # noqa: F811
    settle(project, "neither")
    with pytest.raises(MachineError) as refused:
        read(project, tmp_path / "none" / "page.html")
    assert refused.value.key == "cannot_write"
