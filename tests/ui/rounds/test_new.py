"""A new round: what would be drawn is said while one chooses, and what does not go."""

from __future__ import annotations

import pytest

from annotator.operations.drawing import Draw
from annotator.store import rounds as reader
from annotator.ui.rounds.new import NewRound
from tests.ui.rounds.conftest import coders


@pytest.fixture
def dialog(window) -> NewRound:
    made = NewRound(window.desk, window.home, window)
    made.open()
    return made


def look(dialog: NewRound) -> str:
    dialog.look()
    return dialog.sentence.text()


def test_without_a_name_it_cannot_be_opened_but_shows_what_would_come(dialog) -> None:
    assert look(dialog) == "2 of 10 articles, for each of 3 coders."
    assert not dialog.go.isEnabled()
    dialog.name.setText("sample")
    look(dialog)
    assert dialog.go.isEnabled()


def test_the_strata_are_shown_before_it_is_done(dialog, window) -> None:
    dialog.name.setText("sample")
    dialog.drawing.ways["count"].click()
    dialog.drawing.count.setValue(8)
    dialog.drawing.strata["outlet"].setChecked(True)
    look(dialog)
    rows = [
        tuple(dialog.table.item(row, column).text() for column in range(3)) for row in range(dialog.table.rowCount())
    ]
    assert not dialog.table.isHidden()
    dialog.do()
    plan = reader.get(window.desk.bridge.project.db, "sample").plan
    assert [(int(pool), int(drawn)) for _, pool, drawn in rows] == [
        (one["pool"], one["drawn"]) for one in plan["strata"]
    ]
    assert (plan["count"], plan["drawn"], plan["seed"]) == (8, 8, dialog.drawing.seed.value())
    assert plan["stratify"] == ["outlet"]


def test_what_is_asked_for(dialog) -> None:
    fields = dialog.drawing
    fields.seed.setValue(77)
    fields.again.setValue(25)
    assert fields.draw == Draw(0.2, seed=77, again=0.25)
    fields.source.setCurrentIndex(1)
    assert fields.draw == Draw(0.2, seed=77, source="main", again=0.25)
    fields.ways["all"].click()
    assert fields.draw == Draw(seed=77, source="main", again=0.25)
    fields.ways["none"].click()
    assert fields.draw is None
    assert "No articles yet" in look(dialog)


def test_who_codes_and_an_expert(dialog, window) -> None:
    me, other, expert = coders(window)
    assert dialog.expert.isHidden()
    dialog.kind.setCurrentIndex(dialog.kind.findData("training"))
    assert not dialog.expert.isHidden()
    dialog.expert.setCurrentIndex(dialog.expert.findData(expert))
    dialog.coders[other].setChecked(False)
    dialog.blind.setChecked(False)
    dialog.name.setText("first steps")
    dialog.do()
    found = reader.get(window.desk.bridge.project.db, "first steps")
    assert (found.kind, found.coders, found.expert, found.blind) == ("training", (me,), expert, False)


def test_somebody_new_codes_too(dialog, window) -> None:
    dialog.newcomer.setText("هدى")
    dialog.newcomer.returnPressed.emit()
    dialog.name.setText("x")
    dialog.do()
    assert len(reader.get(window.desk.bridge.project.db, "x").coders) == 4
    assert coders(window)[-1] in reader.get(window.desk.bridge.project.db, "x").coders


def test_what_does_not_go_is_said_and_nothing_done(dialog, window) -> None:
    before = window.desk.bridge.project.journal.n
    dialog.name.setText("main")
    look(dialog)
    assert "already" in dialog.trouble.text()
    dialog.name.setText("x")
    dialog.drawing.ways["count"].click()
    dialog.drawing.count.setValue(11)
    look(dialog)
    assert "only 10" in dialog.trouble.text().replace("\u2068", "").replace("\u2069", "")
    assert not dialog.go.isEnabled()
    dialog.drawing.count.setValue(3)
    for box in dialog.coders.values():
        box.setChecked(False)
    look(dialog)
    assert dialog.trouble.text() == "Choose who is to code."
    assert window.desk.bridge.project.journal.n == before


def test_it_looks_by_itself_when_something_is_chosen(dialog, qtbot) -> None:
    dialog.name.setText("x")
    dialog.drawing.share.setValue(50)
    qtbot.waitUntil(lambda: dialog.sentence.text().startswith("5 of 10"))
    dialog.drawing.again.setValue(100)
    qtbot.waitUntil(lambda: "coded again" in dialog.sentence.text())
