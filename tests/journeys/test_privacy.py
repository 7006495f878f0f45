"""Nothing leaves the machine, and no word of an article stays anywhere but in project files and data sets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.settings import Preferences

pytestmark = pytest.mark.timeout(180)
ROOT = Path(__file__).parents[2]
CANARY = "كنارىالسر"
BODY = f"قال {CANARY} إن الحرب انتهت.\nثم سكت {CANARY}."
BROKEN = f'{{"text": "{BODY}", "annotations": [{{"label": "actor", "start": 0, "end": 4, "text": "{CANARY}"}}]}}\n'

# The program as a person starts it; somebody codes, searches, meets a bug, takes it back and leaves.
SESSION = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from annotator.ui import app
from annotator.ui.window import Window

canary = sys.argv[2]

def stumble(window):
    QTimer.singleShot(0, lambda: leave(window))
    raise ValueError(canary)

def work():
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, Window)), None)
    if window is None or window.findChild(app.Ending) is None:  # it does not yet stand there with all it has
        QTimer.singleShot(50, work)
        return
    surface = window.code.coding.surface
    QTest.keyClick(surface.viewport(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(surface.viewport(), Qt.Key.Key_1)
    QTimer.singleShot(100, lambda: stumble(window))

def leave(window):
    if QApplication.activeModalWidget() is None:  # nobody has said yet that there was trouble
        QTimer.singleShot(50, lambda: leave(window))
        return
    print(len(window.code.coding.surface.view.marks.by_id), flush=True)
    window.menus["undo"].trigger()
    window.close()

app.application()
QTimer.singleShot(0, work)
sys.exit(app.run(Path(sys.argv[1]), language="ar"))
"""


def traced(trace: Path) -> list[str]:
    """How to have the system calls of a command written down, where that can be done."""
    strace = shutil.which("strace")
    can = (
        strace and subprocess.run([strace, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
    )
    return [str(strace), "-f", "-A", "-e", "trace=%network", "-o", str(trace)] if can else []


def test_a_session_leaves_nothing_behind_and_calls_nobody(tmp_path: Path, annotator_home: Path) -> None:
    work, home, temporary = (tmp_path / name for name in ("work", "home", "tmp"))
    for folder in (work, home, temporary):
        folder.mkdir()
    Preferences(name="هناء", language="ar").save()
    (work / "a.txt").write_text(BODY, "utf-8")
    (work / "b.jsonl").write_text(BROKEN, "utf-8")
    trace = tmp_path / "trace"
    environ = os.environ | {"HOME": str(home), "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}

    def run(*words: str) -> str:
        command = [*traced(trace), sys.executable, *words]
        return subprocess.run(command, cwd=work, env=environ, capture_output=True, text=True, check=True).stdout

    program = ("-m", "annotator")
    run(*program, "new", "p.annot")
    run(*program, "import", "p.annot", "a.txt", "b.jsonl")
    run(*program, "export", "p.annot", "out.jsonl", "--format", "jsonl")
    assert run("-c", SESSION, "p.annot", CANARY) == "1\n"
    run(*program, "backup", "p.annot")

    kept = [path for root in (annotator_home, home, temporary) for path in root.rglob("*") if path.is_file()]
    log = annotator_home / "log" / "annotator.log"
    assert "ValueError" in log.read_text("utf-8")  # it was written, without the words
    told = {path for path in kept if any(CANARY.encode(how) in path.read_bytes() for how in ("utf-8", "utf-16-le"))}
    told |= {path for path in kept if CANARY.encode("ascii", "backslashreplace") in path.read_bytes()}
    assert {path.parent.parent for path in told} == {annotator_home / "data" / "backups"}
    assert not [path for path in kept if temporary in path.parents]
    if trace.exists():
        assert "AF_UNIX" in trace.read_text("utf-8", "replace")  # there is something in it
        assert "AF_INET" not in trace.read_text("utf-8", "replace")
