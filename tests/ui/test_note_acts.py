"""Ctrl+M writes where one stands; the drawer lists what is open; a click or Enter goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.operations import notes, sample
from annotator.store import codings, drafts
from annotator.ui import note_acts
from tests.journeys.person import Person, settle
from tests.ui.conftest import without_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=[("ar", "dark"), ("en", "light")], ids=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param[0])
    without_notes(tmp_path / "study.annot")
    person = Person(tmp_path / "study.annot", language=request.param[0], theme=request.param[1])
    yield person
    person.leave()


@pytest.fixture
def span(person: Person) -> str:
    return codings.annotations_of(person.project.db, [person.desk.where.id])[3].id


def bodies(person: Person, owner: str) -> list[str]:
    return [note.body for note in codings.notes(person.project.db, [owner])]


def write(person: Person, kind: str, owner: str, body: str) -> str:
    return str(person.desk.bridge.do(notes.add_note, kind, owner, body).facts["id"])


def panel(person: Person):
    return person.window.code.drawer.page("notes")


def test_a_note_on_the_span_in_focus_else_on_the_article(person: Person, span: str) -> None:
    person.desk.focus_on(span)
    person.press("Ctrl+M")
    person.write("على المقطع")
    person.press("Ctrl+Return")
    assert bodies(person, span) == ["على المقطع"]
    person.desk.focus_on("")
    person.press("Ctrl+M")
    person.write("على المقال")
    person.press("Ctrl+Return")
    assert bodies(person, person.desk.article) == ["على المقال"]


def test_it_brings_the_text_and_the_inspector_back(person: Person, span: str) -> None:
    person.desk.focus_on(span)
    person.press("Ctrl+2", "Ctrl+M")
    assert person.desk.mode == "code"
    person.press("F8")
    assert not person.window.code.end.isVisible()
    person.press("Ctrl+M")
    person.write("x")
    person.press("Ctrl+Return")
    assert bodies(person, span) == ["x"]


def test_without_an_article_nothing_is_written(person: Person) -> None:
    person.desk.open_article("")
    settle()
    person.window.code.panels.inspector.write_note()
    person.window.menus["note"].trigger()
    assert person.refused == []


def test_the_drawer_lists_what_is_open_and_leads_there(person: Person, span: str) -> None:
    person.press("Ctrl+Shift+M")
    assert panel(person).empty.isVisible()
    on_label = write(person, "label", "cue", "هل تكفي «قال»؟")
    on_span = write(person, "annotation", span, "وهذا؟")
    write(person, "article", person.desk.article, "منقول")
    person.desk.bridge.do(notes.answer, on_span, "نعم")
    person.desk.bridge.do(notes.resolve, write(person, "annotation", span, "انتهى"))
    assert panel(person).list.count() == 3
    panel(person).grab()
    rows = {panel(person).list.item(row).data(Qt.ItemDataRole.UserRole).note.id: row for row in range(3)}
    person.desk.open_article("")
    where = panel(person).list.visualItemRect(panel(person).list.item(rows[on_span])).center()
    QTest.mouseClick(panel(person).list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert person.desk.focus == span
    panel(person).list.setCurrentRow(rows[on_label])
    QTest.keyClick(panel(person).list, Qt.Key.Key_Return)
    settle()
    assert person.desk.mode == "codebook"
    page = person.window.stack.currentWidget()
    assert page._chosen == ("label", "cue")
    assert f"note {on_label}" in page.area.fields
    page.area.fields["new note"].committed.emit("ملاحظة أخرى على الرمز")
    assert bodies(person, "cue")[-1] == "ملاحظة أخرى على الرمز"
    person.press("Ctrl+1", "Ctrl+Shift+M")
    assert not person.window.code.drawer_page


def test_an_article_with_a_note_is_opened(person: Person) -> None:
    article = person.desk.article
    write(person, "article", article, "منقول")
    person.press("Ctrl+Shift+M")
    person.desk.open_article("")
    QTest.keyClick(panel(person).list, Qt.Key.Key_Down)
    QTest.keyClick(panel(person).list, Qt.Key.Key_Return)
    assert (person.desk.article, person.desk.focus) == (article, "")


def test_the_list_follows_the_language(person: Person, span: str) -> None:
    write(person, "annotation", span, "وهذا؟")
    person.press("Ctrl+Shift+M")
    before = panel(person).title.text()
    person.home.choose(language="en" if person.home.language.name == "ar" else "ar")
    settle()
    assert panel(person).title.text() != before


def test_a_draft_of_something_that_is_gone_is_not_spoken_of(person: Person) -> None:
    keep = person.project.id, person.project.coder
    for kind in ("annotation", "article", "label"):
        drafts.keep(*keep, drafts.Draft(f"new {kind}", kind, "none", "x"))
    person.window.notice.hide()
    note_acts.offer_drafts(person.window)
    assert not person.window.notice.isVisible()


def test_a_draft_on_a_label_leads_to_the_codebook(person: Person) -> None:
    drafts.keep(person.project.id, person.project.coder, drafts.Draft("new cue", "label", "cue", "هل"))
    note_acts.offer_drafts(person.window)
    assert "هل" in person.window.notice.sentence.text()
    found = drafts.of(person.project.id, person.project.coder)
    note_acts._go(person.window, found[0])
    settle()
    assert (person.desk.mode, person.window.stack.currentWidget()._chosen) == ("codebook", ("label", "cue"))


def test_nothing_is_spoken_of_in_a_project_that_can_only_be_read(person: Person) -> None:
    drafts.keep(person.project.id, person.project.coder, drafts.Draft("new cue", "label", "cue", "هل"))
    person.window.notice.hide()
    person.project.writable = False
    note_acts.offer_drafts(person.window)
    person.project.writable = True
    assert not person.window.notice.isVisible()
