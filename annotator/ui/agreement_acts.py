"""Actions on agreement: the window on it, and a case of it shown in Review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {"agreement": partial(show_agreement, window)}


def show_agreement(window: Window) -> None:
    """The window on agreement, beside the text; brought forward if it is open."""
    from annotator.ui.agreement.dialog import AgreementWindow  # noqa: PLC0415  (opened in some sittings)

    if window.desk is None:
        return
    there = next((one for one in window.findChildren(AgreementWindow) if one.isVisible()), None)
    if there is not None:
        there.activateWindow()
    else:
        AgreementWindow(window.desk, window.home, window).show()
