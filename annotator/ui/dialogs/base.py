"""What all dialogs are made of: a title, a body, a row of buttons in our own words at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton


class Dialog(QDialog):
    """Forgotten when it is closed. Escape closes; `body` takes the content, `add_button` puts buttons below it."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 460) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.trouble = label(role="danger", wrap=True, parent=self)
        self.trouble.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(self._row)

    def showEvent(self, event: QShowEvent) -> None:
        """Let lists stand as the style sheet has them, which they were filled before."""
        super().showEvent(event)
        for each in self.findChildren(QListView):
            each.doItemsLayout()

    def add_button(self, words: str, pressed: Callable[[], object], *, default: bool = False) -> QPushButton:
        """One more button at the end of the row; the default one is Enter's."""
        made = button(words, "primary" if default else "", pressed=pressed)
        made.setDefault(default)
        self._row.addWidget(made)
        return made

    def add_start(self, words: str, pressed: Callable[[], object]) -> QPushButton:
        """A button where the row begins, apart from those that end the dialog."""
        made = button(words, pressed=pressed)
        self._row.insertWidget(0, made)
        return made

    def say(self, sentence: str) -> None:
        """Tell over the buttons what is wrong; "" nothing."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
