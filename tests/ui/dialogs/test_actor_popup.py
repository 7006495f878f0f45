"""F9 at a span, by keyboard alone: who it is, somebody new, nobody; and below a field of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.operations import actors, sample
from annotator.store import actors as reader
from annotator.store import codings
from annotator.ui import placing
from annotator.ui.dialogs.actor_popup import ActorPopup
from annotator.ui.widgets.actor_field import ActorField
from tests.journeys.person import Person, settle
from tests.ui.conftest import empty_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CAMERON = "رئيس الوزراء البريطاني ديفيد كاميرون"


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    empty_register(tmp_path / "study.annot")
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    yield person
    person.leave()


def popup() -> ActorPopup:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, ActorPopup) and w.isVisible())


def is_open() -> bool:
    return any(isinstance(w, ActorPopup) and w.isVisible() for w in QApplication.topLevelWidgets())


def offered() -> list[str]:
    return [offer.id for offer in popup().list.offers]


def focus(person: Person, quote: str, label: str = "actor") -> str:
    start, end = person.place(quote)
    found = next(name for name, (given, where) in person.spans().items() if where == ((start, end),) and given == label)
    person.desk.focus_on(found)
    person.desk.reveal.emit(start, end)
    settle()
    return found


def add(person: Person, **names: str) -> str:
    return str(person.desk.bridge.do(actors.add_actor, names).facts["id"])


def who(person: Person, span: str) -> str:
    return actors.held_by(person.project, codings.annotation(person.project.db, span))


def test_the_words_of_the_span_are_the_first_query_and_enter_attaches(person: Person) -> None:
    add(person, ar="فلاديمير بوتين")
    cameron = add(person, ar="ديفيد كاميرون", en="David Cameron")
    span = focus(person, CAMERON)
    person.press("F9")
    assert popup().field.text() == ""
    assert offered() == [cameron, "+"]
    words = placing.box_of(person.surface, codings.annotation(person.project.db, span).fragments)
    assert not popup().geometry().intersects(words)
    person.press("Return")
    assert who(person, span) == cameron
    assert not is_open()
    assert person.surface.hasFocus()
    person.press("F9")
    assert popup().list.offers[0].given
    assert offered() == [cameron, "+", "-"]
    assert popup().list.offers[0].keys  # how often
    person.press("Escape")
    assert who(person, span) == cameron


def test_latin_letters_find_an_arabic_name(person: Person) -> None:
    cameron = add(person, ar="ديفيد كاميرون", en="David Cameron")
    span = focus(person, "الموظفين في الموقع")
    person.press("F9")
    assert offered() == ["+"]
    person.write("cam")
    assert offered() == [cameron, "+"]
    person.press("Return")
    assert who(person, span) == cameron


def test_somebody_new_comes_with_one_action_and_goes_with_one(person: Person) -> None:
    span = focus(person, CAMERON)
    person.press("F9")
    assert offered() == ["+"]
    person.press("Return")
    (made,) = reader.every(person.project.db)
    assert made.names == {"ar": CAMERON}
    assert who(person, span) == made.id
    person.press("Ctrl+Z")
    assert reader.every(person.project.db) == []
    person.press("F9")
    person.write("ديفيد كاميرون")
    person.press("Down", "Up", "Return")
    assert [actor.names for actor in reader.every(person.project.db)] == [{"ar": "ديفيد كاميرون"}]


def test_a_name_that_is_there_is_not_offered_as_new(person: Person) -> None:
    cameron = add(person, ar="ديفيد كاميرون")
    focus(person, CAMERON)
    person.press("F9")
    person.write("دَيفيد كاميرون")
    assert offered() == [cameron]
    person.press("Escape")


def test_delete_in_the_empty_field_takes_the_actor_away(person: Person) -> None:
    cameron = add(person, ar="ديفيد كاميرون")
    span = focus(person, CAMERON)
    person.press("F9", "Delete")  # nobody yet: nothing happens
    assert is_open()
    person.press("Return", "F9")
    person.write("x")
    person.press("Home", "Delete")
    assert (popup().field.text(), who(person, span)) == ("", cameron)
    person.press("Delete")
    assert not is_open()
    assert who(person, span) == ""
    person.press("Ctrl+Z", "F9", "Down", "Down", "Return")  # the last row says the same
    assert who(person, span) == ""


def test_a_label_that_carries_no_actor_says_so(person: Person) -> None:
    span = focus(person, "كشفت", "cue")
    person.desk.bridge.do(actors.attach_new, focus(person, CAMERON), "كاميرون")
    person.desk.focus_on(span)
    person.press("F9")
    assert not is_open()
    assert [error.key for error in person.refused] == ["no_actor_here"]


def test_without_a_span_in_focus_nothing_opens(person: Person) -> None:
    person.desk.focus_on("")
    person.window.menus["actor"].trigger()
    assert not is_open()


def test_below_a_field_of_a_form_it_fills_the_field(person: Person) -> None:
    cameron = add(person, ar="ديفيد كاميرون")
    field = ActorField(person.home.theme, str)
    field.setParent(person.window)
    field.resize(120, 24)
    field.show()
    told: list[object] = []
    field.committed.connect(told.append)
    person.desk.actor_wanted.emit("كام", field)
    settle()
    assert offered() == [cameron, "+"]
    person.press("Return")
    assert told == [cameron]
    person.desk.actor_wanted.emit("", field)
    settle()
    person.write("تيريزا ماي")
    person.press("Return")
    made = next(actor for actor in reader.every(person.project.db) if actor.id != cameron)
    assert (made.names, field.actor) == ({"ar": "تيريزا ماي"}, made.id)
    person.desk.actor_wanted.emit("", field)
    settle()
    person.write("ديفيد كاميرون")
    person.desk.bridge.do(actors.edit_actor, cameron, aliases=("x",))
    person.press("Escape")
