"""A field with a list under it, over the window: type a few letters, Enter takes the row; a click beside it ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.widgets.labels import label
from annotator.ui.widgets.offers import OfferList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.theme import Theme
    from annotator.ui.widgets.offers import Offer

_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Popup(QDialog):
    """What is found for the typed words is asked of `found`; forgotten when it is closed."""

    def __init__(self, theme: Theme, parent: QWidget, *, asks: str) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "popup")
        self.setProperty("of_project", True)  # closed with it
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window_below = parent.window()
        self.field = QLineEdit()
        self.field.setPlaceholderText(asks)
        self.field.setAccessibleName(asks)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.show_found)
        self.list = OfferList(theme)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.clicked.connect(lambda _index: self.take())
        self.nothing = label(self.tr("Nothing is called so."), "muted", wrap=True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(10, 10, 10, 10)
        self.body.setSpacing(6)
        for widget in (self.field, self.list, self.nothing):
            self.body.addWidget(widget)

    def found(self, typed: str) -> Sequence[Offer]:
        """The rows for these words."""
        raise NotImplementedError

    def show_found(self, typed: str) -> None:
        """Fill the list."""
        offers = self.found(typed)
        self.list.put(offers)
        self.list.setVisible(bool(offers))
        self.nothing.setVisible(not offers)

    def begin(self) -> None:
        """Show it with the keyboard in the field."""
        self.show()
        self.activateWindow()
        self.field.setFocus()

    def take(self) -> None:
        """Do what the current row says, with the keyboard back in the window, for what is done may need it."""
        if (offer := self.list.current()) is not None and offer.do is not None:
            self.accept()
            self.window_below.activateWindow()
            offer.do()

    def take_more(self) -> None:
        """The same with Shift held."""
        self.take()

    def reject(self) -> None:
        """Escape gives the keyboard back to the window; a click elsewhere has given it away already."""
        had_keys = self.isActiveWindow()
        super().reject()
        if had_keys:
            self.window_below.activateWindow()

    def event(self, event: QEvent) -> bool:
        """A click beside it puts it away."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.reject()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the list while the field keeps the keyboard; Enter does."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self.list.walk(event)
                return True
            if event.key() in _ENTER:
                more = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.take_more() if more else self.take()
                return True
        return super().eventFilter(watched, event)
