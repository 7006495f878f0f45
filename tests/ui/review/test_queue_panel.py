from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.ui.review.rows import QueueRole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from tests.ui.review.conftest import Round


def titles(of_three: Round) -> list[str]:
    model = of_three.page.queue.model
    rows = (model.index(row) for row in range(model.rowCount()))
    return [row.data() for row in rows if row.data(QueueRole.HEAD)]


def choose(combo: QComboBox, data: object) -> None:
    row = next(row for row in range(combo.count()) if combo.itemData(row) == data)
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def test_every_article_of_the_round_stands_there_with_what_is_open(of_three: Round) -> None:
    panel = of_three.page.queue
    assert titles(of_three) == ["Title first", "Title second", "Title third"]
    assert panel.count.text() == "5 open · 3 agreed"
    heads = [panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 4, 5)]
    assert heads == ["3 open, 1 agreed, Title first", "1 open, 1 agreed, Title second", "1 open, 1 agreed, Title third"]
    assert panel.list.currentIndex().row() == 1


def test_the_head_of_another_article_opens_it(of_three: Round, qtbot) -> None:
    panel = of_three.page.queue
    panel.list.setCurrentIndex(panel.model.index(4))
    qtbot.waitUntil(lambda: of_three.desk.article == "second")
    assert panel.model.at(2) is of_three.sitting.current


def test_open_ones_alone_leave_settled_articles_out(of_three: Round) -> None:
    panel = of_three.page.queue
    of_three.desk.open_article("second")
    of_three.page.decision.give("slip")
    of_three.page.decision.press("b")
    assert of_three.desk.article == "third"
    choose(panel.state, "open")
    assert titles(of_three) == ["Title first", "Title third"]
    choose(panel.state, "settled")
    assert titles(of_three) == ["Title second", "Title third"]  # the open article stays
    assert panel.count.text() == "1 settled · 3 agreed"


def test_a_kind_counts_alone(of_three: Round) -> None:
    panel = of_three.page.queue
    choose(panel.kind, "boundary")
    assert panel.count.text() == "1 open · 3 agreed"
    choose(panel.kind, None)
    choose(panel.of_label, "cue")
    assert of_three.sitting.listed == []
    assert of_three.page.all_done.isVisible()
    assert "what you look at" in of_three.page.all_done.sentence.text()


def test_the_pass_is_said_plainly(of_three: Round) -> None:
    panel = of_three.page.queue
    assert not panel.here.isVisible()
    choose(panel.work, "units")
    assert panel.here.text() == (
        "First pass: which words are a unit, whatever their label. Labels and values that wait here: 1."
    )
    choose(panel.work, "labels")
    assert panel.here.text().startswith("Second pass")
    choose(panel.work, "one")
    assert not panel.here.isVisible()


def test_two_of_three_are_chosen_and_the_counts_follow(of_three: Round, qtbot) -> None:
    panel = of_three.page.queue
    assert [panel.pair.itemData(row) for row in range(panel.pair.count())] == [
        (),
        ("one", "two"),
        ("one", "three"),
        ("two", "three"),
    ]
    choose(panel.pair, ("one", "three"))
    qtbot.waitUntil(lambda: of_three.sitting.waiting.complete)
    assert titles(of_three) == ["Title first", "Title second"]
    assert panel.count.text() == "1 open · 4 agreed"


def test_a_key_on_the_list_is_the_pages(of_three: Round, qtbot) -> None:
    of_three.page.queue.list.setFocus()
    qtbot.keyClick(of_three.page.queue.list, "n")
    assert of_three.sitting.current is of_three.sitting.open[1]


def test_nothing_is_edited_in_the_list(of_three: Round, qtbot) -> None:
    panel = of_three.page.queue
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert panel.list.state() == panel.list.State.NoState
