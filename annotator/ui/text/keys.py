"""What a key does on the page; keys that mean nothing here are left to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.ui.text.caret import Walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from annotator.ui.text.caret import Side
    from annotator.ui.text.surface import Surface

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SIDES: dict[int, Side] = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1}


class Keys:
    """Moves the caret of a surface."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._walk = Walk(surface.view.page)
        self._plain: dict[int, Callable[[int], int]] = {
            Qt.Key.Key_Home: lambda at: self._walk.line_edge(at, end=False),
            Qt.Key.Key_End: lambda at: self._walk.line_edge(at, end=True),
            Qt.Key.Key_Up: lambda at: self._walk.lines(at, -1),
            Qt.Key.Key_Down: lambda at: self._walk.lines(at, 1),
            Qt.Key.Key_PageUp: lambda at: self._walk.lines(at, -self._screen()),
            Qt.Key.Key_PageDown: lambda at: self._walk.lines(at, self._screen()),
        }
        self._with_ctrl: dict[int, Callable[[int], int]] = {
            Qt.Key.Key_Home: lambda _: 0,
            Qt.Key.Key_End: lambda _: len(surface.text.body),
            Qt.Key.Key_Up: lambda at: self._walk.paragraph(at, -1),
            Qt.Key.Key_Down: lambda at: self._walk.paragraph(at, 1),
        }

    def _screen(self) -> int:
        view = self._surface.view
        return max(1, view.height // view.measures.pitch - 1)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False when it means nothing here."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if modifiers == _ALT and key == Qt.Key.Key_Down:
            return self._surface.crowds.open_here()
        if modifiers & ~(_CTRL | _SHIFT):
            return False
        if modifiers == _CTRL | _SHIFT and (side := _SIDES.get(key)):
            self._walk.goal = None
            self._surface.stretch(forward=self._walk.forward(self._surface.state.caret, side))
            return True
        place = self._place(key, ctrl=bool(modifiers & _CTRL))
        if place is not None:
            self._surface.walk_to(place, extend=bool(modifiers & _SHIFT))
            if place == 0:  # the headline stands above the first word
                self._surface.verticalScrollBar().setValue(0)
            return True
        if modifiers & _CTRL:
            return self._command(key)
        return modifiers == Qt.KeyboardModifier.NoModifier and self._bare(key)

    def _place(self, key: int, *, ctrl: bool) -> int | None:
        at = self._surface.state.caret
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._walk.goal = None
        if side := _SIDES.get(key):
            return self._walk.word(at, side) if ctrl else self._walk.character(at, side)
        move = (self._with_ctrl if ctrl else self._plain).get(key)
        return move(at) if move else None

    def forget_column(self) -> None:
        """The caret was put elsewhere: Up and Down start from its own x again."""
        self._walk.goal = None

    def _command(self, key: int) -> bool:
        surface = self._surface
        if key in (Qt.Key.Key_C, Qt.Key.Key_Insert):
            surface.copy()
        elif key == Qt.Key.Key_A:
            surface.select_more()
        elif key in _ZOOMS:
            surface.zoom_by(_ZOOMS[Qt.Key(key)])
        elif key == Qt.Key.Key_0:
            surface.set_zoom(1.0)
        else:
            return False
        return True

    def _bare(self, key: int) -> bool:
        surface = self._surface
        if key == Qt.Key.Key_Escape:
            return surface.let_go()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and surface.focused_mark():
            surface.activated.emit(surface.focused_mark())
            return True
        return False
