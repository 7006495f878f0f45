"""The current paragraph in a text field of its own, which every screen reader can read letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.dialogs.base import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.text.surface import Surface


class ReaderDialog(Dialog):
    """Escape goes back to the page."""

    def __init__(self, surface: Surface, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self.setWindowTitle(self.tr("Paragraph"))
        field = surface.paragraph_reader()
        self.body.addWidget(field)
        self.add_button(self.tr("Back to the text"), self.accept, default=True)
        field.setFocus()
