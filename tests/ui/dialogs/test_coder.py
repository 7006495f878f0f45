from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.operations import sample
from annotator.store import codebook
from annotator.ui.dialogs.coder import CoderDialog
from tests.journeys.person import Person, settle


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", "en")
    person = Person(tmp_path / "study.annot", language="en", theme="light")
    yield person
    person.leave()


def shown(person: Person) -> CoderDialog:
    person.window.menus["coder"].trigger()
    settle()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, CoderDialog) and w.isVisible())


def test_the_other_coder_sees_the_other_coding(person: Person) -> None:
    dialog = shown(person)
    assert dialog.list.currentItem().text().strip("\u2068\u2069") == "Coder A"
    first, second = (dialog.list.visualItemRect(dialog.list.item(row)) for row in (0, 1))
    assert first.height() >= 24
    assert not first.intersects(second)
    dialog.list.setCurrentRow(1)
    dialog._choose()
    settle()
    assert codebook.coder(person.project.db, person.project.coder).name == "Coder B"
    assert len(person.spans()) == 60
    assert "Coder B" in person.window.status.coder.text()


def test_somebody_new_begins_with_an_empty_page(person: Person) -> None:
    dialog = shown(person)
    dialog.new.setText("Karim")
    dialog._choose()
    settle()
    assert person.spans() == {}
    person.listen()
    person.surface.select(0, 4)
    person.press("1")
    assert len(person.spans()) == 1
    # A taken name is refused in words, and the dialog stays.
    dialog = shown(person)
    dialog.new.setText("Coder A")
    dialog._choose()
    assert dialog.isVisible()
    assert person.window.notice.isVisible()
    dialog.close()
