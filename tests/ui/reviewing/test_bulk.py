from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from annotator.operations import review
from annotator.ui.reviewing.bulk import BulkDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.theme import Theme
    from tests.ui.review.conftest import Round


@pytest.fixture
def ask(theme: Theme, of_three: Round) -> Callable[[str], BulkDialog]:
    def made(way: str) -> BulkDialog:
        dialog = BulkDialog(of_three.sitting, theme, way, of_three.page)
        dialog.show()
        return dialog

    return made


def in_the_round(dialog: BulkDialog) -> None:
    dialog.where.setCurrentIndex(1)
    dialog.where.activated.emit(1)


def test_nothing_happens_before_the_button_is_pressed(ask: Callable[[str], BulkDialog], of_three: Round) -> None:
    n = of_three.project.journal.n
    dialog = ask("agreed")
    assert dialog.foreseen.sentence.text().startswith("1 would be settled in 1 article")
    in_the_round(dialog)
    assert dialog.foreseen.sentence.text().startswith("3 would be settled in 3 article")
    assert dialog.done_button.text() == "Settle 3"
    dialog.majority.click()
    assert "7 would be settled" in dialog.foreseen.sentence.text()
    dialog.reject()
    assert of_three.project.journal.n == n


def test_all_that_agree_in_the_round_is_one_action(ask: Callable[[str], BulkDialog], of_three: Round) -> None:
    n = of_three.project.journal.n
    dialog = ask("agreed")
    in_the_round(dialog)
    dialog.done_button.click()
    assert of_three.project.journal.n == n + 1
    assert review.settled_coding(of_three.project, "third")
    assert of_three.sitting.queue.waiting_count == 0
    of_three.desk.bridge.undo()
    assert of_three.sitting.queue.waiting_count == 1


def test_what_most_agree_on_says_so_as_its_reason(ask: Callable[[str], BulkDialog], of_three: Round) -> None:
    dialog = ask("agreed")
    dialog.majority.click()
    dialog.done_button.click()
    assert of_three.sitting.queue.open == ()
    assert {d.reason for _, d in of_three.sitting.queue.settled} == {"majority"}


def test_one_coders_side_with_a_reason_and_a_note(ask: Callable[[str], BulkDialog], of_three: Round) -> None:
    dialog = ask("coder")
    dialog.coder.setCurrentIndex(1)
    dialog.coder.activated.emit(1)
    dialog.reason.setCurrentIndex(dialog.reason.findData("guideline-gap"))
    dialog.note.setText("as trained")
    assert set(dialog.foreseen.kinds.text().split(" · ")) == {"Missing: 1", "Label: 1", "Boundary: 1"}
    dialog.done_button.click()
    made = [d for _, d in of_three.sitting.queue.settled]
    assert {(d.take, d.reason, d.note) for d in made} == {("b", "guideline-gap", "as trained")}
    assert len(made) == 3


def test_only_what_is_looked_at(ask: Callable[[str], BulkDialog], of_three: Round) -> None:
    of_three.sitting.look_at(kind="label")
    dialog = ask("coder")
    assert dialog.narrow.isChecked()
    assert "1 would be settled" in dialog.foreseen.sentence.text()
    dialog.narrow.click()
    assert "3 would be settled" in dialog.foreseen.sentence.text()


def test_where_there_is_nothing_the_button_is_off(ask: Callable[[str], BulkDialog], of_three: Round) -> None:
    of_three.desk.open_article("second")
    dialog = ask("boundary")
    assert dialog.foreseen.sentence.text().startswith("Nothing")
    assert not dialog.done_button.isEnabled()


def test_examples_stand_in_their_context(ask: Callable[[str], BulkDialog]) -> None:
    dialog = ask("coder")
    quotes = [quote.accessibleName() for each in dialog.foreseen.examples for quote in each.findChildren(QWidget)]
    assert "هجوما" in quotes


def test_every_control_has_a_name(ask: Callable[[str], BulkDialog]) -> None:
    dialog = ask("agreed")
    controls = [dialog.coder, dialog.where, dialog.reason, dialog.note]
    assert all(each.accessibleName() for each in controls)
    assert all(each.text() for each in (*dialog.ways.values(), dialog.majority, dialog.done_button))
