"""The table of figures: percent beside every value, weak labels named, sorted, walked by keys, explained."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.review.figures import Figure
from annotator.ui.agreement.lines import Column, Line
from tests.ui.agreement.conftest import opened

PERCENT, ALPHA = Column("percent agreement", "token"), Column("krippendorff alpha", "token")


@pytest.fixture
def shown(qtbot, window):
    return opened(qtbot, window)


def texts(model, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def heads(model) -> list[str]:
    horizontal = Qt.Orientation.Horizontal
    return [model.headerData(at, horizontal).replace("\n", " · ") for at in range(model.columnCount())]


def test_percent_stands_beside_the_measures_of_a_paper(shown) -> None:
    model = shown.pages.table.table.model
    assert heads(model) == [
        "Label",
        "Percent agreement · all words",
        "Exact F1 · spans",
        "Relaxed F1 · spans",
        "Unitizing alpha · spans",
        "Krippendorff's alpha · all words",
        "Fleiss' kappa · all words",
        "Gwet's AC1 · all words",
        "n · all words",
        "n · spans",
    ]
    assert texts(model, 0)[0] == "All labels"
    found = {one.label: one.value for one in shown.shown.found.measures if (one.name, one.unit) == ALPHA}
    for row, label in enumerate(found):
        assert f"{found[label]:.2f}" in texts(model, row)[5]


def test_weak_labels_are_named_as_such(shown) -> None:
    model = shown.pages.table.table.model
    told = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    weak = [one for one in told if "weak" in one]
    found = {one.label: one.value for one in shown.shown.found.measures if (one.name, one.unit) == ALPHA}
    assert len(weak) == sum(value is not None and value < 0.667 for value in found.values())


def test_a_cell_tells_its_label_measure_value_and_interval(shown) -> None:
    model = shown.pages.table.table.model
    told = model.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert [part in told for part in ("All labels", "Krippendorff's alpha", "all words", "–")] == [True] * 4


def test_a_heading_sorts_and_all_labels_stay_first(shown) -> None:
    table = shown.pages.table.table
    before = [texts(table.model, row)[0] for row in range(table.model.rowCount())]
    table.view.horizontalHeader().sectionClicked.emit(2)
    rows = [table.model.figure(table.model.index(row, 2)).value for row in range(1, table.model.rowCount())]
    assert rows == sorted(rows)
    assert texts(table.model, 0)[0] == "All labels"
    assert "↑" in heads(table.model)[2]
    table.view.horizontalHeader().sectionClicked.emit(2)
    assert [texts(table.model, row)[0] for row in range(table.model.rowCount())] == before


def test_the_measure_in_hand_is_explained(shown) -> None:
    table = shown.pages.table.table
    assert "Krippendorff's alpha" in table.says.text()
    table.view.setCurrentIndex(table.model.index(1, 2))
    assert "twice the spans" in table.says.text().lower()
    assert table.figure.name == "exact f1"
    assert shown.saving.column == Column("exact f1", "span")


def test_the_pointer_explains_too_and_leaves_again(shown) -> None:
    table = shown.pages.table.table
    table.view.entered.emit(table.model.index(1, 2))
    assert "Exact F1" in table.says.text()
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert "Krippendorff's alpha" in table.says.text()


def test_enter_opens_the_cases_and_escape_comes_back(shown) -> None:
    table = shown.pages.table.table
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(0, 2))
    QTest.keyClick(table.view, Qt.Key.Key_Right)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert shown.pages.stack.currentWidget() is shown.pages.cases
    QTest.keyClick(shown.pages.cases.list, Qt.Key.Key_Escape)
    assert shown.pages.stack.currentWidget() is shown.pages.table
    assert shown.isVisible()


def test_more_measures_by_the_menu_are_kept(qtbot, shown) -> None:
    page = shown.pages.table
    action = next(one for one in page.tools.menu().actions() if one.text() == "Holsti · coded words")
    action.trigger()
    assert Column("holsti", "coded token") in page.columns
    assert "Holsti · coded words" in heads(page.table.model)
    shown.compute()
    qtbot.waitUntil(lambda: not shown.computing.busy, timeout=20_000)
    assert Column("holsti", "coded token") in page.columns


def test_what_is_not_defined_says_so_and_why(shown) -> None:
    table = shown.pages.table.table
    undefined = Figure("cohen kappa", "token", None, "label", None, None, None, 4)
    line = Line("All labels", {Column("cohen kappa", "token"): undefined})
    table.show_lines([line], [Column("cohen kappa", "token")], "Label", "en")
    assert texts(table.model, 0)[1] == "undefined"
    table.view.setCurrentIndex(table.model.index(0, 1))
    assert "Not defined: everybody said the same" in table.says.text()


def test_a_click_beside_the_numbers_does_nothing(shown) -> None:
    table = shown.pages.table.table
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5) + table.view.rect().topLeft())
    assert shown.pages.stack.currentWidget() is shown.pages.table
