from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from annotator.operations import annotations as spans
from annotator.operations import codings as operations
from annotator.store import codings
from annotator.ui.models.history import MomentRole
from annotator.ui.panels.history import HistoryPanel
from tests.ui.conftest import complete

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, opened: Desk, theme: Theme) -> HistoryPanel:
    complete(opened)
    for start in (30, 40, 50):
        opened.bridge.do(spans.label_span, opened.where, "actor", ((start, start + 5),))
    opened.bridge.do(operations.set_status, opened.where, "done")
    made = HistoryPanel(opened, theme)
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.show()
    return made


def choose(panel: HistoryPanel, row: int) -> None:
    panel.list.setCurrentIndex(panel.model.index(row))


def count(desk: Desk) -> int:
    return len(codings.annotations_of(desk.bridge.project.db, [desk.where.id]))


def test_go_here_undoes_down_to_a_moment_and_back_again(panel: HistoryPanel, opened: Desk, qtbot: QtBot) -> None:
    all_of_them = count(opened)
    choose(panel, 3)
    qtbot.mouseClick(panel.go_here, Qt.MouseButton.LeftButton)
    assert count(opened) == all_of_them - 2
    assert [panel.model.moment_at(row).undone for row in range(4)] == [True, True, True, False]
    assert panel.model.row_of_present() == 3
    choose(panel, 0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert count(opened) == all_of_them
    assert panel.model.row_of_present() == 0


def test_a_double_click_goes_there(panel: HistoryPanel, opened: Desk, qtbot: QtBot) -> None:
    place = panel.list.visualRect(panel.model.index(1)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert codings.coding(opened.bridge.project.db, opened.where.id).status == "work"


def test_one_action_of_the_past_can_be_taken_back(panel: HistoryPanel, opened: Desk, qtbot: QtBot) -> None:
    all_of_them = count(opened)
    choose(panel, 2)
    gone = panel.model.moment_at(2).facts["annotation"]
    qtbot.mouseClick(panel.take_back, Qt.MouseButton.LeftButton)
    assert count(opened) == all_of_them - 1
    assert codings.annotation(opened.bridge.project.db, gone) is None
    assert str(panel.model.index(0).data()).startswith("Took back: Coded")
    assert codings.coding(opened.bridge.project.db, opened.where.id).status == "done"


def test_what_stands_on_it_is_protected(panel: HistoryPanel, opened: Desk, qtbot: QtBot) -> None:
    opened.expected = []
    opened.bridge.failed.connect(opened.expected.append)
    annotation = panel.model.moment_at(2).facts["annotation"]
    opened.bridge.do(spans.relabel, annotation, "source")
    choose(panel, 3)
    qtbot.mouseClick(panel.take_back, Qt.MouseButton.LeftButton)
    assert [error.key for error in opened.expected] == ["stale"]
    assert codings.annotation(opened.bridge.project.db, annotation).label == "source"


def test_only_what_can_be_done_is_offered(panel: HistoryPanel, opened: Desk) -> None:
    panel.list.clearSelection()
    assert (panel.go_here.isEnabled(), panel.take_back.isEnabled()) == (False, False)
    choose(panel, 0)
    assert (panel.go_here.isEnabled(), panel.take_back.isEnabled()) == (False, True)
    opened.bridge.undo()
    assert (panel.go_here.isEnabled(), panel.take_back.isEnabled()) == (True, False)
    choose(panel, panel.model.rowCount() - 1)
    assert panel.go_here.isEnabled() is False


def test_a_closed_panel_costs_nothing_and_is_right_when_it_opens(panel: HistoryPanel, opened: Desk) -> None:
    panel.hide()
    opened.bridge.undo()
    opened.bridge.do(operations.set_status, opened.where, "review")
    panel.show()
    assert str(panel.model.index(0).data()).endswith("as \u2068in review\u2069") or "in review" in str(
        panel.model.index(0).data()
    )
    assert panel.model.moment_at(1).undone


def test_rows_tell_who_and_when(panel: HistoryPanel) -> None:
    assert panel.model.index(0).data(MomentRole.WHO) == "Coder A"
    assert panel.model.index(0).data(MomentRole.WHEN)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_present_is_marked_in_the_accent_at_the_start(
    panel: HistoryPanel, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    panel.setLayoutDirection(direction)
    picture = panel.list.viewport().grab().toImage()
    row = panel.list.visualRect(panel.model.index(0))
    accent = theme.colour("accent")
    third = row.width() // 8
    start = range(third) if direction == Qt.LayoutDirection.LeftToRight else range(row.width() - third, row.width())
    hits = [x for x in start for y in range(row.top(), row.bottom()) if picture.pixelColor(x, y) == accent]
    assert hits


def test_words_follow_the_language(panel: HistoryPanel) -> None:
    panel.go_here.setText("")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.go_here.text() == "Go here"
