"""What is chosen on the page: words, pieces of them, a mark; a key can be about one thing only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from annotator.ui.text.layers import LayeredArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.core.models import Fragments
    from annotator.ui.text.edges import Edges


class Choosing(LayeredArea):
    """A page on which words and marks are chosen. Positions are code points."""

    selected = Signal(object)  # (start, end), or None: the selection has settled
    focused = Signal(str)  # the id of the mark in focus, "" for none
    hovered = Signal(str)  # the id of the mark under the pointer, "" for none
    edges: Edges

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[int, int] | None = None

    def selection(self) -> tuple[int, int] | None:
        """What is selected, None if nothing is."""
        return self.state.selection

    def select(self, start: int, end: int) -> None:
        """Select `[start, end)`."""
        self.choose(start, end)

    def choose(self, anchor: int, caret: int, *, settled: bool = True) -> None:
        """Select from `anchor` to `caret`; the focus goes, for a key can be about one thing only."""
        before, old_caret = self.state.selection, self.state.caret
        self.state.anchor, self.state.caret = anchor, caret
        self._repaint_changed(before, self.state.selection)
        self.repaint_caret(old_caret)
        self.repaint_caret(caret)
        if self.state.focus:
            self._set_focus("")
        if settled:
            self.settle_selection()

    def _repaint_changed(self, before: tuple[int, int] | None, after: tuple[int, int] | None) -> None:
        if before and after and before[0] == after[0]:
            changed: Fragments = (tuple(sorted((before[1], after[1]))),)  # type: ignore[assignment]
        elif before and after and before[1] == after[1]:
            changed = (tuple(sorted((before[0], after[0]))),)  # type: ignore[assignment]
        else:
            changed = tuple(part for part in (before, after) if part)
        self.repaint_words(changed)

    def settle_selection(self) -> None:
        """Tell what is selected, if that is news."""
        if self._told != self.state.selection:
            self._told = self.state.selection
            self.selected.emit(self._told)
        self._describe()

    def select_more(self) -> None:
        """Select the paragraph; if it is selected, everything."""
        start, end = self.view.page.paragraph(self.state.caret)
        if self.state.selection == (start, end) or start == end:
            start, end = 0, len(self.text.body)
        self.choose(start, end)

    def walk_to(self, place: int, *, extend: bool = False) -> None:
        """Move the caret by key; with `extend` what lies between is selected."""
        self.choose(self.state.anchor if extend else place, place)
        self.reveal(place, place)

    def focus_mark(self, mark_id: str) -> None:
        """Put a mark in focus and in sight, or ("") none; the selection goes."""
        mark = self.view.marks.by_id.get(mark_id)
        if mark:
            if self.state.selection:
                self.choose(mark.start, mark.start)
            self.repaint_caret(self.state.caret)
            self.state.anchor = self.state.caret = mark.start
            self.reveal(mark.start, mark.end)
        self._set_focus(mark_id if mark else "")

    def _set_focus(self, mark_id: str) -> None:
        if mark_id == self.state.focus:
            return
        self.edges.settle()
        old, self.state.focus = self.state.focus, mark_id
        for changed in (old, mark_id):
            if self.view.marks.links(changed):
                self.viewport().update()
            elif mark := self.view.marks.by_id.get(changed):
                self.repaint_words(mark.fragments)
        self.focused.emit(mark_id)
        self._describe()

    def focused_mark(self) -> str:
        """The id of the mark in focus, "" for none."""
        return self.state.focus

    def step_mark(self, step: int) -> None:
        """Focus the mark that many places on in the text, from the focused one or from the caret."""
        here = self.view.marks.by_id.get(self.state.focus)
        position = (here.start, -here.end, here.id) if here else (self.state.caret, -len(self.text.body) - 1, "")
        if beside := self.view.marks.beside(position, step):
            self.focus_mark(beside)

    def hover_mark(self, mark_id: str) -> None:
        """Show what the pointer is over."""
        old = self.state.hover
        if mark_id == old:
            return
        self.state.hover = mark_id
        for changed in (old, mark_id):
            if mark := self.view.marks.by_id.get(changed):
                self.repaint_words(mark.fragments)
        self.hovered.emit(mark_id)

    def copy(self) -> None:
        """Put the selected words, else those of the focused mark, on the clipboard, in logical order."""
        mark = self.view.marks.by_id.get(self.state.focus)
        ranges = (self.state.selection,) if self.state.selection else mark.fragments if mark else ()
        if ranges:
            QGuiApplication.clipboard().setText(" … ".join(self.text.quotes(ranges)))

    def _describe(self) -> None:
        start, end = self.state.selection or self.view.page.paragraph(self.state.caret)
        self.setAccessibleDescription(self.text.body[start : min(end, start + 200)])
