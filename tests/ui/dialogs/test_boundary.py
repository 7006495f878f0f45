from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.core.models import Boundary
from annotator.operations import annotations as spans
from annotator.operations import sample
from annotator.store import codebook, codings
from annotator.ui.dialogs.boundary import BoundaryDialog
from tests.journeys.person import Person, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    yield person
    person.leave()


def opened(person: Person) -> BoundaryDialog:
    person.window.menus["boundary"].trigger()
    settle()
    dialog = next(child for child in person.window.findChildren(BoundaryDialog) if child.isVisible())
    looked_through(dialog)
    return dialog


def test_it_stands_there_once(person: Person) -> None:
    dialog = opened(person)
    assert opened(person) is dialog


def looked_through(dialog: BoundaryDialog) -> None:
    for _ in range(2000):
        if not dialog.is_looking():
            return
        QTest.qWait(10)
    raise AssertionError("it never ends")


def code(person: Person, label: str, start: int, end: int) -> str:
    done = person.desk.bridge.do(spans.label_span, person.desk.where, label, ((start, end),))
    assert done is not None
    return str(done.facts["annotation"])


def rule(person: Person) -> Boundary:
    return codebook.project(person.project.db).boundary


def test_switches_hold_at_once_and_the_example_shows_what_they_mean(person: Person) -> None:
    dialog = opened(person)
    assert dialog.example.taken() == ("الحياة", "وبالرئيس")
    assert dialog.switches["words"].hasFocus()
    person.press("Tab", "Tab", "Space")  # quotation marks
    assert rule(person) == Boundary(quotes=True)
    assert dialog.example.taken() == ("«الحياة»", "وبالرئيس")
    person.press("Tab", "Space")
    assert dialog.example.taken() == ("«الحياة»", "وبالرئيس،")
    dialog.switches["words"].click()
    assert dialog.example.taken() == ("«الحياة»", "الرئيس،")
    assert not dialog.switches["clitics"].isEnabled()
    person.desk.bridge.undo()
    settle()
    assert dialog.switches["words"].isChecked()
    assert rule(person) == Boundary(quotes=True, punctuation=True)


def test_the_spans_that_break_the_rule_are_shown_in_the_text_and_mended_by_keys(person: Person) -> None:
    start, end = person.place("سلسلة من الرسائل")
    half = code(person, "problem", start + 2, end - 3)
    other = code(person, "remedy", start, end - 3)
    dialog = opened(person)
    assert {line.annotation for line in dialog.list.lines()} >= {half, other}
    texts = {line.annotation: (line.before, line.after) for line in dialog.list.lines()}
    assert texts[half] == (person.body[start + 2 : end - 3], "سلسلة من الرسائل")
    dialog.list.setFocus()
    person.press("Home")
    rows = [line.annotation for line in dialog.list.lines()]
    while person.desk.focus != half:
        person.press("Down")
    assert dialog.list.currentRow() == rows.index(half)
    assert dialog.list.hasFocus()
    person.press("Space")
    assert half not in {line.annotation for line in dialog.list.ticked()}
    person.desk.bridge.do(spans.set_attribute, other, "none", None)  # refused, and no reason to look again
    person.desk.focus_on(other)
    saved = len(person.saved)
    dialog.go.click()
    assert [done.name for done in person.saved[saved:]] == ["mend"]
    looked_through(dialog)
    assert [line.annotation for line in dialog.list.lines()] == [half]
    assert dialog.list.ticked() == []  # what was unticked stays so
    assert not dialog.go.isEnabled()
    dialog.all_of_them.setVisible(True)
    dialog.all_of_them.click()
    dialog.go.click()
    looked_through(dialog)
    assert dialog.list.count() == 0
    assert dialog.nothing.isVisible()
    person.desk.bridge.undo()
    person.desk.bridge.undo()
    looked_through(dialog)
    assert {line.annotation for line in dialog.list.lines()} == set(rows)
    person.refused.clear()


def test_a_click_on_the_box_ticks_and_one_beside_it_shows_the_span(person: Person) -> None:
    start, end = person.place("سلسلة من الرسائل")
    half = code(person, "problem", start + 2, end)
    dialog = opened(person)
    row = [line.annotation for line in dialog.list.lines()].index(half)
    area = dialog.list.visualItemRect(dialog.list.item(row))
    rtl = dialog.isRightToLeft()
    inset = QPoint(-16 if rtl else 16, 0)
    box = QPoint(area.right() if rtl else area.left(), area.center().y()) + inset
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert half not in {line.annotation for line in dialog.list.ticked()}
    person.desk.focus_on("")
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert half not in {line.annotation for line in dialog.list.ticked()}
    assert person.desk.focus == half
    assert codings.annotation(person.project.db, half).start == start + 2


def test_it_follows_language_and_theme_and_goes_with_its_project(person: Person) -> None:
    dialog = opened(person)
    before = dialog.windowTitle()
    person.home.choose(language="en" if person.home.language.name == "ar" else "ar", theme="dark")
    settle()
    looked_through(dialog)
    assert dialog.windowTitle() != before
    assert not dialog.grab().isNull()
    person.window.let_go()
    assert not dialog.isVisible()  # at once: what it reads is closed
    settle()
    assert not person.window.findChildren(BoundaryDialog)
