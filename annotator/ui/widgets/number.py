"""A field for a whole number, whose digits keep away from its border in both directions of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

_AIR = 8  # pixels: the style sheet's padding does not reach the digits


class Number(QSpinBox):
    """A spin box as the other fields look."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_AIR, 0, _AIR, 0)
