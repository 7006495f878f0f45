"""python -m annotator: the command line, which is told here how a window opens."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from annotator import cli, preflight

if TYPE_CHECKING:
    from pathlib import Path

_WINDOW = "annotator.ui.app"  # Qt: loaded for a window only


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


def main() -> int:
    """What the words of the command line ask for; the exit code."""
    cli.speak_utf8()
    return cli.run(sys.argv[1:], cli.Window(show, draw))


if __name__ == "__main__":
    sys.exit(main())
