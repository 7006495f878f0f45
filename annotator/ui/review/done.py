"""What stands under the decision where nothing is open any longer: a sentence, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable


class Done(QWidget):
    """As high as its sentence needs, in a panel that scrolls."""

    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.sentence = label(role="muted", wrap=True)
        self.button = button("", pressed=pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)  # where lines begin: Qt turns it round

    def say(self, sentence: str, words: str) -> None:
        """Other words; no way on where there are none for it."""
        self.sentence.setText(sentence)
        self.button.setText(words)
        self.button.setVisible(bool(words))
