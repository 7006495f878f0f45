"""Notes put together as threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Note


@dataclass(frozen=True, slots=True)
class Thread:
    """A note and its answers, oldest first."""

    first: Note
    answers: tuple[Note, ...]


def threads(notes: Sequence[Note]) -> list[Thread]:
    """The threads among the notes of one owner, in their order; an answer whose first note is gone is one itself."""
    there = {note.id for note in notes}
    firsts = [note for note in notes if note.thread not in there]
    return [Thread(first, tuple(note for note in notes if note.thread == first.id)) for first in firsts]
