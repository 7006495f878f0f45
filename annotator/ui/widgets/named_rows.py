"""A form of fields, each behind its name, and called by it for whoever hears the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SPACE = 10  # pixels


def named_rows(*rows: tuple[str, QWidget], into: QFormLayout | None = None) -> QFormLayout:
    """These rows in a form of their own, or at the end of one."""
    form = into or QFormLayout()
    form.setSpacing(_SPACE)
    for words, field in rows:
        form.addRow(words, field)
        field.setAccessibleName(words)
    return form
