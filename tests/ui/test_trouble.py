from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from annotator import logs, paths
from annotator.core.errors import AnnotatorError
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.trouble import Trouble

CANARY = "كناري-in-a-cage"


@pytest.fixture
def trouble(qtbot) -> Trouble:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Trouble(window)


def reports() -> list[ReportDialog]:
    return [found for found in QApplication.topLevelWidgets() if isinstance(found, ReportDialog) and found.isVisible()]


def test_what_a_person_can_act_on_is_a_sentence(trouble: Trouble, qtbot) -> None:
    error = AnnotatorError("no_such_article", article="x")
    with qtbot.waitSignal(trouble.sentence) as heard:
        trouble.show(error)
    assert heard.args == [error]
    assert reports() == []


def test_a_bug_in_a_slot_is_reported_once_without_a_word_of_the_text(trouble: Trouble, qtbot) -> None:
    logs.start(paths.user_log())
    trouble.catch_all()
    try:

        def fails() -> None:
            raise ValueError(CANARY)

        for _ in range(3):
            sys.excepthook(*_raised(fails))
        qtbot.waitUntil(lambda: len(reports()) == 1)
        dialog = reports()[0]
        said = dialog.text.toPlainText()
        assert "ValueError" in said
        assert "test_trouble.py" in said
        assert CANARY not in said
        dialog.copy.click()
        assert QApplication.clipboard().text() == said
        dialog.accept()
        qtbot.waitUntil(lambda: reports() == [])
    finally:
        logs.stop()
    for file in paths.user_log().iterdir():
        assert CANARY not in file.read_text("utf-8")


def _raised(fails):
    try:
        fails()
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def test_an_interrupt_is_no_bug(trouble: Trouble, monkeypatch) -> None:
    seen = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *facts: seen.append(facts[0]))
    trouble.catch_all()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    sys.excepthook = seen.append
    logs.stop()
    assert seen == [KeyboardInterrupt]
    QTimer.singleShot(0, lambda: None)
    logging.getLogger("annotator").setLevel(logging.NOTSET)


@pytest.fixture(autouse=True)
def _own_hook():
    before = sys.excepthook
    yield
    sys.excepthook = before
