"""Actions on what was settled: feedback to a colleague, and the codebook's conflicts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {"send_feedback": partial(_send, window), "conflicts": partial(show_conflicts, window)}


def _send(window: Window) -> None:
    from annotator.ui.feedback.dialog import FeedbackDialog  # noqa: PLC0415  (seldom needed)

    if window.desk is not None:
        FeedbackDialog(window.desk, window.home.language, window).open()


def show_conflicts(window: Window, label: str = "") -> None:
    """The window of conflicts, at a label if one is named."""
    from annotator.ui.clinic.dialog import ClinicWindow  # noqa: PLC0415  (seldom needed)

    if window.desk is None:
        return
    there = next((one for one in window.findChildren(ClinicWindow) if one.isVisible()), None)
    shown = there or ClinicWindow(window.desk, window.home.theme, window)
    if label:
        shown.choose(label)
    shown.show()
    shown.activateWindow()
