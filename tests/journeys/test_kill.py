"""The program killed at any moment: whatever the window showed as saved is there, and nothing is asked."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.person import Person

ROOT = Path(__file__).parents[2]


def coded_until_killed(path: Path, spans: int, seconds: float) -> list[str]:
    """The ids that a process told as saved before it was killed: so long after it had told that many."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.coder", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        try:
            up = process.stdout.readline()
            assert up == "up\n", process.stderr.read()
            told = "".join(process.stdout.readline() for _ in range(spans))
            time.sleep(seconds)
        finally:
            process.kill()
        told += process.stdout.read()  # `communicate` would lose what `readline` had read already
        trouble = process.communicate()[1]
    assert "Traceback" not in trouble
    return told.split()


def sample(path: Path) -> set[str]:
    """The spans that are there before anybody works."""
    with Project.read(path) as project:
        return {row[0] for row in project.db.execute('select "id" from "annotation"')}


def _kill(come: Callable[..., Person], path: Path, times: int) -> int:
    generator, told, known = random.Random(5), set[str](), sample(path)
    for _ in range(times):
        new = coded_until_killed(path, generator.randint(0, 5), generator.random() / 4)
        told.update(new)
        person = come(path)
        assert QApplication.activeModalWidget() is None
        assert person.window.desk is not None
        spans = person.spans()  # each with the words of its place, and the page shows the same
        fresh = spans.keys() - known
        assert told <= spans.keys()
        assert len(fresh) - len(new) in {0, 1}  # the last may have been saved and not yet told
        if fresh:
            person.press("Ctrl+Z")
            assert spans.keys() - person.spans().keys() == (fresh - set(new) or {new[-1]})
            person.press("Ctrl+Shift+Z")
        assert person.spans() == spans
        assert person.refused == []
        known = set(spans)
        person.leave()
    return len(told)


@pytest.mark.timeout(900)
def test_8_kills(come: Callable[..., Person], path: Path) -> None:
    assert _kill(come, path, 8) > 8


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_200_kills(come: Callable[..., Person], path: Path) -> None:
    told = _kill(come, path, 200)
    sys.stdout.write(f"200 kills, {told} spans told as saved\n")
    assert told > 200
