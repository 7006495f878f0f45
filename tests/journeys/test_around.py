"""What goes on around the work: another language, another theme, another window on the same project."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.journeys.person import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.person import Person

ROOT = Path(__file__).parents[2]


def names(person: Person) -> set[str]:
    return {mark.name for mark in person.surface.view.marks.by_id.values()}


def test_another_language_while_running(
    come: Callable[..., Person], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.backups._SOON", 3_600_000)  # the news of one would stand where others are read
    person = come(path)
    span = person.code("تحتويه من مقاطع", "1")
    assert person.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    arabic = names(person)
    place = person.surface.place()
    person.window.menus["language_en"].trigger()
    settle()
    assert person.window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert person.window.menuBar().actions()[0].text() == "&Project"
    assert {"Actor", "Quotation", "Source"} <= names(person)
    assert person.window.bar.saved.text().startswith("All changes saved")
    assert "498" in person.surface.view.head.words[1][-1]
    assert person.desk.focus == span
    assert person.surface.place() == place
    person.press("6", "Ctrl+Z")
    assert "Undone" in person.window.status.told.text()
    person.press("Ctrl+3", "B", "1")
    assert person.refused == []
    person.window.menus["language_ar"].trigger()
    settle()
    person.press("Ctrl+Z", "Ctrl+1")
    assert person.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert names(person) == arabic
    assert person.spans()[span][0] == "actor"
    person.leave()

    again = come(path)
    assert again.window.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_another_theme_while_running(come: Callable[..., Person], path: Path) -> None:
    person = come(path)

    before = person.spans()
    seen = {}
    for theme in ("light", "dark", "contrast", "light"):
        person.window.menus[f"theme_{theme}"].trigger()
        settle()
        shown = person.window.grab().toImage()
        corner = person.surface.viewport().mapTo(person.window, QPoint(4, person.surface.viewport().height() - 4))
        seen.setdefault(theme, []).append(shown.pixelColor(corner).lightness())
        person.drag_over("تحتويه من مقاطع")
        person.press("1", "Ctrl+Z")
        assert person.spans() == before
    assert seen["light"][0] == seen["light"][1] > 200
    assert seen["dark"][0] < 60


def test_columns_and_drawer_come_back_as_they_were_left(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    person.press("F7", "Ctrl+H")
    person.leave()
    again = come(path)
    assert again.window.code.start.isHidden()
    assert again.window.code.drawer_page == "history"
    assert again.window.code.end.isVisible()
    again.press("F7", "Ctrl+H")
    again.leave()
    third = come(path)
    assert third.window.code.start.isVisible()
    assert not third.window.code.drawer_page
    assert third.window.code.start.width() > 80


def digest(path: Path) -> str:
    """Of the file's bytes; from another process, since closing a file here would drop the lock that we hold on it."""
    code = "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())"
    return subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout


def start_second(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "annotator", str(path), "--language", "en"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.timeout(180)
def test_a_second_window_is_told_who_and_raises_the_first(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    person.code("تحتويه من مقاطع", "1")
    before = digest(path)
    person.window.showMinimized()
    settle()
    second = start_second(path)
    end = time.monotonic() + 60
    while second.poll() is None and time.monotonic() < end:
        settle()
        time.sleep(0.01)
    _, told = second.communicate(timeout=60)
    settle()
    assert second.returncode == 0
    assert "هناء" in told  # who has it
    assert f"since \u2068{datetime.now().astimezone():%Y-%m-%d} " in told
    assert not person.window.isMinimized()
    assert digest(path) == before
    person.press("Ctrl+Z")  # the first goes on as if nothing had been
    assert len(person.spans()) == 67
