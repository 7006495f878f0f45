"""Actions of the menus Edit and Code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.code_page import CodePage
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """Undo and find an article, step, edges and status."""

    def here(do: Callable[[CodePage], object]) -> Callable[[], object]:
        return lambda: do(window.code) if window.code is not None else None

    return {
        "undo": partial(_bridge, window, "undo"),
        "redo": partial(_bridge, window, "redo"),
        "copy": here(lambda code: code.coding.surface.copy()),
        "remove": here(lambda code: code.coding.remove()),
        "find": partial(_find, window),
        "inspect": partial(_inspect, window),
        "overlaps": here(lambda code: code.coding.surface.crowds.open_here()),
        "next_span": partial(_step, window, 1),
        "previous_span": partial(_step, window, -1),
        "next_article": here(lambda code: code.panels.articles.step(1)),
        "previous_article": here(lambda code: code.panels.articles.step(-1)),
        **_edges(window),
    }


def _edges(window: Window) -> dict[str, Callable[[], object]]:
    def nudge(edge: str, side: str, by: str) -> None:
        if window.code is not None:
            window.code.coding.nudge(edge, side, by)

    return {
        f"{edge}_{side}{suffix}": partial(nudge, edge, side, by)
        for edge in ("start", "end")
        for side in ("left", "right")
        for suffix, by in (("", "word"), ("_letter", "cluster"))
    }


def _bridge(window: Window, verb: str) -> None:
    if window.desk is not None and (done := getattr(window.desk.bridge, verb)()) is not None and window.code:
        window.code.coding.say_again(done)


def _step(window: Window, by: int) -> None:
    """The next span; in Review, the next difference."""
    if window.review is not None:
        window.review.step(by)
    elif window.code is not None:
        window.code.coding.step(by)


def _find(window: Window) -> None:
    if window.desk is not None and window.code is not None:
        window.desk.set_mode("code")
        window.menus["show_articles"].setChecked(True)
        window.code.start.show()
        window.code.panels.articles.search.setFocus()
        window.code.panels.articles.search.selectAll()


def _inspect(window: Window) -> None:
    if window.code is not None:
        window.code.end.show()
        window.code.panels.inspector.focus_first()
