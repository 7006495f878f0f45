"""The editor of word lists: starters, one's own, words one a line, each change an action."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.operations import lists as operations
from annotator.operations import sample
from annotator.store import lists
from annotator.ui.dialogs.word_lists import WordListsDialog
from tests.journeys.person import Person, settle


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    for one in lists.every(person.project.db):
        person.desk.bridge.do(operations.remove_list, one.id)
    person.saved.clear()
    yield person
    person.leave()


def dialog(person: Person) -> WordListsDialog:
    person.window.menus["word_lists"].trigger()
    settle()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, WordListsDialog) and w.isVisible())


def offered(shown: WordListsDialog) -> dict[str, object]:
    shown._offer()
    return {action.text(): action for action in shown._menu.actions() if action.text()}


def test_a_list_of_the_program_is_added_once(person: Person) -> None:
    shown = dialog(person)
    assert shown.empty.isVisible()
    before = offered(shown)
    assert len(before) == len(operations.starters()) + 1
    next(iter(before.values())).trigger()
    (there,) = lists.every(person.project.db)
    assert there.words
    assert shown.form.isVisible()
    assert shown.form.words.toPlainText().splitlines() == list(there.words)
    assert len(offered(shown)) == len(before) - 1
    assert len(person.saved) == 1
    shown.reject()
    person.listen()
    person.press("Ctrl+Z")
    assert lists.every(person.project.db) == []


def test_one_s_own_list_comes_with_its_first_word(person: Person) -> None:
    shown = dialog(person)
    shown.begin_own()
    settle()
    person.write("أفعال")
    person.press("Tab", "Tab", "Tab")
    assert lists.every(person.project.db) == []
    shown.form.words.setFocus()
    person.write("قال")
    shown.form.words.insertPlainText("\nزعم\n\n زعم \nادّعى")
    shown.form.name.setFocus()
    settle()
    (own,) = lists.every(person.project.db)
    assert own.words == ("قال", "زعم", "ادّعى")
    assert own.names[person.home.language.name] == "أفعال"
    assert len(person.saved) == 1
    shown.accept()


def test_every_field_is_an_action(person: Person) -> None:
    person.desk.bridge.do(operations.add_list, {"en": "Verbs", "ar": "أفعال"}, "ar", ["قال"])
    person.saved.clear()
    shown = dialog(person)
    form = shown.form
    form.language.combo.setCurrentIndex(form.language.combo.findData("en"))
    form.language.committed.emit("en")
    form.hue.committed.emit(120)
    form.inflected.click()
    form.name.line.setFocus()
    form.name.line.selectAll()
    person.write("X")
    form.words.setFocus()
    settle()
    (one,) = lists.every(person.project.db)
    assert (one.language, one.hue, one.inflected) == ("en", 120, True)
    assert one.names[person.home.language.name] == "X"
    assert len(person.saved) == 4
    assert form.words.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LeftToRight
    shown.reject()


def test_a_list_without_words_is_refused_and_stays(person: Person) -> None:
    person.desk.bridge.do(operations.add_list, {"en": "Verbs"}, "ar", ["قال"])
    shown = dialog(person)
    shown.form.words.setFocus()
    shown.form.words.selectAll()
    shown.form.words.cut()
    shown.form.name.setFocus()
    settle()
    assert shown.trouble.isVisible()
    assert shown.form.words.toPlainText() == "قال"
    assert lists.every(person.project.db)[0].words == ("قال",)
    shown.remove.click()
    assert lists.every(person.project.db) == []
    assert shown.empty.isVisible()
    shown.begin_own()
    shown.remove.click()
    assert shown.empty.isVisible()
    shown.reject()


def test_what_is_written_is_kept_on_going_elsewhere(person: Person) -> None:
    for name in ("One", "Two"):
        person.desk.bridge.do(operations.add_list, {"en": name}, "ar", ["قال"])
    shown = dialog(person)
    shown.form.words.setFocus()
    shown.form.words.insertPlainText("زعم\n")
    shown.list.setCurrentRow(1)
    settle()
    assert lists.every(person.project.db)[0].words == ("زعم", "قال")
    assert shown.form.shown.names == {"en": "Two"}
    assert shown.chosen() == lists.every(person.project.db)[1].id
    shown.form.words.insertPlainText("نفى\n")
    shown.accept()
    assert lists.every(person.project.db)[1].words == ("نفى", "قال")
