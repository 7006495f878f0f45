"""Actions that open a list over the text: a label, anything, every occurrence, the word lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {
        "palette": partial(_label_or_anything, window),
        "anything": partial(_anything, window),
        "label": partial(_pick, window),
        "brush": partial(_pick, window, lasting=True),
        "occurrences": partial(_every, window),
        "word_lists": partial(_word_lists, window),
    }


def _label_or_anything(window: Window) -> None:
    """A label where one can be put on something, else whatever can be done."""
    desk = window.desk
    at_words = desk is not None and desk.mode == "code" and (desk.selection or desk.focus)
    _pick(window) if at_words else _anything(window)


def _anything(window: Window) -> None:
    from annotator.ui.dialogs.palette import Palette  # noqa: PLC0415  (nothing of it is needed before it is asked for)

    palette = Palette(window.home.theme, window)
    palette.offer(window.menus, window.desk, window.code.coding if window.code else None)
    palette.open()


def _pick(window: Window, *, lasting: bool = False) -> None:
    from annotator.ui.dialogs.picker import Picker  # noqa: PLC0415

    if window.desk is not None and window.code is not None:
        window.desk.set_mode("code")
        picker = Picker(window.home.theme, window, window.desk, window.code.coding, lasting=lasting)
        picker.offer_actions(window.menus)
        picker.open()


def _every(window: Window) -> None:
    from annotator.ui.dialogs.every import EveryDialog  # noqa: PLC0415

    if window.desk is not None and window.code is not None:
        window.desk.set_mode("code")
        EveryDialog(window.desk, window.code.coding, window.home.theme, window.home.language, window).begin()


def _word_lists(window: Window) -> None:
    from annotator.ui.dialogs.word_lists import WordListsDialog  # noqa: PLC0415

    if window.desk is not None:
        WordListsDialog(window.desk, window.home.theme, window.home.language, window).open()
