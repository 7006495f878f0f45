"""Actions that search: in the open article, in the whole project."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.operations.occurrences import Hit
    from annotator.ui.find_bar import FindBar
    from annotator.ui.panels.found import FoundPanel
    from annotator.ui.window import Window

_MOST = 120  # code points of a selection that are taken for what is searched for


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {
        "find_here": partial(_with_bar, window, lambda bar: bar.open_bar()),
        "find_next": partial(_with_bar, window, lambda bar: bar.step(1)),
        "find_previous": partial(_with_bar, window, lambda bar: bar.step(-1)),
        "find_all": partial(_in_project, window),
    }


def _with_bar(window: Window, do: Callable[[FindBar], object]) -> None:
    from annotator.ui.find_bar import FindBar  # noqa: PLC0415  (nobody searches before the first paint)

    if window.code is None or window.desk is None:
        return
    window.desk.set_mode("code")
    coding = window.code.coding
    do(coding.findChild(FindBar) or FindBar(coding, window.home.theme, window.home.language))


def _in_project(window: Window) -> None:
    """The drawer with what is found in all articles, beginning with the selected words."""
    if window.code is None or window.desk is None:
        return
    window.desk.set_mode("code")
    code, surface = window.code, window.code.coding.surface
    code.show_drawer("found")
    window.refresh()
    if code.drawer is None:
        return
    panel = cast("FoundPanel", code.drawer.page("found"))
    panel.prepare, panel.show_hit = partial(_prepare, window), partial(_show_hit, window)
    panel.close_drawer = partial(_close_drawer, window)
    start, end = surface.selection() or (0, 0)
    panel.begin(" ".join(surface.text.body[start:end].split()) if end - start <= _MOST else "")


def _prepare(window: Window) -> bool:
    """Fold the texts that were never searched, which may take a while the first time; False if it was cancelled."""
    from annotator.store.folded import Keys  # noqa: PLC0415
    from annotator.ui import jobs  # noqa: PLC0415

    if window.desk is None:
        return False
    said = QCoreApplication.translate("FindActs", "Making the texts ready to be searched")
    with Keys(window.desk.bridge.project) as keys:
        try:
            jobs.hold(said, window, keys.catch_up)
        except AnnotatorError:
            return False
    return True


def _show_hit(window: Window, hit: Hit) -> None:
    """Open the article there, the words selected for a label's key."""
    if window.desk is not None and window.code is not None:
        surface = window.code.coding.surface
        window.desk.open_article(hit.article)
        surface.select(*surface.fit(hit.start, hit.end))
        surface.reveal(hit.start, hit.end)
        surface.setFocus()


def _close_drawer(window: Window) -> None:
    if window.code is not None:
        window.code.show_drawer("")
        window.code.coding.surface.setFocus()
        window.refresh()
