from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.operations import review, sample
from annotator.settings import State
from annotator.store.project import Project
from annotator.ui.home import furnish
from annotator.ui.reviewing.bulk import BulkDialog
from annotator.ui.reviewing.two_articles import TwoArticles
from annotator.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[Window]:
    """The real window on the sample, in Review."""
    sample.build(tmp_path / "study.annot", "en")
    project = Project.open(tmp_path / "study.annot")
    (case,) = review.cases(project)
    project.act_as(case.between[0])
    home = furnish(QApplication.instance(), language="en", theme="light")
    home.state, home.keeps = State(hint=False), False
    window = Window(home)
    qtbot.addWidget(window)
    window.take(project)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    assert window.desk
    window.desk.open_article(case.article)
    yield window
    window.close()
    home.language.choose("en")  # the next test's program starts without our Arabic


def test_the_menu_of_review_works_in_review_alone(window: Window) -> None:
    assert window.desk
    names = ("take_a", "reason_1", "next_difference", "settle_agreed", "next_to_review")
    assert not any(window.menus[name].isEnabled() for name in names)
    window.menus["mode_review"].trigger()
    assert all(window.menus[name].isEnabled() for name in names)
    window.menus["mode_code"].trigger()
    assert not any(window.menus[name].isEnabled() for name in names)


def test_a_morning_by_the_menu(window: Window) -> None:
    window.menus["mode_review"].trigger()
    page = window.review
    assert page
    window.menus["settle_agreed"].trigger()
    dialog = window.findChild(BulkDialog)
    assert dialog
    assert dialog.way == "agreed"
    dialog.done_button.click()
    assert page.sitting.queue.waiting_count == 0
    first = page.sitting.current
    window.menus["next_difference"].trigger()
    assert page.sitting.current is not first
    window.menus["previous_difference"].trigger()
    window.menus["take_b"].trigger()
    window.menus["reason_3"].trigger()
    assert len(page.sitting.queue.open) == 38
    assert [d.reason for _, d in page.sitting.queue.settled] == ["slip"]
    window.menus["undo"].trigger()
    assert len(page.sitting.queue.open) == 39
    window.menus["only_differences"].trigger()
    assert window.menus["only_differences"].isChecked()
    assert page.strip.only.isChecked()


def test_keys_reach_the_page_once(window: Window, qtbot) -> None:
    window.menus["mode_review"].trigger()
    page = window.review
    assert page
    page.surface.setFocus()
    for key in ("1", "a", "x", "2"):
        qtbot.keyClick(page.surface, key)
    assert [(d.take, d.reason) for _, d in page.sitting.queue.settled] == [
        ("a", "ambiguous-text"),
        ("neither", "guideline-gap"),
    ]
    page.decision.note.setFocus()
    qtbot.keyClicks(page.decision.note, "abd1")
    assert page.decision.note.text() == "abd1"
    assert len(page.sitting.queue.open) == 37


def test_letters_and_digits_stay_the_codebooks_in_code(window: Window, qtbot) -> None:
    window.menus["mode_review"].trigger()
    window.menus["mode_code"].trigger()
    assert window.code
    surface = window.code.coding.surface
    surface.select(0, 4)
    n = window.code.coding.marking.everything()[0]
    qtbot.keyClick(surface, "1")
    assert len(window.code.coding.marking.everything()[0]) == len(n) + 1


def test_zoom_is_the_pages_that_is_seen(window: Window) -> None:
    window.menus["mode_review"].trigger()
    page = window.review
    assert page
    assert window.code
    before = window.code.coding.surface.zoom()
    window.menus["zoom_in"].trigger()
    assert page.surface.zoom() > before
    assert window.code.coding.surface.zoom() == before


def test_nothing_of_review_is_left_when_the_project_is_closed(window: Window, qtbot) -> None:
    window.menus["mode_review"].trigger()
    page = window.review
    assert page
    with qtbot.waitSignal(page.destroyed):
        window.let_go()
    assert window.review is None
    window.home.theme.choose("dark")
    window.home.language.choose("ar")
    window.menus["take_a"].trigger()
    window.home.theme.choose("light")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_window_can_change_its_language_while_reviewing(window: Window, language: str, qtbot) -> None:
    window.menus["mode_review"].trigger()
    window.menus[f"language_{language}"].trigger()
    page = window.review
    assert page
    rtl = language == "ar"
    middle = page.surface.parentWidget()
    qtbot.waitUntil(lambda: (page.queue.x() > middle.x()) == rtl)
    shown = page.queue.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("مصدر" in shown) == rtl
    assert ("غائب" in shown) == rtl


def test_names_left_out_are_remembered(window: Window) -> None:
    window.menus["mode_review"].trigger()
    page = window.review
    assert page
    window.menus["without_names"].trigger()
    assert window.menus["without_names"].isChecked()
    assert page.sitting.names == ("Coder A", "Coder B")
    assert window.home.state.anonymous
    window.menus["without_names"].trigger()
    assert not window.home.state.anonymous


def test_two_pages_and_two_articles_by_the_menu(window: Window, qtbot) -> None:
    window.menus["mode_review"].trigger()
    page = window.review
    assert page
    window.menus["side_by_side"].trigger()
    assert page.pages.beside
    assert window.menus["side_by_side"].isChecked()
    assert page.pages.other
    assert page.pages.other.zoom() == page.surface.zoom()
    window.menus["two_articles"].trigger()
    two = window.findChild(TwoArticles)
    assert two
    assert two.panes[1].article == ""  # there is no second one
    with qtbot.waitSignal(two.destroyed):
        window.let_go()


@pytest.mark.parametrize(("name", "way"), [("settle_all_of", "coder"), ("settle_by_boundary", "boundary")])
def test_many_at_once_by_the_menu_are_shown_first(window: Window, name: str, way: str) -> None:
    window.menus["mode_review"].trigger()
    assert window.desk
    n = window.desk.bridge.project.journal.n
    window.menus[name].trigger()
    dialog = window.findChild(BulkDialog)
    assert dialog
    assert dialog.way == way
    assert window.desk.bridge.project.journal.n == n
    dialog.done_button.click()
    assert window.desk.bridge.project.journal.n == n + 1


def test_all_figures_are_offered_where_somebody_shows_them(window: Window) -> None:
    window.menus["mode_review"].trigger()
    page = window.review
    assert page
    assert page.figures.more.isHidden() != ("agreement" in window.menus)
    asked: list[str] = []
    page.figures.offer(lambda: asked.append("all"))
    page.figures.more.click()
    assert "all" in asked
