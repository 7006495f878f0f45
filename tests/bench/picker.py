"""How long a picker over a large codebook takes from its key to its first list on the screen, and from a letter to the next."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from surface import article as words_of  # noqa: E402
from surface import settle  # noqa: E402

from annotator.core.changes import change  # noqa: E402
from annotator.core.models import Article, Label  # noqa: E402
from annotator.core.order import spread  # noqa: E402
from annotator.core.rows import added  # noqa: E402
from annotator.operations import starter  # noqa: E402
from annotator.store.project import Project  # noqa: E402
from annotator.ui import opening  # noqa: E402
from annotator.ui.app import application  # noqa: E402
from annotator.ui.home import furnish  # noqa: E402
from annotator.ui.window import Window  # noqa: E402

LABELS = 2_000
_FAMILY = 20  # labels under one parent


def build(path: Path) -> None:
    """A project with one article and so many labels, each under the first of its family."""
    starter.begin(path, coder="A")
    text = words_of(500)
    with Project.open(path) as project:
        places = spread(LABELS)
        labels = (
            Label(
                f"label-{at}",
                {"en": f"Label number {at}", "ar": f"رمز الإطار {at}"},
                at % 360,
                parent=f"label-{at - at % _FAMILY}" if at % _FAMILY else None,
                position=f"x{places[at]}",
                synonyms=(f"مرادف {at}",),
            )
            for at in range(LABELS)
        )
        first = Article("article", "مقال", text.hash, position="V")
        project.journal.commit(change("import", [text, added(first), *map(added, labels)]))


def timings(rounds: int = 12) -> dict[str, list[float]]:
    """Milliseconds of each opening and of each first letter, to the end of the paint."""
    found: dict[str, list[float]] = {"open": [], "letter": []}
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"ANNOTATOR_HOME": folder}):
        path = Path(folder) / "bench.annot"
        build(path)
        home = furnish(application(), language="ar", theme="light")
        window = Window(home)
        opening.open_project(window, path)
        window.show()
        window.activateWindow()
        settle()
        for at in range(rounds):
            window.code.coding.surface.select(at * 10, at * 10 + 12)
            settle()
            found["open"].append(
                _timed(lambda: QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier))
            )
            picker = shown()
            assert len(picker.list.offers) >= LABELS
            found["letter"].append(_timed(lambda field=picker.field: field.setText("رمز")))
            picker.reject()
            window.activateWindow()
            settle()
        window.close()
        window.deleteLater()
        settle()
    return found


def shown():
    """The picker that is on the screen; not asked for by its class, so that its modules are loaded by the first key."""
    return next(each for each in QApplication.topLevelWidgets() if type(each).__name__ == "Picker" and each.isVisible())


def _timed(do) -> float:
    start = time.perf_counter()
    do()
    QApplication.sendPostedEvents(shown(), QEvent.Type.LayoutRequest.value)
    shown().list.viewport().repaint()
    return (time.perf_counter() - start) * 1000


median = statistics.median


def main() -> None:
    """Print everything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name, times in timings().items():
        first, rest = times[0], times[1:]
        print(f"{name:8} the first {first:6.1f} ms   median of the others {statistics.median(rest):6.1f} ms")


if __name__ == "__main__":
    main()
