"""Pairs, variables, the confusion matrix, the course, methods; and the cases behind each number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.review.methods import methods
from annotator.ui.agreement.cases_model import CaseRole
from tests.ui.agreement.conftest import FROZEN, OPEN, opened, settle


@pytest.fixture
def shown(qtbot, window):
    return opened(qtbot, window)


def first_column(model) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_every_two_coders_and_all_of_them(shown) -> None:
    pages = shown.pages
    pages.turn_to(pages.pairs)
    names = first_column(pages.pairs.table.model)
    assert len(names) == 4
    assert names[0] == "All coders"
    pages.pairs.tools.setCurrentIndex(2)
    pages.pairs.tools.activated.emit(2)
    index = pages.pairs.table.model.index(1, 2)
    figure = pages.pairs.table.model.figure(index)
    assert figure in shown.shown.found.pairs[0].measures
    pages.pairs.table.view.clicked.emit(index)
    assert pages.stack.currentWidget() is pages.cases
    assert len(pages.cases.behind.gathered.raters) == 2


def test_two_coders_have_no_pairs_of_their_own(qtbot, window) -> None:
    pages = opened(qtbot, window, OPEN).pages
    pages.turn_to(pages.pairs)
    assert pages.pairs.nothing.isVisible()


def test_variables_and_the_answers_behind_them(shown) -> None:
    pages = shown.pages
    pages.turn_to(pages.variables)
    assert first_column(pages.variables.table.model) == ["Tone"]
    pages.variables.table.view.clicked.emit(pages.variables.table.model.index(0, 1))
    assert pages.cases.model.rowCount() == 4
    said = pages.cases.model.index(0).data(CaseRole.SAID)
    assert [words.strip("\u2068\u2069") for _, words, _ in said] == ["Negative", "Negative", "Neutral"]
    assert pages.cases.model.index(0).data(CaseRole.CONTEXT).after.startswith("قالت")


def test_without_variables_it_says_so(qtbot, window) -> None:
    shown = opened(qtbot, window, OPEN)
    pages = shown.pages
    pages.variables.show_all(shown.shown)
    assert first_column(pages.variables.table.model) == ["Tone"]
    bare = [one for one in shown.shown.found.measures if one.about == "label"]
    pages.variables.show_all(replace(shown.shown, found=replace(shown.shown.found, measures=tuple(bare))))
    pages.turn_to(pages.variables)
    assert pages.variables.nothing.isVisible()


def test_the_matrix_counts_and_its_cells_open(shown) -> None:
    page, pages = shown.pages.matrix, shown.pages
    pages.turn_to(page)
    assert page.pair.count() == 3
    page.pair.setCurrentIndex(1)  # the first with the third coder
    page.pair.activated.emit(1)
    names = page.model.names
    row, column = (next(at for at, name in enumerate(names) if wanted in name) for wanted in ("Loaded", "nothing"))
    index = page.model.index(row, column)
    assert index.data() == "2"
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert [part in told for part in ("Loaded term", "(nothing)", "هدى", "Lina")] == [True] * 4
    page.view.setFocus()
    page.view.setCurrentIndex(index)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert pages.stack.currentWidget() is pages.cases
    assert pages.cases.model.rowCount() == 2
    assert not pages.cases.sides.isVisible()
    pages.cases.back.click()
    assert pages.stack.currentWidget() is page


def test_an_empty_cell_opens_nothing(shown) -> None:
    page, pages = shown.pages.matrix, shown.pages
    pages.turn_to(page)
    page.view.clicked.emit(page.model.index(0, 1))
    assert pages.stack.currentWidget() is page


def test_the_matrix_of_a_variable_and_of_units(shown) -> None:
    page = shown.pages.matrix
    shown.pages.turn_to(page)
    kinds = [page.of.itemText(row).strip("\u2068\u2069") for row in range(page.of.count())]
    assert kinds == ["Labels of spans", "Labels of all words", "Tone"]
    for row in (1, 2):
        page.of.setCurrentIndex(row)
        page.of.activated.emit(row)
        assert page.matrix.total > 0
    assert page.matrix.variable == "tone"
    assert not page.says.isVisible()


def test_the_course_over_rounds_months_and_weeks(qtbot, shown) -> None:
    page = shown.pages.course
    shown.pages.turn_to(page)
    qtbot.waitUntil(lambda: "rounds" in page.steps, timeout=20_000)
    assert [one.key for one in page.steps["rounds"]] == [OPEN, FROZEN]
    assert page.drawing is not None
    assert page.chart.isVisible()
    page.chart.repaint()
    for row, by in ((1, "month"), (2, "week")):
        page.by.setCurrentIndex(row)
        page.by.activated.emit(row)
        qtbot.waitUntil(lambda by=by: by in page.steps, timeout=20_000)
        assert page.table.model.rowCount() == 1
    page.table.view.clicked.emit(page.table.model.index(0, 1))
    assert shown.pages.stack.currentWidget() is shown.pages.cases


def test_the_course_of_one_coder_with_themselves_is_over_time(qtbot, shown) -> None:
    shown.choices.choose(beside=OPEN)
    settle(qtbot, shown)
    page = shown.pages.course
    shown.pages.turn_to(page)
    qtbot.waitUntil(lambda: "month" in page.steps, timeout=20_000)
    assert not page.by.isEnabled()


def test_the_paragraph_is_copied_in_either_language(shown) -> None:
    page = shown.pages.methods
    shown.pages.turn_to(page)
    for language in ("ar", "en"):
        assert page.texts[language].toPlainText() == methods(shown.shown.found, language)
        page.copies[language].click()
        assert QGuiApplication.clipboard().text() == methods(shown.shown.found, language)
        assert page.copies[language].text() == "Copied"
    assert page.texts["ar"].layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_cases_are_those_that_differ_or_agree_and_one_opens_in_review(shown, window) -> None:
    pages = shown.pages
    model = pages.table.table.model
    row = next(at for at in range(model.rowCount()) if model.line(at).name == "Loaded term")
    pages.table.table.view.clicked.emit(model.index(row, 2))
    cases = pages.cases
    assert "Loaded term" in cases.title.text()
    assert cases.model.rowCount() == 2
    assert cases.count.text() == "2 cases"
    told = cases.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert [part in told for part in ("الإرهاب", "Lina", "(nothing)", "Loaded term")] == [True] * 4
    cases.agree.click()
    assert cases.model.rowCount() == 2
    cases.differ.click()
    case = cases.model.case(1)
    cases.list.clicked.emit(cases.model.index(1))
    assert (window.desk.mode, window.desk.article, window.desk.round) == ("review", case.article, FROZEN)
    assert window.review.sitting.current.start == case.start


def test_where_they_differ_in_nothing_it_says_so(shown) -> None:
    pages = shown.pages
    model = pages.table.table.model
    row = next(at for at in range(model.rowCount()) if model.line(at).name == "Cue")
    pages.table.table.view.clicked.emit(model.index(row, 2))
    assert pages.cases.nothing.isVisible()
    assert pages.cases.nothing.sentence.text() == "They differ in nothing."
    QTest.keyClick(pages.cases, Qt.Key.Key_Backspace)
    assert pages.stack.currentWidget() is pages.table


def test_every_page_is_painted_in_every_theme(shown, window) -> None:
    for theme in ("light", "dark", "contrast"):
        window.home.theme.choose(theme)
        for page in shown.pages.ways.values():
            shown.pages.turn_to(page)
            assert not shown.grab().isNull()
    window.home.theme.choose("light")
