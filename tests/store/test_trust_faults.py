"""Files that are not what they should be, disks that refuse: one clear error each, and the bytes as before."""

from __future__ import annotations

import hashlib
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator import messages
from annotator.core.errors import AnnotatorError, DamagedError, MachineError
from annotator.store import articles, backup, check, codings, header, schema
from annotator.store.project import Project

ROOT = Path(__file__).parents[2]


def fingerprint(path: Path) -> tuple[str, list[str]]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), sorted(file.name for file in path.parent.iterdir())


def refused(path: Path) -> AnnotatorError:
    """Both ways of opening say the same, in both languages, and leave everything as it was."""
    before, told = fingerprint(path), []
    for opened in (Project.open, Project.read):
        with pytest.raises(AnnotatorError) as caught:
            opened(path)
        told.append(caught.value)
    assert told[0].key == told[1].key
    assert fingerprint(path) == before
    assert all(messages.say(told[0], language) for language in messages.LANGUAGES)
    return told[0]


@pytest.fixture
def file(world) -> Path:
    """A closed project of some pages, with a backup."""
    for start in range(0, 40, 2):
        world.code(start, start + 5)
    world.kept = backup.backup(world.project)
    world.project.close()
    return world.path


def test_empty(file):
    file.write_bytes(b"")
    error = refused(file)
    assert (type(error), error.key) == (DamagedError, "empty_file")
    assert len(backup.find_for(file)) == 1


@pytest.mark.parametrize(
    "content", [b"just words, longer than a hundred bytes " * 9, b"PK\x03\x04", b"SQLite format 2"]
)
def test_another_kind_of_file(file, content):
    file.write_bytes(content)
    assert refused(file).key == "foreign_file"


def test_another_programs_database(file):
    file.unlink()
    db = sqlite3.connect(file)
    db.execute("create table cards (id integer primary key, front text)")
    db.execute("insert into cards values (1, 'x')")
    db.commit()
    db.close()
    assert refused(file).key == "foreign_file"


def test_newer(file):
    db = sqlite3.connect(file)
    db.execute(f"pragma user_version = {schema.FORMAT + 1}")
    db.close()
    assert refused(file).facts | {"path": ""} == {"path": "", "found": schema.FORMAT + 1, "known": schema.FORMAT}
    with pytest.raises(DamagedError, match="newer_file"):
        header.check(file)  # before SQLite is let near it


def test_no_format_at_all(file):
    db = sqlite3.connect(file)
    db.execute("pragma user_version = 0")
    db.close()
    assert refused(file).key == "damaged"


def test_a_damaged_page_that_nobody_needs_yet(file):
    db = sqlite3.connect(file)
    (root,), (size,) = (
        db.execute(sql).fetchone()
        for sql in ('select "rootpage" from "sqlite_schema" where "name" = \'edit_row\'', "pragma page_size")
    )
    db.close()
    with file.open("r+b") as raw:
        raw.seek((root - 1) * size)
        raw.write(bytes(size))
    assert refused(file).key == "damaged"


def test_a_log_whose_last_link_does_not_follow(file):
    db = sqlite3.connect(file)
    db.execute('update "change" set "chain" = "digest" where "n" = (select max("n") from "change")')
    db.commit()
    db.close()
    assert refused(file).key == "damaged"


def test_put_into_wal_by_another_program(file):
    db = sqlite3.connect(file)
    db.execute("pragma journal_mode = wal")
    db.close()
    assert refused(file).key == "strange_schema"


def test_truncated_at_every_page_and_between(file):
    whole = file.read_bytes()
    for length in [*range(1, 120, 7), *range(512, len(whole), 2048), len(whole) - 1]:
        file.write_bytes(whole[:length])
        error = refused(file)
        assert (type(error), error.key) == (DamagedError, "truncated_file"), length
    assert len(backup.find_for(file)) == 1


def test_truncated_beside_a_journal_or_after_another_program(file):
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    header.journal_of(file).write_bytes(b"")
    assert refused(file).key == "damaged"
    header.journal_of(file).unlink()
    old = bytearray(whole[: len(whole) // 2])
    old[92:96] = b"\0\0\0\1"  # a version of SQLite that kept no count of pages
    file.write_bytes(bytes(old))
    assert refused(file).key == "damaged"


def test_no_file_no_folder_no_pipe(tmp_path, monkeypatch):
    for path, key in ((tmp_path / "no", "no_file"), (tmp_path, "is_folder")):
        with pytest.raises(MachineError, match=key):
            Project.open(path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(MachineError, match="no_file"):
        Project.open(tmp_path / "file" / "a.annot")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DamagedError, match="foreign_file"):
        Project.open(tmp_path / "pipe")

    def denied(_self: Path, _mode: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(MachineError, match="cannot_open"):
        Project.open(tmp_path / "file")


def use(path: Path) -> str:
    """Open and read all there is: what came of it. Anything but an error of ours fails the test."""
    try:
        with Project.open(path) as project:
            for name in articles.order(project.db):
                article = articles.get(project.db, name)
                articles.text(project.db, article.text)
                found = codings.of_article(project.db, name)
                codings.annotations_of(project.db, [coding.id for coding in found])
            wrong = [c.name for c in check.check(project, full=True) if not c.ok]
    except AnnotatorError as error:
        assert isinstance(error, DamagedError | MachineError) or error.key in {"no_such_text", "no_such_article"}  # noqa: PT017
        return error.key
    return "found" if wrong else "whole"


def _harmed(file: Path, many: int, harm) -> list[str]:
    whole, said = file.read_bytes(), []
    generator = random.Random(7)
    for _ in range(many):
        data = bytearray(whole)
        harm(data, generator)
        file.write_bytes(bytes(data))
        header.journal_of(file).unlink(missing_ok=True)
        said.append(use(file))
    return said


def _flip(data: bytearray, generator: random.Random) -> None:
    data[generator.randrange(len(data))] ^= 1 << generator.randrange(8)


def _blank(data: bytearray, generator: random.Random) -> None:
    page = generator.randrange(len(data) // 4096)
    data[page * 4096 : (page + 1) * 4096] = bytes(4096)


@pytest.mark.parametrize(("many", "harm"), [(60, _flip), (40, _blank)])
def test_damage_is_an_error_or_found_or_in_unused_bytes(file, many, harm):
    said = _harmed(file, many, harm)
    if harm is _blank:
        assert "whole" not in said


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("harm", [_flip, _blank])
def test_much_damage(file, harm):
    _harmed(file, 1_000, harm)


def test_a_flipped_bit_in_text_span_or_log_is_found(file):
    whole = file.read_bytes()
    for what in ("Ivanov زار", '["دمشق', '"quotes":"[', "label_span"):
        at = whole.rindex(what.encode())
        data = bytearray(whole)
        data[at + 3] ^= 1
        file.write_bytes(bytes(data))
        assert use(file) in {"found", "damaged", "damaged_text", "damaged_row"}, what


@pytest.mark.parametrize(
    "sql",
    [
        'create trigger x after insert on "annotation" begin delete from "annotation"; end',
        "create view x as select 1",
        'alter table "coder" add column "x" text',
        'alter table "coder" add column "x" integer generated always as (1) virtual',
        "create virtual table x using fts5(a)",
        'drop index "coding_round"',
        'create index "x" on "coder" (upper("name"))',
        'drop table "_sqlite_migrations"',
        "analyze",
    ],
)
def test_a_file_with_more_or_less_than_ours_is_not_trusted(file, sql):
    db = sqlite3.connect(file)
    db.execute(sql)
    db.close()
    error = refused(file)
    assert error.key == "strange_schema"
    assert error.facts["objects"]


def test_two_objects_of_one_name(file):
    db = sqlite3.connect(file)
    db.execute("pragma writable_schema = 1")
    db.execute("insert into sqlite_schema select type, name, tbl_name, 0, sql from sqlite_schema where name = 'coder'")
    db.commit()
    db.close()
    assert refused(file).key in {"strange_schema", "damaged"}


def test_a_view_in_place_of_a_table(file):
    db = sqlite3.connect(file)
    db.execute("pragma writable_schema = 1")
    db.execute(
        "update sqlite_schema set type = 'view', rootpage = 0, sql = 'create view \"note\" as select 1'"
        " where name = 'note' and type = 'table'"
    )
    db.commit()
    db.close()
    assert refused(file).key in {"strange_schema", "damaged"}


def test_readers_name_the_row_that_cannot_be_read(world):
    made = world.code()
    world.project.db.execute('update "annotation" set "fragments" = \'{\'')
    with pytest.raises(DamagedError, match="damaged_row") as caught:
        codings.annotation(world.project.db, made.id)
    assert caught.value.facts == {"table": "annotation", "row": made.id}
    world.project.db.execute('update "article" set "meta" = \'{\'')
    with pytest.raises(DamagedError, match="damaged_row"):
        articles.lines(world.project.db, ["art-1"])
    world.project.db.execute('update "text" set "body" = \'x\'')
    with pytest.raises(DamagedError, match="damaged_text"):
        articles.text(world.project.db, world.text.hash)
    world.project.db.execute('update "text" set "body" = cast(x\'ff\' as text)')
    with pytest.raises(DamagedError, match="damaged"):
        articles.text(world.project.db, world.text.hash)
    with pytest.raises(AnnotatorError, match="no_such_text"):
        articles.text(world.project.db, "0")
    with pytest.raises(AnnotatorError, match="no_such_article"):
        articles.get(world.project.db, "0")


@contextmanager
def mounted(folder: Path, options: str):
    folder.mkdir(exist_ok=True)
    if os.geteuid() or shutil.which("mount") is None:
        pytest.skip("mounting needs root")
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", folder], check=False, capture_output=True
    ).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_real_read_only_disk(world, tmp_path):
    world.project.close()
    with mounted(tmp_path / "disk", "size=8m") as disk:
        shutil.copyfile(world.path, disk / "a.annot")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with Project.open(disk / "a.annot") as project:
            assert not project.writable
            assert project.title == "تجربة"
            assert all(c.ok for c in check.check(project, full=True))
        with pytest.raises(MachineError, match="cannot_write"):
            Project.create(disk / "b.annot", title="x")
        with pytest.raises(MachineError, match="cannot_write"):
            backup.restore(disk / "a.annot", disk / "c.annot")


def test_a_real_full_disk(world, tmp_path):
    world.project.close()
    with mounted(tmp_path / "disk", "size=600k") as disk:
        path = disk / "a.annot"
        shutil.copyfile(world.path, path)
        with Project.open(path) as project:
            project.act_as("c1")
            world.project, saved = project, set()
            with pytest.raises(MachineError, match=r"disk_full|disk_error"):  # noqa: PT012
                while True:
                    saved.add(world.code().id)
            assert world.annotations() == saved
            kept = backup.backup(project)  # another disk has room
            assert backup.counts(kept).annotations == len(saved)
            with pytest.raises(MachineError, match=r"no_room|cannot_write"):
                backup.write(project, disk / "copy.annot")
            assert [file.name for file in disk.iterdir() if "copy" in file.name] == []
            subprocess.run(["mount", "-o", "remount,size=4m", disk], check=True)
            saved.add(world.code().id)
            assert world.annotations() == saved
        world.path = path
        assert not world.reopen().crashed
        assert world.annotations() == saved
        world.project.close()


def test_backups_on_a_full_disk(world, tmp_path, monkeypatch):
    with mounted(tmp_path / "home", "size=500k") as home:
        monkeypatch.setenv("ANNOTATOR_HOME", str(home))
        kept = []
        with pytest.raises(MachineError, match="no_room"):  # noqa: PT012
            while True:
                world.code()
                kept.append(backup.backup(world.project))
        assert set(backup.backups(world.project.id)) == set(kept)
        assert kept
        world.code()
        assert backup.counts(kept[-1]).annotations == len(kept)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Coder
from annotator.core.rows import added
from annotator.store.project import Project
project = Project.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
for i in range(10_000):
    try:
        project.journal.commit(change("x", [added(Coder(f"x{i}", "x" * 50, 0))]))
    except AnnotatorError as error:
        print(error.key, i, flush=True)
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
project.journal.commit(change("x", [added(Coder("last", "x", 0))]))
project.close()
"""


def test_a_limit_on_the_file(world):
    world.project.close()
    limit = world.path.stat().st_size + 40_000
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(world.path), str(limit)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    key, many = done.stdout.split()
    assert key in {"disk_full", "disk_error"}
    assert not world.reopen().crashed
    assert world.project.db.execute('select count(*) from "coder" where "id" like \'x%\'').fetchone()[0] == int(many)
    assert world.project.db.execute('select count(*) from "coder" where "id" = \'last\'').fetchone()[0] == 1
    assert [c for c in check.check(world.project, full=True) if not c.ok] == []
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


INJECTED = """
import sys
from pathlib import Path
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Coder
from annotator.core.rows import added
from annotator.store.project import Project
try:
    project = Project.open(Path(sys.argv[1]))
except AnnotatorError as error:
    print("open", error.key, flush=True)
    raise SystemExit
for i in range(12):
    try:
        project.journal.commit(change("x", [added(Coder(f"x{i}", "x", 0))]))
        print("saved", i, flush=True)
    except AnnotatorError as error:
        print("failed", error.key, flush=True)
project.close()
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(
    ("call", "error", "when"),
    [
        ("pwrite64", "EIO", 20), ("pwrite64", "ENOSPC", 33), ("fdatasync", "EIO", 5), ("fdatasync", "EIO", 6),
        ("fdatasync", "EIO", 7), ("fdatasync", "EIO", 8), ("pread64", "EIO", 3), ("pread64", "EIO", 9),
        ("pread64", "EIO", 20),
    ],
)  # fmt: skip
def test_a_disk_that_fails_once(world, call, error, when):
    """Whatever call fails, what was told as saved is there, what failed is told, and the next action works."""
    world.project.close()
    done = subprocess.run(
        [
            "strace", "-f", "-o", "/dev/null", "-P", world.path, "-P", header.journal_of(world.path),
            "-e", f"inject={call}:error={error}:when={when}", sys.executable, "-c", INJECTED, str(world.path),
        ],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    if "ptrace" in done.stderr:
        pytest.skip("tracing is not allowed here")
    assert done.returncode == 0, done.stderr
    said = [line.split() for line in done.stdout.splitlines()]
    saved = {int(rest) for word, rest in said if word == "saved"}
    assert sum(word == "failed" for word, _ in said) <= 1
    assert len(saved) >= 11 or said == [["open", said[0][1]]]
    world.reopen()
    rows = world.project.db.execute('select "id" from "coder" where "id" like \'x%\'')
    found = {int(row[0][1:]) for row in rows}
    assert saved <= found
    assert [c for c in check.check(world.project, full=True) if not c.ok] == []
