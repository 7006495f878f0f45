"""What is chosen on the page: words, pieces of them, a mark; a key can be about one thing only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from annotator.core import words
from annotator.ui.text.layers import LayeredArea
from annotator.ui.text.steps import nearest_edge, next_edge, stretched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.core.models import Fragments
    from annotator.ui.text.edges import Edges
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.steps import Edge, Fit


class Choosing(LayeredArea):
    """A page on which words and marks are chosen. Positions are code points."""

    selected = Signal(object)  # (start, end), or None: the selection has settled
    focused = Signal(str)  # the id of the mark in focus, "" for none
    hovered = Signal(str)  # the id of the mark under the pointer, "" for none
    resized = Signal(str, object)  # a mark's id and the fragments that the person asks for
    extended = Signal(str, object)  # a mark's id and the piece (start, end) that the person adds to it
    edges: Edges

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[int, int] | None = None
        self._fit: Fit = words.whole_words

    def set_fit(self, fit: Fit) -> None:
        """Let words be taken as this function makes a range of a body fit."""
        self._fit = fit

    def fit(self, start: int, end: int) -> tuple[int, int]:
        """The range as the project's boundary policy has it."""
        return self._fit(self.text.body, start, end)

    def next_edge(self, span: tuple[int, int], edge: Edge, *, forward: bool) -> int:
        """Where an edge of a range comes to stand a word on in the text or back."""
        return next_edge(self.text.body, span, edge, forward=forward, fit=self._fit)

    def nearest_edge(self, place: int, mark: Mark) -> int:
        """The edge of a word inside a mark that is nearest to a place."""
        return nearest_edge(self.text.body, place, (mark.start, mark.end), self._fit)

    def selection(self) -> tuple[int, int] | None:
        """What is selected, else the piece that was kept last; None if nothing is chosen."""
        return self.state.selection or (self.state.pieces[-1] if self.state.pieces else None)

    def fragments(self) -> Fragments:
        """All pieces that are chosen, in text order; () for none."""
        return self.state.fragments

    def caret(self) -> int:
        """Where the caret stands; strictly inside the focused mark it shows where that would be split."""
        return self.state.caret

    def select(self, start: int, end: int) -> None:
        """Select `[start, end)`."""
        self.choose(start, end)

    def choose(self, anchor: int, caret: int, *, settled: bool = True, keep: bool = False) -> None:
        """Select from `anchor` to `caret`; the focus goes, for a key can be about one thing only.

        With `keep` the pieces stay, and the focused mark that the next one is for.
        """
        if not keep:
            self._drop_pieces()
        self.choose_head(())
        before, old_caret = self.state.selection, self.state.caret
        self.state.anchor, self.state.caret = anchor, caret
        self._repaint_changed(before, self.state.selection)
        self.repaint_caret(old_caret)
        self.repaint_caret(caret)
        if self.state.focus != self.state.onto:
            self._set_focus("")
        if settled:
            self.settle_selection()

    def keep_piece(self) -> None:
        """Keep what is selected as a piece, so that another can be added, or give it to the mark that waits for it.

        With nothing chosen the focused mark waits for the next piece.
        """
        state = self.state
        if state.selection and state.onto:
            self.extended.emit(state.onto, state.selection)
        elif state.selection:
            state.pieces = (*state.pieces, state.selection)
            state.anchor = state.caret
            self.settle_selection()
        elif state.focus and not state.pieces:
            state.onto = state.focus

    def drop_piece(self, place: int) -> bool:
        """Choose the kept piece at `place` no longer; False if there is none."""
        rest = tuple(piece for piece in self.state.pieces if not piece[0] <= place < piece[1])
        if rest == self.state.pieces:
            return False
        self.repaint_words(self.state.pieces)
        self.state.pieces = rest
        self.settle_selection()
        return True

    def take_piece(self, place: int) -> None:
        """Ask for the focused mark without its piece at `place`, if it has another."""
        mark = self.view.marks.by_id.get(self.state.focus)
        rest = tuple(piece for piece in mark.fragments if not piece[0] <= place < piece[1]) if mark else ()
        if mark and rest and rest != mark.fragments:
            self.resized.emit(mark.id, rest)

    def _drop_pieces(self) -> None:
        self.repaint_words(self.state.pieces)
        self.state.pieces, self.state.onto = (), ""

    def chosen_head(self) -> Fragments:
        """The inner head that the selection will have as a span, () for none."""
        return self.state.head

    def choose_head(self, head: Fragments) -> None:
        """Show which part of the selection is to be its inner head; `()` for none."""
        if head != self.state.head:
            self.state.head = head
            self.repaint_words(self.state.fragments)

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
        if self._told != self.selection():
            self._told = self.selection()
            self.selected.emit(self._told)
        self._describe()

    def select_more(self) -> None:
        """Select the paragraph; if it is selected, everything."""
        start, end = self.view.page.paragraph(self.state.caret)
        if self.state.selection == (start, end) or start == end:
            start, end = 0, len(self.text.body)
        self.choose(start, end)

    def walk_to(self, place: int, *, extend: bool = False) -> None:
        """Move the caret by key; with `extend` what lies between is selected. Inside the focused mark that stays so."""
        mark = self.view.marks.by_id.get(self.state.focus)
        if mark and not extend and mark.start <= place <= mark.end and not self.state.onto:
            self._put_caret(place)
        else:
            self.choose(self.state.anchor if extend else place, place, keep=True)
        self.reveal(place, place)

    def stretch(self, *, forward: bool) -> None:
        """Select a word more, on in the text or back."""
        anchor, caret = stretched(self.text.body, self.state.anchor, self.state.caret, forward=forward, fit=self._fit)
        self.choose(anchor, caret, keep=True)
        self.reveal(caret, caret)

    def _put_caret(self, place: int) -> None:
        self.repaint_caret(self.state.caret)
        self.state.anchor = self.state.caret = place
        self.repaint_caret(place)

    def focus_mark(self, mark_id: str, *, at: int | None = None) -> None:
        """Put a mark in focus and in sight, the caret `at` a place in it, or ("") none; the selection goes."""
        mark = self.view.marks.by_id.get(mark_id)
        if mark:
            place = mark.start if at is None else at
            if self.state.fragments or self.state.onto:
                self.choose(place, place)
            self._put_caret(place)
            self.reveal(*(mark.start, mark.end) if at is None else (at, at))
        self._set_focus(mark_id if mark else "")

    def _set_focus(self, mark_id: str) -> None:
        if mark_id == self.state.focus:
            return
        self.edges.settle()
        self.state.onto = ""
        old, self.state.focus = self.state.focus, mark_id
        for changed in (old, mark_id):
            if self.view.marks.together(changed):
                self.viewport().update()
            elif mark := self.view.marks.by_id.get(changed):
                self.repaint_mark(mark)
        self.focused.emit(mark_id)
        self._describe()

    def repaint_mark(self, mark: Mark) -> None:
        """Paint the lines of a mark, and those between its pieces."""
        self.repaint_words(((mark.start, mark.end),))

    def show_choices(self, choices: Mapping[str, str]) -> None:
        """Show by which key each of these marks is chosen, `{}` for none; who asks for it hears the keys."""
        if choices != self.state.choices:
            self.state.choices = dict(choices)
            self.viewport().update()

    def show_together(self, marks: Iterable[str]) -> None:
        """Tint these marks as one, as of a statement that is read; none for no longer."""
        if (together := frozenset(marks)) != self.state.together:
            self.state.together = together
            self.viewport().update()

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
        ranges = self.state.fragments or (mark.fragments if mark else ())
        if ranges:
            QGuiApplication.clipboard().setText(" … ".join(self.text.quotes(ranges)))

    def _describe(self) -> None:
        start, end = self.selection() or self.view.page.paragraph(self.state.caret)
        self.setAccessibleDescription(self.text.body[start : min(end, start + 200)])
