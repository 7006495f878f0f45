"""The window on agreement: computes what is chosen, says what it rests on, and why there is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from annotator.core.changes import change
from annotator.core.rows import altered
from annotator.operations import annotations
from annotator.operations.codings import Where
from annotator.store import codings
from annotator.ui.agreement.dialog import AgreementWindow
from tests.ui.agreement.conftest import EMPTY, FROZEN, OPEN, opened, settle


def test_it_is_opened_once_and_comes_forward(qtbot, window) -> None:
    opened(qtbot, window)
    window.menus["agreement"].trigger()
    assert len(window.findChildren(AgreementWindow)) == 1


def test_all_figures_of_review_lead_to_it(window) -> None:
    window.desk.set_mode("review")
    window.review.figures.more.click()
    assert window.findChild(AgreementWindow) is not None


def test_frozen_rounds_stand_first_and_say_so(qtbot, window) -> None:
    shown = opened(qtbot, window)
    words = [shown.choices.round.itemText(row) for row in range(shown.choices.round.count())]
    assert [FROZEN in words[0], "frozen" in words[0], "provisional" in words[1]] == [True] * 3
    assert shown.choices.asked.round == FROZEN
    assert "seal" in shown.state.facts.text()
    assert not shown.state.provisional.isVisible()
    assert shown.shown.found.coders == ("c1", "c2", "c3")


def test_an_open_round_is_provisional_in_plain_sight(qtbot, window) -> None:
    shown = opened(qtbot, window, OPEN)
    assert shown.choices.asked.coders == ("c1", "c2")
    assert shown.state.provisional.isVisible()
    assert OPEN in shown.state.provisional.text()


def test_the_unit_and_the_edges_are_chosen(qtbot, window) -> None:
    shown = opened(qtbot, window)
    shown.choices.choose(unit="sentence")
    settle(qtbot, shown)
    assert shown.shown.found.unit == "sentence"
    shown.choices.trim.click()
    settle(qtbot, shown)
    assert shown.shown.found.trim


def test_coders_are_chips(qtbot, window) -> None:
    shown = opened(qtbot, window)
    shown.choices.coders["c3"].click()
    settle(qtbot, shown)
    assert shown.shown.found.coders == ("c1", "c2")
    shown.choices.coders["c1"].click()
    settle(qtbot, shown)
    assert shown.pages.nothing.sentence.text() == "Choose two coders or more."
    assert not shown.save.isEnabled()


def test_one_coder_beside_their_own_earlier_work(qtbot, window) -> None:
    shown = opened(qtbot, window)
    shown.choices.choose(beside=OPEN)
    settle(qtbot, shown)
    assert [one.round for one in shown.shown.found.raters] == [FROZEN, OPEN]
    shown.choices.coders["c2"].click()
    settle(qtbot, shown)
    assert shown.shown.found.coders == ("c2", "c2")
    shown.choices.coders["c3"].click()
    settle(qtbot, shown)
    assert "Lina" in shown.pages.nothing.sentence.text()  # nothing in both rounds


def test_a_round_that_nobody_coded(qtbot, window) -> None:
    shown = opened(qtbot, window)
    shown.choices.choose(round=EMPTY)
    settle(qtbot, shown)
    assert shown.pages.nothing.sentence.text().startswith("Nobody has coded in this round yet.")
    assert shown.shown is None


def test_one_coder_alone(qtbot, window) -> None:
    window.desk.bridge.do(annotations.label_span, Where("a0", "c1", EMPTY), "actor", ((16, 22),))
    shown = opened(qtbot, window)
    shown.choices.choose(round=EMPTY)
    settle(qtbot, shown)
    assert shown.pages.nothing.sentence.text().startswith("Only one coder has coded in this round.")


def test_two_coders_of_different_articles(qtbot, window) -> None:
    do = window.desk.bridge.do
    do(annotations.label_span, Where("a0", "c1", EMPTY), "actor", ((16, 22),))
    do(annotations.label_span, Where("a1", "c2", EMPTY), "actor", ((16, 22),))
    shown = opened(qtbot, window)
    shown.choices.choose(round=EMPTY)
    settle(qtbot, shown)
    assert "no article in common" in shown.pages.nothing.sentence.text()


def test_who_still_codes_sees_no_figures_of_what_is_kept_from_them(qtbot, window) -> None:
    project = window.desk.bridge.project
    rows = [codings.coding(project.db, Where(f"a{n}", "c1", OPEN).id) for n in range(2)]
    project.act_as("c1")
    project.journal.commit(change("status", [altered(rows[0], status="work")]))
    shown = opened(qtbot, window, OPEN)
    assert shown.shown.found.articles == 1
    assert "1 article left out" in shown.state.facts.text()
    project.journal.commit(change("status", [altered(rows[1], status="work")]))
    shown.compute()
    settle(qtbot, shown)
    assert shown.shown is None
    assert "is not shown to you yet" in shown.pages.nothing.sentence.text()


def test_computing_can_be_stopped_and_the_last_figures_stay(qtbot, window) -> None:
    shown = opened(qtbot, window)
    before = shown.shown
    shown.compute()
    assert shown.computing.busy
    assert shown.state.bar.isVisible()
    assert shown.pages.stack.currentWidget() is shown.pages.table
    shown.state.stop.click()
    settle(qtbot, shown)
    assert shown.shown is before
    assert shown.state.again.text() == "Compute"
    shown.state.again.click()
    settle(qtbot, shown)
    assert shown.shown is not before


def test_another_choice_gives_up_the_first(qtbot, window) -> None:
    shown = opened(qtbot, window)
    shown.compute()
    shown.choices.choose(unit="article")
    settle(qtbot, shown)
    assert shown.shown.found.unit == "article"


def test_work_that_changes_is_computed_again_when_asked(qtbot, window) -> None:
    shown = opened(qtbot, window, OPEN)
    window.desk.bridge.do(annotations.label_span, Where("a0", "c1", OPEN), "actor", ((40, 46),))
    assert shown.state.again.text() == "The work has changed: compute again"
    shown.state.again.click()
    settle(qtbot, shown)
    assert not shown.state.again.isVisible()


def test_it_closes_with_the_project_while_it_computes(qtbot, window) -> None:
    shown = opened(qtbot, window)
    shown.compute()
    window.let_go()
    assert not shown.isVisible()
    qtbot.waitUntil(lambda: not window.findChildren(AgreementWindow))


def test_in_another_language_it_is_another_window(qtbot, window) -> None:
    opened(qtbot, window)
    window.home.language.choose("ar")
    qtbot.waitUntil(lambda: not window.findChildren(AgreementWindow))


@pytest.mark.parametrize("window", ["ar"], indirect=True)
def test_in_arabic_everything_is_mirrored_and_nothing_is_cut(qtbot, window) -> None:
    shown = opened(qtbot, window)
    shown.resize(1100, 780)
    assert shown.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for page in shown.pages.ways.values():
        shown.pages.turn_to(page)
        for way in shown.pages.ways:
            assert way.width() >= way.minimumSizeHint().width()
        assert shown.pages.width() <= shown.width()
