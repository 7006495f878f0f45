"""A frozen round says so over the text and at the foot, and refuses by the sentence; the list holds what is mine."""

from __future__ import annotations

import pytest

from annotator.operations import rounds, sealing
from annotator.operations.drawing import Draw
from annotator.operations.rounds import Terms
from annotator.store import articles
from annotator.store import rounds as reader
from annotator.ui import opening
from annotator.ui.rounds.note import FrozenNote
from tests.ui.rounds.conftest import code, coders


@pytest.fixture
def given(window):
    """A round in which four articles were given to who acts."""
    assert window.desk.bridge.do(rounds.draw, "sample", Draw(count=4), Terms("pilot", (coders(window)[0],)))
    window.mine = list(reader.statuses(window.desk.bridge.project.db, "sample", coders(window)[0]))
    return window


def listed(window) -> list[str]:
    model = window.code.panels.articles.model
    return [model.article_at(row) for row in range(model.rowCount())]


def note(window) -> FrozenNote:
    return window.code.coding.findChild(FrozenNote)


def test_the_one_first_round_is_not_spoken_of(window) -> None:
    assert window.code.panels.articles.rounds.isHidden()
    assert window.status.round.isHidden()
    assert note(window).isHidden()


def test_what_was_given_comes_first_and_all_can_be_listed(given) -> None:
    line = given.code.panels.articles.rounds
    assert line.isVisible()
    assert line.round.text().endswith("main\u2069")
    given.desk.choose_round("sample")
    assert listed(given) == given.mine
    assert line.mine.isChecked()
    assert line.round.text() == "\u2068sample\u2069 · 0 of 4 done"
    line.mine.click()
    assert listed(given) == articles.order(given.desk.bridge.project.db)
    line.mine.click()
    assert listed(given) == given.mine
    given.desk.choose_round("main")
    assert len(listed(given)) == 10


def test_one_comes_to_the_first_that_is_to_do(given) -> None:
    db, me = given.desk.bridge.project.db, coders(given)[0]
    outside = next(one for one in articles.order(db) if one not in given.mine)
    code(given, given.mine[0], me, "sample", status="review")
    given.desk.open_article(outside)
    given.desk.choose_round("sample")
    assert given.desk.article == given.mine[1]
    given.desk.choose_round("main")
    assert given.desk.article == given.mine[1]


def test_the_list_follows_what_is_given(given) -> None:
    given.desk.choose_round("sample")
    me = coders(given)[0]
    given.desk.bridge.do(rounds.unassign, "sample", me, given.mine[:1])
    assert listed(given) == given.mine[1:]
    given.desk.bridge.undo()
    assert listed(given) == given.mine


def test_another_coder_has_another_list(given) -> None:
    given.desk.choose_round("sample")
    given.desk.bridge.project.act_as(coders(given)[1])
    given.desk.round_changed.emit("sample")
    assert len(listed(given)) == 10
    assert given.code.panels.articles.rounds.mine.isHidden()


def test_nothing_given_any_more_is_said(given) -> None:
    given.desk.choose_round("sample")
    given.desk.bridge.do(rounds.unassign, "sample", coders(given)[0], given.mine[:3])
    given.code.panels.articles.model.show_mine(on=True)
    assert listed(given) == given.mine[3:]


def test_the_rounds_are_a_menu_away(given) -> None:
    line = given.code.panels.articles.rounds
    menu = line.round.menu()
    menu.aboutToShow.emit()
    there = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.isChecked() for action in there] == [True, False, False]
    there[1].trigger()
    assert given.desk.round == "sample"


def test_the_foot_names_the_round_and_counts_in_it(given) -> None:
    given.desk.choose_round("sample")
    assert given.status.round.text() == "Round \u2068sample\u2069"
    assert given.status.done.text() == "0 of 4 articles done"
    given.desk.bridge.do(sealing.freeze, "sample")
    assert given.status.round.text() == "Round \u2068sample\u2069, frozen"


def test_a_frozen_round_says_so_and_refuses(given) -> None:
    given.desk.choose_round("sample")
    given.desk.open_article(given.mine[0])
    given.desk.bridge.do(sealing.freeze, "sample")
    assert note(given).isVisible()
    assert "frozen" in note(given).sentence.text()
    before = given.desk.bridge.project.journal.n
    given.code.coding.surface.select(0, 4)
    given.code.coding.label("actor")
    assert given.desk.bridge.project.journal.n == before
    assert "frozen" in given.notice.sentence.text()
    given.desk.bridge.undo()
    assert note(given).isHidden()
    given.home.language.choose("ar")
    given.desk.choose_round("main")
    assert note(given).isHidden()


def test_a_round_that_goes_is_left(given) -> None:
    given.desk.choose_round("sample")
    given.desk.bridge.undo()
    assert given.desk.round == "main"
    assert given.code.panels.articles.rounds.isHidden()


def test_one_comes_back_to_the_round_that_one_was_in(given) -> None:
    given.desk.choose_round("sample")
    given.remember()
    assert given.home.state.places[given.desk.bridge.project.id].round == "sample"
    assert opening.standing_round(given.desk.bridge.project, "sample") == "sample"
    assert opening.standing_round(given.desk.bridge.project, "gone") == "main"
