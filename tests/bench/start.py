"""How long a start takes to the first paint of the sample, beside a hello window of PySide6 in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9

HELLO = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel
class Watch(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
        return False
app = QApplication([])
watch = Watch()
label = QLabel("مرحبا")
label.resize(1000, 800)
label.installEventFilter(watch)
label.show()
app.processEvents()
print(open("/proc/self/statm").read() if sys.platform == "linux" else "", flush=True)
"""

# A filter over all events would cost more than what it measures, so the surface's own paint event tells. Its module is
# imported first for that; garbage is not collected then, as the program itself does not while it starts.
OURS = """
import gc
gc.disable()
import sys
from annotator.ui.text.surface import Surface
paint = Surface.paintEvent
def paintEvent(self, event):
    paint(self, event)
    if self.text.body and Surface.paintEvent is not paint:
        Surface.paintEvent = paint
        print("painted", flush=True)
        from PySide6.QtCore import QTimer
        QTimer.singleShot(600, leave)
def leave():
    print(open("/proc/self/statm").read() if sys.platform == "linux" else "", flush=True)
    from PySide6.QtWidgets import QApplication
    QApplication.closeAllWindows()
Surface.paintEvent = paintEvent
from annotator.__main__ import main
sys.exit(main())
"""


SET_UP = """
import sys
from pathlib import Path
from annotator.operations import sample
from annotator.settings import Preferences
Preferences(name="Hana").save()
sample.build(Path(sys.argv[1]))
"""


def once(script: str, *words: str, environ: dict[str, str]) -> tuple[float, float]:
    """Milliseconds from the start of the process to its first paint, and its memory in MB a moment after."""
    command = [sys.executable, "-c", script, *words]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        took = (time.perf_counter() - begun) * 1000
        pages = child.stdout.readline().split()
        child.stdout.read()
    if line.strip() != "painted" or child.returncode:
        raise RuntimeError(f"did not paint: {line!r}, {child.returncode}")
    return took, int(pages[1]) * 4096 / 1e6 if pages else 0.0


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians over alternating rounds: `hello` and `ours` in milliseconds, `ratio`, memory of both in MB."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_HOME": folder}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)  # both as on a machine where the program was started before
        environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[2]), environ.get("PYTHONPATH", "")])
        project = Path(folder) / "sample.annot"
        subprocess.run([sys.executable, "-c", SET_UP, str(project)], check=True, env=environ)
        pairs = [(once(HELLO, environ=environ), once(OURS, str(project), environ=environ)) for _ in range(rounds + 1)][
            1:
        ]
    hello, ours = ([pair[side][0] for pair in pairs] for side in (0, 1))
    return {
        "hello": statistics.median(hello),
        "ours": statistics.median(ours),
        "ratio": statistics.median(b / a for a, b in zip(hello, ours, strict=True)),
        "hello_mb": statistics.median(pair[0][1] for pair in pairs),
        "ours_mb": statistics.median(pair[1][1] for pair in pairs),
    }


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:10} {value:8.1f}" if name != "ratio" else f"{name:10} {value:8.2f}")
