from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator.core.errors import AnnotatorError, MachineError
from annotator.operations import people
from annotator.store import backup, shelf
from annotator.store.project import Project
from annotator.ui.backups import Backups


@pytest.fixture
def backups(project: Project) -> Iterator[Backups]:
    made = Backups(project)
    yield made
    made.finish()
    made.deleteLater()


def test_one_is_kept_when_it_is_due_and_not_before(backups: Backups, project: Project, qtbot) -> None:
    with qtbot.waitSignal(backups.kept, timeout=30_000) as heard:
        backups.look()
    assert heard.args[0].path.exists()
    backups.look()
    project.journal.commit(people.add_coder(project, "Karim"))
    backups.look()  # changed, but the last one is young
    assert len(shelf.backups(project.id)) == 1


def test_one_more_at_the_close_if_something_was_done(backups: Backups, project: Project, qtbot) -> None:
    with qtbot.waitSignal(backups.kept, timeout=30_000):
        backups.begin()
    backups.finish()
    assert len(shelf.backups(project.id)) == 1
    project.journal.commit(people.add_coder(project, "Karim"))
    backups.finish()
    assert shelf.backups(project.id)[0].n == project.journal.newest(1)[0].n


def test_trouble_is_told_once_and_work_goes_on(backups: Backups, qtbot, monkeypatch) -> None:
    told: list[AnnotatorError] = []
    backups.failed.connect(told.append)

    def full(_project: Project) -> None:
        raise MachineError("no_room", path="x")

    monkeypatch.setattr(backup, "draw", full)
    for _ in range(3):
        backups.begin()
    assert [error.key for error in told] == ["no_room"]
    monkeypatch.undo()
    with qtbot.waitSignal(backups.kept, timeout=30_000):
        backups.begin()


def test_a_project_closed_right_after_its_opening_is_not_looked_at_again(project: Project, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("annotator.ui.backups._SOON", 10)
    made = Backups(project)
    made.finish()
    project.close()
    qtbot.wait(60)  # an exception in a slot fails the test
