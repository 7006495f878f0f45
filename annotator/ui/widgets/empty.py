"""What a list shows when it is empty: one quiet sentence, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable


class Empty(QWidget):
    """A sentence in the middle, with one button under it if there is something to do."""

    def __init__(
        self, sentence: str, words: str = "", pressed: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = label(sentence, "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.sentence)
        self.button = button(words, pressed=pressed)
        self.button.setVisible(bool(words))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, sentence: str, words: str = "") -> None:
        """Other words, after a change of language."""
        self.sentence.setText(sentence)
        self.button.setText(words)
        self.button.setVisible(bool(words))
