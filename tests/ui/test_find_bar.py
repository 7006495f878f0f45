"""Find in the article, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.text import Text
from annotator.operations import sample
from annotator.ui.find_bar import FindBar
from tests.journeys.person import Person, settle


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    yield person
    person.leave()


def bar(person: Person) -> FindBar:
    return person.window.code.coding.findChild(FindBar)


def told(person: Person) -> str:
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    return " ".join(part for part in bar(person).count.text().translate(digits).split() if part.isdigit())


def test_the_selected_words_are_searched_for_and_the_last_hit_can_be_coded(person: Person) -> None:
    person.surface.select(*person.place("داعش", 1))
    person.press("Ctrl+F")
    assert bar(person).field.text() == "داعش"
    assert bar(person).field.hasFocus()
    assert "hits" in person.surface.layers
    total = len(bar(person).hits)
    assert total > 3
    assert told(person) == f"2 {total}"
    person.press("F3", "Return", "Shift+F3", "Shift+Return", "Shift+Return", "Shift+Return")
    assert told(person) == f"{total} {total}"  # round at the beginning
    person.press("Return")
    assert told(person) == f"1 {total}"
    person.press("Escape")
    assert bar(person).isHidden()
    assert "hits" not in person.surface.layers
    assert person.surface.hasFocus()
    start, end = person.surface.selection()
    assert person.body[start:end] == "داعش"
    person.press("5")
    assert person.spans()[person.desk.focus] == ("loaded-term", ((start, end),))


def test_a_hit_inside_a_word_is_selected_as_the_policy_has_it(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("لكترون")
    person.press("Escape")
    assert person.body[slice(*person.surface.selection())] == "الالكترونية"


def test_spelling_is_folded_unless_it_is_told_not_to(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("ارهابي")
    folded = len(bar(person).hits)
    bar(person).exact.click()
    exact = len(bar(person).hits)
    assert folded > exact > 0
    bar(person).loose.click()
    assert not bar(person).exact.isChecked()
    bar(person).word.click()
    assert len(bar(person).hits) < folded
    bar(person).field.setText("qqqq")
    assert told(person) == ""
    assert bar(person).count.text()
    person.press("Return", "Escape")
    assert person.surface.selection() is None


def test_f3_with_the_bar_closed_goes_from_hit_to_hit(person: Person) -> None:
    person.press("F3")  # nothing was searched for yet
    assert bar(person).isVisible()
    person.write("تويتر")
    person.press("Escape")
    places = [person.surface.selection()]
    person.press("F3", "5")
    person.press("F3")
    places.append(person.surface.selection())
    assert places[1][0] > places[0][0]
    person.press("Shift+F3")
    assert places[0][0] < person.surface.selection()[0] < places[1][0]
    assert person.body[slice(*person.surface.selection())].endswith("تويتر")


def test_it_searches_again_in_another_article(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("تويتر")
    coding = person.window.code.coding
    coding.text = Text("تويتر وتويتر")
    coding.surface.show_article(coding.text, "")
    coding.shown.emit()
    assert told(person) == "1 2"
    person.desk.open_article("")
    settle()
    assert not bar(person).hits
    person.press("Escape")


def test_long_texts_are_searched_when_the_typing_pauses(person: Person, monkeypatch: pytest.MonkeyPatch, qtbot) -> None:
    monkeypatch.setattr("annotator.ui.find_bar._LONG", 10)
    person.press("Ctrl+F")
    bar(person).hits = []
    person.write("تويتر")
    assert not bar(person).hits
    qtbot.waitUntil(lambda: bool(bar(person).hits))


def test_who_does_not_pause_gets_what_was_typed_too(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.find_bar._LONG", 10)
    monkeypatch.setattr("annotator.ui.find_bar._PAUSE", 3_600_000)
    person.press("Ctrl+F")
    person.write("متطرفين")
    person.press("Escape")
    assert person.body[slice(*person.surface.selection())] == "متطرفين"
    person.press("Ctrl+Home", "Ctrl+F")
    person.write("تويتر")
    person.press("F3")
    assert told(person).split()[0] == "2"
    person.press("Escape")
    assert person.body[slice(*person.surface.selection())].endswith("تويتر")
    assert "hits" not in person.surface.layers


def test_it_follows_language_and_theme(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("تويتر")
    before = bar(person).word.text()
    person.home.choose(language={"ar": "en", "en": "ar"}[person.home.language.name], theme="dark")
    settle()
    assert bar(person).word.text() != before
    person.home.choose(theme="light")
    assert QApplication.focusWidget() is bar(person).field
