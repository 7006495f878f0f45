"""Fields of a page's tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QComboBox


def fill(field: QComboBox, offered: Mapping[str, Any]) -> None:
    """Offer these by their words, and stay at what was chosen if it is among them."""
    before = field.currentText()
    field.clear()
    for words, what in offered.items():
        field.addItem(words, what)
    field.setCurrentIndex(max(0, field.findText(before)))
