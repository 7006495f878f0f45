"""The window on rounds: lists them, follows what is done, chooses the round one works in, gives, takes back, freezes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from annotator.operations import rounds
from annotator.operations.drawing import Draw
from annotator.operations.rounds import Terms
from annotator.store import rounds as reader
from annotator.ui.rounds.details import Details
from annotator.ui.rounds.dialog import RoundsDialog
from annotator.ui.rounds.freezing import FreezeDialog
from annotator.ui.rounds.new import NewRound
from tests.ui.rounds.conftest import code, coders


@pytest.fixture
def dialog(window) -> RoundsDialog:
    """With a drawn round of two coders, of which the first is done with one article and has begun another."""
    me, other, _ = coders(window)
    do = window.desk.bridge.do
    assert do(rounds.draw, "sample", Draw(count=5, seed=3, stratify=("outlet",)), Terms("reliability", (me, other)))
    first, second, *_ = reader.statuses(window.desk.bridge.project.db, "sample", me)
    code(window, first, me, "sample", ("actor", 0, 4), status="review")
    code(window, second, me, "sample", ("actor", 0, 4))
    window.menus["rounds"].trigger()
    found = window.findChild(RoundsDialog)
    assert found
    return found


def said(dialog: RoundsDialog) -> str:
    return " | ".join(one.text() for one in dialog.area.page.findChildren(QLabel))


def page(dialog: RoundsDialog) -> Details:
    found = dialog.area.page
    assert isinstance(found, Details)
    return found


def names(dialog: RoundsDialog) -> list[str]:
    return [dialog.list.item(row).data(Qt.ItemDataRole.UserRole).id for row in range(dialog.list.count())]


@pytest.mark.usefixtures("dialog")
def test_it_is_opened_once_and_comes_forward(window) -> None:
    window.menus["rounds"].trigger()
    assert len(window.findChildren(RoundsDialog)) == 1


def test_what_a_round_is_and_how_far_everybody_is(dialog, window) -> None:
    assert names(dialog) == ["main", "sample"]
    assert dialog.chosen.id == "main"
    dialog.choose("sample")
    words = said(dialog)
    assert "Reliability sample · open" in words
    assert "5 of 10 articles, drawn by the seed 3." in words
    assert "From each stratum its share, by outlet." in words
    assert "Blind: nobody sees" in words
    assert "1 of 5 articles done · 1 in work" in words
    me, other, _ = coders(window)
    assert {coder: (bar.value(), bar.maximum()) for coder, bar in page(dialog).bars.items()} == {
        me: (1, 5),
        other: (0, 5),
    }


def test_it_follows_what_is_done(dialog, window, qtbot) -> None:
    dialog.choose("sample")
    me, *_ = coders(window)
    third = list(reader.statuses(window.desk.bridge.project.db, "sample", me))[2]
    code(window, third, me, "sample", status="review")
    qtbot.waitUntil(lambda: page(dialog).bars[me].value() == 2)
    assert dialog.chosen.id == "sample"
    window.desk.bridge.undo()
    qtbot.waitUntil(lambda: page(dialog).bars[me].value() == 1)


def test_the_round_that_one_works_in_is_chosen(dialog, window) -> None:
    dialog.choose("sample")
    assert dialog.work.isEnabled()
    dialog.work.click()
    assert window.desk.round == "sample"
    assert not dialog.work.isEnabled()
    assert "you work here" in dialog.list.currentItem().text()


def test_articles_are_given_and_taken_back(dialog, window, qtbot) -> None:
    me, other, third = coders(window)
    db = window.desk.bridge.project.db
    dialog.choose("sample")
    page(dialog).add.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: third in page(dialog).bars)
    assert set(reader.statuses(db, "sample", third)) == set(reader.statuses(db, "sample", me))
    menus = [button.findChild(QMenu) for button in page(dialog).findChildren(QToolButton)]
    take_back = [menu.actions()[-1] for menu in menus if menu is not None and menu.actions()]
    assert [action.text() for action in take_back] == [f"Take back what was not begun ({n})" for n in (3, 5, 5)]
    take_back[1].trigger()
    qtbot.waitUntil(lambda: other not in page(dialog).bars)
    assert reader.statuses(db, "sample", other) == {}


def test_the_open_article_is_given(dialog, window) -> None:
    me, *_ = coders(window)
    db = window.desk.bridge.project.db
    (outside,) = [row[0] for row in db.execute('select "id" from "article"') if row[0] not in _given(db, me)][:1]
    window.desk.open_article(outside)
    dialog.choose("sample")
    (menu, *_) = [button.findChild(QMenu) for button in page(dialog).findChildren(QToolButton)]
    menu.actions()[0].trigger()
    assert outside in _given(db, me)


def _given(db, coder: str) -> dict:
    return reader.statuses(db, "sample", coder)


def test_freezing_says_before_who_is_not_done(dialog, window, qtbot) -> None:
    dialog.choose("sample")
    dialog.freeze.click()
    (asked,) = dialog.findChildren(FreezeDialog)
    words = " | ".join(one.text() for one in asked.findChildren(QLabel))
    assert "not begun: 3 · in work: 1" in words
    assert "and 1 more" in words
    asked.go.click()
    assert reader.get(window.desk.bridge.project.db, "sample").state == "frozen"
    qtbot.waitUntil(lambda: not dialog.freeze.isEnabled())
    assert "Seal" in said(dialog)
    assert not dialog.draw.isEnabled()
    assert page(dialog).add.isHidden()
    window.desk.bridge.undo()
    qtbot.waitUntil(dialog.freeze.isEnabled)


def test_where_everybody_is_done_freezing_says_so(dialog, window) -> None:
    dialog.choose("main")
    for coder in coders(window)[:2]:
        article = next(iter(reader.statuses(window.desk.bridge.project.db, "main", coder)))
        code(window, article, coder, "main", status="review")
    dialog.freeze.click()
    (asked,) = dialog.findChildren(FreezeDialog)
    assert "Everybody is done." in [one.text() for one in asked.findChildren(QLabel)]
    asked.reject()
    assert reader.get(window.desk.bridge.project.db, "main").state == "open"


def test_a_new_round_is_opened_from_here_and_shown(dialog, window) -> None:
    dialog.new.click()
    (asked,) = dialog.findChildren(NewRound)
    asked.name.setText("second")
    asked.drawing.ways["none"].click()
    asked.do()
    assert names(dialog) == ["main", "sample", "second"]
    assert dialog.chosen.id == "second"
    assert "Nobody codes in it yet." not in said(dialog)  # its coders are named, with nothing to do yet
    dialog.draw.click()
    drawing = dialog.findChildren(NewRound)[-1]
    assert not drawing.name.isEnabled()
    drawing.do()
    assert reader.get(window.desk.bridge.project.db, "second").plan["drawn"] == 2


def test_an_action_that_is_refused_is_said_here(dialog, window) -> None:
    window.desk.bridge.do(rounds.assign, "none", "x", ["y"])
    assert "none" in dialog.trouble.text()
    window.desk.bridge.do(rounds.open_round, "another")
    assert dialog.trouble.text() == ""


def test_in_another_language_it_is_closed(dialog, window, qtbot) -> None:
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    window.home.language.choose("ar")
    qtbot.waitUntil(lambda: bool(closed))
