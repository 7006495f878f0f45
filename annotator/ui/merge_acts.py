"""Actions on copies: merging another one in, and the window on what does not go together."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.errors import AnnotatorError

translate = QCoreApplication.translate
if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.operations.other_copy import Preview
    from annotator.store.project import Project
    from annotator.ui.jobs import ProgressDialog
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {"merge": partial(choose, window), "clashes": partial(show_clashes, window)}


def choose(window: Window) -> None:
    """Ask for the other copy and show what would come of it."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (seldom)

    if window.desk is None:
        return
    folder = str(window.desk.bridge.project.path.parent)
    title = translate("Merging", "Choose another copy of this project")
    kinds = translate("Merging", "Projects (*.annot)")
    file, _ = QFileDialog.getOpenFileName(window, title, folder, kinds)
    if file:
        merge(window, Path(file))


def merge(window: Window, path: Path) -> None:
    """Look at a copy and show it before anything is done."""
    from annotator.ui import jobs  # noqa: PLC0415  (seldom)
    from annotator.ui.merging.preview import MergeDialog  # noqa: PLC0415

    desk = window.desk
    if desk is None:
        return
    try:
        preview = jobs.hold(
            translate("Merging", "Reading the other copy"), window, partial(_look, desk.bridge.project, path)
        )
    except AnnotatorError as error:
        if error.key != "cancelled":
            window.tell(error)
        return
    dialog = MergeDialog(desk, window.home, preview, window)
    dialog.merged.connect(partial(_told, window))
    dialog.open()


def _look(project: Project, path: Path, tell: ProgressDialog) -> Preview:
    from annotator.operations import other_copy  # noqa: PLC0415

    with other_copy.opened(project, path) as other:
        return other_copy.look(project, other, tell=lambda share: tell(share, path.name))


def _told(window: Window, sentence: str, held: int) -> None:
    """One calm sentence; where something waits, the way to it."""
    look = translate("Merging", "Look at them…")
    window.say(sentence, {look: partial(show_clashes, window)} if held else None)


def show_clashes(window: Window) -> None:
    """The window on clashes, beside the text; brought forward if it is open."""
    from annotator.ui.merging.clashes import ClashesDialog  # noqa: PLC0415

    if window.desk is None:
        return
    there = next((one for one in window.findChildren(ClashesDialog) if one.isVisible()), None)
    if there is not None:
        there.activateWindow()
    else:
        ClashesDialog(window.desk, window.home, window).show()
