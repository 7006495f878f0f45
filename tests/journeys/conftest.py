"""A person for each test, who has left when it ends."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

from annotator.operations import sample
from annotator.settings import Preferences
from tests.journeys.person import Person, settle
from tests.journeys.screen import Screen


class Flashes(QObject):
    """Hears of whatever shows as a window of its own and is none: it would flash, and take the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Note it."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            popup = watched.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup
            tool = watched.windowType() in {Qt.WindowType.ToolTip, Qt.WindowType.Popup, Qt.WindowType.Tool}
            if not (popup or tool or isinstance(watched, QMainWindow | QDialog | QMenu)):
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def come(qapp) -> Iterator[Callable[..., Person]]:
    """Start the program once more; nothing may flash up as a window that is none."""
    there: list[Person] = []
    flashes = Flashes()
    qapp.installEventFilter(flashes)

    def start(path: Path | None = None, **choices) -> Person:
        person = Person(path, **choices)
        there.append(person)
        return person

    yield start
    for person in there:
        person.leave()
    settle()
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's project file, made once."""
    path = tmp_path_factory.mktemp("built") / "sample.annot"
    sample.build(path, "ar")
    return path


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    """A sample of one's own, and somebody who has been here before."""
    Preferences(name="هناء", language="ar", theme="light").save()
    path = tmp_path / "morning.annot"
    shutil.copyfile(built, path)
    return path


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A real screen with nothing on it yet."""
    screen = Screen(tmp_path / "home")
    yield screen
    screen.close()
