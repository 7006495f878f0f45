"""Actions on the text itself and on how spans stand in it: its parts, its correction, the rule for edges."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.direction import article_direction
from annotator.store import articles

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window

KINDS = ("headline", "lead", "body", "caption")


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {
        **{f"part_{kind}": partial(_set_part, window, kind) for kind in KINDS},
        "found_parts": partial(_found_parts, window),
        "boundary": partial(_boundary, window),
        "correct": partial(_correct, window),
        "show_doubts": partial(show_doubts, window),
    }


def marked(window: Window) -> set[str]:
    """What the paragraph at the selection or the caret is."""
    desk, code = window.desk, window.code
    if desk is None or code is None or not desk.article:
        return set()
    chosen = code.coding.surface.selection()
    place = chosen[0] if chosen else code.coding.surface.caret()
    return {f"part_{articles.part_at(desk.bridge.project.db, desk.article, place)}"}


def _set_part(window: Window, kind: Any) -> None:
    """The paragraphs that are selected, else the one with the caret."""
    from annotator.operations import parts  # noqa: PLC0415  (it knows how to find them, which a start need not)

    desk, code = window.desk, window.code
    if desk is not None and code is not None and desk.article:
        caret = code.coding.surface.caret()
        start, end = code.coding.surface.selection() or (caret, caret)
        code.coding.say(desk.bridge.do(parts.set_part, desk.article, kind, start, end))
        window.refresh()


def _found_parts(window: Window) -> None:
    from annotator.operations import parts  # noqa: PLC0415

    desk, code = window.desk, window.code
    if desk is not None and code is not None and desk.article:
        code.coding.say(desk.bridge.do(parts.found_parts, desk.article))


def _boundary(window: Window) -> None:
    from annotator.ui.dialogs.boundary import BoundaryDialog  # noqa: PLC0415

    if window.desk is None:
        return
    there = next((one for one in window.findChildren(BoundaryDialog) if one.isVisible()), None)
    if there is not None:
        there.activateWindow()
    else:
        text = window.code.coding.text if window.code is not None else None
        rtl = text is None or article_direction(text.body) == "rtl"
        BoundaryDialog(window.desk, window.home.theme, window).show_beside(rtl=rtl)


def _correct(window: Window) -> None:
    from annotator.ui.dialogs.correction import CorrectionDialog  # noqa: PLC0415

    if window.desk is not None and window.code is not None and window.desk.article:
        surface = window.code.coding.surface
        chosen = surface.selection()
        dialog = CorrectionDialog(window.desk, window.home, chosen[0] if chosen else surface.caret(), window)
        dialog.left_doubts.connect(lambda: show_doubts(window))
        dialog.open()


def show_doubts(window: Window) -> None:
    """The spans to look at, in the drawer; the keyboard is in the list."""
    if window.code is not None and window.desk is not None:
        closing = window.code.drawer_page == "doubts"
        window.desk.set_mode("code")
        window.code.show_drawer("" if closing else "doubts")
        if not closing and window.code.drawer is not None:
            window.code.drawer.page("doubts").setFocus()
        window.refresh()
