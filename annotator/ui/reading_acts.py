"""Actions that help to read: signs, bare words, lit words, what shows, the text's font; print and PDF."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.reading import Reading
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """Switches of the menu View; print and PDF."""
    return {
        "show_signs": partial(_with, window, lambda reading: reading.show_signs(on=not reading.signs)),
        "hide_vowels": partial(_with, window, lambda reading: reading.hide_vowels(on=not reading.bare)),
        "light_words": partial(_with, window, lambda reading: reading.light_words(on=not reading.lighting.on)),
        "show_what": partial(_show_what, window),
        "only_label": partial(_with, window, lambda reading: reading.only_focused()),
        "all_labels": partial(_with, window, lambda reading: reading.only("")),
        "text_look": partial(_text_look, window),
        "print": partial(_print, window),
        "save_pdf": partial(_save_pdf, window),
    }


def _with(window: Window, do: Callable[[Reading], object]) -> None:
    if window.code is not None:
        do(window.code.reading)
        window.refresh()


def _show_what(window: Window) -> None:
    from annotator.ui.dialogs.shown import ShownDialog  # noqa: PLC0415

    if window.desk is not None and window.code is not None:
        dialog = ShownDialog(window.desk, window.code.reading, window.home.theme, window)
        dialog.finished.connect(lambda _how: window.refresh())
        dialog.open()


def _text_look(window: Window) -> None:
    from annotator.ui.dialogs.text_look import TextDialog  # noqa: PLC0415

    if window.desk is not None:
        dialog = TextDialog(window.home, window.desk.bridge.project.kept_as, window)
        dialog.changed.connect(window.take_preferences)
        dialog.open()


def _print(window: Window) -> None:
    from annotator.ui import paper  # noqa: PLC0415

    paper.print_article(window)


def _save_pdf(window: Window) -> None:
    from annotator.ui import paper  # noqa: PLC0415

    paper.save_pdf(window)
