"""A scrolled page of fields that is made anew whenever what it shows has changed; the keyboard stays where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.ui.widgets.fields import Field


class FormArea(QScrollArea):
    """Holds one `page` and knows its `fields` by keys that stay the same from page to page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.fields: dict[str, Field] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.page = QWidget()
        self._holder.addWidget(self.page)
        self.setWidget(holder)

    def flush(self) -> None:
        """Let every field say what was written in it and not yet said."""
        for field in list(self.fields.values()):
            field.flush()

    def show_page(self, page: QWidget, fields: Mapping[str, Field]) -> None:
        """Put another page in, at the same height, with the keyboard in the field of the same key."""
        focused = next((key for key, field in self.fields.items() if _has_focus(field)), "")
        height = self.verticalScrollBar().value()
        self.fields = dict(fields)
        old, self.page = self.page, page
        self._holder.addWidget(page)
        self._holder.removeWidget(old)
        old.hide()
        old.deleteLater()  # later: it may be one of its own fields that asked for the next page
        self.verticalScrollBar().setValue(height)
        if focused in self.fields:
            self.fields[focused].setFocus()

    def focus(self, number: int) -> None:
        """Put the keyboard into a field, counted from 0; into the last one if there are not so many."""
        if self.fields:
            fields = list(self.fields.values())
            fields[min(number, len(fields) - 1)].setFocus(Qt.FocusReason.TabFocusReason)


def _has_focus(field: Field) -> bool:
    holder = field.window().focusWidget()
    return holder is not None and (holder is field or field.isAncestorOf(holder)) and holder.hasFocus()
