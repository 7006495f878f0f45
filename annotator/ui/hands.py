"""What each action of the table does in a window; the doing is the pages', the dialogs', the bridge's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui import code_acts, project_acts, view_acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {**project_acts.handlers(window), **code_acts.handlers(window), **view_acts.handlers(window)}
