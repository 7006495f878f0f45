"""A coder who never touches the mouse: the seed article from opening to done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator import paths
from annotator.operations import exchange, starter
from annotator.settings import Preferences
from annotator.store.project import Project
from tests.journeys import keyboard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A project with the starter codebook, one coder and the article, in which nothing is coded."""
    Preferences(name="هناء", language="ar", theme="light").save()
    path = tmp_path / "study.annot"
    starter.begin(path, coder="هناء")
    with Project.open(path) as project:
        exchange.import_files(project, [paths.seeds() / "sana-daesh-twitter.txt"])
    return path


def test_from_opening_to_done(come: Callable[..., Person], fresh: Path) -> None:
    person = come(fresh)
    if not person.desk.article:
        person.press("Ctrl+G", "Down", "Return")
    keyboard.code(person, person.body, person.listen)
    before, actions = person.spans(), len(person.saved)
    keyboard.every(person, person.listen)
    together = person.spans()
    assert len(person.saved) == actions + 1
    assert len(together) == len(before) + keyboard.TIMES
    assert {person.body[slice(*fragments[0])] for label, fragments in together.values() if label == "actor"} == {
        keyboard.PLATFORM
    }
    person.press("Ctrl+Z")
    assert person.spans() == before
    keyboard.finish(person)
    assert person.refused == []
    person.leave()
    with Project.open(fresh) as project:
        keyboard.look(project)
