"""Every occurrence: prefilled, grouped by form, ticked, coded as one action and taken back by one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.errors import AnnotatorError
from annotator.core.models import Boundary
from annotator.operations import boundary, codebook, occurrences, sample
from annotator.store import codings
from annotator.ui import placing
from annotator.ui.dialogs.every import EveryDialog
from annotator.ui.dialogs.label_chooser import LabelChooser
from annotator.ui.hits.hit_list import LINE
from tests.journeys.person import Person, settle
from tests.ui.conftest import more_articles


@pytest.fixture(params=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", request.param)
    person = Person(tmp_path / "study.annot", language=request.param, theme="light")
    person.surface.setFocus()
    yield person
    person.leave()


def shown(kind: type = EveryDialog):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def is_open() -> bool:
    return any(isinstance(w, EveryDialog) and w.isVisible() for w in QApplication.topLevelWidgets())


def forms(dialog: EveryDialog) -> list[str]:
    rows = [dialog.model.row(at) for at in range(dialog.model.rowCount())]
    return [f"{row.form.clitic}|{row.form.form}" for row in rows if row.occurrence is None]


def go_to(dialog: EveryDialog, row: int) -> None:
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(dialog.model.index(row))
    settle()


def test_from_the_selected_words_to_one_action_and_back(person: Person) -> None:
    person.surface.select(*person.place("تويتر"))
    before = person.spans()
    person.press("Ctrl+Return")
    dialog = shown()
    assert dialog.query.field.text() == "تويتر"
    assert forms(dialog)[0] == "|تويتر"
    found, coded = dialog.model.counts()
    assert found > 10
    assert len(dialog.model.chosen()) == found - coded
    person.press("Return")  # to the list
    assert dialog.list.hasFocus()
    person.press("1")  # the label by its key
    assert dialog.label == "actor"
    person.press("Down", "Space")
    chosen = dialog.model.chosen()
    assert len(chosen) == found - coded - 1
    person.press("Ctrl+Return")
    assert not is_open()
    new = {where for name, (label, where) in person.spans().items() if name not in before and label == "actor"}
    assert new == {((one.start, one.end),) for one in chosen}
    assert len(person.saved) == 1
    assert person.saved[0].facts["count"] == len(chosen)
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    assert str(len(chosen)) in person.window.status.told.text().translate(digits)
    person.listen()
    person.press("Ctrl+Z")
    assert person.spans() == before


def test_with_particles_each_form_is_a_group_that_folds_and_ticks(person: Person) -> None:
    person.surface.select(*person.place("تنظيم"))
    person.press("Ctrl+Return", "Return")
    dialog = shown()
    groups = forms(dialog)
    assert groups[0] == "|تنظيم"
    assert {"ب|تنظيم", "ل|تنظيم"} <= set(groups)
    rows = dialog.model.rowCount()
    go_to(dialog, 0)
    shut, unfold = ("Right", "Left") if person.home.language.name == "ar" else ("Left", "Right")
    person.press("Down", shut)  # from a line the whole form is folded
    assert dialog.list.currentIndex().row() == 0
    assert dialog.model.rowCount() == rows - dialog.model.row(0).form.count
    person.press("Space")
    assert dialog.list.line(dialog.model.index(0)).tick == Qt.CheckState.Unchecked
    assert all(one.clitic for one in dialog.model.chosen())
    person.press(unfold, "Down", "Space")
    assert dialog.list.line(dialog.model.index(0)).tick == Qt.CheckState.PartiallyChecked
    person.press("Up", "Return")
    assert not dialog.model.row(0).is_open
    person.press("Escape")


def test_what_is_coded_already_is_quiet_and_unticked(person: Person) -> None:
    place = person.place("تويتر", 1)
    person.surface.select(*place)
    person.press("1", "Ctrl+Return")
    dialog = shown()
    assert dialog.label == "actor"  # the label of the span in focus
    assert dialog.query.field.text() == "تويتر"
    found, coded = dialog.model.counts()
    assert coded >= 1
    rows = [dialog.model.row(at) for at in range(dialog.model.rowCount())]
    there = next(at for at, row in enumerate(rows) if row.occurrence and row.occurrence.start == place[0])
    line = dialog.model.index(there).data(LINE)
    assert line.quiet
    assert line.tick == Qt.CheckState.Unchecked
    dialog.model.tick(rows[there])  # its own tick turns it: it may be coded with something else
    assert len(dialog.model.chosen()) == found - coded + 1
    dialog.query.only_new.click()
    assert all(
        row.occurrence is None or not row.occurrence.coded
        for row in map(dialog.model.row, range(dialog.model.rowCount()))
    )
    person.press("Escape")
    assert len(person.saved) == 1


def test_all_and_none(person: Person) -> None:
    person.surface.select(*person.place("تويتر"))
    person.press("Ctrl+Return")
    dialog = shown()
    dialog.model.tick_all(on=False)
    assert not dialog.model.chosen()
    assert not dialog.do_it.isEnabled()
    person.press("Ctrl+Return")  # nothing is ticked
    shown(LabelChooser).reject() if dialog.label == "" else None
    assert is_open()
    dialog.model.tick_all(on=True)
    assert dialog.do_it.isEnabled()
    dialog.reject()


def test_a_label_is_chosen_from_a_list(person: Person) -> None:
    person.surface.select(*person.place("تويتر"))
    person.press("Ctrl+Return")
    dialog = shown()
    dialog.code()  # no label yet: it asks
    settle()
    person.write("moral")
    person.press("Return")
    assert dialog.label == "moral-judgement"
    assert not dialog.which.icon().isNull()
    dialog.activateWindow()
    settle()
    person.press("Ctrl+Return")
    assert not is_open()
    assert person.saved[-1].facts["label"] == "moral-judgement"


def test_a_word_at_the_caret(person: Person) -> None:
    person.surface.choose(*[person.place("والعراق")[0] + 3] * 2)
    person.press("Ctrl+Return")
    assert shown().query.field.text() == "العراق"  # less the particle that is surely one
    person.press("Escape")
    person.listen()
    person.surface.select(0, 400)  # too long for words that are sought
    person.press("Ctrl+Return")
    assert len(shown().query.field.text().split()) == 1
    person.press("Escape")


def test_a_place_is_shown_and_the_dialog_gets_out_of_its_way(person: Person) -> None:
    person.surface.select(*person.place("تويتر"))
    person.press("Ctrl+Return", "Return")
    dialog = shown()
    for row in range(1, dialog.model.rowCount(), 3):
        one = dialog.model.row(row).occurrence
        if one is None:
            continue
        go_to(dialog, row)
        person.press("Return")
        assert is_open()
        assert person.surface.selection() == (one.start, one.end)
        words = placing.box_of(person.surface, ((one.start, one.end),))
        assert not dialog.geometry().intersects(words)
    person.press("Escape")


def test_the_whole_project(person: Person) -> None:
    more_articles(person.project, 3)
    person.surface.select(*person.place("تويتر"))
    person.press("Ctrl+Return")
    dialog = shown()
    here, _ = dialog.model.counts()
    dialog.query.everywhere.click()
    everywhere, _ = dialog.model.counts()
    assert everywhere == here * 4
    row = next(
        at
        for at in range(dialog.model.rowCount())
        if (one := dialog.model.row(at).occurrence) and one.article != person.desk.article
    )
    assert dialog.model.index(row).data(LINE).end
    go_to(dialog, row)
    person.press("Return")
    assert person.desk.article == dialog.model.row(row).occurrence.article
    dialog.activateWindow()
    person.press("5", "Ctrl+Return")
    assert person.saved[-1].facts["count"] > here
    articles = {
        codings.coding(person.project.db, a).article
        for (a,) in person.project.db.execute(
            'select distinct "coding" from "annotation" where "label" = \'loaded-term\''
        )
    }
    assert len(articles) == 4


def test_the_switches(person: Person, qtbot) -> None:
    person.desk.bridge.do(boundary.set_boundary, Boundary(clitics=False))
    person.surface.select(*person.place("تنظيم"))
    person.press("Ctrl+Return")
    dialog = shown()
    assert dialog.query.bare.isChecked()  # as the project's rule says
    assert {one.text for one in dialog.model.chosen()} == {"تنظيم"}
    dialog.query.bare.click()
    assert {"بتنظيم", "لتنظيم"} <= {one.text for one in dialog.model.chosen()}
    dialog.query.field.setText("موظف")
    qtbot.waitUntil(lambda: not dialog.query._pause.isActive())
    few = dialog.model.counts()[0]
    dialog.query.suffixes.click()
    assert dialog.model.counts()[0] >= few
    dialog.query.field.setText("ككككك")
    qtbot.waitUntil(lambda: not dialog.query._pause.isActive())
    assert dialog.empty.isVisible()
    dialog.query.field.setText("")
    qtbot.waitUntil(lambda: not dialog.query._pause.isActive())
    assert dialog.empty.isVisible()
    person.press("Escape")


def test_a_refusal_is_said_in_the_dialog(person: Person) -> None:
    person.surface.select(*person.place("تويتر"))
    person.press("Ctrl+Return", "Return", "1")
    dialog = shown()
    person.desk.bridge.do(codebook.retire_label, "actor")
    before = person.spans()
    dialog.code()
    assert is_open()
    assert dialog.trouble.isVisible()
    assert person.spans() == before
    person.press("Escape")


def test_a_newer_search_ends_an_older_one(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person.surface.select(*person.place("تويتر"))
    person.press("Ctrl+Return")
    dialog = shown()
    real, told = occurrences.every, []

    def slow(project, query, **how):
        progress = how.pop("progress")
        if query == "داعش":
            dialog._patience = 0
            for step in range(20):
                QTest.qSleep(20)
                if step == 15:
                    dialog.query.field.setText("تنظيم")
                    dialog.query.ask()
                try:
                    progress(step / 20, "")
                except AnnotatorError as error:
                    told.append(error.key)
                    raise
        return real(project, query, **how)

    monkeypatch.setattr(occurrences, "every", slow)
    dialog.query.field.setText("داعش")
    dialog.query.ask()
    assert told == ["cancelled"]
    assert forms(dialog)[0] == "|تنظيم"
    assert dialog.progress.isHidden()
    person.press("Escape")


def test_by_mouse_and_for_who_cannot_see(person: Person) -> None:
    person.surface.select(*person.place("تنظيم"))
    person.press("Ctrl+Return")
    dialog = shown()
    rows = dialog.list

    def click(row: int, x: int) -> None:
        area = rows.visualRect(dialog.model.index(row))
        place = area.right() - x if rows.isRightToLeft() else area.left() + x
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, area.center().y()))
        settle()

    click(1, 16)
    assert dialog.model.index(1).data(LINE).tick == Qt.CheckState.Unchecked
    click(1, 200)  # on the words nothing turns
    assert dialog.model.index(1).data(LINE).tick == Qt.CheckState.Unchecked
    click(0, 16)
    assert dialog.model.index(1).data(LINE).tick == Qt.CheckState.Checked
    click(0, 120)
    assert not dialog.model.row(0).is_open
    said = [dialog.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert "تنظيم" in said[0]
    assert "+" in said[1]
    click(0, 120)
    assert dialog.model.row(1).occurrence.text in dialog.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    click(2, 200)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(dialog.model.index(2)).center())
    one = dialog.model.row(2).occurrence
    assert person.surface.selection() == (one.start, one.end)
    dialog.reject()
