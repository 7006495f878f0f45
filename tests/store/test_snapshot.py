"""Whoever reads what another has open reads one moment of it, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, DamagedError, MachineError
from annotator.store import check, header, scratch, snapshot
from annotator.store.project import Project

OWNER = """
import random, sys, time
from pathlib import Path
from annotator.core.changes import change
from annotator.core.ids import new_id
from annotator.core.models import Annotation
from annotator.core.rows import added, removed
from annotator.store import articles
from annotator.store.project import Project

project = Project.open(Path(sys.argv[1]))
coding, name = project.db.execute('select c."id", a."text" from "coding" c join "article" a').fetchone()
text = articles.text(project.db, name)

def span(i, tell=False):
    if tell:
        print("in the middle", flush=True)
        sys.stdin.readline()
    return added(Annotation(new_id(), coding, "actor", name, ((i, i + 4),), (text.quote(i, i + 4),)))

if sys.argv[2] == "loop":
    print("up", flush=True)
    while True:
        project.journal.commit(change("pair", [span(0), span(5)]))
        project.journal.undo() if project.journal.n % 3 == 0 else None
        time.sleep(random.random() * 0.01)
elif sys.argv[2] == "middle":
    project.db.execute("pragma cache_size = 10")
    project.journal.commit(change("long", (span(i % 9, tell=i == 30_000) for i in range(40_000))))
    print("done", flush=True)
    sys.stdin.readline()
"""


def owner(path: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OWNER, str(path), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def left() -> list[Path]:
    from annotator import paths

    return list((paths.user_data() / "reading").glob("*"))


def test_200_readings_of_a_project_that_is_written_all_the_time(world):
    world.project.close()
    process = owner(world.path, "loop")
    try:
        assert process.stdout.readline() == "up\n"
        seen = set()
        for number in range(200):
            with Project.read(world.path) as project:
                assert project.as_of
                assert not project.writable
                many = len(project.db.execute('select "id" from "annotation"').fetchall())
                assert many % 2 == 0
                seen.add(project.db.execute('select max("n") from "change"').fetchone()[0])
                if number % 10 == 0:
                    assert [c for c in check.check(project, full=True) if not c.ok] == []
        assert len(seen) > 20
    finally:
        process.kill()
        process.communicate()
    assert left() == []


def test_in_the_middle_of_a_long_action_the_moment_before_it_is_read(world):
    world.project.close()
    process = owner(world.path, "middle")
    try:
        assert process.stdout.readline() == "in the middle\n"
        size = world.path.stat().st_size
        assert size > 1_000_000  # pages of the unfinished action are in the file already
        with Project.read(world.path) as project:
            assert project.as_of
            assert project.db.execute('select count(*) from "annotation"').fetchone()[0] == 0
            assert [c for c in check.check(project, full=True) if not c.ok] == []
        with pytest.raises(MachineError, match="in_use") as caught:
            Project.open(world.path)
        assert caught.value.facts["who"] == "سلمى"
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "done\n"
        with Project.read(world.path) as project:
            assert project.db.execute('select count(*) from "annotation"').fetchone()[0] == 40_000
    finally:
        process.kill()
        process.communicate()


def test_killed_in_the_middle_it_reads_as_before_and_the_file_is_left_alone(world):
    world.project.close()
    process = owner(world.path, "middle")
    process.stdout.readline()
    process.kill()
    process.communicate()
    before, journal = world.path.read_bytes(), header.journal_of(world.path).read_bytes()
    with Project.read(world.path) as project:
        assert project.db.execute('select count(*) from "annotation"').fetchone()[0] == 0
    assert (world.path.read_bytes(), header.journal_of(world.path).read_bytes()) == (before, journal)
    assert world.reopen().crashed
    assert world.annotations() == set()


def test_a_free_project_is_read_itself(world):
    world.project.close()
    with Project.read(world.path) as project:
        assert project.as_of == ""
        assert left() == []


def test_the_copy_is_private_and_goes(world):
    process = subprocess.run(
        [
            sys.executable,
            "-c",
            """
import os, sys
from pathlib import Path
from annotator.store.project import Project
project = Project.read(Path(sys.argv[1]))
folder = project._reading.scratch
print(oct(folder.stat().st_mode & 0o777), folder)
os.kill(os.getpid(), 9)
""",
            str(world.path),
        ],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    mode, folder = process.stdout.split(" ", 1)
    assert mode == "0o700"
    assert Path(folder.strip()).is_dir()
    world.reopen()
    assert left() == []


def test_left_overs_of_the_living_stay(annotator_home, monkeypatch):  # noqa: ARG001
    mine = scratch.make()
    scratch.clean()
    assert mine.is_dir()
    (mine.parent / "1-x").mkdir()
    (mine.parent / "word-x").mkdir()
    scratch.clean()
    assert sorted(folder.name for folder in mine.parent.iterdir()) == sorted(["1-x", mine.name])

    def not_ours(_pid: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", not_ours)
    assert scratch.alive("1")
    monkeypatch.setattr(scratch.os, "name", "nt")
    assert not scratch.alive("1")
    assert scratch.alive(str(os.getpid()))


def test_nowhere_to_copy_to(world, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(world.path))
    with pytest.raises(MachineError, match="cannot_write"):
        scratch.make()
    scratch.clean()
    assert snapshot.holder(world.path) is None


def copied(path: Path, _tmp_path: Path, patience: float = 0.2) -> snapshot.Reading:
    return snapshot._from_copy(path, patience=patience)


def test_a_file_that_changes_all_the_time_is_called_busy(world, monkeypatch):
    ticks = iter(range(10**9))
    monkeypatch.setattr(snapshot, "_mark", lambda _path: (False, next(ticks)))
    with pytest.raises(MachineError, match="busy_file"):
        copied(world.path, None)
    assert left() == []


def test_what_may_go_wrong_while_copying(world, monkeypatch, tmp_path):
    away = tmp_path / "away.annot"

    def went(_source: Path, _target: Path) -> None:
        world.path.rename(away)
        raise FileNotFoundError

    def full(_source: Path, _target: Path) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(shutil, "copyfile", went)
    with pytest.raises(MachineError, match="no_file"):
        copied(world.path, tmp_path)
    away.rename(world.path)
    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(MachineError, match="no_room"):
        copied(world.path, tmp_path)
    assert left() == []


def test_a_journal_that_goes_while_it_is_copied_means_again(world, monkeypatch):
    copyfile, marks = shutil.copyfile, iter([(True, b"x"), (True, b"x")])

    def once(source: Path, target: Path) -> None:
        if str(source).endswith("-journal"):
            raise FileNotFoundError
        copyfile(source, target)

    real = snapshot._mark
    monkeypatch.setattr(shutil, "copyfile", once)
    monkeypatch.setattr(snapshot, "_mark", lambda path: next(marks, None) or real(path))
    reading = copied(world.path, None)
    assert reading.as_of
    reading.close()


def test_damage_in_what_another_has_open_is_told_of_the_project(world, monkeypatch):
    copyfile = shutil.copyfile

    def torn(source: Path, target: Path) -> None:
        copyfile(source, target)
        with target.open("r+b") as file:
            file.seek(4096 * 3)
            file.write(b"\xff" * 4096 * 4)

    monkeypatch.setattr(shutil, "copyfile", torn)
    with pytest.raises(DamagedError) as caught:
        copied(world.path, None)
    assert caught.value.facts["path"] == str(world.path)
    assert snapshot.holder(world.path) is None
    assert left() == []


def test_nobody_has_what_was_never_opened(tmp_path):
    from annotator.store import schema

    schema.create(tmp_path / "a.annot")
    assert snapshot.holder(tmp_path / "a.annot") is None


def test_reading_what_is_no_project(tmp_path):
    for name, key in (("no.annot", "no_file"), (".", "is_folder")):
        with pytest.raises(AnnotatorError, match=key):
            Project.read(tmp_path / name)


def test_it_takes_little_time_to_say_who_has_it(world):
    started = time.monotonic()
    assert snapshot.holder(world.path) == snapshot.Holder("سلمى", world.project.session().since, clean=False)
    assert time.monotonic() - started < 20


def test_other_trouble_is_not_taken_for_a_lock(world, monkeypatch):
    world.project.close()

    def fails(*_: object, **_options: object) -> None:
        raise MachineError("disk_error", path="x")

    monkeypatch.setattr(snapshot, "connect", fails)
    with pytest.raises(MachineError, match="disk_error"):
        Project.read(world.path)
