"""Merging another copy, and settling what does not go together, from the command line."""

from __future__ import annotations

import shutil

import pytest

from annotator.operations import annotations, articles
from annotator.operations.codings import Where
from annotator.store import backup
from annotator.store.project import Project
from tests.cli.conftest import BODY, Shell, sha


class Copies:
    """A shell in whose folder two copies lie; files are named without their folder."""

    def __init__(self, shell: Shell) -> None:
        self._shell, self.folder = shell, shell.folder

    def __call__(self, *words: object):
        return self._shell(*(self.folder / word if str(word).endswith((".annot", ".txt")) else word for word in words))

    def ok(self, *words: object) -> dict:
        said = self(*words, "--json")
        assert said.code == 0, said.err + said.out
        return said.json

    def fails(self, *words: object) -> str:
        said = self(*words, "--json")
        assert said.code in {1, 3}
        return said.json["error"]["key"]


@pytest.fixture
def copies(shell) -> Copies:
    made = Copies(shell)
    shell.write("a.txt", BODY)
    shell.write("b.txt", f"{BODY}\nنهاية")
    made.ok("new", "one.annot", "--as", "سارة")
    made.ok("import", "one.annot", "a.txt", "b.txt")
    shutil.copy(shell.folder / "one.annot", shell.folder / "two.annot")
    return made


def act(copies: Copies, name: str, *deeds) -> None:
    with Project.open(copies.folder / name) as project:
        first = project.db.execute('select "id" from "article" order by "title"').fetchone()[0]
        for deed in deeds:
            project.journal.commit(deed(project, first))


def labels(project, article):
    return annotations.label_span(project, Where(article, project.coder), "source", ((7, 11),))


def renames(title):
    return lambda project, article: articles.rename_article(project, article, title)


def test_merge_twice_and_undo(copies) -> None:
    act(copies, "two.annot", labels)
    dry = copies.ok("merge", "one.annot", "two.annot", "--dry-run")
    assert (dry["taken"], dry["held"]) == (1, [])
    done = copies.ok("merge", "one.annot", "two.annot")
    assert (done["taken"], done["held"]) == (1, [])
    assert done["coders"][0]["name"] == "سارة"
    assert done["coders"][0]["annotations"] == 1
    top = copies.ok("history", "one.annot")["changes"][0]
    assert top["name"] == "merge"
    assert [(one["name"], one["who"]) for one in top["brought"]] == [("label_span", "سارة")]
    assert copies("history", "one.annot").out.count("\n") == len(copies.ok("history", "one.annot")["changes"]) + 1
    again = copies.ok("merge", "one.annot", "two.annot")
    assert (again["taken"], again["known"]) == (0, done["known"] + 1)
    assert copies.ok("check", "one.annot")["ok"]
    copies.ok("undo", "one.annot")
    assert copies.ok("merge", "one.annot", "two.annot")["taken"] == 1
    assert backup.find_for(copies.folder / "one.annot")


def test_a_clash_is_told_listed_and_settled(copies) -> None:
    act(copies, "one.annot", renames("هنا"))
    act(copies, "two.annot", renames("هناك"))
    said = copies("--language", "ar", "merge", "one.annot", "two.annot")
    assert said.code == 0
    assert "تغيّر في النسختين" in said.out
    (clash,) = copies.ok("clashes", "one.annot")["clashes"]
    assert (clash["table"], clash["why"], clash["who"]) == ("article", "changed", "سارة")
    assert clash["sides"] == [{"what": "title", "ours": "هنا", "theirs": "هناك"}]
    assert "here" in copies("--language", "en", "clashes", "one.annot").out
    assert copies("clashes", "one.annot", "--settle", clash["id"]).code == 2
    assert copies("clashes", "one.annot", "--take", "ours").code == 2
    assert copies.fails("clashes", "one.annot", "--settle", "x", "--take", "ours") == "no_such_clash"
    done = copies.ok("clashes", "one.annot", "--settle", clash["id"], "--take", "theirs")
    assert (done["settled"], done["open"]) == (1, 0)
    assert copies("clashes", "one.annot").out.strip()
    with Project.open(copies.folder / "one.annot") as project:
        assert ("هناك",) in project.db.execute('select "title" from "article"').fetchall()
    assert copies.fails("clashes", "one.annot", "--settle", clash["id"], "--take", "ours") == "clash_settled"
    assert copies.fails("clashes", "one.annot", "--settle", "all", "--take", "ours") == "no_clashes"
    assert copies.ok("check", "one.annot")["ok"]


def test_what_is_no_other_copy_is_refused(copies) -> None:
    before = sha(copies.folder / "one.annot")
    copies.ok("new", "else.annot", "--as", "عمر")
    shutil.copy(copies.folder / "one.annot", copies.folder / "hurt.annot")
    with (copies.folder / "hurt.annot").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 2048)
    (copies.folder / "none.annot").write_text("no project")
    assert copies.fails("merge", "one.annot", "else.annot") == "other_project"
    assert copies.fails("merge", "one.annot", "one.annot") == "same_file"
    assert copies.fails("merge", "one.annot", "none.annot") == "foreign_file"
    assert copies.fails("merge", "one.annot", "hurt.annot").startswith("arrived_")
    assert copies.fails("merge", "one.annot", "missing.annot") == "no_file"
    assert sha(copies.folder / "one.annot") == before


def test_a_package_is_taken_back_instead(copies) -> None:
    copies.ok("handover", "one.annot", "pack.annot", "--to", "عمر")
    assert copies.fails("merge", "one.annot", "pack.annot") == "is_package"
