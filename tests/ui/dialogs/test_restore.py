from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.operations import sample
from annotator.store import backup
from annotator.store.project import Project
from annotator.ui.dialogs.restore import RestoreDialog
from tests.journeys.person import Person, settle


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", "en")
    person = Person(tmp_path / "study.annot", language="en", theme="light")
    yield person
    person.leave()


def shown() -> RestoreDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, RestoreDialog) and w.isVisible())


def test_counts_and_differences_then_a_new_file(person: Person, tmp_path: Path, monkeypatch) -> None:
    backup.backup(person.project)
    for key in ("1", "2"):
        person.surface.select(*person.place("تحتويه من مقاطع"))
        person.press(key)
        person.press("Escape")
    person.window.menus["restore"].trigger()
    dialog = shown()
    held = dialog.held.text()
    assert "127 spans" in held
    assert "2 actions since" in held
    assert "The project has 2 spans more" in held
    assert dialog.proposed().parent == tmp_path
    dialog.restore_to(person.project.path)
    assert "there already" in dialog.trouble.text()
    target = tmp_path / "restored.annot"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target.with_suffix("")), ""))
    dialog.go.click()
    settle()
    assert person.project.path == target
    assert len(person.spans()) == 67
    with Project.open(tmp_path / "study.annot") as old:
        assert old.db.execute("select count(*) from annotation").fetchone()[0] == 129


def test_a_damaged_project_finds_its_backups(person: Person, tmp_path: Path) -> None:
    path = person.project.path
    backup.backup(person.project)
    person.window.menus["close_project"].trigger()
    settle()
    path.write_bytes(b"")
    from annotator.ui import opening

    assert not opening.open_project(person.window, path)
    person.window.chrome.start.chosen.emit("restore")
    settle()
    dialog = shown()
    assert "127 spans" in dialog.held.text()
    dialog.restore_to(tmp_path / "saved.annot")
    settle()
    assert len(person.spans()) == 67
    assert path.read_bytes() == b""


def test_without_any_backup_one_may_be_chosen(person: Person, tmp_path: Path, monkeypatch) -> None:
    copy = tmp_path / "copy.annot"
    backup.write(person.project, copy)
    person.window.menus["restore"].trigger()
    dialog = shown()
    assert dialog.list.count() == 0
    assert not dialog.go.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(copy), ""))
    dialog._choose_file()
    assert dialog.go.isEnabled()
    dialog.restore_to(tmp_path / "new.annot")
    settle()
    assert person.project.path == tmp_path / "new.annot"
