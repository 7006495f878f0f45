"""Buttons that carry their key-cap, and rows that wrap where the panel is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.labels import keycap, label

if TYPE_CHECKING:
    from collections.abc import Callable


class KeyButton(QPushButton):
    """A push button with words and the key that presses it."""

    def __init__(self, key: str, pressed: Callable[[], object], *, chip: bool = False) -> None:
        super().__init__()
        self.words, self.cap = label(), keycap(key)
        self.setAccessibleDescription(key)
        for part in (self.words, self.cap):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("role", "chip" if chip else "take")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(11, 3, 8, 3)
        layout.setSpacing(7)
        layout.addWidget(self.words)
        layout.addWidget(self.cap)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked: pressed())
        self.toggled.connect(self._press_in)

    def say(self, words: str) -> None:
        """The words on it, also for who cannot see them."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()

    def _press_in(self, on: bool) -> None:
        """The words take the colour of what is chosen, which a style sheet does not hand down to them."""
        self.words.setProperty("role", "chosen" if on else "")
        self.words.style().polish(self.words)

    def event(self, event: QEvent) -> bool:
        """What stands in it likes another size, so it does too."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Words, cap and air."""
        layout = self.layout()
        return layout.sizeHint().expandedTo(self.minimumSize()) if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as it wants to be."""
        return self.sizeHint()


class Row(Flow):
    """Buttons in a row that wraps, of which some come and go."""

    def show_these(self, widgets: list[KeyButton]) -> None:
        """Exactly these, in this order, which is also that of Tab."""
        self._widgets.clear()
        for before, widget in zip((None, *widgets), widgets, strict=False):
            self.put(widget)
            widget.show()
            if before is not None:
                QWidget.setTabOrder(before, widget)


def flowing(*widgets: QWidget) -> QWidget:
    """These widgets in a row that wraps."""
    made = Flow()
    for widget in widgets:
        made.put(widget)
    return made
