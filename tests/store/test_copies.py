"""A moved file stays the copy it was; a copied, a restored and another device's file are copies of their own."""

from __future__ import annotations

import shutil

from annotator import paths
from annotator.store import backup, copies, places
from annotator.store.project import Project


def copy_of(path) -> str:
    with Project.open(path) as project:
        return project.journal.copy


def test_a_moved_file_stays(world, tmp_path):
    world.code()
    world.project.close()
    before = copy_of(world.path)
    moved = world.path.rename(tmp_path / "moved.annot")
    assert copy_of(moved) == before
    with Project.open(moved) as project:
        assert project.journal.undo() is not None


def test_a_copied_file_is_another(world, tmp_path):
    world.code()
    world.project.close()
    before = copy_of(world.path)
    copied = tmp_path / "copied.annot"
    shutil.copyfile(world.path, copied)
    with Project.open(copied) as project:
        assert project.journal.copy != before
        assert project.journal.undo() is None
    assert copy_of(world.path) == before
    assert copy_of(copied) != before


def test_a_restored_file_is_another(world, tmp_path):
    world.code()
    restored = backup.restore(backup.backup(world.project), tmp_path / "restored.annot")
    with Project.open(restored) as project:
        assert project.journal.copy != world.project.journal.copy
        assert project.journal.undo() is None
        assert project.coder == "c1"
        assert not project.crashed


def test_a_restored_file_is_another_also_where_the_first_is_gone(world, tmp_path):
    world.code()
    before, kept = world.project.journal.copy, backup.backup(world.project)
    world.project.close()
    world.path.unlink()
    with Project.open(backup.restore(kept, tmp_path / "restored.annot")) as project:
        assert project.journal.copy != before
        assert project.journal.undo() is None


def test_on_another_device_it_is_another(world, annotator_home):
    world.project.close()
    before = copy_of(world.path)
    (annotator_home / "data" / "device").write_text("another")
    assert copy_of(world.path) != before


def test_a_place_that_cannot_be_looked_at(world, tmp_path):
    world.project.close()
    before = copy_of(world.path)
    places.remember(places.COPIES, before, str(tmp_path / "gone" / "a.annot"))
    assert copy_of(world.path) == before
    (paths.user_data() / places.COPIES).unlink()
    assert copy_of(world.path) == before


def test_a_copy_is_known_when_read(world):
    mine = world.project.journal.copy
    assert copies.read(world.project.db) == mine
    world.project.close()
    with Project.read(world.path) as project:
        assert project.journal.copy == mine
        copies_before = copies.read(project.db)
    assert copies_before == mine


def test_a_file_never_opened_has_no_copy(world):
    from annotator.store import session

    with session.transaction(world.project.db):
        copies.forget(world.project.db)
    assert copies.read(world.project.db) == ""
    assert copies.identify  # made anew at the next opening
    world.reopen()
    assert world.project.journal.copy
