"""The drawer below the text: closed at first; it holds pages by name, each built when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


class Drawer(QStackedWidget):
    """One page is seen; those behind it are hidden, and read nothing."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._pages: dict[str, QWidget] = {}

    def page(self, name: str) -> QWidget:
        """A page of `PAGES`, built now if it was never asked for."""
        if name not in self._pages:
            self._pages[name] = PAGES[name](self._desk, self._theme, self)
            self.addWidget(self._pages[name])
        return self._pages[name]

    def turn_to(self, name: str) -> None:
        """Let this page be the one that is seen."""
        self.setCurrentWidget(self.page(name))

    @property
    def shown(self) -> str:
        """The name of the page that is seen, "" while the drawer is closed."""
        if self.isHidden():
            return ""
        return next((name for name, page in self._pages.items() if page is self.currentWidget()), "")


def _history(desk: Desk, theme: Theme, parent: QWidget) -> QWidget:
    from annotator.ui.panels.history import HistoryPanel  # noqa: PLC0415  (closed at most starts)

    return HistoryPanel(desk, theme, parent)


def _doubts(desk: Desk, theme: Theme, parent: QWidget) -> QWidget:
    from annotator.ui.panels.doubts import DoubtsPanel  # noqa: PLC0415

    return DoubtsPanel(desk, theme, parent)


def _notes(desk: Desk, theme: Theme, parent: QWidget) -> QWidget:
    from annotator.ui.panels.open_notes import OpenNotesPanel  # noqa: PLC0415

    return OpenNotesPanel(desk, theme, parent)


def _statements(desk: Desk, theme: Theme, parent: QWidget) -> QWidget:
    from annotator.ui.panels.statements import StatementsPanel  # noqa: PLC0415

    return StatementsPanel(desk, theme, parent)


def _found(desk: Desk, theme: Theme, parent: QWidget) -> QWidget:
    from annotator.ui.panels.found import FoundPanel  # noqa: PLC0415

    return FoundPanel(desk, theme, parent)


PAGES: dict[str, Callable[[Desk, Theme, QWidget], QWidget]] = {
    "history": _history,
    "found": _found,
    "doubts": _doubts,
    "notes": _notes,
    "statements": _statements,
}
