"""Done with an article of a training round: one's score beside the expert's, calmly; then on to the next that is mine."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from annotator.operations import rounds
from annotator.operations.drawing import Draw
from annotator.operations.rounds import Terms
from annotator.store import rounds as reader
from tests.ui.conftest import complete
from tests.ui.rounds.conftest import code, coders


@pytest.fixture
def trained(window):
    """Three articles, which the expert is done with; the first is open."""
    me, _, expert = coders(window)
    terms = Terms("training", (me,), expert=expert)
    assert window.desk.bridge.do(rounds.draw, "training", Draw(count=3), terms)
    window.mine = list(reader.statuses(window.desk.bridge.project.db, "training", me))
    for article in window.mine:
        code(window, article, expert, "training", ("actor", 0, 4), ("cue", 5, 9), status="review")
    window.desk.choose_round("training")
    window.desk.open_article(window.mine[0])
    return window


def done(window) -> None:
    complete(window.desk)
    window.menus["done_next"].trigger()


def said(window) -> str:
    return " | ".join(one.text() for one in window.code.score.findChildren(QLabel))


def test_the_score_is_shown_first_and_then_one_goes_on(trained) -> None:
    code(trained, trained.mine[0], coders(trained)[0], "training", ("actor", 0, 4), ("cue", 20, 24))
    done(trained)
    assert trained.desk.article == trained.mine[0]
    panel = trained.code.score
    assert panel.isVisible()
    words = said(trained)
    assert "1 of the expert’s 2 spans are exactly the same; missed: 1, extra: 1. F1 0.50, with overlaps 0.50." in words
    assert "In 1 article of this round so far: F1 0.50" in words
    assert [row.text().split(":")[0] for row in panel.rows] == ["Missed", "Extra"]
    panel.rows[1].click()
    assert trained.desk.focus
    trained.menus["done_next"].trigger()
    assert trained.desk.article == trained.mine[1]
    assert panel.isHidden()


def test_the_button_goes_on_and_the_figures_add_up(trained) -> None:
    done(trained)
    trained.code.score.go.click()
    assert trained.desk.article == trained.mine[1]
    code(trained, trained.mine[1], coders(trained)[0], "training", ("actor", 0, 4), ("cue", 5, 9))
    done(trained)
    assert "In 2 articles of this round so far: F1 0.67" in said(trained)
    assert trained.code.score.rows == []


def test_it_follows_what_is_changed_and_goes_when_it_is_undone(trained) -> None:
    done(trained)
    panel = trained.code.score
    code(trained, trained.mine[0], coders(trained)[0], "training", ("cue", 5, 9))
    assert len(panel.rows) == 1
    trained.menus["status_work"].trigger()
    assert panel.isHidden()
    trained.menus["status_done"].trigger()
    assert panel.isVisible()
    panel.away.click()
    assert panel.isHidden()


def test_in_arabic_it_is_said_anew(trained, qtbot) -> None:
    done(trained)
    trained.home.language.choose("ar")
    qtbot.waitUntil(lambda: "مقاطع الخبير" in said(trained))


def test_another_round_and_another_article_put_it_away(trained) -> None:
    done(trained)
    trained.desk.open_article(trained.mine[2])
    assert trained.code.score.isHidden()
    trained.desk.open_article(trained.mine[0])
    trained.menus["status_done"].trigger()
    trained.desk.choose_round("main")
    assert trained.code.score.isHidden()


def test_where_the_expert_is_not_done_one_goes_on_at_once(trained) -> None:
    code(trained, trained.mine[0], coders(trained)[2], "training", status="work")
    done(trained)
    assert trained.desk.article == trained.mine[1]


def test_the_next_is_the_next_that_is_not_done_and_at_the_end_it_is_said(trained) -> None:
    me = coders(trained)[0]
    code(trained, trained.mine[1], me, "training", status="review")
    done(trained)
    trained.menus["done_next"].trigger()
    assert trained.desk.article == trained.mine[2]
    done(trained)
    trained.menus["done_next"].trigger()
    assert trained.desk.article == trained.mine[2]
    assert "You are done with all" in trained.status.told.text()


def test_every_kind_of_slip_has_its_words(trained) -> None:
    me = coders(trained)[0]
    code(trained, trained.mine[0], me, "training", ("actor", 0, 6), ("source", 5, 9))
    done(trained)
    kinds = [row.text().split(":")[0] for row in trained.code.score.rows]
    assert kinds[:2] == ["Other edges", "Another label"]
    assert set(kinds[2:]) <= {"Another answer"}
