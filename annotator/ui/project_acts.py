"""Actions of the menu Project."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.ui import opening

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """New, open, import, export, backups, coder, preferences, the end."""
    return {
        "new_project": partial(_new, window),
        "open_project": partial(opening.choose, window),
        "open_sample": partial(opening.open_sample, window),
        "import_articles": partial(_import, window),
        "export": partial(_export, window),
        "back_up": partial(opening.back_up, window),
        "restore": partial(_restore, window),
        "coder": partial(_coder, window),
        "preferences": partial(_preferences, window),
        "close_project": partial(opening.leave, window),
        "quit": window.close,
    }


def _new(window: Window) -> None:
    from annotator.ui.dialogs.new_project import NewProjectDialog  # noqa: PLC0415

    dialog = NewProjectDialog(window.home, window)
    dialog.made.connect(lambda path: opening.open_project(window, path))
    dialog.open()


def _import(window: Window) -> None:
    take_in(window, ())


def take_in(window: Window, files: Sequence[Path]) -> None:
    """Ask how to read these files, which came from the menu or were dropped on the window."""
    from annotator.ui.dialogs.take_in import TakeInDialog  # noqa: PLC0415

    if window.desk is not None and window.desk.bridge.project.writable:
        TakeInDialog(window.desk, window.home.language, files, window).open()


def _export(window: Window) -> None:
    from annotator.ui.dialogs.export import ExportDialog  # noqa: PLC0415

    if window.desk is not None:
        ExportDialog(window.desk, window.home.language, window).open()


def _restore(window: Window) -> None:
    from annotator.ui.dialogs.restore import RestoreDialog  # noqa: PLC0415

    dialog = RestoreDialog(window.home, window.desk.bridge.project if window.desk else None, window.refused, window)
    dialog.restored.connect(lambda path: opening.open_project(window, path))
    dialog.open()


def _coder(window: Window) -> None:
    from annotator.ui.dialogs.coder import CoderDialog  # noqa: PLC0415

    if window.desk is not None:
        dialog = CoderDialog(window.desk, window)
        dialog.chosen.connect(lambda: opening.show_again(window))
        dialog.open()


def _preferences(window: Window) -> None:
    from annotator.ui.dialogs.preferences import PreferencesDialog  # noqa: PLC0415

    dialog = PreferencesDialog(window.home, window)
    dialog.changed.connect(window.take_preferences)
    dialog.open()
