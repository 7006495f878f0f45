"""Actions on work that travels: hand over, take back, and the instructions of a package."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.errors import AnnotatorError
from annotator.store import codebook
from annotator.ui import opening

translate = QCoreApplication.translate
if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.travel.package import Package
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {
        "hand_over": partial(_hand_over, window),
        "take_back": partial(_choose, window),
        "instructions": partial(_show_instructions, window),
    }


def conditions(window: Window) -> dict[str, bool]:
    """Whether the window shows a package, or a project that work can be handed over from."""
    if window.desk is None:
        return {}
    project = window.desk.bridge.project
    package = bool(codebook.project(project.db).package)
    return {"package": package, "home": project.writable and not package}


def receive(window: Window) -> None:
    """Where the open file is a package: say so, for as long as it is open."""
    from annotator.operations import sealed  # noqa: PLC0415  (after the first paint)

    found = sealed.of(window.desk.bridge.project) if window.desk is not None else None
    if found is None or found.handover.kind != "work":
        return
    from annotator.ui.travel.package import Package  # noqa: PLC0415  (only in packages)

    Package(found, window).setObjectName("package")


def take_back(window: Window, path: Path) -> bool:
    """Look at a package that came back, and ask; what is wrong with it is said. Whether it could be looked at."""
    from annotator.ui.travel.take_back import TakeBackDialog, looked_at  # noqa: PLC0415  (seldom needed)

    if window.desk is None:
        return False
    try:
        preview = looked_at(window.desk, path, window)
    except AnnotatorError as error:
        window.trouble.show(error)
        return False
    TakeBackDialog(window.desk, window.home.language, preview, window).open()
    return True


def is_returned(window: Window, path: Path) -> bool:
    """Whether a file is a package that was handed over from the project that is open."""
    from annotator.store import foreign  # noqa: PLC0415  (seldom needed)

    if not conditions(window).get("home") or window.desk is None:
        return False
    try:
        with foreign.read(path) as found:
            told = found.told
    except AnnotatorError:
        return False
    return told.handover is not None and told.project == window.desk.bridge.project.id


def _hand_over(window: Window) -> None:
    from annotator.ui.travel.hand_over import HandOverDialog  # noqa: PLC0415  (seldom needed)

    if window.desk is not None:
        HandOverDialog(window.desk, window.home.language, window).open()


def _choose(window: Window) -> None:
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    if window.desk is None:
        return
    words = translate("Travel", "Packages (*%1);;All files (*)").replace("%1", opening.SUFFIX)
    folder = str(window.desk.bridge.project.path.parent)
    name, _ = QFileDialog.getOpenFileName(window, translate("Travel", "Take back"), folder, words)
    if name:
        take_back(window, Path(name))


def _show_instructions(window: Window) -> None:
    package = window.desk.findChild(QObject, "package") if window.desk is not None else None
    if package is not None:
        cast("Package", package).show_instructions()
