"""Buttons in one of the roles that the style sheet knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def button(
    words: str, role: str = "", *, pressed: Callable[[], object] | None = None, parent: QWidget | None = None
) -> QPushButton:
    """A push button that does `pressed`; roles: primary, quiet, chip, link."""
    made = QPushButton(words, parent)
    if role:
        made.setProperty("role", role)
    made.setAutoDefault(False)
    if pressed is not None:
        made.clicked.connect(lambda _checked=False: pressed())
    return made
