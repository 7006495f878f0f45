from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from annotator.operations import articles, correction, rounds
from annotator.store import articles as reader
from annotator.ui.reviewing.two_articles import TwoArticles
from tests.ui.review.conftest import BODY

if TYPE_CHECKING:
    from annotator.ui.theme import Theme
    from tests.ui.review.conftest import Round


@pytest.fixture
def two(theme: Theme, of_three: Round) -> TwoArticles:
    made = TwoArticles(of_three.desk, theme, lambda _surface: None, of_three.page)
    made.show()
    return made


def test_the_open_article_and_the_next_stand_side_by_side_each_in_its_direction(two: TwoArticles) -> None:
    one, other = two.panes
    assert (one.article, other.article) == ("first", "second")
    assert (one.surface.view.page.direction, other.surface.view.page.direction) == ("rtl", "ltr")
    assert one.whose.count() == 3
    assert len(one.surface.view.marks.by_id) == 4
    one.whose.setCurrentIndex(1)
    one.whose.activated.emit(1)
    assert len(one.surface.view.marks.by_id) == 3


def test_an_article_is_found_by_its_title(two: TwoArticles, qtbot) -> None:
    pane = two.panes[1]
    qtbot.keyClicks(pane.sought, "third")
    qtbot.keyClick(pane.sought, Qt.Key.Key_Return)
    assert pane.article == "third"
    assert pane.title.currentText() == "Title third"
    pane.sought.clear()
    pane.title.activated.emit(0)
    assert pane.article == "first"


def test_they_scroll_together_or_not(two: TwoArticles) -> None:
    one, other = (pane.surface for pane in two.panes)
    for surface in (one, other):
        surface.set_zoom(4.0)
    bar, there = one.verticalScrollBar(), other.verticalScrollBar()
    assert bar.maximum() > 0 < there.maximum()
    while bar.value() < bar.maximum():  # it grows while what comes into sight is laid out
        bar.setValue(bar.maximum())
    assert there.value() == there.maximum()
    two.together.click()
    bar.setValue(0)
    assert there.value() == there.maximum()


def test_what_is_settled_shows_at_once(two: TwoArticles, of_three: Round) -> None:
    of_three.page.decision.give("slip")
    of_three.page.decision.press("a")
    assert two.panes[0].whose.itemText(0) == "Settled coding"


def test_others_work_is_not_shown_to_who_is_still_at_work(theme: Theme, of_three: Round) -> None:
    of_three.project.act_as("one")
    made = TwoArticles(of_three.desk, theme, lambda _surface: None, of_three.page)
    assert made.panes[0].whose.count() == 1
    assert all(pane.accessibleName() for pane in (made.panes[0].whose, made.panes[0].title, made.panes[0].sought))


def test_what_is_corrected_or_taken_away_is_followed(two: TwoArticles, of_three: Round) -> None:
    bridge, pane = of_three.desk.bridge, two.panes[0]
    bridge.do(articles.rename_article, "first", "Named anew")
    assert pane.surface.text.body == BODY
    bridge.do(correction.correct, "first", BODY.replace("أيام", "أيام طويلة"))
    assert "أيام طويلة" in pane.surface.text.body
    order = reader.order(bridge.project.db)
    bridge.do(articles.remove_articles, ["first"])
    assert pane.article == next(one for one in order if one != "first")
    bridge.do(articles.remove_articles, reader.order(bridge.project.db))
    assert pane.article == ""
    assert pane.surface.view.marks.by_id == {}
    bridge.undo()
    assert pane.article in order


def test_another_round_and_another_language(two: TwoArticles, of_three: Round) -> None:
    desk, pane = of_three.desk, two.panes[0]
    desk.bridge.do(rounds.open_round, "second", rounds.Terms("production"))
    desk.choose_round("second")
    assert pane.surface.view.marks.by_id == {}
    QApplication.sendEvent(two, QEvent(QEvent.Type.LanguageChange))
    assert not two.isVisible()
