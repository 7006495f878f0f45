from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.changes import change
from annotator.core.rows import altered
from annotator.operations import sample
from annotator.operations.codings import set_status
from annotator.operations.correction import in_doubt
from annotator.store import articles, codebook, codings
from annotator.ui.dialogs.correction import CorrectionDialog
from tests.journeys.person import Person, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = "وأوضحت دي غراف"


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    yield person
    person.leave()


def opened(person: Person) -> CorrectionDialog:
    person.press("Ctrl+Shift+E")
    dialog = next(child for child in person.window.findChildren(CorrectionDialog) if child.isVisible())
    dialog.activateWindow()
    settle()
    return dialog


def looked(dialog: CorrectionDialog) -> None:
    while dialog._timer.isActive():
        QTest.qWait(10)
    settle()
    assert dialog.isVisible()


def mine(person: Person) -> dict[str, tuple[str, ...]]:
    return {span.id: span.quotes for span in codings.annotations_of(person.project.db, [person.desk.where.id])}


def test_a_letter_is_corrected_by_keys_alone_and_the_span_waits_to_be_looked_at(person: Person) -> None:
    _, end = person.place(WORDS)
    person.surface.select(end - 4, end)
    person.press("4")
    quoted = person.saved[-1].facts["annotation"]
    before, old = mine(person), person.body
    person.surface.select(*person.place(WORDS))
    dialog = opened(person)
    assert dialog.field.hasFocus()
    assert dialog.field.toPlainText().startswith(WORDS)
    assert not dialog.go.isEnabled()
    cursor = dialog.field.textCursor()
    cursor.setPosition(dialog.field.toPlainText().index("غراف") + 4)
    dialog.field.setTextCursor(cursor)
    person.write("ي")
    looked(dialog)
    assert dialog.go.isEnabled()
    rows = {line.annotation: (line.before, line.after) for line in dialog.list.lines()}
    assert rows[quoted] == ("غراف", "غرافي")
    person.press("Ctrl+Return")
    person.listen()
    assert person.saved[-1].name == "correct"
    assert person.body == old.replace("غراف أن مستخدمين", "غرافي أن مستخدمين")
    after = mine(person)
    changed = {name for name in before if before[name] != after[name]}
    assert quoted in changed
    assert {one.annotation.id for one in in_doubt(person.project, coder=person.project.coder)} >= changed
    person.spans()  # what the page shows is what the project holds
    assert person.window.code is not None
    assert person.window.code.drawer_page == "doubts"
    panel = person.window.code.drawer.page("doubts")
    assert panel.list.hasFocus()
    assert "show_doubts" in person.window.code.marked()
    person.press("Home", "Ctrl+A")
    panel.looked_at.click()
    settle()
    assert panel.list.count() == 0
    assert panel.empty.isVisible()
    person.press("Ctrl+Z")
    assert panel.list.count() == len(changed)
    person.press("Ctrl+Z")
    assert person.body == old
    assert mine(person) == before
    person.window.menus["show_doubts"].trigger()
    assert person.window.code.drawer_page == ""


def test_the_button_says_that_spans_would_be_deleted(person: Person) -> None:
    person.surface.select(*person.place(WORDS))
    dialog = opened(person)
    before = dialog.go.text()
    dialog.field.setPlainText("نعم.")
    dialog.look()
    lost = [line for line in dialog.list.lines() if not line.after]
    assert lost
    assert dialog.go.text() != before
    assert dialog.list.isVisible()
    assert not dialog.grab().isNull()
    spans_before = len(mine(person))
    others = [line for line in dialog.list.lines() if line.look is None]
    assert len(others) < dialog.list.count()
    dialog.go.click()
    person.listen()
    assert len(mine(person)) < spans_before
    person.press("Ctrl+Z")
    assert len(mine(person)) == spans_before


def test_nothing_is_done_without_a_change_and_no_empty_text_is_taken(person: Person) -> None:
    dialog = opened(person)
    saved = len(person.saved)
    dialog.correct()
    assert dialog.isVisible()
    person.press("Escape")
    person.listen()
    assert QApplication.activeModalWidget() is None
    assert len(person.saved) == saved


def test_old_versions_are_shown_to_be_read(person: Person) -> None:
    person.surface.select(*person.place(WORDS))
    dialog = opened(person)
    assert dialog.versions.count() == 0
    old = dialog.field.toPlainText()
    cursor = dialog.field.textCursor()
    cursor.insertText("س")
    dialog.go.setEnabled(True)
    dialog.correct()
    person.listen()
    person.surface.select(*person.place(WORDS))
    person.surface.setFocus()
    dialog = opened(person)
    assert dialog.versions.count() == 2
    assert not dialog.field.isReadOnly()
    dialog.versions.setFocus()
    person.press("Down")
    assert dialog.field.isReadOnly()
    assert old in dialog.field.toPlainText()
    assert f"س{old}" not in dialog.field.toPlainText()
    assert not dialog.go.isEnabled()
    person.press("Up")
    assert dialog.field.toPlainText() == f"س{old}"
    assert not dialog.field.isReadOnly()


def test_frozen_work_says_why_its_text_stays(person: Person) -> None:
    for found in codebook.rounds(person.project.db):
        person.project.journal.commit(change("freeze", [altered(found, state="frozen")]))
    dialog = opened(person)
    assert dialog.field.isReadOnly()
    assert dialog.trouble.isVisible()
    assert not dialog.go.isEnabled()


def test_parts_by_the_menu(person: Person) -> None:
    person.surface.select(*person.place(WORDS))
    names = [f"part_{kind}" for kind in ("headline", "lead", "body", "caption")]

    def marked() -> list[str]:
        person.window.menus.menu("code/part").aboutToShow.emit()
        return [name for name in names if person.window.menus[name].isChecked()]

    person.window.menus["part_body"].trigger()
    assert marked() == ["part_body"]
    person.window.menus["part_caption"].trigger()
    assert marked() == ["part_caption"]
    found = articles.parts(person.project.db, person.desk.article)
    assert any(part.kind == "caption" and WORDS in person.body[part.start : part.end] for part in found)
    person.surface.select(*person.place("ولفتت"))
    assert marked() == ["part_body"]
    person.window.menus["found_parts"].trigger()
    person.window.menus["part_lead"].trigger()
    assert marked() == ["part_lead"]
    person.press("Ctrl+Z")
    assert marked() == ["part_body"]


def test_a_colleagues_spans_are_not_told_before_mine_are_done(person: Person) -> None:
    person.surface.select(*person.place(WORDS))
    person.desk.bridge.do(set_status, person.desk.where, "work")
    dialog = opened(person)
    dialog.field.setPlainText("نعم.")
    dialog.look()
    own = mine(person).keys()
    assert {line.annotation for line in dialog.list.lines()} <= own
    kept = len(own) - dialog.list.count()
    assert person.home.language.number(kept) in dialog.summary.text().split(" · ")[0]


def test_the_caret_stands_at_the_word_that_was_pointed_at(person: Person) -> None:
    start, _ = person.place("غراف")
    person.surface.select(start, start + 4)
    person.surface.setFocus()
    dialog = opened(person)
    assert dialog.field.toPlainText()[dialog.field.textCursor().position() :].startswith("غراف")
