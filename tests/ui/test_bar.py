"""The toolbar gives up words before it cuts the names of the modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.person import Person, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def person(study: Path, monkeypatch, tmp_path: Path) -> Iterator[Person]:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    person = Person(study, language="en")
    yield person
    person.leave()


def words(person: Person) -> list[str]:
    return [button.text() for button in person.window.bar._buttons.values()]


@pytest.mark.parametrize("width", [1600, 1000, 760])
def test_the_modes_are_always_whole(person: Person, width: int) -> None:
    person.window.resize(width, 600)
    settle()
    for segment in person.window.bar.segments:
        assert segment.width() >= segment.sizeHint().width()
    assert all(words(person)) is (width == 1600)
    assert all(button.accessibleName() for button in person.window.bar._buttons.values())
    last = max(segment.parentWidget().geometry().right() for segment in person.window.bar.segments)
    assert last <= person.window.width()


def test_the_words_come_back(person: Person) -> None:
    person.window.resize(760, 600)
    settle()
    assert not any(words(person))
    person.window.resize(1600, 600)
    settle()
    assert all(words(person))
    assert "Study" in person.window.bar.title.text()
