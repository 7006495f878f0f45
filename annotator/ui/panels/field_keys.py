"""A card's fields by keys: a key that means a value gives it and goes on, Enter and Tab go on, Escape leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from annotator.ui import keys
from annotator.ui.form.answers import answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.models import Variable
    from annotator.ui.bridge import Bridge
    from annotator.ui.form.answers import Answer, Option
    from annotator.ui.widgets.fields import Field

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_STILL_THERE = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


@dataclass(slots=True, eq=False)
class Watched:
    """A field that keys are heard in; `strip` shows the keys of its options while the keyboard is in it."""

    key: str
    field: Field
    variable: Variable | None = None
    options: Sequence[Option] = ()
    held: Any = None
    strip: QWidget | None = None


class FieldKeys(QObject):
    """`went_on` tells from which field, and whether forth (1) or back (-1); `left` that one wants out of the card."""

    went_on = Signal(str, int)
    left = Signal()
    came = Signal(str)  # the keyboard, into this field

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._of: dict[QObject, Watched] = {}
        self._fine = True
        bridge.failed.connect(self._not_fine)

    def watch(self, watched: Watched) -> None:
        """Hear the keys of this field from now on."""
        for widget in _focusable(watched.field):
            self._of[widget] = watched
            widget.installEventFilter(self)

    @property
    def told(self) -> str:
        """The key of the field whose options' keys are shown, or ""."""
        return next((one.key for one in self._of.values() if one.strip is not None and not one.strip.isHidden()), "")

    def tell(self, key: str) -> None:
        """Show the keys of this field's options, as before the card was made anew."""
        for watched in self._of.values():
            if watched.strip is not None and watched.key == key:
                watched.strip.show()

    def strip_of(self, key: str) -> QWidget | None:
        """What shows the keys of a field's options."""
        return next((watched.strip for watched in self._of.values() if watched.key == key), None)

    def say(self, watched: Watched, said: Answer) -> None:
        """Give the value that a key or a click on its sign means."""
        self._fine = True
        watched.field.committed.emit(said.value)
        if self._fine:
            watched.held = said.value
            if said.on:
                self.went_on.emit(watched.key, 1)

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Keys, and where the keyboard is."""
        if (watched := self._of.get(target)) is None:
            return False
        if isinstance(event, QFocusEvent) and watched.strip is not None:
            came = event.type() == QEvent.Type.FocusIn
            if event.reason() in _BY_KEY if came else event.reason() not in _STILL_THERE:
                watched.strip.setVisible(came)
        if event.type() == QEvent.Type.FocusIn:
            self.came.emit(watched.key)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(target, watched, event)
        return False

    def _pressed(self, target: QObject, watched: Watched, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            watched.field.flush()
            self.left.emit()
            return True
        if watched.variable is None:
            return False
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return self._go_on(watched, 1 if key == Qt.Key.Key_Tab else -1)
        if key in _ENTER and not event.modifiers() & keys.COMMANDS:
            return self._enter(target, watched, again=not keys.is_plain(event))
        return self._means(watched, event)

    def _enter(self, target: QObject, watched: Watched, *, again: bool) -> bool:
        """Enter goes on, with Shift (`again`) it is another line; where nobody is chosen yet, it asks."""
        if again and isinstance(target, QPlainTextEdit):
            target.insertPlainText("\n")
            return True
        if isinstance(target, QToolButton) and not watched.options and watched.held is None:
            return False
        return self._go_on(watched, 1)

    def _means(self, watched: Watched, event: QKeyEvent) -> bool:
        if not watched.options or watched.variable is None or not keys.is_plain(event):
            return False
        said = answer(watched.variable, watched.options, watched.held, event)
        if said is not None:
            self.say(watched, said)
        elif event.key() == Qt.Key.Key_Delete:
            watched.field.committed.emit(None)
        return said is not None or event.key() == Qt.Key.Key_Delete

    def _go_on(self, watched: Watched, by: int) -> bool:
        self._fine = True
        watched.field.flush()
        if self._fine:
            self.went_on.emit(watched.key, by)
        return True

    def _not_fine(self, _error: object) -> None:
        self._fine = False


def _focusable(field: Field) -> Iterator[QWidget]:
    """What in a field can have the keyboard."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    if isinstance(field.control, kinds):
        yield field.control
    for kind in kinds:
        yield from field.control.findChildren(kind)
