"""What stands behind each "+n" of a surface, in a list that is made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from annotator.ui.text.crowd import CrowdList
    from annotator.ui.text.surface import Surface
    from annotator.ui.text.view import Crowd


class Crowds:
    """Opens and closes the list over the page of one surface."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    @cached_property
    def list(self) -> CrowdList:
        """The list; a list view costs 15 ms, which a start need not pay."""
        from annotator.ui.text.crowd import CrowdList  # noqa: PLC0415

        made = CrowdList(self._surface.viewport())
        made.chosen.connect(self._surface.focus_mark)
        return made

    @property
    def is_open(self) -> bool:
        """Whether the list is to be seen."""
        return "list" in self.__dict__ and self.list.isVisible()

    def open(self, crowd: Crowd, *, by_pointer: bool = False) -> None:
        """Show the marks behind a "+n"."""
        if by_pointer and self.is_open:
            return
        surface = self._surface
        known = surface.view.marks.by_id
        self.list.open([known[mark_id] for mark_id in crowd.ids], surface.text.body, surface.page_style)
        self.list.place(QPoint(crowd.box.left(), crowd.box.bottom()), crowd.box.height())
        if not by_pointer:
            self.list.setFocus()

    def open_here(self) -> bool:
        """Show, for the keyboard, the marks behind the "+n" at or nearest after the caret; False if there is none."""
        view, caret = self._surface.view, self._surface.state.caret
        for shown in view.on_screen():
            if shown.line.end > caret:
                for crowd in view.crowds(shown):
                    self.open(crowd)
                    return True
        return False

    def hide(self) -> None:
        """Let the list go, if it is there."""
        if self.is_open:
            self.list.hide()
