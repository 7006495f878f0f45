from __future__ import annotations

import ctypes
import sqlite3
import sys

import pytest
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject

from annotator import libraries, preflight
from annotator.core.errors import MachineError
from annotator.messages import LANGUAGES, say


def loses_one_reference() -> None:
    """What PySide6 6.12 does at every void call on Python 3.10 and 3.11."""
    ctypes.pythonapi.Py_DecRef(ctypes.py_object(None))


@pytest.fixture
def losing():
    ctypes.pythonapi.Py_DecRef.argtypes = [ctypes.py_object]
    ctypes.pythonapi.Py_IncRef.argtypes = [ctypes.py_object]
    calls = []

    def call() -> None:
        calls.append(1)
        loses_one_reference()

    yield call
    for _ in calls:
        ctypes.pythonapi.Py_IncRef(None)


def test_this_qt_loses_no_reference_to_none_in_twenty_thousand_void_calls() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100
    preflight.check_qt(qt_version, lambda: thing.setObjectName("name"))


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted any more")
def test_a_qt_that_loses_none_is_refused_whatever_its_version(losing) -> None:
    with pytest.raises(MachineError) as caught:
        preflight.check_qt("6.11.3", losing)
    assert caught.value.key == "qt_loses_none"
    assert "PySide6" in say(caught.value, "ar")


def test_a_second_sqlite_in_the_process_is_refused() -> None:
    with pytest.raises(MachineError) as caught:
        preflight.check_qt(qt_version, lambda: None, {"PySide6.QtSql"})
    assert caught.value.key == "qt_sql"


def test_this_sqlite_is_new_enough_and_an_old_one_is_refused() -> None:
    preflight.check_store()
    assert sqlite3.sqlite_version_info >= preflight.OLDEST_SQLITE
    with pytest.raises(MachineError) as caught:
        preflight.check_store((3, 7, 17))
    assert {"3.7.17", "3.37.0"} <= set(caught.value.facts.values())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_a_window_needs_a_display_but_drawing_does_not() -> None:
    with pytest.raises(MachineError) as caught:
        preflight.check_machine({}, window=True)
    assert caught.value.key == "no_display"
    preflight.check_machine({}, window=False)
    preflight.check_machine({"QT_QPA_PLATFORM": "offscreen"}, window=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_missing_libraries_are_named_with_a_line_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    strange = libraries.Library("libnowhere.so.7", "libnowhere7", "nowhere", "nowhere")
    monkeypatch.setattr(libraries, "DRAWING", (strange,))
    monkeypatch.setattr(libraries, "package_tool", lambda: "apt")
    with pytest.raises(MachineError) as caught:
        preflight.check_machine({}, window=False)
    for language in LANGUAGES:
        assert "    sudo apt install libnowhere7" in say(caught.value, language).splitlines()


def test_nothing_is_checked_where_qt_brings_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    preflight.check_machine({}, window=True)
