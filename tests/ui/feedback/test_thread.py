"""Notes on a decision where it is reviewed, and where open notes lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.operations import notes, review
from annotator.store import codings
from annotator.ui.feedback.thread import DecisionThread
from annotator.ui.models import open_notes
from tests.journeys.person import Person, settle
from tests.operations.test_feedback import the_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def person(study: Callable[[str], Path]) -> Iterator[Person]:
    person = Person(study("en"), language="en", theme="light")
    yield person
    person.leave()


def test_a_note_on_a_decision_stands_beside_it_and_is_found_among_the_open_ones(person: Person) -> None:
    project = person.project
    found = [d for d, _ in review.work(project, the_case(project)).settled][3]
    decision = review.decisions(project, the_case(project))[found.id].id
    person.desk.bridge.do(notes.add_note, "decision", decision, "Do you agree?")
    (line,) = [one for one in open_notes.open_notes(person.desk) if one.note.owner_kind == "decision"]
    assert open_notes.place_of(person.desk, "decision", decision) in line.below
    assert open_notes.place_of(person.desk, "decision", "gone") == ""
    person.desk.set_mode("review")
    settle()
    open_notes.show(person.desk, "decision", decision)
    settle()
    page = person.window.review
    assert page is not None
    assert page.sitting.current.id == found.id
    (answers,) = page.findChildren(DecisionThread)
    assert answers.isVisible()
    assert answers.decision == decision
    answers.begin()
    field = answers.card.fields["new note"]
    field.text.insertPlainText("Written and not left")
    page.step(-1)
    settle()
    assert answers.decision != decision
    assert "Written and not left" in [note.body for note in codings.notes(project.db, [decision])]
    person.desk.bridge.undo()
    person.home.language.choose("ar")
    settle()
    assert answers.heading.text() == "ملاحظات على هذا القرار"
