"""A label by a few letters, at the words; a new one; several on one range; one that is kept applying."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.changes import change
from annotator.core.rows import altered
from annotator.operations import codebook, sample
from annotator.store import codebook as reader
from annotator.ui import placing
from annotator.ui.dialogs.picker import Picker
from tests.journeys.person import Person, settle

NAMES = {"ar": ("فاعل", "الحكم الأخلاقي"), "en": ("Actor", "Moral judgement")}
WORDS = "تحتويه من مقاطع"


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    yield person
    person.leave()


def picker() -> Picker:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Picker) and w.isVisible())


def is_open() -> bool:
    return any(isinstance(w, Picker) and w.isVisible() for w in QApplication.topLevelWidgets())


def lines() -> list[str]:
    return [offer.words for offer in picker().list.offers]


def actor(person: Person) -> str:
    return NAMES[person.home.language.name][0]


def test_it_opens_beside_the_words_and_lists_every_label(person: Person) -> None:
    for quote in (WORDS, "لندن-سانا", "بعد تحركه"):
        person.surface.select(*person.place(quote))
        person.press("Ctrl+K")
        assert len(lines()) == 9
        words = placing.box_of(person.surface, person.surface.fragments())
        assert not picker().geometry().intersects(words)
        assert person.window.geometry().contains(picker().geometry())
        person.press("Escape")
        assert person.surface.selection() == person.place(quote)


def test_enter_codes_the_words_and_relabels_the_span_in_focus(person: Person) -> None:
    selection = person.place(WORDS)
    person.surface.select(*selection)
    person.press("Ctrl+K")
    person.write("فَاعِــل")  # marks and tatweel are folded away
    person.press("Return")
    assert person.spans()[person.desk.focus] == ("actor", (selection,))
    person.press("Ctrl+K")
    person.write("moral")
    person.press("Return")
    assert person.spans()[person.desk.focus] == ("moral-judgement", (selection,))
    assert not is_open()


def test_those_used_last_come_first_and_a_key_finds_its_label(person: Person) -> None:
    person.surface.select(*person.place(WORDS))
    person.press("8", "Ctrl+L")
    assert lines()[0] == NAMES[person.home.language.name][1]
    person.write("1")
    assert lines()[0] == actor(person)
    person.press("Escape")


def test_shift_enter_puts_several_labels_on_one_range(person: Person) -> None:
    selection, before = person.place(WORDS), set(person.spans())
    person.surface.select(*selection)
    person.press("Ctrl+K")
    person.write("actor")
    person.press("Shift+Return")
    assert is_open()
    assert picker().field.text() == ""
    assert [offer.id for offer in picker().list.offers if offer.given] == ["actor"]
    person.write("moral")
    person.press("Shift+Return")
    person.write("cause")
    person.press("Return")
    assert not is_open()
    made = {label for name, (label, where) in person.spans().items() if where == (selection,) and name not in before}
    assert made == {"actor", "moral-judgement", "cause"}


def test_at_a_span_in_focus_shift_enter_adds_beside_it(person: Person) -> None:
    selection = person.place(WORDS)
    person.surface.select(*selection)
    person.press("1", "Ctrl+K")
    person.write("moral")
    person.press("Shift+Return", "Escape")
    assert {label for label, where in person.spans().values() if where == (selection,)} == {"actor", "moral-judgement"}


def test_actions_stand_below_the_labels(person: Person) -> None:
    person.surface.select(*person.place(WORDS))
    person.press("Ctrl+K")
    person.write("dark")
    assert [offer.id for offer in picker().list.offers if offer.do] == ["theme_dark", "+"]
    assert picker().list.current().id == "theme_dark"  # not the heading over it
    person.press("Return")
    assert person.home.theme.name == "dark"
    person.home.choose(theme="light")


def test_a_new_label_and_its_span_are_one_action(person: Person) -> None:
    selection, before = person.place(WORDS), person.spans()
    person.surface.select(*selection)
    person.press("Ctrl+K")
    person.write("تخويف الناس")
    assert [offer.id for offer in picker().list.offers] == ["+"]
    count = len(person.saved)
    person.press("Return")
    assert len(person.saved) == count + 1
    label, where = person.spans()[person.desk.focus]
    assert reader.label(person.project.db, label).names == {"ar": "تخويف الناس"}
    assert where == (selection,)
    person.press("Ctrl+Z")
    assert person.spans() == before
    assert reader.label(person.project.db, label) is None


def test_a_new_label_for_the_span_in_focus_and_with_shift_beside_it(person: Person) -> None:
    selection = person.place(WORDS)
    person.surface.select(*selection)
    person.press("1", "Ctrl+K")
    person.write("Fear")
    person.press("Return")
    assert person.spans()[person.desk.focus] == ("fear", (selection,))
    person.press("Ctrl+K")
    person.write("Hope")
    person.press("Shift+Return", "Escape")
    assert {label for label, where in person.spans().values() if where == (selection,)} == {"fear", "hope"}
    person.press("Ctrl+Z", "Ctrl+Z")
    assert {label for label, where in person.spans().values() if where == (selection,)} == {"actor"}


def test_what_the_label_means_follows_a_moment_later(person: Person, qtbot) -> None:
    person.code(WORDS, "1")
    person.press("Ctrl+K")
    person.write("actor")
    qtbot.waitUntil(picker().meaning.isVisible)
    shown = [w.text() for heading, body in picker().meaning._parts for w in (heading, body) if w.isVisible()]
    assert any("«" in words for words in shown)
    definition = reader.label(person.project.db, "actor").definition[person.home.language.name]
    assert definition in shown
    person.write("zzz")
    qtbot.waitUntil(picker().meaning.isHidden)
    person.press("Escape")


def test_a_locked_codebook_offers_no_new_label_and_says_so(person: Person) -> None:
    locked = altered(reader.project(person.project.db), editing="locked")
    person.project.journal.commit(change("set_editing", [locked]))
    person.surface.select(*person.place(WORDS))
    person.press("Ctrl+K")
    person.write("qqqq")
    assert lines() == []
    assert "locked" in picker().nothing.text() or "مقفل" in picker().nothing.text()
    person.press("Escape")


def test_with_nothing_selected_it_says_so(person: Person) -> None:
    before = person.spans()
    person.press("Ctrl+L")
    assert "+" not in [offer.id for offer in picker().list.offers]
    person.press("Return")
    assert person.spans() == before


def test_a_label_is_kept_applying_until_escape(person: Person) -> None:
    person.press("Ctrl+Shift+L")
    person.write("actor")
    person.press("Return")
    brush = person.window.code.coding.brush
    assert brush.isVisible()
    assert actor(person) in brush.words.text()
    for quote in ("لندن", "بعد"):
        where = person.place(quote)
        person.drag(person.point(where[0]), person.point(where[1] - 1))
        assert person.spans()[person.desk.focus] == ("actor", (where,))
    count = len(person.saved)
    person.click_at(person.place("سورية")[0] + 1)  # a click chooses nothing
    assert len(person.saved) == count
    person.surface.choose(*[person.place("والعراق")[0]] * 2)
    QTest.keyPress(
        person.surface, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert len(person.saved) == count  # not before Shift is let go
    QTest.keyRelease(person.surface, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    settle()
    assert len(person.saved) == count + 1
    person.press("Escape")
    assert brush.isHidden()
    person.drag_over("سورية")
    assert len(person.saved) == count + 1


def test_it_goes_with_its_label_and_with_the_page(person: Person) -> None:
    brush = person.window.code.coding.brush
    person.surface.select(*person.place("لندن"))
    brush.begin("actor")  # what is selected already gets it
    assert person.spans()[person.desk.focus][0] == "actor"
    person.desk.bridge.do(codebook.retire_label, "actor")
    assert not brush.label
    brush.begin("cause")
    person.press("Ctrl+2")
    assert not brush.label
