"""Ctrl+B: a word taken apart. What is chosen narrows the selection, or becomes the inner head of a span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core import clitics, words
from annotator.operations import annotations as spans
from annotator.ui.text.chips import WordParts

if TYPE_CHECKING:
    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk


class TakingApart(QObject):
    """Asks about the selected word, else the word at the caret in the span in focus, else the word at the caret."""

    def __init__(self, desk: Desk, coding: Coding) -> None:
        super().__init__(coding)
        self._desk, self._coding = desk, coding
        self.span = ""
        self.chips = WordParts(coding.surface)
        self.chips.chosen.connect(self._chosen)
        self.chips.taken_away.connect(self._taken_away)

    def begin(self) -> None:
        """Show the parts of the word, if it has more than one."""
        surface = self._coding.surface
        word = self._word()
        if word is None:
            self._coding.tell(self.tr("Put the caret in a word, or select one."))
            return
        if not self.span and surface.fragments() != (word,):
            surface.select(*word)
        start, end = word
        pieces = [(start + a, start + b) for a, b in clitics.pieces(surface.text.body[start:end])]
        if len(pieces) < 2:  # noqa: PLR2004
            self._coding.tell(self.tr("Nothing is joined to this word."))
            return
        head = self._head()
        at = next((at for at, piece in enumerate(pieces) if piece[0] == head), len(pieces) - 1)
        self.chips.open(pieces, at, self._hint())

    def _hint(self) -> str:
        if self.span:
            return self.tr("Enter: inner head · Delete: none")
        return self.tr("Enter: only this · Shift+Enter: whole word, this its head")

    def _word(self) -> tuple[int, int] | None:
        """The word in question; `span` is then the span that it lies in, "" where words are selected."""
        surface, self.span = self._coding.surface, ""
        body = surface.text.body
        if chosen := surface.fragments():
            found = [*words.words(body, chosen[0][0], chosen[-1][1])]
            return found[0] if len(found) == 1 and len(chosen) == 1 else None
        if (mark := surface.view.marks.by_id.get(surface.focused_mark())) is None:
            return words.word_at(body, surface.caret())
        self.span = mark.id
        start, end = next((part for part in mark.fragments if part[0] <= surface.caret() < part[1]), mark.fragments[0])
        found = [word for word in words.words(body, start, end) if word[1] > surface.caret()]
        word = found[0] if found else None
        return (max(word[0], start), min(word[1], end)) if word else None

    def _head(self) -> int:
        """Where the inner head begins that there is, -1 if there is none."""
        surface = self._coding.surface
        mark = surface.view.marks.by_id.get(self.span)
        head = mark.head if mark else surface.chosen_head()
        return head[0][0] if head else -1

    def _chosen(self, start: int, end: int, outer: bool) -> None:
        surface = self._coding.surface
        if self.span:
            whole = (start, end) in surface.view.marks.by_id[self.span].fragments
            self._set_head(() if whole else ((start, end),))
        elif outer:
            surface.choose_head(((start, end),))
            self._coding.tell(self.tr("Press a label’s key: it is put on the whole word, and this is its inner head."))
        else:
            surface.select(start, end)

    def _taken_away(self) -> None:
        if self.span:
            self._set_head(())
        else:
            self._coding.surface.choose_head(())

    def _set_head(self, head: tuple[tuple[int, int], ...]) -> None:
        self._coding.say(self._desk.bridge.do(spans.set_head, self.span, head))
