"""Killed while somebody writes, the words of all but the last two seconds are offered at the next start."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from annotator.operations import sample
from annotator.store import codings, drafts
from annotator.store.project import Project
from annotator.ui.panels.draft_keeper import PAUSE
from tests.journeys.person import Person, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
WORDS = "هل هذا فاعل أم مكان؟"

WRITER = f"""
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtTest import QTest
from annotator.store import codings
from tests.journeys.person import Person

person = Person(Path(sys.argv[1]))
span = codings.annotations_of(person.project.db, [person.desk.where.id])[0]
person.desk.focus_on(span.id)
QTest.qWait(100)
person.press("Ctrl+M")
person.write({WORDS!r})
print(span.id, flush=True)
QTest.qWait(60_000)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    sample.build(tmp_path / "study.annot", "en")
    return tmp_path / "study.annot"


@pytest.fixture
def killed(path: Path) -> str:
    """The span on which a note was being written when its process was killed."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        span = writer.stdout.readline().strip()
        assert span
        with_draft = time.monotonic() + 40
        while not any(draft.owner == span for draft in _all(path)) and time.monotonic() < with_draft:
            time.sleep(0.05)
    finally:
        os.kill(writer.pid, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        writer.wait()
        writer.stdout.close()
    return span


def _all(path: Path) -> list[drafts.Draft]:
    """Of whoever has been here: the project is in use, so only a copy of it can be asked."""
    copy = path.with_name("copy.annot")
    shutil.copyfile(path, copy)
    with Project.read(copy) as project:
        people = [row[0] for row in project.db.execute("select id from coder")]
        found = [draft for coder in people for draft in drafts.of(project.id, coder)]
    copy.unlink()
    return found


@pytest.fixture
def person(path: Path, killed: str) -> Iterator[Person]:
    del killed
    person = Person(path, language="en", theme="light")
    yield person
    person.leave()


def test_the_pause_is_the_two_seconds_that_were_promised() -> None:
    assert PAUSE == 2000


def test_after_a_kill_the_note_is_offered_where_it_was_written(person: Person, killed: str) -> None:
    assert codings.notes(person.project.db, [killed]) == []
    settle()
    assert WORDS in person.window.notice.sentence.text()
    assert person.window.notice.isVisible()
    offer = next(one for one in person.window.notice.findChildren(QPushButton) if one.text() == "Go there")
    person.click(offer)
    assert person.desk.focus == killed
    person.press("Space")  # the keyboard is on "Go on writing"
    notes = person.window.code.panels.inspector._notes
    assert notes.fields["new note"].text.toPlainText() == WORDS
    person.press("Ctrl+Return")
    assert [note.body for note in codings.notes(person.project.db, [killed])] == [WORDS]
    assert drafts.of(person.project.id, person.project.coder) == []
