"""Actions of the menus View and Help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """Modes, zoom, panels, direction, theme, language; help."""
    return {
        **{f"mode_{mode}": partial(_mode, window, mode) for mode in ("code", "codebook", "review")},
        "zoom_in": partial(_zoom, window, 1),
        "zoom_out": partial(_zoom, window, -1),
        "zoom_reset": partial(_zoom, window, 0),
        "show_articles": partial(_toggle, window, "start"),
        "show_codebook": partial(_toggle, window, "end"),
        "show_history": partial(_drawer, window, "history"),
        "full_screen": partial(_full_screen, window),
        **{f"direction_{name or 'auto'}": partial(_direction, window, name) for name in ("", "rtl", "ltr")},
        **{f"theme_{name}": partial(window.home.choose, theme=name) for name in ("auto", "light", "dark", "contrast")},
        **{f"language_{name}": partial(window.home.choose, language=name) for name in ("ar", "en")},
        **{name: partial(_help, window, name) for name in ("first_steps", "by_keyboard", "with_colleagues")},
        "shortcuts": partial(_shortcuts, window),
        "read_paragraph": partial(_reader, window),
        "about": partial(_about, window),
    }


def _mode(window: Window, mode: str) -> None:
    if window.desk is not None:
        window.desk.set_mode(mode)
        window.refresh()


def _zoom(window: Window, step: int) -> None:
    if window.code is not None:
        surface = window.review.surface if window.review is not None else window.code.coding.surface
        surface.zoom_by(step) if step else surface.set_zoom(1.0)


def _toggle(window: Window, name: str) -> None:
    if window.code is not None:
        panel = getattr(window.code, name)
        panel.setVisible(panel.isHidden())
        window.refresh()


def _drawer(window: Window, page: str) -> None:
    if window.code is not None:
        window.code.show_drawer("" if window.code.drawer_page == page else page)
        window.refresh()


def _full_screen(window: Window) -> None:
    window.showNormal() if window.isFullScreen() else window.showFullScreen()
    window.refresh()


def _direction(window: Window, direction: Any) -> None:
    from annotator.operations import articles  # noqa: PLC0415  (it knows formats, which a start need not)

    if window.desk is not None and window.desk.article:
        window.desk.bridge.do(articles.set_direction, window.desk.article, direction)
        window.refresh()


def _help(window: Window, action: str) -> None:
    from annotator.ui.dialogs.help_page import HelpPage  # noqa: PLC0415

    HelpPage(action.replace("_", "-"), window.menus[action].text(), window.home.language.name, window).open()


def _shortcuts(window: Window) -> None:
    from annotator.ui.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415

    ShortcutsDialog(window.menus, window.desk, window).open()


def _reader(window: Window) -> None:
    from annotator.ui.dialogs.reader import ReaderDialog  # noqa: PLC0415

    if window.code is not None:
        ReaderDialog(window.code.coding.surface, window).open()


def _about(window: Window) -> None:
    from annotator.ui.dialogs.about import AboutDialog  # noqa: PLC0415

    AboutDialog(window).open()
