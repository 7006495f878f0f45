"""Project files from the command line: window, sample, new, info, check, backup, restore; and every bad file."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator import paths
from annotator.store.project import Project
from tests.cli.conftest import BODY, ROOT, Shell, process, sha

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_new_makes_a_project_and_never_overwrites(shell: Shell) -> None:
    path = shell.folder / "مشروع جديد.annot"
    said = shell.ok("new", path)
    assert said["project"] == str(path)
    info = shell.ok("info", path)
    assert (info["id"], info["title"], info["coders"]) == (said["id"], "مشروع جديد", ["coder 1"])
    assert len(info["labels"]) == 9
    before = sha(path)
    assert shell.fails("new", path)["error"]["key"] == "file_exists"
    assert sha(path) == before


def test_a_project_whose_name_is_no_text_works(shell: Shell) -> None:
    import os

    path = shell.folder / os.fsdecode(b"x\xff.annot")
    assert process("new", path, "--json").json["id"]
    assert process("import", path, shell.write("a.txt", "خبر"), "--json").json["articles"]["added"] == 1
    assert process("info", path, "--json").json["articles"] == 1


def test_new_with_a_codebook_and_a_coder(shell: Shell) -> None:
    book = shell.write("book.toml", '[[labels]]\nid = "frame"\nhue = 3\nnames = { ar = "إطار", en = "Frame" }\n')
    shell.ok("new", shell.folder / "p.annot", "--codebook", book, "--as", "منى")
    info = shell.ok("info", shell.folder / "p.annot", "--language", "ar")
    assert info["labels"] == [{"id": "frame", "name": "إطار", "annotations": 0}]
    assert info["coders"] == ["منى"]
    assert shell.fails("new", shell.folder / "q.annot", "--codebook", "sport")["error"]["key"] == "no_such_codebook"
    assert not (shell.folder / "q.annot").exists()


def test_info_counts(shell: Shell, path: Path) -> None:
    work = [
        {"label": "actor", "start": 0, "end": 4, "id": "a"},
        {"label": "quotation", "start": 26, "end": 27, "id": "q"},
    ]
    settled = [{"label": "cue", "start": 13, "end": 16, "kind": "settled"}]
    links = [{"label": "near", "from": "a", "to": "q"}]
    shell.ok("import", path, shell.lines("a.jsonl", {"text": BODY, "annotations": work + settled, "relations": links}))
    info = shell.ok("info", path)
    assert (info["articles"], info["annotations"], info["settled"], info["relations"]) == (1, 2, 1, 1)
    assert {one["id"]: one["annotations"] for one in info["labels"] if one["annotations"]} == {
        "actor": 1,
        "quotation": 1,
    }
    assert info["status"] == {"work": 1}
    assert info["as_of"] is None
    out = shell("info", path, "--language", "ar").out
    assert "المقالات" in out
    assert "فاعل" in out


# --- the window


def test_the_window_opens_on_a_project_or_on_the_last(shell: Shell, path: Path) -> None:
    assert shell(path).code == 0
    assert shell().code == 0
    assert shell("--language", "ar").code == 0
    assert shell(path, "--language=en").code == 0
    assert shell.shown == [(path, ""), (None, ""), (None, "ar"), (path, "en")]
    assert shell.ok(path) == {"project": str(path)}
    assert shell.ok() == {"project": None}


def test_a_project_that_may_not_be_read_is_no_wrong_usage(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    file = shell.write("closed.annot", "")
    monkeypatch.setattr(os, "access", lambda *_: False)
    for words in (
        ["info", file],
        ["history", file],
        ["differences", file, "--between", "a", "b"],
        ["import", file, file],
    ):
        assert "key" in shell.fails(*words)["error"]


def test_a_name_that_no_disk_bears_is_said(shell: Shell) -> None:
    name = "م" * 300
    for words in (["new", shell.folder / name], ["demo", shell.folder / name]):
        assert shell.fails(*words)["error"]["key"] == "bad_path"
    assert list(shell.folder.iterdir()) == []


def test_a_command_wins_over_a_file(shell: Shell, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shell.folder)
    path.rename(shell.folder / "info")
    assert shell("info").code == 2
    assert shell("./info").code == 0
    assert shell.shown == [(shell.folder / "info", "")]
    (shell.folder / "info").rename(shell.folder / "plain")
    assert shell("plain").code == 0


def test_a_project_that_is_not_there_opens_no_window(shell: Shell) -> None:
    said = shell("gone.annot")
    assert (said.code, said.out, shell.shown) == (1, "", [])
    assert "gone.annot" in said.err
    assert shell("gone").code == 1


def test_demo_builds_reopens_draws_and_shows(shell: Shell) -> None:
    path, picture = shell.folder / "مثال.annot", shell.folder / "p.png"
    said = shell.ok("demo", path, "--picture", picture, "--language", "ar")
    assert said == {"project": str(path), "picture": str(picture)}
    assert shell.drawn == [(path, picture, "ar")]
    assert shell.shown == []
    nowhere = shell.folder / "none" / "p.png"
    assert shell.fails("demo", path, "--picture", nowhere)["error"]["key"] == "cannot_write"
    shell.drawn.clear()
    before = sha(path)
    assert shell("demo", path).code == 0
    assert shell.shown == [(path, "")]
    assert sha(path) == before
    assert shell.ok("info", path)["title"].startswith("مثال")
    assert shell.ok("demo")["project"] == str(paths.user_data() / "sample.annot")


def test_a_fresh_demo_keeps_what_somebody_worked_on(shell: Shell) -> None:
    path = shell.folder / "s.annot"
    shell.ok("demo", path)
    first = shell.ok("info", path)["id"]
    shell.ok("demo", path, "--fresh")
    second = shell.ok("info", path)["id"]
    assert second != first
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    shell.ok("demo", path, "--fresh")
    assert shell.ok("info", path)["articles"] == 1
    assert shell.ok("info", shell.folder / "s-1.annot")["id"] == second
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    shell.ok("demo", path, "--fresh")
    assert (shell.folder / "s-2.annot").exists()
    words = shell.write("notes.txt", "mine")
    assert shell.fails("demo", words, "--fresh")["error"]["key"] == "foreign_file"
    assert shell.fails("demo", words)["error"]["key"] == "foreign_file"
    assert words.read_text("utf-8") == "mine"


# --- check, backup, restore


def test_check_is_well_and_finds_what_is_not(shell: Shell, path: Path) -> None:
    shell.ok(
        "import",
        path,
        shell.lines("a.jsonl", {"text": BODY, "annotations": [{"label": "actor", "start": 0, "end": 4}]}),
    )
    said = shell.ok("check", path)
    assert said["ok"] is True
    assert {"name", "ok", "detail"} == set(said["checks"][0])
    with Project.open(path) as project:
        project.db.execute("update annotation set quotes = '[\"حلبا\"]'")
    wrong = shell("check", path, "--json")
    assert wrong.code == 1
    assert wrong.json["ok"] is False
    assert any(not one["ok"] and one["detail"] for one in wrong.json["checks"])
    assert "WRONG" in shell("check", path).out


def test_backup_and_restore(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    kept = shell.ok("backup", path)
    assert kept["project"] == str(path)
    out = shell.folder / "copy.annot"
    assert shell.ok("backup", path, out)["backup"] == str(out)
    assert shell.fails("backup", path, out)["error"]["key"] == "file_exists"
    for number, source in enumerate((out, kept["backup"])):
        new = shell.folder / f"new-{number}.annot"
        assert shell.ok("restore", source, new)["project"] == str(new)
        assert shell.ok("info", new)["articles"] == 1
        assert shell.fails("undo", new)["error"]["key"] == "nothing_to_undo"
        assert shell.fails("restore", source, new)["error"]["key"] == "file_exists"


def test_a_damaged_or_lost_project_comes_back_from_its_newest_backup(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    shell.ok("backup", path)
    path.write_bytes(path.read_bytes()[:5000])
    before = sha(path)
    said = shell("restore", path, shell.folder / "a.annot", "--json")
    assert said.code == 0
    assert "newest backup" in said.err
    assert shell.ok("info", shell.folder / "a.annot")["articles"] == 1
    assert sha(path) == before
    path.unlink()
    shell.ok("restore", path, shell.folder / "b.annot")
    assert shell.fails("restore", shell.folder / "never.annot", shell.folder / "c.annot")["error"]["key"] == "no_file"
    assert not (shell.folder / "c.annot").exists()


# --- files that are no projects, and projects that are in use


@pytest.fixture(params=["missing", "empty", "foreign", "truncated", "folder", "database"])
def broken(request: pytest.FixtureRequest, shell: Shell, path: Path) -> Path:
    if request.param == "missing":
        return shell.folder / "gone.annot"
    if request.param == "folder":
        return shell.folder
    if request.param == "database":
        import sqlite3

        with sqlite3.connect(shell.folder / "other.annot") as db:
            db.execute("create table t (a)")
        db.close()
        return shell.folder / "other.annot"
    words = {"empty": b"", "foreign": "مجرد نص".encode() * 50, "truncated": path.read_bytes()[:9000]}[request.param]
    return shell.write("x.annot", words)


COMMANDS = (
    ("info",),
    ("check",),
    ("history",),
    ("segments",),
    ("undo",),
    ("redo",),
    ("backup",),
    ("import", "a.txt"),
    ("export", "o.jsonl", "--format", "jsonl"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_bad_project_is_one_sentence_and_untouched(shell: Shell, broken: Path, words: tuple[str, ...]) -> None:
    before = sha(broken) if broken.is_file() else None
    command, *rest = words
    said = shell(command, broken, *rest)
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(broken) in said.err
    assert shell.fails(command, broken, *rest)["error"]["message"]
    assert (sha(broken) if broken.is_file() else None) == before


@pytest.fixture
def held(path: Path, shell: Shell) -> Iterator[Path]:
    """A project that another process has open."""
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    holding = (
        "import sys\nfrom pathlib import Path\nfrom annotator.store.project import Project\n"
        "with Project.open(Path(sys.argv[1])):\n    print('open', flush=True)\n    sys.stdin.read()\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", holding, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert owner.stdout is not None
    assert owner.stdout.readline() == b"open\n"
    yield path
    owner.communicate()


def test_while_another_has_it_reading_answers_and_writing_says_who(shell: Shell, held: Path) -> None:
    for words in (("info",), ("check",), ("history",), ("segments",), ("backup",)):
        said = shell(words[0], held, *words[1:], "--json")
        assert said.code == 0, said.err
        assert said.json
        assert "as of" in said.err
    assert shell.ok("info", held)["as_of"]
    assert shell("export", held, shell.folder / "o.jsonl", "--format", "jsonl").code == 0
    for words in (("undo",), ("redo",), ("import", shell.folder / "a.txt")):
        said = shell(words[0], held, *words[1:])
        assert said.code == 1
        assert "in use" in said.err
        assert "سارة" in said.err
    assert shell.fails("demo", held, "--fresh")["error"]["key"] == "in_use"


def test_the_real_entry(path: Path) -> None:
    said = process("info", path, "--json")
    assert (said.code, said.json["title"]) == (0, "دراسة")
    assert process("info").code == 2
    assert "المشروع" in process("undo", path, language="ar_SY.UTF-8").err
    assert process("--version").code in {0, 2}


def test_a_damaged_backup_is_passed_over_for_an_older_whole_one(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    shell.ok("backup", path)
    shell.ok("import", path, shell.write("b.txt", "آخر"))
    newest = shell.folder / shell.ok("backup", path)["backup"]
    newest.write_bytes(newest.read_bytes()[:6000])
    path.unlink()
    shell.ok("restore", path, shell.folder / "n.annot")
    assert shell.ok("info", shell.folder / "n.annot")["articles"] == 1
    for kept in newest.parent.glob("*.annot"):
        kept.write_bytes(b"")
    assert shell.fails("restore", path, shell.folder / "m.annot")["error"]["key"] == "no_file"


def test_the_sample_is_drawn_without_a_display(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    picture = shell.folder / "p.png"
    said = process("demo", shell.folder / "s.annot", "--picture", picture, "--json")
    assert said.code == 0, said.out + said.err
    assert said.json == {"project": str(shell.folder / "s.annot"), "picture": str(picture)}
    assert picture.read_bytes().startswith(b"\x89PNG")
    alone = process("demo", shell.folder / "s.annot", "--json")
    if sys.platform.startswith("linux"):
        assert alone.code == 3
        assert alone.json["error"]["key"] == "no_display"


def test_a_project_of_an_older_format_is_read_where_it_lies_and_brought_over_by_who_writes(shell: Shell) -> None:
    import gzip

    old = ROOT / "tests" / "store" / "old" / "format_1.annot.gz"
    path = shell.write("قديم.annot", gzip.decompress(old.read_bytes()))
    before = path.read_bytes()
    info = shell.ok("info", path)
    assert (info["statements"], info["relations"], info["as_of"]) == (4, 2, None)
    assert shell.ok("check", path)["ok"]
    shell.ok("export", path, shell.folder / "out.jsonl", "--format", "jsonl")
    made = shell.ok("backup", path, shell.folder / "copy.annot")["backup"]
    assert shell.ok("check", made)["ok"]
    assert path.read_bytes() == before
    shell.ok("import", path, shell.lines("in.jsonl", {"id": "new", "text": "خبر"}))
    assert path.read_bytes()[60:64] == (2).to_bytes(4, "big")
    assert shell.ok("check", path)["ok"]
    assert shell.ok("history", path)["changes"][1]["name"]
