from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotator.operations import codings, sample
from annotator.operations.codings import Where
from annotator.store.project import Project
from tests.cli.conftest import sha
from tests.operations.test_feedback import finish, settle_all, the_case
from tests.review.test_html import Read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def study(shell: Shell) -> Path:
    """The sample; nothing of it is settled."""
    path = shell.folder / "study.annot"
    sample.build(path, "en")
    return path


def settled(study: Path) -> None:
    """All that both are done with, settled by B."""
    with Project.open(study) as project:
        finish(project)
        project.act_as(the_case(project).between[1])
        settle_all(project)


def test_a_page_is_written_and_counted(shell: Shell, study: Path) -> None:
    settled(study)
    before, out = sha(study), shell.folder / "for A.html"
    told = shell.ok("feedback", study, out, "--to", "Coder A", "--language", "ar")
    assert sha(study) == before
    assert told["files"] == [str(out)]
    assert (told["articles"], told["name"], told["waiting"]) == (1, "Coder A", 0)
    assert told["corrections"] == sum(told["kinds"].values()) == sum(told["reasons"].values()) > 0
    assert told["kept"] > 0
    page = out.read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "Coder B" in Read(page).words
    shell.ok("feedback", study, out, "--to", "Coder A", "--anonymous")
    assert "Coder B" not in out.read_text(encoding="utf-8")


def test_lines_for_people(shell: Shell, study: Path) -> None:
    settled(study)
    out = shell.folder / "for A.html"
    said = shell("feedback", study, out, "--to", "Coder A", "--language", "en")
    assert said.code == 0
    assert said.out.splitlines()[0] == str(out)
    assert "articles: 1" in said.out
    assert "Removed" in said.out


def test_a_package_is_written_and_logged(shell: Shell, study: Path) -> None:
    settled(study)
    out = shell.folder / "for A.annot"
    told: dict[str, Any] = shell.ok("feedback", study, out, "--to", "Coder A", "--as", "Coder B")
    assert told["files"] == [str(out)]
    assert shell.ok("info", out)["articles"] == 1
    assert "feedback" in shell("history", study, "--language", "en").out
    assert shell.fails("feedback", study, out, "--to", "Coder A")["error"]["key"] == "file_exists"
    assert shell.fails("feedback", out, shell.folder / "x.annot", "--to", "Coder A")["error"]["key"] == "in_package"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("x.txt", "--to", "Coder A"), "feedback_kind"),
        (("x.html", "--to", "Nobody"), "no_such_coder"),
        (("x.html", "--to", "Coder A", "--round", "none"), "no_such_round"),
        (("x.html", "--to", "Coder A"), "nothing_settled"),
        (("x.annot", "--to", "Coder A"), "nothing_settled"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_changes_nothing(shell: Shell, study: Path, words, key: str) -> None:
    before, (name, *rest) = sha(study), words
    told = shell.fails("feedback", study, shell.folder / name, *rest)
    assert told["error"]["key"] == key
    assert sha(study) == before
    assert not (shell.folder / name).exists()


def test_who_is_still_coding_is_told_nothing(shell: Shell, study: Path) -> None:
    with Project.open(study) as project:
        project.act_as(the_case(project).between[1])
        settle_all(project)
        one = Where(the_case(project).article, the_case(project).between[0])
        project.journal.commit(codings.set_status(project, one, "work"))
    told = shell.fails("feedback", study, shell.folder / "x.html", "--to", "Coder A")
    assert told["error"]["key"] == "feedback_withheld"
