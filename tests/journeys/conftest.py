"""A person for each test, who has left when it ends."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.operations import sample
from annotator.settings import Preferences
from tests.journeys.person import Person, settle
from tests.journeys.screen import Screen


@pytest.fixture
def come(qapp) -> Iterator[Callable[..., Person]]:
    """Start the program once more."""
    del qapp  # it is there
    there: list[Person] = []

    def start(path: Path | None = None, **choices) -> Person:
        person = Person(path, **choices)
        there.append(person)
        return person

    yield start
    for person in there:
        person.leave()
    settle()


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
