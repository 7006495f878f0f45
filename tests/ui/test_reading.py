from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.text import Text
from annotator.operations import articles as article_ops
from annotator.operations import lists, sample
from annotator.operations import parts as part_ops
from annotator.settings import Look, Preferences
from annotator.store import articles, codebook, codings, tallies
from annotator.ui.dialogs.shown import ShownDialog
from annotator.ui.dialogs.text_look import TextDialog
from annotator.ui.lighting import slices
from annotator.ui.reading import Reading
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
def reading(person: Person) -> Reading:
    assert person.window.code is not None
    return person.window.code.reading


def dialog(kind: type) -> object:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def shown(person: Person) -> set[str]:
    return {mark.name for mark in person.surface.view.marks.by_id.values()}


# -- which labels show


def test_a_hidden_label_is_gone_from_the_text_and_a_line_says_so(person: Person, reading: Reading) -> None:
    counts = tallies.by_label(person.project.db, coding=person.desk.where.id)
    reading.turn_label("actor")
    reading.turn_label("cue")
    assert shown(person).isdisjoint({"Actor", "Cue"})
    assert reading.hidden_spans() == counts["actor"] + counts["cue"]
    assert reading.bar is not None
    assert reading.bar.isVisible()
    assert (
        reading.bar.sentence.text() == f"{counts['actor'] + counts['cue']} spans of this article hidden by the filter."
    )
    person.click(reading.bar.all)
    assert {"Actor", "Cue"} <= shown(person)
    assert not reading.bar.isVisible()


def test_one_key_shows_one_label_alone_and_again_all(person: Person, reading: Reading) -> None:
    person.press("Ctrl+Shift+O")
    assert person.desk.hidden == frozenset()
    assert "span in focus" in person.window.status.told.text()
    person.press("Alt+Down")
    name = person.surface.view.marks.by_id[person.surface.focused_mark()].name
    person.press("Ctrl+Shift+O")
    assert shown(person) == {name}
    assert person.surface.focused_mark()
    assert reading.marked() == {"only_label"}
    person.press("Ctrl+Shift+O")
    assert len(shown(person)) > 5
    assert reading.marked() == {"all_labels"}


def test_a_label_that_is_given_shows_again(person: Person, reading: Reading) -> None:
    reading.turn_label("cue")
    span = person.code("الحسابات", "4")
    assert person.desk.hidden == frozenset()
    assert person.surface.focused_mark() == span
    person.press("Ctrl+Z")
    assert person.desk.hidden == frozenset()


def test_counting_follows_what_is_done_while_labels_are_hidden(person: Person, reading: Reading) -> None:
    reading.turn_label("cue")
    before = reading.hidden_spans()
    reading.turn_label("actor")
    reading.turn_label("actor")
    person.press("Alt+Down", "Delete")
    assert reading.hidden_spans() == before
    assert reading.left_out() == f"{before} spans not shown here"


def test_eyes_in_the_codebook(person: Person, reading: Reading) -> None:
    assert person.window.code is not None
    panel = person.window.code.panels.codebook
    row = panel.model.index(panel.model.row_of("source"))
    panel.list.scrollTo(row)
    eye = panel.row.eye_box(panel.list.visualRect(row), panel.list.layoutDirection()).center()
    before = len(person.saved)
    person.click(panel.list.viewport(), eye)
    assert person.desk.hidden == {"source"}
    assert panel.row.hidden == {"source"}
    person.click(panel.list.viewport(), eye)
    assert person.desk.hidden == frozenset()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, eye)
    assert shown(person) == {"Source"}
    reading.only("")
    panel.list.setCurrentIndex(row)
    QTest.keyClick(panel.list, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert person.desk.hidden == {"source"}
    assert len(person.saved) == before  # nothing of it is an action


def test_the_dialog_ticks_what_shows(person: Person, reading: Reading) -> None:
    reading.turn_label("cue")
    person.window.menus["show_what"].trigger()
    settle()
    box = dialog(ShownDialog)
    assert isinstance(box, ShownDialog)
    items = {box.labels.item(row).data(Qt.ItemDataRole.UserRole): box.labels.item(row) for row in range(9)}
    assert items["cue"].checkState() == Qt.CheckState.Unchecked
    assert items["actor"].checkState() == Qt.CheckState.Checked
    items["actor"].setCheckState(Qt.CheckState.Unchecked)
    assert person.desk.hidden == {"cue", "actor"}
    box._all()
    assert person.desk.hidden == frozenset()
    assert box.whose.count() == 2
    box.whose.activated.emit(1)
    assert person.desk.whose == box.whose.itemData(1)
    box.accept()
    settle()


# -- whose coding


def other(person: Person) -> str:
    return next(each.id for each in codebook.coders(person.project.db) if each.id != person.project.coder)


def test_a_colleagues_coding_is_looked_at_and_nothing_is_done_in_it(person: Person, reading: Reading) -> None:
    theirs, mine = other(person), person.desk.shown
    (colleague,) = reading.colleagues()
    assert colleague.id == theirs
    reading.look_at(theirs)
    settle()
    found = codings.annotations_of(person.project.db, [person.desk.shown])
    assert person.desk.shown != mine
    assert set(person.surface.view.marks.by_id) == {each.id for each in found}
    assert reading.bar is not None
    assert colleague.name in reading.bar.sentence.text()
    person.press("Alt+Down", "Delete", "Ctrl+Z")
    assert [getattr(error, "key", "") for error in person.refused] == ["looking_on"]
    assert person.saved == []
    assert codings.annotations_of(person.project.db, [person.desk.shown]) == found
    person.click(reading.bar.mine)
    assert person.desk.shown == mine
    person.spans()
    person.press("Alt+Down", "Delete")
    assert len(person.saved) == 1


def test_nobody_looks_before_they_are_done(person: Person, reading: Reading) -> None:
    theirs = other(person)
    person.window.menus["status_work"].trigger()
    assert reading.colleagues() == []
    reading.look_at(theirs)
    assert person.desk.whose == ""
    person.window.menus["show_what"].trigger()
    settle()
    box = dialog(ShownDialog)
    assert isinstance(box, ShownDialog)
    assert not box.whose.isEnabled()
    box.accept()
    settle()


def test_another_article_is_mine_again(person: Person, reading: Reading) -> None:
    article = person.desk.article
    reading.look_at(other(person))
    person.desk.open_article("")
    person.desk.open_article(article)
    assert person.desk.whose == ""
    assert person.desk.bridge.closed_by is None
    person.spans()


@pytest.mark.parametrize(("mine", "theirs"), [("todo", 0), ("work", 0), ("done", 1), ("review", 1), ("settled", 1)])
def test_visible_codings(person: Person, mine: str, theirs: int) -> None:
    db, desk = person.project.db, person.desk
    db.execute('update "coding" set "status" = ? where "id" = ?', [mine, desk.where.id])
    visible = codings.visible_codings(db, desk.article, desk.round, desk.where.coder)
    assert len(visible) == 1 + theirs
    assert desk.where.id in {each.id for each in visible}
    assert codings.visible_codings(db, desk.article, desk.round, "nobody") == []
    assert codings.visible_codings(db, desk.article, "another", desk.where.coder) == []


# -- signs, bare and lit words, parts


def test_switches_by_key_and_marked_in_the_menu(person: Person, reading: Reading) -> None:
    person.press("Ctrl+Shift+8", "Ctrl+Shift+T")
    assert "signs" in person.surface.layers
    assert person.surface.bare
    assert person.window.menus["show_signs"].isChecked()
    assert person.window.menus["hide_vowels"].isChecked()
    person.window.menus["mode_review"].trigger()
    settle()
    assert "signs" in person.surface.layers  # there as well
    assert person.surface.bare
    person.press("Ctrl+Shift+8", "Ctrl+Shift+T")
    assert reading.marked() == {"all_labels"}
    assert not person.surface.bare
    person.window.menus["mode_code"].trigger()
    settle()
    assert not person.surface.bare


def test_the_same_keys_under_an_arabic_layout(person: Person, reading: Reading) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for letter, scan in (("ص", 25), ("ف", 28), ("٨", 17)):  # W, T, 8
        QApplication.sendEvent(person.surface, QKeyEvent(QEvent.Type.KeyPress, ord(letter), both, scan, 0, 0, letter))
    settle()
    assert {"show_signs", "hide_vowels", "light_words"} <= reading.marked()


def test_words_of_the_lists_light_up_and_follow_them(person: Person, reading: Reading) -> None:
    person.press("Ctrl+Shift+W")
    settle()
    keys = [each.key for each in lists.starters() if each.language == "ar" and "cue" in each.key]
    for each in {one.id for one in _lists(person)}:
        person.desk.bridge.do(lists.remove_list, each)
    assert "lights" not in person.surface.layers
    person.desk.bridge.do(lists.add_starter, keys[0])
    settle()
    lit = _lit(person)
    assert "وقالت" in {person.body[start:end] for start, end, *_ in lit}
    person.press("Ctrl+Shift+W")
    assert "lights" not in person.surface.layers
    assert not reading.lighting.busy


def _lists(person: Person) -> list:
    from annotator.store import lists as reader

    return reader.every(person.project.db)


def _lit(person: Person) -> list:
    layer = person.surface.layers.get("lights")
    return list(layer.within(0, len(person.body))) if layer else []  # type: ignore[attr-defined]


def test_a_long_text_is_gone_through_from_where_one_reads() -> None:
    text = Text("\n".join(["كلمة " * 500] * 40))
    pieces = list(slices(text, len(text.body) // 2))
    assert len(pieces) > 4
    assert pieces[0][0] <= len(text.body) // 2 < pieces[0][1]
    covered = sorted(pieces)
    assert covered[0][0] == 0
    assert covered[-1][1] == len(text.body)
    assert all(one[1] == two[0] for one, two in pairwise(covered))
    assert list(slices(Text(""), 0)) == [(0, 0)]


def test_parts_stand_in_the_margin_and_follow(person: Person, reading: Reading) -> None:
    text = articles.text(person.project.db, articles.get(person.project.db, person.desk.article).text)
    start, end = [each for each in text.paragraphs if each[1] > each[0]][3]
    before = reading.parts()
    person.desk.bridge.do(part_ops.set_part, person.desk.article, "caption", start, end)
    assert ("Caption", start, end) in reading.parts()
    assert len(reading.parts()) == len(before) + 1
    assert "parts" in person.surface.layers
    person.home.language.choose("ar")
    settle()
    assert ("تعليق صورة", start, end) in reading.parts()


def test_everything_of_it_outlives_a_change_of_the_article(person: Person, reading: Reading) -> None:
    reading.show_signs(on=True)
    reading.turn_label("cue")
    person.desk.bridge.do(article_ops.set_direction, person.desk.article, "rtl")
    assert "signs" in person.surface.layers
    assert "Cue" not in shown(person)


# -- the text's font


def test_font_size_and_line_height_are_the_projects(person: Person) -> None:
    surface = person.surface
    pitch = surface.view.measures.pitch
    person.window.menus["text_look"].trigger()
    settle()
    box = dialog(TextDialog)
    assert isinstance(box, TextDialog)
    box.spacing.setCurrentIndex(1)
    box.spacing.activated.emit(1)
    assert surface.view.measures.pitch == pitch + 10
    box.size_field.setValue(24)
    box.font_list.setCurrentIndex(box.font_list.findData("Amiri"))
    box.font_list.activated.emit(box.font_list.currentIndex())
    assert (surface.view.page.font.family(), surface.view.measures.em) == ("Amiri", 24)
    assert person.home.look(person.project.id) == Look("Amiri", 24, "loose")
    assert person.home.look("another") == Look("Noto Naskh Arabic", 20)
    assert person.saved == []
    box._forget()
    assert surface.view.measures.pitch == pitch
    assert box.size_field.value() == 20
    assert person.home.state.looks == {}
    box.accept()
    settle()


def test_it_is_there_again_at_the_next_start(tmp_path: Path) -> None:
    Preferences(name="Hana", language="en", theme="light").save()
    sample.build(tmp_path / "study.annot", "en")
    first = Person(tmp_path / "study.annot")
    first.home.set_look(first.project.id, Look("Noto Nastaliq Urdu", 22, "loose"))
    first.leave()
    second = Person(tmp_path / "study.annot")
    assert second.surface.view.page.font.family() == "Noto Nastaliq Urdu"
    second.window.menus["mode_review"].trigger()
    settle()
    assert second.surface.view.page.font.family() == "Noto Nastaliq Urdu"
    second.leave()
