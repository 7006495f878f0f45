from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.errors import AnnotatorError
from annotator.ui import jobs


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def dialog() -> jobs.ProgressDialog | None:
    return next(
        (w for w in QApplication.topLevelWidgets() if isinstance(w, jobs.ProgressDialog) and w.isVisible()), None
    )


def long_work(progress: jobs.ProgressDialog, steps: int = 400) -> str:
    for step in range(steps):
        progress(step / 400, f"file {step}")
        time.sleep(0.005)
    return "done"


def test_short_work_shows_nothing(window: QWidget) -> None:
    seen = []
    assert jobs.hold("Reading", window, lambda progress: (progress(0.5, "a"), seen.append(dialog()), 7)[2]) == 7
    assert seen == [None]


def test_long_work_shows_how_far_it_is(window: QWidget) -> None:
    seen: list[tuple[int, str]] = []

    def look() -> None:
        if (found := dialog()) is not None:
            seen.append((found.bar.value(), found.name.text()))

    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()
    assert jobs.hold("Reading", window, long_work) == "done"
    assert dialog() is None
    values = [value for value, _ in seen]
    assert len(set(values)) > 3
    assert values == sorted(values)
    assert all("file" in name for _, name in seen)


def test_cancel_ends_the_work(window: QWidget) -> None:
    def press() -> None:
        dialog().stop.click()

    QTimer.singleShot(600, press)
    with pytest.raises(AnnotatorError) as error:
        jobs.hold("Reading", window, lambda progress: long_work(progress, 100_000))
    assert error.value.key == "cancelled"
    assert dialog() is None


def test_what_the_work_raises_comes_through(window: QWidget) -> None:
    def fails(progress: jobs.ProgressDialog) -> None:
        progress(-1, "nobody knows")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        jobs.hold("Reading", window, fails)


def test_beside_the_window(qtbot) -> None:
    aside, here = jobs.Aside(), threading.get_ident()
    with qtbot.waitSignal(aside.done, timeout=30_000) as heard:
        aside.start(threading.get_ident)
    assert heard.args[0] != here
    error = ValueError("no")

    def fails() -> None:
        raise error

    with qtbot.waitSignal(aside.failed, timeout=30_000) as heard:
        aside.start(fails)
    assert heard.args == [error]
    jobs.Aside.wait()
