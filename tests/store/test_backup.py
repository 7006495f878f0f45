"""Backups are verified, thinned with age, never at the cost of the newest, and come back as new files."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator import paths
from annotator.core.errors import AnnotatorError, MachineError
from annotator.core.models import Note
from annotator.core.rows import added
from annotator.store import backup, check, duplicate, session, shelf
from annotator.store.project import Project


def folder(world) -> Path:
    return paths.backups(world.project.id)


def test_a_backup_holds_all_and_says_when_and_how_far(world):
    made = world.code()
    before = datetime.now(UTC).replace(microsecond=0)
    kept = backup.backup(world.project)
    assert before <= kept.at <= datetime.now(UTC)
    assert (kept.n, kept.project, kept.copy) == (3, world.project.id, world.project.journal.copy)
    assert backup.backups(world.project.id) == [kept]
    assert [file.name for file in folder(world).iterdir()] == [kept.name]
    assert oct(folder(world).stat().st_mode & 0o777) == "0o700"
    with Project.read(kept.path) as project:
        assert project.db.execute('select "id" from "annotation"').fetchall() == [(made.id,)]
        assert [c for c in check.check(project, full=True) if not c.ok] == []


def test_when_one_is_due(world, monkeypatch):
    assert backup.changed(world.project)
    assert backup.due(world.project)
    kept = backup.backup(world.project)
    assert not backup.changed(world.project)
    assert not backup.due(world.project)
    world.code()
    assert backup.changed(world.project)
    assert not backup.due(world.project)
    with monkeypatch.context() as patch:
        patch.setattr(backup, "EVERY", timedelta(0))
        assert backup.due(world.project)
    world.reopen()
    assert backup.changed(world.project)
    later = kept.path.with_name(kept.name.replace(f"{kept.at:%Y}", "2100"))
    kept.path.rename(later)  # a clock that was put back
    assert backup.due(world.project)
    world.project.close()
    with Project.read(world.path) as project:
        assert not backup.due(project)


def test_strange_files_beside_the_backups_are_no_backups(world):
    kept = backup.backup(world.project)
    (folder(world) / "notes.txt").write_text("x")
    (folder(world) / kept.name.replace(kept.name[:8], "20269999")).write_text("x")
    assert backup.backups(world.project.id) == [kept]
    assert backup.backups("../x") == []


def test_half_done_ones_of_ended_processes_are_cleaned(world):
    ended = subprocess.Popen(["true"])
    ended.wait()
    dead, living = folder(world) / f".{ended.pid}-x.part", folder(world) / f".{os.getpid()}-x.part"
    dead.write_text("x")
    living.write_text("x")
    backup.backup(world.project)
    assert not dead.exists()
    assert living.exists()


def at(hours: float, n: int, copy: str = "a" * 20) -> shelf.Backup:
    when = datetime(2026, 6, 10, 12, 30, tzinfo=UTC) - timedelta(hours=hours)
    return shelf.Backup(Path(f"{copy}{n}"), "p", copy, when, n, "0" * 8)


def test_thinning():
    now = at(0, 0).at
    minutes = [at(m / 60, 10_000 - m) for m in range(0, 60, 10)]
    assert shelf.to_keep(minutes, now) == set(minutes)
    quarters = [at(q / 4, 10_000 - q) for q in range(4 * 24 * 800)]
    kept = sorted(shelf.to_keep(quarters, now), key=lambda b: b.at)
    ages = [(now - b.at) / timedelta(hours=1) for b in kept]
    assert sum(age < 1 for age in ages) == 4
    assert sum(1 <= age < 24 for age in ages) == 24
    assert 6 <= sum(24 <= age < 24 * 7 for age in ages) <= 7
    assert 51 <= sum(24 * 7 <= age < 24 * 366 for age in ages) <= 53
    assert max(ages) < 24 * 366
    assert shelf.to_keep(kept, now) == set(kept)
    ours, theirs = (
        [at(days, n) for n, days in enumerate((1, 600, 900))],
        [at(days + 0.1, n, "b" * 20) for n, days in enumerate((1, 600, 900))],
    )
    assert shelf.to_keep([*ours, *theirs], now) == {*ours, *theirs}


def test_the_newest_never_goes_whatever_the_clock_says():
    old = at(24 * 4000, 7)
    assert shelf.to_keep([old], at(0, 0).at) == {old}
    put_back, ahead = at(24 * 900, 9), at(-24 * 900, 8)
    assert shelf.to_keep([put_back, ahead], at(0, 0).at) == {put_back, ahead}
    later, further = at(24 * 400, 8), at(24 * 500, 9)
    assert shelf.to_keep([later, further], at(0, 0).at) == {later, further}
    other = at(24 * 4000, 1, "b" * 20)
    assert shelf.to_keep([old, other], at(0, 0).at) == {old, other}


def test_thinning_takes_the_files(world):
    kept = backup.backup(world.project)
    for days in (400, 401):
        stamp = (kept.at - timedelta(days=days)).strftime("%Y%m%dT%H%M%SZ")
        kept.path.with_name(stamp + "-00000001" + kept.name[25:]).write_bytes(b"x")
    assert len(backup.backups(world.project.id)) == 3
    world.code()
    newer = backup.backup(world.project)
    assert backup.backups(world.project.id)[0] == newer
    assert len(backup.backups(world.project.id)) == 2


def full(*_: object) -> None:
    raise OSError(28, "full")


@pytest.mark.parametrize(("what", "key"), [("sync", "no_room"), ("verify", "not_verified")])
def test_one_that_fails_leaves_the_others_and_the_work(world, monkeypatch, what, key):
    kept = backup.backup(world.project)
    world.code()
    with monkeypatch.context() as patch:
        if what == "sync":
            patch.setattr(duplicate, "sync", full)
        else:
            patch.setattr(session, "head", lambda _db, n=iter(range(99)): (next(n), ""))  # noqa: B008
        with pytest.raises(MachineError, match=key):
            backup.backup(world.project)
    assert [file.name for file in folder(world).iterdir()] == [kept.name]
    world.code()


def test_a_name_that_cannot_be_given(world, monkeypatch):
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(MachineError, match="no_room"):
        backup.backup(world.project)
    assert list(folder(world).iterdir()) == []


def test_nowhere_to_keep_it(world, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(world.path))
    assert backup.backups(world.project.id) == []
    with pytest.raises(MachineError, match="cannot_write"):
        backup.backup(world.project)
    world.code()


def test_what_was_damaged_on_the_way_is_no_backup(world):
    world.project.close()
    world.reopen()
    draft = backup.draw(world.project)
    whole = draft.path.read_bytes()
    draft.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(MachineError, match="not_verified"):
        backup.keep(world.project, draft)
    draft = backup.draw(world.project)
    draft.path.write_bytes(draft.path.read_bytes().replace("دمشق - سانا".encode(), "دمشق - سانة".encode()))
    with pytest.raises(MachineError, match="not_verified"):
        backup.keep(world.project, draft)
    assert backup.backups(world.project.id) == []


def test_a_row_that_was_lost_on_the_way(world):
    world.code()
    draft = backup.draw(world.project)
    with sqlite3.connect(draft.path) as db:
        db.execute('delete from "annotation"')
    db.close()
    with pytest.raises(MachineError, match="not_verified"):
        backup.keep(world.project, draft)


def test_a_backup_whose_text_has_rotted_is_not_restored(world, tmp_path):
    kept = backup.backup(world.project)
    kept.path.write_bytes(kept.path.read_bytes().replace("دمشق - سانا".encode(), "دمشق - سانة".encode()))
    with pytest.raises(MachineError, match="not_verified"):
        backup.restore(kept, tmp_path / "new.annot")
    assert list(tmp_path.glob("*new*")) == []


def test_a_write_copy_at_a_place_of_choice(world, tmp_path):
    made = backup.write(world.project, tmp_path / "out.annot")
    with Project.read(made) as project:
        assert project.id == world.project.id
    with pytest.raises(MachineError, match="file_exists"):
        backup.write(world.project, made)
    with pytest.raises(MachineError, match="cannot_write"):
        backup.write(world.project, tmp_path / "no" / "out.annot")
    with Project.read(kept := backup.backup(world.project).path) as project:
        assert backup.write(project, tmp_path / "again.annot").exists()
    assert kept.exists()


def test_a_restored_file_is_whole_or_not_there(world, tmp_path, monkeypatch):
    kept = backup.backup(world.project)
    target = tmp_path / "new.annot"
    with monkeypatch.context() as patch:
        patch.setattr("annotator.store.files.sync", full)
        with pytest.raises(MachineError, match="no_room"):
            backup.restore(kept, target)
    assert [file.name for file in tmp_path.glob("*new*")] == []
    assert backup.restore(kept.path, target) == target
    before = target.read_bytes()
    with pytest.raises(MachineError, match="file_exists"):
        backup.restore(kept, target)
    assert target.read_bytes() == before
    with Project.open(target) as project:
        assert project.id == world.project.id
        assert [c for c in check.check(project, full=True) if not c.ok] == []


def test_restoring_what_was_never_opened(tmp_path, world):
    with session.transaction(world.project.db):
        world.project.db.execute('delete from "session"')
    kept = backup.backup(world.project)
    with Project.open(backup.restore(kept, tmp_path / "new.annot")) as project:
        assert project.coder == ""


def test_counts_and_differences(world):
    made = world.code()
    world.commit("note", added(Note("n", "annotation", made.id, "c1", "x", "")))
    kept = backup.backup(world.project)
    world.code(7, 11, "quote")
    found = backup.counts(kept)
    assert (found.articles, found.annotations, found.relations, found.notes, found.actions) == (1, 1, 0, 1, 4)
    assert (found.by_coder, found.by_label, found.names["c1"]) == ({"c1": 1}, {"actor": 1}, "سلمى")
    assert found.last
    difference = backup.compare(kept, world.project)
    assert difference.backup == found
    assert difference.project.annotations == 2
    assert [entry.name for entry in difference.since] == ["label_span"]
    assert difference.only_there == 0


def test_two_branches_differ_from_where_they_part(world, tmp_path):
    kept = backup.backup(world.project)
    with Project.open(backup.restore(kept, tmp_path / "new.annot")) as project:
        project.act_as("c1")
        for start in range(3):
            project.journal.commit(world.project.journal.load(1).__class__("x", [added(world.span(start))]))
        other = backup.backup(project)
    world.code()
    difference = backup.compare(other, world.project)
    assert len(difference.since) == 1
    assert difference.only_there == 3


def test_the_backups_of_a_damaged_or_vanished_file_are_found(world):
    kept = backup.backup(world.project)
    world.project.close()
    world.path.write_bytes(b"")
    assert backup.find_for(world.path) == [kept]
    world.path.unlink()
    assert backup.find_for(world.path) == [kept]
    assert backup.find_for(world.path.with_name("other.annot")) == []
    with pytest.raises(AnnotatorError, match="no_file"):
        Project.open(world.path)
    backup.restore(kept, world.path)
    world.reopen()


def test_a_project_that_cannot_be_read_speaks_for_itself(world, monkeypatch):
    import sqlite3

    def fails(code: int, name: str):
        def copy(_db: object, _path: Path) -> None:
            error = sqlite3.OperationalError(name)
            error.sqlite_errorcode = code
            raise error

        return copy

    cases = {sqlite3.SQLITE_CORRUPT: "damaged", sqlite3.SQLITE_FULL: "no_room", sqlite3.SQLITE_IOERR: "cannot_write"}
    for code, key in cases.items():
        monkeypatch.setattr(duplicate, "_copy", fails(code, "x"))
        with pytest.raises(AnnotatorError, match=key):
            backup.backup(world.project)
    monkeypatch.setattr(duplicate, "_copy", fails(sqlite3.SQLITE_ERROR, "a bug"))
    with pytest.raises(sqlite3.OperationalError):
        backup.backup(world.project)
    monkeypatch.setattr(duplicate, "_copy", lambda _db, _path: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        backup.backup(world.project)
