from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSpinBox

from annotator.operations import sample
from annotator.settings import Preferences
from annotator.ui.dialogs.preferences import CHOICES, FONTS, WORDS, PreferencesDialog
from annotator.ui.theme import TEXT_FONTS
from tests.journeys.person import Person, settle


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    Preferences(name="Hana", language="en", theme="light").save()
    sample.build(tmp_path / "study.annot", "en")
    person = Person(tmp_path / "study.annot")
    yield person
    person.leave()
    person.home.language.choose("en")


@pytest.fixture
def dialog(person: Person) -> PreferencesDialog:
    person.press("Ctrl+,")
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PreferencesDialog))


def choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
    settle()


def test_every_field_has_words_and_an_editor(dialog: PreferencesDialog) -> None:
    assert list(dialog.editors) == list(WORDS) == [entry.name for entry in fields(Preferences)]
    for entry in fields(Preferences):
        for choice in entry.metadata.get("choices", ()):
            assert f"{entry.name}.{choice}" in CHOICES
    assert tuple(FONTS) == TEXT_FONTS
    dialog.close()


def test_each_choice_holds_at_once_and_at_the_next_start(person: Person, dialog: PreferencesDialog) -> None:
    editors = dialog.editors
    assert isinstance(editors["theme"], QComboBox)
    choose(editors["theme"], "dark")
    assert person.home.theme.name == "dark"
    choose(editors["language"], "ar")  # type: ignore[arg-type]
    assert person.desk.language == "ar"
    assert dialog.windowTitle() == "التفضيلات"
    choose(editors["digits"], "latin")  # type: ignore[arg-type]
    assert person.home.language.number(7) == "7"
    choose(editors["text_font"], "Amiri")  # type: ignore[arg-type]
    assert isinstance(editors["text_size"], QSpinBox)
    editors["text_size"].setValue(26)
    assert (person.surface._family, person.surface._pixels) == ("Amiri", 26)
    assert isinstance(editors["recent_list"], QCheckBox)
    editors["recent_list"].setChecked(False)
    assert person.window.menus.menu("project/recent").actions() == []
    assert isinstance(editors["name"], QLineEdit)
    editors["name"].setText(" Karim ")
    editors["name"].editingFinished.emit()
    dialog.accept()
    kept = Preferences.load()
    assert kept == Preferences("Karim", "ar", "latin", "dark", 14, "Amiri", 26, recent_list=False)
    person.home.theme.choose("light")
