from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from annotator import paths
from annotator.operations import sample
from annotator.settings import Preferences, State
from annotator.store import articles, codings
from annotator.store.project import Project
from annotator.ui import app


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Preferences(name="Hana").save()
    sample.build(tmp_path / "study.annot", "ar")
    return tmp_path / "study.annot"


@pytest.mark.parametrize(("scale", "theme", "mode"), [(1.0, "light", "code"), (2.0, "dark", "review")])
def test_a_picture_of_the_window(path: Path, tmp_path: Path, scale: float, theme: str, mode: str) -> None:
    app.picture(path, tmp_path / "window.png", language="ar", theme=theme, scale=scale, mode=mode, size=(1200, 800))
    image = QImage(str(tmp_path / "window.png"))
    assert (image.width(), image.height()) == (1200 * scale, 800 * scale)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert len(colours) > 20
    assert ("#232427" in colours) == (theme == "dark")
    assert State.load() == State()  # it leaves no trace of itself
    assert Preferences.load().theme == "auto"
    assert not list(paths.user_data().rglob("backups/*/*"))
    bar = [image.pixelColor(x, round(55 * scale)).name() for x in range(0, image.width(), 2)]
    assert len(set(bar)) > 8  # what stands around the page is there as well


def test_a_picture_with_a_span_in_focus(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        article = articles.order(project.db)[0]
        coding = next(one.id for one in codings.of_article(project.db, article))
        last = codings.annotations_of(project.db, [coding])[-1].id
    for focus in ("", last):
        app.picture(path, tmp_path / f"{focus}.png", focus=focus, size=(1200, 800))
    assert QImage(str(tmp_path / ".png")) != QImage(str(tmp_path / f"{last}.png"))


SCRIPT = """
import sys
from pathlib import Path
from annotator.ui import app
from annotator.ui.window import Window
Window.come_forward
take = Window.furnish
def furnish(self):
    take(self)
    print("ready", flush=True)
Window.furnish = furnish
sys.exit(app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None, language="en"))
"""


def started(*words: str) -> subprocess.Popen[str]:
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, "-c", SCRIPT, *words], env=environ, stdout=-1, stderr=-1, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_in_order(path: Path, number: int) -> None:
    with started(str(path)) as program:
        assert program.stdout.readline() == "ready\n"
        program.send_signal(number)
        assert program.wait(40) == 0, program.stderr.read()
    with Project.open(path) as project:
        assert not project.crashed
    assert State.load().recent == [str(path)]


def test_a_second_start_says_so_and_ends(path: Path) -> None:
    with started(str(path)) as first:
        assert first.stdout.readline() == "ready\n"
        time.sleep(0.2)
        with started(str(path)) as second:
            assert second.wait(40) == 0
            assert "in use" in second.stderr.read()
        first.send_signal(signal.SIGTERM)
        assert first.wait(40) == 0
