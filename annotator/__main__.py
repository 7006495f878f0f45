"""python -m annotator: the command line, which is told here how a window opens."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from annotator import preflight
from annotator.core.errors import AnnotatorError

_SUFFIX = ".annot"  # no command is called so
_WINDOW = "annotator.ui.app"  # Qt: loaded for a window only
_FIGURES = "annotator.ui.agreement.command"  # or to draw


def show(project: Path | None, language: str) -> int:
    """Open a window on a project, or on the last one."""
    preflight.check_machine(os.environ, window=True)
    return int(import_module(_WINDOW).run(project, language=language or None))


def draw(project: Path, picture: Path, language: str) -> None:
    """Draw a window on a project into a PNG, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    preflight.check_machine(os.environ, window=False)
    chosen = {"language": language} if language else {}
    import_module(_WINDOW).picture(project, picture, **chosen)


def plot(path: Path, *what: object) -> None:
    """Draw a figure of agreement into a file, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    preflight.check_machine(os.environ, window=False)
    import_module(_FIGURES).draw(path, *what)


def main() -> int:
    """What the words of the command line ask for; the exit code."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and words[0].endswith(_SUFFIX)):
        with suppress(AnnotatorError):  # the command line knows how to say it
            return _open(Path(words[0]).absolute() if words else None)
    from annotator import cli  # noqa: PLC0415  (40 ms that opening a window need not pay)

    cli.speak_utf8()
    return cli.run(words, cli.Window(show, draw, plot))


def _open(project: Path | None) -> int:
    """The way of every day, straight to the window, which sees to its garbage itself when it stands there."""
    gc.disable()  # looking through what a start makes and keeps takes 10 ms of it
    try:
        preflight.check_store()
        return show(project, "")
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
