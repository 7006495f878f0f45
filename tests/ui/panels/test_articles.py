from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.panels.articles import ArticlesPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

    Add = Callable[[int], list[str]]


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, theme: Theme, add_articles: Add) -> ArticlesPanel:
    add_articles(100)
    made = ArticlesPanel(desk, theme)
    qtbot.addWidget(made)
    made.resize(250, 500)
    made.show()
    return made


def middle(panel: ArticlesPanel, row: int):
    return panel.list.visualRect(panel.model.index(row)).center()


def test_a_click_opens_an_article(panel: ArticlesPanel, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, 2))
    assert desk.article == panel.model.article_at(2)


def test_the_keyboard_searches_and_opens(panel: ArticlesPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.search.setFocus()
    panel.search.insert("خبر 42")
    assert panel.model.rowCount() == 1
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert desk.article == panel.model.article_at(0)
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.model.rowCount() == 101
    assert panel.list.currentIndex().row() >= 0


def test_arrows_walk_without_opening(panel: ArticlesPanel, desk: Desk, qtbot: QtBot) -> None:
    desk.open_article(panel.model.article_at(0))
    for _ in range(3):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 3
    assert desk.article == panel.model.article_at(0)


def test_the_open_article_is_brought_into_sight(panel: ArticlesPanel, desk: Desk) -> None:
    desk.open_article(panel.model.article_at(90))
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(panel.model.index(90)))


def test_stepping_goes_through_what_was_found(panel: ArticlesPanel, desk: Desk) -> None:
    panel.search.setText("صحيفة 3")
    desk.open_article(panel.model.article_at(0))
    assert panel.step(1)
    assert desk.article == panel.model.article_at(1)
    assert panel.step(-1)
    assert not panel.step(-1)
    assert desk.article == panel.model.article_at(0)


def test_what_is_not_found_is_said(panel: ArticlesPanel) -> None:
    panel.search.setText("لا شيء كهذا")
    assert panel.empty.isVisible()
    assert "title" in panel.empty.sentence.text()
    panel.search.clear()
    assert panel.list.isVisible()


def test_a_hidden_panel_does_not_go_on_searching(panel: ArticlesPanel, add_articles: Add, qtbot: QtBot) -> None:
    add_articles(9_000)
    panel.search.setText("صحيفة")
    panel.hide()
    found = panel.model.rowCount()
    qtbot.wait(20)
    assert panel.model.rowCount() == found < 9_000
    panel.show()
    qtbot.waitUntil(lambda: panel.model.rowCount() > 9_000)


def test_an_empty_project_says_so(qtbot: QtBot, theme: Theme, empty_project) -> None:
    from annotator.ui.bridge import Bridge
    from annotator.ui.desk import Desk

    bare = ArticlesPanel(Desk(Bridge(empty_project), language="en"), theme)
    qtbot.addWidget(bare)
    bare.show()
    assert bare.empty.isVisible()
    assert "no articles" in bare.empty.sentence.text()
    empty_project.journal.listeners.clear()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_open_rows_tint_and_the_number_stand_where_they_belong(
    panel: ArticlesPanel, desk: Desk, theme: Theme, direction: Qt.LayoutDirection, look: str
) -> None:
    theme.choose(look)
    panel.setLayoutDirection(direction)
    desk.open_article(panel.model.article_at(0))
    picture = panel.list.viewport().grab().toImage()
    row = panel.list.visualRect(panel.model.index(0))
    assert picture.pixelColor(row.center().x(), row.top() + 4) == theme.colour("chosen")
    other = panel.list.visualRect(panel.model.index(1))
    ground = picture.pixelColor(other.center().x(), other.top() + 2)
    ink = [
        x
        for x in range(row.width())
        for y in range(other.top() + 28, other.bottom() - 6)
        if picture.pixelColor(x, y) != ground
    ]
    dash = min(ink) if direction == Qt.LayoutDirection.RightToLeft else max(ink)
    far = dash if direction == Qt.LayoutDirection.RightToLeft else row.width() - dash
    assert far < 20


def test_words_follow_the_language(panel: ArticlesPanel) -> None:
    panel.list.setAccessibleName("")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.list.accessibleName()
