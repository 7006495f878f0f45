from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.operations import sample
from annotator.ui.dialogs.palette import Palette
from annotator.ui.dialogs.popup import Popup
from annotator.ui.widgets.offers import Offer
from tests.journeys.person import Person, settle


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    yield person
    person.leave()
    person.home.language.choose("en")


def palette() -> Palette:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Palette) and w.isVisible())


def lines() -> list[str]:
    return [offer.words for offer in palette().list.offers]


def test_every_action_that_can_be_done_is_offered(person: Person) -> None:
    person.press("Ctrl+Shift+K")
    offered = {offer.keys for offer in palette().list.offers}
    wanted = {
        made.text().partition("\t")[2] for action, made in person.window.menus if made.isEnabled() and action.keys
    }
    assert wanted - offered <= {"\u2066Ctrl+K\u2069", "\u2066Ctrl+Shift+K\u2069"}
    assert not any("Ctrl+Z" in keys for keys in offered)  # nothing to undo yet
    person.press("Escape")


def test_typed_words_in_either_language_find_an_action_and_enter_does_it(person: Person) -> None:
    for typed in ("dark", "DARK", "داكن"):
        person.home.choose(theme="light")
        person.press("Ctrl+K")  # with nothing selected it is the same as with Shift
        person.write(typed)
        assert len(lines()) == 1
        person.press("Return")
        assert person.home.theme.name == "dark"
    person.home.choose(theme="light")


def test_a_label_on_the_selected_words(person: Person) -> None:
    person.surface.select(*person.place("تحتويه من مقاطع"))
    person.press("Ctrl+Shift+K")
    person.write("moral")
    person.press("Return")
    assert person.spans()[person.desk.focus][0] == "moral-judgement"


def test_a_label_is_found_with_nothing_selected_and_says_what_to_do_first(person: Person) -> None:
    before, name = person.spans(), {"ar": "فاعل", "en": "Actor"}[person.home.language.name]
    person.press("Ctrl+K")
    assert name not in lines()
    person.write("actor")
    assert lines()[0] == name
    person.press("Return")
    assert person.spans() == before


def test_the_list_is_walked_from_the_field_and_round_at_its_ends(person: Person) -> None:
    person.press("Ctrl+K")
    shown = palette().list
    person.press("Down", "Down", "Up")
    assert shown.currentIndex().row() == 1
    person.press("Up", "Up")
    assert shown.currentIndex().row() == len(shown.offers) - 1
    person.press("Down", "PgDown")
    assert shown.currentIndex().row() > 5
    assert palette().field.hasFocus()
    person.press("Escape")
    assert not any(isinstance(w, Popup) and w.isVisible() for w in QApplication.topLevelWidgets())


def test_articles_by_their_titles(person: Person) -> None:
    person.desk.open_article("")
    person.press("Ctrl+K")
    person.write("تويتر الحرب")
    assert lines()[-1].startswith("تنظيم داعش")
    person.press("Return")
    assert person.desk.article


def test_nothing_is_called_so(person: Person) -> None:
    person.press("Ctrl+K")
    person.write("qqqq")
    assert lines() == []
    assert palette().nothing.isVisible()
    person.press("Return", "Down", "Escape")


def test_what_begins_with_the_words_comes_first(person: Person) -> None:
    found = Palette(person.home.theme, person.window)
    found._offers = [Offer(w, do=int) for w in ("a history", "prehistory", "history")]
    found.show_found("his")
    assert [offer.words for offer in found.list.offers] == ["history", "a history", "prehistory"]
    found.deleteLater()
    settle()
