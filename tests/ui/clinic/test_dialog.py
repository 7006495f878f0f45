"""The window of conflicts: what is argued over, the words of both sides, a definition amended and whom it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QStyleOptionViewItem

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.rows import altered
from annotator.operations import clinic, codebook, codings, history, rounds, sample
from annotator.operations.codings import Where
from annotator.store import codebook as book
from annotator.store.project import Project
from annotator.ui.clinic.dialog import ClinicWindow
from tests.journeys.person import Person, settle
from tests.operations.test_feedback import finish, the_case
from tests.operations.test_feedback import settle_all as settle_everything

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=[("ar", "light"), ("en", "dark")], ids=["ar", "en"])
def person(request, tmp_path: Path) -> Iterator[Person]:
    language, theme = request.param
    sample.build(tmp_path / "study.annot", language)
    with Project.open(tmp_path / "study.annot") as project:
        finish(project)
        project.act_as(the_case(project).between[0])
    person = Person(tmp_path / "study.annot", language=language, theme=theme)
    yield person
    person.leave()


def opened(person: Person) -> ClinicWindow:
    person.window.menus["conflicts"].trigger()
    settle()
    (found,) = [one for one in person.window.findChildren(ClinicWindow) if one.isVisible()]
    return found


def shown(window: ClinicWindow) -> tuple[str, ...]:
    found = window.model.dispute(window.list.currentIndex().row())
    assert found is not None
    return found.labels


def test_what_is_argued_over_most_comes_first_with_its_cases(person: Person) -> None:
    window = opened(person)
    found = clinic.conflicts(person.project)
    assert shown(window) == found.labels[0].labels
    assert len(window.cases.cards) == min(25, found.labels[0].cases)
    assert window.model.rowCount() == len(found.labels) + len(found.pairs) + 2
    for row in range(window.model.rowCount()):
        spoken = str(window.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        assert spoken
        assert not any(f"%{place}" in spoken for place in range(1, 5))


def test_rows_are_drawn_in_either_direction(person: Person) -> None:
    window = opened(person)
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    for row in range(window.model.rowCount()):
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            image.fill(0)
            option = QStyleOptionViewItem()
            option.rect, option.direction = QRect(0, 0, 300, 60), direction
            painter = QPainter(image)
            window.list.itemDelegate().paint(painter, option, window.model.index(row))
            painter.end()
            assert image.constBits().tobytes().strip(b"\x00\xff")


def test_a_pair_shows_the_definition_of_either(person: Person) -> None:
    window = opened(person)
    pair = clinic.conflicts(person.project).pairs[0]
    window.list.setCurrentIndex(window.model.index(window.model.row_of(pair.labels)))
    assert len(window.cases.cards) == pair.cases
    assert [window.which.itemData(row) for row in range(window.which.count())] == list(pair.labels)
    window.which.setCurrentIndex(1)
    window.which.activated.emit(1)
    wanted = person.desk.words(codebook.existing(person.project, pair.labels[1]).definition)
    assert window.amending.fields["definition"].text.toPlainText() == wanted


def test_words_of_a_case_become_a_definition_and_a_version_in_one_action(person: Person) -> None:
    window = opened(person)
    window.choose("actor")
    amending, language = window.amending, person.desk.language
    assert not amending.publish.isEnabled()
    before = codebook.existing(person.project, "actor")
    menus = [one.menu() for one in window.cases.cards[0].findChildren(QPushButton) if one.menu() is not None]
    for action in menus[0].actions():
        action.trigger()
    assert amending.publish.isEnabled()
    window.choose("source")  # a draft stays with its label
    assert not amending.publish.isEnabled()
    window.choose("actor")
    amending.fields["definition"].text.selectAll()
    amending.fields["definition"].text.insertPlainText("New meaning")
    amending.publish.click()
    settle()
    after = codebook.existing(person.project, "actor")
    assert after.definition[language] == "New meaning"
    assert len(after.examples) == len(before.examples) + 1
    assert after.examples[-1] in after.include[language]
    assert after.examples[-1] in after.exclude[language]
    assert book.versions(person.project.db)[-1].name == "1.1"
    assert not amending.publish.isEnabled()
    person.desk.bridge.undo()
    settle()
    assert codebook.existing(person.project, "actor") == before
    assert len(book.versions(person.project.db)) == 1


def test_what_the_new_definition_touches_is_looked_through(person: Person) -> None:
    person.desk.bridge.do(clinic.amend, "actor", "2.0", definition={"en": "x", "ar": "س"})
    window = opened(person)
    window.choose("actor")
    touched = window.amending.touched
    there = clinic.touched(person.project, "actor")
    assert touched.isVisible()
    assert touched.list.count() == len(there)
    assert not touched.holds.isEnabled()
    touched.list.item(0).setCheckState(Qt.CheckState.Checked)
    touched.holds.click()
    settle()
    assert len(clinic.touched(person.project, "actor")) == len(there) - 1 == touched.list.count()
    touched.all.click()
    touched.holds.click()
    settle()
    assert clinic.touched(person.project, "actor") == []
    assert not touched.isVisible()
    assert history.undo(person.project) is not None
    settle()
    assert touched.isVisible()


def test_frozen_ones_cannot_be_ticked(person: Person) -> None:
    person.desk.bridge.do(clinic.amend, "actor", "2.0", definition={"en": "x"})
    one = book.rounds(person.project.db)[0]
    person.project.journal.commit(change("freeze", [altered(one, state="frozen")]))
    window = opened(person)
    window.choose("actor")
    touched = window.amending.touched
    touched.all.click()
    assert touched.ticked() == []
    assert touched.list.count() > 0


def test_a_case_and_a_touched_segment_lead_to_the_text(person: Person) -> None:
    person.desk.bridge.do(clinic.amend, "actor", "2.0", definition={"en": "x"})
    person.desk.set_mode("codebook")
    window = opened(person)
    window.choose("actor")
    links = [one for one in window.cases.cards[0].findChildren(QPushButton) if one.property("role") == "link"]
    links[0].click()
    assert person.desk.mode == "code"
    assert person.desk.focus
    person.desk.focus_on("")
    window.amending.touched.list.itemActivated.emit(window.amending.touched.list.item(0))
    assert person.desk.focus == clinic.touched(person.project, "actor")[0].annotation.id


def test_a_locked_codebook_is_only_read(person: Person) -> None:
    person.desk.bridge.do(codebook.set_editing, "locked")
    window = opened(person)
    assert window.amending.locked.isVisible()
    assert not window.amending.fields["definition"].isEnabled()
    assert not window.amending.publish.isEnabled()
    assert [one for one in window.cases.cards[0].findChildren(QPushButton) if one.menu() is not None] == []


def test_it_follows_what_is_settled_or_offers_to(person: Person, qtbot) -> None:
    window = opened(person)
    open_ = window.model.dispute(window.list.currentIndex().row()).open
    assert open_ > 0
    window._took = 0.0
    settle_everything(person.project)
    qtbot.waitUntil(lambda: window.model.dispute(window.list.currentIndex().row()).open == 0)
    said = [one.text() for one in window.cases.cards[0].findChildren(QLabel)]
    assert any("slip" in words or "سهو" in words for words in said)
    window._took = 10.0
    history.undo(person.project)
    settle()
    assert window.again.isVisible()
    window.again.click()
    assert not window.again.isVisible()


def test_rounds_come_and_go_and_who_cancels_keeps_what_stood_there(person: Person, monkeypatch) -> None:
    window = opened(person)
    before = window.rounds.count()
    person.desk.bridge.do(rounds.open_round, "second", rounds.Terms("production"))
    assert window.rounds.count() == before + 1
    window.rounds.setCurrentIndex(before)
    history.undo(person.project)
    assert window.rounds.count() == before
    assert window.rounds.currentIndex() == 0
    cards = len(window.cases.cards)

    def cancelled(*_: object) -> None:
        raise AnnotatorError("cancelled")

    monkeypatch.setattr("annotator.ui.jobs.ProgressDialog.__call__", cancelled)
    window.read_again()
    assert window.again.isVisible()
    assert len(window.cases.cards) == cards


def test_from_the_codebooks_page_it_opens_at_the_chosen_label_and_once(person: Person) -> None:
    person.desk.set_mode("codebook")
    settle()
    page = person.window.stack.currentWidget()
    page.choose("label", "quotation")
    page.conflicts.click()
    settle()
    window = opened(person)  # the same one comes forward
    assert shown(window) == ("quotation",)


def test_where_nothing_is_argued_over_a_sentence_says_so(person: Person) -> None:
    project, case = person.project, the_case(person.project)
    project.journal.commit(codings.set_status(project, Where(case.article, case.between[0]), "work"))
    window = opened(person)
    assert window.nothing.isVisible()
    assert not window.list.isVisible()


def test_rounds_and_more_cases(person: Person) -> None:
    window = opened(person)
    window.rounds.setCurrentIndex(1)
    window.rounds.activated.emit(1)
    assert shown(window) == clinic.conflicts(person.project, round_id="main").labels[0].labels
    many = list(window.cases._cases) * 30
    window.cases.show_cases(many[:60], {}, addable=False)
    assert len(window.cases.cards) == 25
    window.cases.more.click()
    assert len(window.cases.cards) == 50
    window.cases.more.click()
    assert not window.cases.more.isVisible()
