from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.ui import single

ROOT = Path(__file__).parents[2]
SECOND = """
import sys
from pathlib import Path
from annotator.ui import single
sys.exit(not single.raise_first(Path(sys.argv[1])))
"""


def second_start(path: Path) -> subprocess.Popen[bytes]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", SECOND, str(path)], env=environ)


def test_the_first_is_called_and_answers(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "مشروع.annot"
    path.touch()
    first = single.First(path)
    with second_start(path) as second:
        qtbot.waitSignal(first.called, timeout=30_000).wait()
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        assert second.returncode == 0
    first.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_nobody_answers_for_another_project(tmp_path: Path) -> None:
    first = single.First(tmp_path / "one.annot")
    assert not single.raise_first(tmp_path / "two.annot")
    first.deleteLater()


def test_what_an_ended_process_left_is_no_hindrance(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "one.annot"
    gone = single.First(path)
    again = single.First(path)
    with second_start(path) as second:
        qtbot.waitSignal(again.called, timeout=30_000).wait()
        second.wait(30)
    for made in (gone, again):
        made.deleteLater()
