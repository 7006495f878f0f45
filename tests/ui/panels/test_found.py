"""Find in the project, by keyboard alone, from the words to the place and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.operations import articles, sample
from annotator.store.folded import Keys
from annotator.ui.hits.hit_list import LINE
from annotator.ui.panels.found import FoundPanel
from tests.journeys.person import Person, settle
from tests.ui.conftest import more_articles


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    more_articles(person.project, 2)
    yield person
    person.leave()


def panel(person: Person) -> FoundPanel:
    return person.window.code.drawer.page("found")


def quiet(shown: FoundPanel) -> None:
    for _ in range(2000):
        if not shown._pause.isActive() and not shown._slices.isActive():
            return
        QTest.qWait(10)
    raise AssertionError("still searching")


def test_from_the_selected_words_to_a_place_that_a_key_codes(person: Person) -> None:
    person.surface.select(*person.place("تويتر"))
    person.press("Ctrl+Shift+F")
    shown = panel(person)
    assert shown.field.text() == "تويتر"
    assert shown.field.hasFocus()
    quiet(shown)
    hits, places = shown.model.counts()
    assert places == 3
    assert hits % 3 == 0
    headings = [at for at in range(shown.model.rowCount()) if shown.model.row(at)[1] is None]
    assert len(headings) == 3
    person.press("Return")
    assert shown.list.hasFocus()
    shown.list.setCurrentIndex(shown.model.index(headings[1] + 2))
    person.press("Return")
    article, hit = shown.model.row(headings[1] + 2)
    assert person.desk.article == article
    start, end = person.surface.selection()
    assert start <= hit.start < hit.end <= end
    assert person.surface.hasFocus()
    person.press("5")
    assert person.spans()[person.desk.focus][1] == ((start, end),)


def test_articles_fold(person: Person) -> None:
    person.press("Ctrl+Shift+F")
    person.write("تويتر")
    person.press("Return")
    shown = panel(person)
    quiet(shown)
    rows = shown.model.rowCount()
    shown.list.setCurrentIndex(shown.model.index(0))
    person.press("Return")
    assert shown.model.rowCount() < rows
    assert not shown.model.index(0).data(LINE).is_open
    person.press("Return")
    assert shown.model.rowCount() == rows


def test_the_switches_and_nothing(person: Person) -> None:
    person.press("Ctrl+Shift+F")
    shown = panel(person)
    person.write("ارهابي")
    quiet(shown)
    folded, _ = shown.model.counts()
    shown.exact.click()
    quiet(shown)
    assert 0 < shown.model.counts()[0] < folded
    shown.loose.click()
    assert not shown.exact.isChecked()
    shown.word.click()
    quiet(shown)
    assert 0 < shown.model.counts()[0] < folded
    shown.field.setText("qqqq")
    quiet(shown)
    assert shown.empty.isVisible()
    shown.field.setText("")
    quiet(shown)
    assert shown.empty.isVisible()


def test_escape_closes_and_the_key_opens_with_the_last_words(person: Person) -> None:
    person.press("Ctrl+Shift+F")
    person.write("تويتر")
    person.press("Return", "Escape")
    assert person.window.code.drawer_page == ""
    assert person.surface.hasFocus()
    person.press("Ctrl+Shift+F")
    assert panel(person).field.text() == "تويتر"
    person.press("Ctrl+H")
    assert person.window.code.drawer_page == "history"


def test_texts_that_come_or_go_are_searched_again(person: Person) -> None:
    person.press("Ctrl+Shift+F")
    person.write("تويتر")
    person.press("Return")
    shown = panel(person)
    quiet(shown)
    more_articles(person.project, 1)
    settle()
    quiet(shown)
    assert shown.model.counts()[1] == 4
    ids = [row[0] for row in person.project.db.execute('select "id" from "article"')]
    person.desk.bridge.do(articles.remove_articles, ids[-1:])
    quiet(shown)
    assert shown.model.counts()[1] == 3


def test_no_more_than_can_be_read(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.panels.found._MOST", 5)
    person.press("Ctrl+Shift+F")
    person.write("تويتر")
    person.press("Return")
    quiet(panel(person))
    assert panel(person).model.counts()[0] == 5
    assert any(digit in panel(person).count.text() for digit in "5٥")


def test_it_follows_the_language(person: Person) -> None:
    person.press("Ctrl+Shift+F")
    before = panel(person).exact.text()
    person.home.choose(language={"ar": "en", "en": "ar"}[person.home.language.name])
    settle()
    assert panel(person).exact.text() != before
    assert QApplication.focusWidget() is panel(person).field


def test_a_preparation_that_is_cancelled_finds_nothing(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_keys: Keys, progress) -> int:
        progress.cancelled = True
        progress(0.1, "")
        return 0

    person.press("Ctrl+Shift+F")
    with monkeypatch.context() as patch:
        patch.setattr(Keys, "catch_up", refused)
        person.write("تويتر")
        person.press("Return")
        assert panel(person).model.counts() == (0, 0)
    panel(person).search()
    quiet(panel(person))
    assert panel(person).model.counts()[0]
