"""What assistive technology is told: the surface's name and place, what was done, and the paragraph as plain text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QPlainTextEdit, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from annotator.ui.text.surface import Surface


class _SurfaceInterface(QAccessibleWidget):
    """A document with a name, and as its description where one stands in it."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface, QAccessible.Role.Document, surface.accessibleName())
        self._surface = ref(surface)  # this outlives it: the binding never lets go of what a factory returned

    def text(self, kind: QAccessible.Text) -> str:
        surface = self._surface()
        if surface is not None and kind == QAccessible.Text.Name:
            return surface.accessibleName()
        if surface is not None and kind == QAccessible.Text.Description:
            return surface.accessibleDescription()
        return super().text(kind)


_made: list[QAccessibleInterface] = []  # Qt keeps and deletes the interface, but not the Python object behind it


def _factory(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from annotator.ui.text.surface import Surface  # noqa: PLC0415 - the surface installs this factory

    if not isinstance(thing, Surface):
        return None
    # Qt may ask again for the same surface, and deletes each answer: so never the same interface twice
    _made[:] = [made for made in _made if isValid(made)]
    _made.append(_SurfaceInterface(thing))
    return _made[-1]


def introduce(surface: Surface) -> None:
    """Tell Qt how to describe surfaces; what it made of this one for who asked before its first paint is forgotten."""
    _install()
    if QAccessible.isActive():
        there = QAccessible.queryAccessibleInterface(surface)
        if there is not None and not isinstance(there, _SurfaceInterface):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(there))


@cache
def _install() -> None:
    QAccessible.installFactory(_factory)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def reader(paragraph: str, *, rtl: bool, name: str) -> QPlainTextEdit:
    """A paragraph in a read-only text field, which exposes its words natively."""
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    field.setAccessibleName(name)
    option = field.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    field.document().setDefaultTextOption(option)
    field.setPlainText(paragraph)
    return field
