"""A coder who never touches the mouse: the seed article from opening to done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.settings import Preferences
from annotator.store.project import Project
from tests.journeys import keyboard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person


def test_from_opening_to_done(come: Callable[..., Person], tmp_path: Path) -> None:
    Preferences(name="هناء", language="ar", theme="light").save()
    path = keyboard.uncoded(tmp_path / "study.annot")
    person = come(path)
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
    with Project.open(path) as project:
        keyboard.look(project)
