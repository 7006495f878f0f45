from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.operations import annotations as spans
from annotator.operations import articles, codings
from annotator.ui.models.articles import ArticleRole, ArticlesModel, day
from tests.ui.conftest import complete

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk

    Add = Callable[[int], list[str]]


def told(model: ArticlesModel, row: int, role: int = 0) -> object:
    return model.data(model.index(row), role)


def test_a_row_tells_title_outlet_place_and_my_own_count(opened: Desk, add_articles: Add) -> None:
    add_articles(1)
    model = ArticlesModel(opened)
    mine = opened.bridge.project.db.execute(
        "select count(*) from annotation a join coding c on a.coding = c.id where c.coder = ?", [opened.where.coder]
    ).fetchone()[0]
    everyone = opened.bridge.project.db.execute("select count(*) from annotation").fetchone()[0]
    assert told(model, 0) == "تنظيم داعش يعلن الحرب على تويتر"
    assert "سانا" in str(told(model, 0, ArticleRole.DETAIL))
    assert told(model, 0, ArticleRole.COUNT) == mine < everyone
    assert told(model, 0, ArticleRole.STATUS) == "work"
    assert told(model, 0, ArticleRole.OPEN) is True
    assert (told(model, 1, ArticleRole.COUNT), told(model, 1, ArticleRole.STATUS)) == (0, "todo")


def test_it_is_a_good_model_through_changes(opened: Desk, add_articles: Add, qtmodeltester: ModelTester) -> None:
    model = ArticlesModel(opened)
    qtmodeltester.check(model)
    add_articles(200)
    assert model.rowCount() == model.total == 201
    model.seek("خبر 7")
    opened.open_article(model.article_at(0))


def test_counts_and_statuses_follow_what_is_done(opened: Desk, qtbot: QtBot) -> None:
    model = ArticlesModel(opened)
    before = told(model, 0, ArticleRole.COUNT)
    complete(opened)
    with qtbot.waitSignal(model.dataChanged):
        opened.bridge.do(spans.label_span, opened.where, "actor", ((3, 9),))
    assert told(model, 0, ArticleRole.COUNT) == before + 1
    opened.bridge.do(codings.set_status, opened.where, "done")
    assert told(model, 0, ArticleRole.STATUS) == "done"
    opened.bridge.undo()
    opened.bridge.undo()
    assert (told(model, 0, ArticleRole.COUNT), told(model, 0, ArticleRole.STATUS)) == (before, "work")


def test_a_new_title_is_read_again(opened: Desk) -> None:
    model = ArticlesModel(opened)
    opened.bridge.do(articles.rename_article, opened.article, "عنوان آخر")
    assert told(model, 0) == "عنوان آخر"


def test_search_finds_titles_and_outlets_however_they_are_spelt(opened: Desk, add_articles: Add) -> None:
    ids = add_articles(20)
    model = ArticlesModel(opened)
    model.seek("صَحيفة ٣")
    assert [model.article_at(row) for row in range(model.rowCount())] == [ids[3], ids[10], ids[17]]
    assert model.row_of(ids[10]) == 1
    assert model.row_of(ids[0]) == -1
    model.seek("سانا")
    assert model.rowCount() == 1
    model.seek("  ")
    model.seek("")
    assert model.rowCount() == 21


def test_a_long_search_gives_the_window_its_turn(opened: Desk, add_articles: Add, qtbot: QtBot) -> None:
    add_articles(5_000)
    model = ArticlesModel(opened)
    heard: list[tuple[int, bool]] = []
    model.found.connect(lambda count, through: heard.append((count, through)))
    model.seek("خبر")
    assert heard == [(1_999, False)]
    qtbot.waitUntil(lambda: heard[-1][1])
    assert heard[-1] == (5_000, True)
    assert told(model, 4_999) == "خبر 4999"


def test_only_seen_pages_are_fetched(opened: Desk, add_articles: Add) -> None:
    add_articles(3_000)
    model = ArticlesModel(opened)
    asked: list[str] = []
    opened.bridge.project.db.set_trace_callback(asked.append)
    for row in range(1_024, 1_060):
        told(model, row)
    opened.bridge.project.db.set_trace_callback(None)
    assert len([sql for sql in asked if 'from "article"' in sql]) == 1


def test_a_date_is_written_as_the_interface_does() -> None:
    assert day("2026-01-02T10:00:00") == day("2026-01-02") != "2026-01-02"
    assert day("رمضان 1447") == "رمضان 1447"
