"""A choice among more than there are keys: what is typed narrows the options, Enter takes the first that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from annotator.core.folding import folded
from annotator.ui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.form.answers import Option


class Finder(Field):
    """A line to type in. `narrowed` tells which options are left."""

    narrowed = Signal(object)

    def __init__(self, options: Sequence[Option]) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._options = [(folded(option.words).casefold(), option) for option in options]
        self._typed = False
        self.line.setPlaceholderText(self.tr("Type to find a choice"))
        self.line.textEdited.connect(self._narrow)

    def show_value(self, value: Any) -> None:
        """The options themselves show the value; here it is only what was typed that goes."""
        del value
        self.line.clear()
        self._typed = False
        self.narrowed.emit([option for _, option in self._options])

    def flush(self) -> None:
        """Say the first that is left, if something was typed."""
        left = self._left()
        if self._typed and left:
            self._typed = False
            self.committed.emit(left[0].value)

    def _narrow(self) -> None:
        self._typed = bool(self.line.text().strip())
        self.narrowed.emit(self._left())

    def _left(self) -> list[Option]:
        """Those that begin with what was typed before those that hold it."""
        typed = folded(self.line.text()).casefold().strip()
        found = [option for words, option in self._options if words.startswith(typed)]
        return found + [option for words, option in self._options if typed in words and not words.startswith(typed)]
