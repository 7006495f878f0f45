"""Fields of a page's tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Mapping

_NARROWEST = 110  # pixels


def fill(field: QComboBox, offered: Mapping[str, Any]) -> None:
    """Offer these by their words, and stay at what was chosen if it is among them."""
    before = field.currentText()
    field.clear()
    for words, what in offered.items():
        field.addItem(words, what)
    field.setCurrentIndex(max(0, field.findText(before)))


def narrow(field: QComboBox) -> None:
    """Let it be as wide as there is room, and cut what does not fit."""
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    field.setMinimumContentsLength(6)
    field.setMinimumWidth(_NARROWEST)
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
