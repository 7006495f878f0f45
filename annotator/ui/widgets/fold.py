"""What is seldom needed: a line that opens it, and closes it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from annotator.ui.theme import Theme


class Fold(QWidget):
    """Closed at first; `turned` tells when somebody opens or closes it."""

    turned = Signal(bool)

    def __init__(self, theme: Theme, words: str, inside: QWidget) -> None:
        super().__init__()
        self._theme, self._inside = theme, inside
        self.button = QToolButton()
        self.button.setProperty("role", "quiet")
        self.button.setText(words)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.clicked.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(self.button)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(inside)
        self.set_open(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether what is inside is seen."""
        return not self._inside.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Open or close it."""
        self._inside.setVisible(is_open)
        name = "chevron-down" if is_open else "chevron-right"
        self.button.setIcon(self._theme.icon(name, directional=not is_open, colour="muted"))

    def _turn(self) -> None:
        self.set_open(is_open=not self.is_open)
        self.turned.emit(self.is_open)
