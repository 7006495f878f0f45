"""The calm bar over the text: one sentence, what can be done about it, and a button that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Notice(QFrame):
    """Hidden until it has something to say; `closed` when the person put it away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.sentence = label(wrap=True)
        self._offers = QHBoxLayout()
        self._close = button("✕", "quiet", pressed=self._put_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 14, 5)
        layout.addWidget(self.sentence, 1)
        layout.addLayout(self._offers)
        layout.addWidget(self._close)
        self.hide()

    def say(self, sentence: str, offers: Mapping[str, Callable[[], object]] | None = None, *, close: str) -> None:
        """Show a sentence with a button for each offer; `close` is what the closing button is called."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)
        while (old := self._offers.takeAt(0)) is not None:
            if widget := old.widget():
                widget.deleteLater()
        for words, pressed in (offers or {}).items():
            self._offers.addWidget(button(words, pressed=self._then(pressed)))
        self.show()

    def _then(self, pressed: Callable[[], object]) -> Callable[[], None]:
        def chosen() -> None:
            self.hide()
            pressed()

        return chosen

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()
