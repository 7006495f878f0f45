"""Actions that search: in the open article, in the whole project."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.find_bar import FindBar
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {
        "find_here": partial(_with_bar, window, lambda bar: bar.open_bar()),
        "find_next": partial(_with_bar, window, lambda bar: bar.step(1)),
        "find_previous": partial(_with_bar, window, lambda bar: bar.step(-1)),
    }


def _with_bar(window: Window, do: Callable[[FindBar], object]) -> None:
    from annotator.ui.find_bar import FindBar  # noqa: PLC0415  (nobody searches before the first paint)

    if window.code is None or window.desk is None:
        return
    window.desk.set_mode("code")
    coding = window.code.coding
    do(coding.findChild(FindBar) or FindBar(coding, window.home.theme, window.home.language))
