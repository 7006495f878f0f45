"""The register of actors by keyboard and mouse: search, fields, mentions, merge, split; always as the project is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.operations import actors, sample
from annotator.store import actors as reader
from annotator.store import codings
from annotator.store.project import Project
from annotator.ui import opening
from annotator.ui.models.actors import ActorRole
from annotator.ui.register.dialog import ActorRegister
from annotator.ui.register.mentions import MentionRole, box_of
from annotator.ui.register.merging import MergePage
from tests.journeys.person import Person, settle
from tests.ui.conftest import empty_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[("ar", "light"), ("en", "dark")], ids=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    language, theme = request.param
    sample.build(tmp_path / "study.annot", language)
    empty_register(tmp_path / "study.annot")
    person = Person(tmp_path / "study.annot", language=language, theme=theme)
    yield person
    person.leave()


@pytest.fixture
def isis(person: Person) -> str:
    """An actor with five spans, all of them talked about."""
    return known(person, "تنظيم داعش", "تنظيم", en="ISIS", aliases=("داعش",))


def known(person: Person, name: str, within: str, *, aliases: tuple[str, ...] = (), **names: str) -> str:
    bridge = person.desk.bridge
    who = str(bridge.do(actors.add_actor, {"ar": name, **names}, aliases=aliases).facts["id"])
    for span in mine(person):
        if within in " ".join(span.quotes) and span.label in {"actor", "source"}:
            bridge.do(actors.attach, span.id, who)
    return who


def mine(person: Person) -> list:
    return codings.annotations_of(person.project.db, [person.desk.where.id])


def register(person: Person) -> ActorRegister:
    person.press("Ctrl+Shift+A")
    settle()
    return there()


def there() -> ActorRegister:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, ActorRegister) and w.isVisible())


def names(dialog: ActorRegister) -> list[str]:
    return [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]


def pick(dialog: ActorRegister, *picked: str) -> None:
    chosen = dialog.list.selectionModel()
    chosen.clear()
    for actor in picked:
        chosen.select(dialog.model.index(dialog.model.row_of(actor)), QItemSelectionModel.SelectionFlag.Select)
    settle()


def look_at(dialog: ActorRegister) -> None:
    """Let everything be drawn."""
    dialog.grab()


def test_an_empty_register_says_how_it_is_filled(person: Person) -> None:
    dialog = register(person)
    assert "F9" in dialog.area.page.sentence.text()
    assert not dialog.gone.isEnabled()
    look_at(dialog)
    dialog.search.setText("x")
    assert "F9" not in dialog.area.page.sentence.text()


def test_search_finds_by_any_name_and_alias(person: Person, isis: str) -> None:
    cameron = known(person, "ديفيد كاميرون", "كاميرون")
    dialog = register(person)
    assert len(names(dialog)) == 2
    person.write("دَاعِش")
    assert [line.actor.id for line in map(dialog.model.line, range(dialog.model.rowCount()))] == [isis]
    dialog.search.setText("كام")
    assert [line.actor.id for line in dialog.chosen] == [cameron]
    dialog.search.setText("zzz")
    assert dialog.chosen == []
    assert not dialog.spans.isVisible()
    dialog.search.clear()
    assert len(names(dialog)) == 2


def test_a_second_press_brings_the_same_window(person: Person) -> None:
    assert register(person) is register(person)


def test_counts_tell_quoted_from_talked_about(person: Person, isis: str) -> None:
    letter = known(person, "رسالة", "رسائل")
    dialog = register(person)
    row = dialog.model.index(dialog.model.row_of(isis))
    assert (row.data(ActorRole.QUOTED), row.data(ActorRole.TALKED)) == (0, 1)
    row = dialog.model.index(dialog.model.row_of(letter))
    assert (row.data(ActorRole.QUOTED), row.data(ActorRole.TALKED)) == (1, 0)
    look_at(dialog)


def test_each_field_is_one_action(person: Person, isis: str) -> None:
    dialog = register(person)
    dialog.choose(isis)
    fields = dialog.area.fields
    fields["name en"].line.setText("Daesh")
    fields["name en"].line.setModified(True)
    fields["name en"].flush()
    fields = dialog.area.fields
    fields["aliases"].committed.emit("داعش\nتنظيم الدولة\n")
    dialog.area.fields["type"].committed.emit("group")
    dialog.area.fields["notes"].committed.emit("للتحقق")
    found = reader.actor(person.project.db, isis)
    assert found.names == {"ar": "تنظيم داعش", "en": "Daesh"}
    assert (found.aliases, found.type, found.notes) == (("داعش", "تنظيم الدولة"), "group", "للتحقق")
    dialog._show_languages()
    assert "name he" in dialog.area.fields
    dialog.area.fields["name he"].committed.emit("דאעש")
    assert reader.actor(person.project.db, isis).names["he"] == "דאעש"
    dialog.area.fields["name he"].committed.emit("")
    assert "he" not in reader.actor(person.project.db, isis).names


def test_a_mention_is_shown_in_its_text(person: Person, isis: str) -> None:
    dialog = register(person)
    dialog.choose(isis)
    look_at(dialog)
    count = dialog.mentions.rowCount()
    assert count == len([span for span in mine(person) if actors_of(person, span) == isis]) > 3
    place = dialog.spans.visualRect(dialog.mentions.index(1)).center()
    QTest.mouseClick(dialog.spans.viewport(), LEFT, pos=place)
    assert person.desk.focus == dialog.mentions.mention(1).annotation
    dialog.spans.setCurrentIndex(dialog.mentions.index(0))
    QTest.keyClick(dialog.spans, Qt.Key.Key_Return)
    assert person.desk.focus == dialog.mentions.mention(0).annotation
    QTest.mouseClick(dialog.spans.viewport(), LEFT, pos=dialog.spans.viewport().rect().bottomRight())
    assert dialog.mentions.index(0).data(MentionRole.WHERE)


def actors_of(person: Person, span) -> str:
    values = codings.values_of(person.project.db, span.id)
    return values["actor.who"].value if "actor.who" in values else ""


def test_ticked_spans_are_split_off_under_a_new_name(person: Person, isis: str) -> None:
    dialog = register(person)
    dialog.choose(isis)
    look_at(dialog)
    model = dialog.mentions
    assert not dialog.split.isEnabled()
    box = box_of(dialog.spans.visualRect(model.index(0)), dialog.spans.layoutDirection())
    QTest.mouseClick(dialog.spans.viewport(), LEFT, pos=box.center())
    dialog.spans.setCurrentIndex(model.index(1))
    QTest.keyClick(dialog.spans, Qt.Key.Key_Space)
    QTest.keyClick(dialog.spans, Qt.Key.Key_Down)
    QTest.keyClick(dialog.spans, Qt.Key.Key_Space)
    QTest.keyClick(dialog.spans, Qt.Key.Key_Space)
    ticked = model.ticked
    assert ticked == [model.mention(0).annotation, model.mention(1).annotation]
    look_at(dialog)
    dialog.new_name.setText("مجموعة تابعة")
    person_before = model.rowCount()
    QTest.keyClick(dialog.new_name, Qt.Key.Key_Return)
    (line,) = dialog.chosen
    assert line.actor.names == {"ar": "مجموعة تابعة"}
    assert [model.mention(row).annotation for row in range(model.rowCount())] == ticked
    assert dialog.new_name.text() == ""
    person.desk.bridge.undo()
    assert dialog.model.row_of(line.actor.id) == -1
    dialog.choose(isis)
    assert model.rowCount() == person_before


def test_several_are_merged_into_the_one_that_is_kept(person: Person, isis: str) -> None:
    other = known(person, "دولة داعش", "zzz")
    third = known(person, "داعشيون", "zzz")
    dialog = register(person)
    pick(dialog, isis, other, third)
    page = dialog.area.page
    assert isinstance(page, MergePage)
    assert not dialog.gone.isEnabled()
    look_at(dialog)
    assert page._lines[page.group.checkedId()].actor.id == isis  # who appears most
    page.button.click()
    assert [line.actor.id for line in dialog.chosen] == [isis]
    assert {actor.id for actor in reader.every(person.project.db)} == {isis}
    assert set(reader.actor(person.project.db, isis).aliases) == {"داعش", "دولة داعش", "داعشيون"}
    person.desk.bridge.undo()
    assert dialog.model.rowCount() == 3


def test_added_by_the_name_searched_for_and_deleted_where_nothing_points(person: Person, isis: str) -> None:
    dialog = register(person)
    person.write("تيريزا ماي")
    dialog.add.click()
    settle()
    (line,) = dialog.chosen
    assert line.name == "تيريزا ماي"
    dialog.gone.click()
    assert [actor.id for actor in reader.every(person.project.db)] == [isis]
    for _ in range(2):
        dialog.add.click()
    assert len({line.keys[0] for line in map(dialog.model.line, range(3))}) == 3
    dialog.choose(isis)
    dialog.gone.click()
    assert [error.key for error in person.refused] == ["actor_used"]


def test_what_was_written_is_kept_when_it_closes_and_it_goes_with_the_project(person: Person, isis: str) -> None:
    dialog = register(person)
    dialog.choose(isis)
    field = dialog.area.fields["name en"].line
    field.setFocus()
    QTest.keyClick(field, "x")
    path = person.project.path
    opening.leave(person.window)
    settle()
    assert not any(isinstance(w, ActorRegister) and w.isVisible() for w in QApplication.topLevelWidgets())
    with Project.open(path) as project:
        assert "x" in reader.actor(project.db, isis).names["en"]


def test_another_language_closes_it(person: Person) -> None:
    register(person)
    person.home.choose(language="en" if person.home.language.name == "ar" else "ar")
    settle()
    assert not any(isinstance(w, ActorRegister) and w.isVisible() for w in QApplication.topLevelWidgets())
