"""Who somebody is, as a field: the name of an actor of the register, which is chosen in a popup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from annotator.messages import isolate
from annotator.ui.keys import COMMANDS
from annotator.ui.widgets.fields import Field
from annotator.ui.widgets.quiet import QuietMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from annotator.ui.theme import Theme

_NOBODY = "—"
_CLEARING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class ActorField(Field):
    """Shows a name for an actor's id. `asked` tells that somebody else is meant, with the letters typed so far.

    Whoever hears it opens the popup and gives the choice to `take`; Delete means nobody.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, name_of: Callable[[str], str]) -> None:
        self.button = _Who(theme)
        super().__init__(self.button)
        self._name_of = name_of
        self._actor = ""
        self.button.clicked.connect(lambda _checked=False: self.asked.emit(""))
        self.button.typed.connect(self.asked.emit)
        self.button.cleared.connect(lambda: self.take("") if self._actor else None)
        self.show_value(None)

    @property
    def actor(self) -> str:
        """The id of whom it shows, "" for nobody."""
        return self._actor

    def show_value(self, value: Any) -> None:
        """Show the actor of this id, None for nobody."""
        self._actor = str(value or "")
        self.button.quiet = not self._actor
        self.button.setText(isolate(self._name_of(self._actor)) if self._actor else _NOBODY)

    def call(self, name: str) -> None:
        """Its name, and whom it shows."""
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(self.button.text())

    def take(self, actor: str) -> None:
        """Somebody was chosen, "" for nobody."""
        self.show_value(actor)
        self.committed.emit(actor or None)


class _Who(QuietMenu):
    """A button that letters open as well."""

    typed = Signal(str)
    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open, letters open with themselves, Delete clears."""
        letters = event.text() if event.text().isprintable() and not event.modifiers() & COMMANDS else ""
        if event.key() in _CLEARING:
            self.cleared.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.typed.emit("")
        elif letters.strip():
            self.typed.emit(letters)
        else:
            super().keyPressEvent(event)
