from __future__ import annotations

from annotator.core.models import Note
from annotator.ui.models.threads import Thread, threads


def note(name: str, thread: str = "") -> Note:
    return Note(name, "article", "a", "c", name, "", thread)


def test_answers_stand_under_their_first_note_and_orphans_alone() -> None:
    one, two, answer, orphan = note("1"), note("2"), note("3", "1"), note("4", "gone")
    assert threads([one, two, answer, orphan]) == [Thread(one, (answer,)), Thread(two, ()), Thread(orphan, ())]
