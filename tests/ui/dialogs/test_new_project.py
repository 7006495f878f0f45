from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator import paths
from annotator.settings import Preferences
from annotator.store import codebook
from annotator.ui.dialogs.new_project import NewProjectDialog
from annotator.ui.dialogs.welcome import WelcomeDialog
from tests.journeys.person import Person, settle


@pytest.fixture
def person(tmp_path: Path, monkeypatch) -> Iterator[Person]:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    person = Person(language="en", theme="light")
    for asked in [w for w in QApplication.topLevelWidgets() if isinstance(w, WelcomeDialog)]:
        asked.reject()
    settle()
    yield person
    person.leave()


@pytest.fixture
def dialog(person: Person) -> NewProjectDialog:
    person.window.menus["new_project"].trigger()
    settle()
    made = next(w for w in QApplication.topLevelWidgets() if isinstance(w, NewProjectDialog))
    made.place.click()
    return made


def test_made_and_opened(person: Person, dialog: NewProjectDialog, tmp_path: Path) -> None:
    assert not dialog.go.isEnabled()
    dialog.title.setText("خبر/رأي: 2026")
    dialog.name.setText("Hana")
    assert dialog.path == tmp_path / "خبر رأي  2026.annot"
    dialog.go.click()
    settle()
    assert person.project.path == tmp_path / "خبر رأي  2026.annot"
    assert person.project.title == "خبر/رأي: 2026"
    assert [coder.name for coder in codebook.coders(person.project.db)] == ["Hana"]
    assert len(codebook.read(person.project.db).labels) == 9
    assert Preferences.load().name == "Hana"
    assert person.desk.article == ""


def test_what_stands_there_is_never_written_over(dialog: NewProjectDialog, tmp_path: Path) -> None:
    (tmp_path / "study.annot").write_text("mine")
    dialog.title.setText("study")
    dialog.go.click()
    assert "there already" in dialog.trouble.text()
    assert dialog.trouble.isVisible()
    assert (tmp_path / "study.annot").read_text() == "mine"
    dialog.title.setText("study 2")
    assert not dialog.trouble.isVisible()
    dialog.close()


def test_a_codebook_of_ones_own(person: Person, dialog: NewProjectDialog, tmp_path: Path, monkeypatch) -> None:
    broken, good = tmp_path / "broken.toml", tmp_path / "good.toml"
    broken.write_text("labels = 3")
    shutil.copyfile(paths.resources() / "codebooks" / "news.toml", good)
    for file in (broken, good):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, file=file, **__: (str(file), ""))
        dialog.book.setCurrentIndex(dialog.book.count() - 1)
        dialog.book.activated.emit(dialog.book.currentIndex())
        assert bool(dialog.trouble.text()) == (file == broken)
    assert dialog.book.currentData() == str(good)
    dialog.title.setText("study")
    dialog.go.click()
    settle()
    assert len(codebook.read(person.project.db).labels) == 9


def test_no_title_of_signs_alone_names_a_file(dialog: NewProjectDialog, tmp_path: Path) -> None:
    dialog.title.setText("../..")
    assert dialog.path.parent == tmp_path
    dialog.title.setText("...")
    assert dialog.path.name == "Project.annot"
    dialog.close()
