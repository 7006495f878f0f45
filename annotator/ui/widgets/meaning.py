"""What a label means, in words: for the card beside the codebook, and beside the picker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.widgets.labels import label as words_label
from annotator.ui.widgets.labels import on_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Label
    from annotator.ui.desk import Desk

_EXAMPLES = 3


class Meaning(QWidget):
    """A label's definition, what it includes and leaves out, and examples: the coder's own, then the codebook's."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._title = words_label("", "strong", wrap=True)
        self._parts = [(words_label("", "heading"), words_label("", wrap=True)) for _ in range(5)]
        layout.addWidget(self._title)
        for heading, body in self._parts:
            layout.addSpacing(4)
            layout.addWidget(heading)
            layout.addWidget(body)

    def tell(self, label: Label, mine: Sequence[str] = ()) -> bool:
        """Show another label's; False if the codebook says nothing about it and there is no span of `mine`."""
        desk = self._desk
        said = (
            (self.tr("Definition"), desk.words(label.definition)),
            (self.tr("Include"), desk.words(label.include)),
            (self.tr("Leave out"), desk.words(label.exclude)),
            (self.tr("From my coding"), _quoted(mine)),
            (self.tr("Examples"), _quoted(label.examples[:_EXAMPLES])),
        )
        self._title.setText(desk.words(label.names, label.id))
        for (heading, body), (name, text) in zip(self._parts, said, strict=True):
            heading.setText(name)
            on_side(body).setText(text)
            heading.setVisible(bool(text))
            body.setVisible(bool(text))
        return any(text for _, text in said)


def _quoted(quotes: Sequence[str]) -> str:
    return "\n".join(isolate(f"«{quote}»") for quote in quotes)
