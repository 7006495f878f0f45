from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from annotator.operations import codebook as ops
from annotator.ui.panels.codebook import CodebookPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, opened: Desk, theme: Theme) -> CodebookPanel:
    made = CodebookPanel(opened, theme)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def place(panel: CodebookPanel, label: str):
    return panel.list.visualRect(panel.model.index(panel.model.row_of(label))).center()


def test_a_click_says_which_label_and_changes_nothing_itself(panel: CodebookPanel, opened: Desk, qtbot: QtBot) -> None:
    n = opened.bridge.project.journal.entries(limit=1)[0].n
    with qtbot.waitSignal(panel.applied) as said:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, "cue"))
    assert said.args == ["cue"]
    assert opened.bridge.project.journal.entries(limit=1)[0].n == n


def test_enter_does_what_a_click_does(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.list.setCurrentIndex(panel.model.index(panel.model.row_of("remedy")))
    with qtbot.waitSignal(panel.applied) as said:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert said.args == ["remedy"]


def test_labels_keys_are_left_to_the_window(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_3)
    qtbot.keyClicks(panel.list, "r")
    assert panel.list.currentIndex().row() == 0


def test_the_title_names_the_version(panel: CodebookPanel, opened: Desk) -> None:
    assert panel.title.text() == "Codebook · \u20681.0\u2069"
    opened.bridge.do(ops.set_key, "actor", "x")
    opened.bridge.do(ops.publish, "1.1")
    assert "1.1" in panel.title.text()


def test_space_tells_what_a_label_means_and_escape_hides_it(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    qtbot.waitUntil(panel.card.isVisible)
    said = [label.text() for label in panel.card.findChildren(type(panel.title)) if label.isVisible()]
    assert "Actor" in said
    assert any(words.startswith("A person, group") for words in said)
    assert any("Pronouns" in words for words in said)
    assert any("إدارة الموقع" in words for words in said)
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.card.isVisible()


def test_pointing_tells_it_after_a_moment_and_at_once_for_the_next(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.list.entered.emit(panel.model.index(0))
    assert not panel.card.isVisible()
    qtbot.waitUntil(panel.card.isVisible)
    panel.list.entered.emit(panel.model.index(1))
    assert panel.card.findChildren(type(panel.title))[0].text() == "Quotation"
    QApplication.sendEvent(panel.list, QEvent(QEvent.Type.Leave))
    assert not panel.card.isVisible()


def test_a_label_without_words_shows_no_card(panel: CodebookPanel, opened: Desk, qtbot: QtBot) -> None:
    done = opened.bridge.do(ops.add_label, {"en": "Bare"})
    panel.list.setCurrentIndex(panel.model.index(panel.model.row_of(done.facts["label"])))
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    qtbot.wait(600)
    assert not panel.card.isVisible()


def test_all_rows_are_seen_while_there_is_room(panel: CodebookPanel, opened: Desk) -> None:
    nine = panel.list.sizeHint().height()
    opened.bridge.do(ops.add_label, {"en": "Tenth"})
    assert panel.list.sizeHint().height() > nine
    assert panel.list.minimumSizeHint().height() < nine


def test_each_label_has_its_chip_at_the_start(panel: CodebookPanel, theme: Theme) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        panel.setLayoutDirection(direction)
        picture = panel.list.viewport().grab().toImage()
        for row in range(panel.model.rowCount()):
            area = panel.list.visualRect(panel.model.index(row))
            label = panel.model.label_at(row)
            edge = theme.label_colours(label.hue).edge
            lines = range(area.top(), area.bottom())
            found = [x for x in range(area.width()) if any(picture.pixelColor(x, y) == edge for y in lines)]
            at_right = direction == Qt.LayoutDirection.RightToLeft
            assert found
            assert all(x > area.width() - 30 if at_right else x < 30 for x in found)
