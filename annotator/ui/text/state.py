"""What the person has chosen on the page: selection, caret, focus, what the pointer is over, an edge being moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.models import Fragments
    from annotator.ui.text.marks import Mark


@dataclass(slots=True)
class State:
    """Positions are code points; `anchor` stays while `caret` moves, and between them lies the selection."""

    anchor: int = 0
    caret: int = 0
    before: bool = False  # at a line's end, the caret belongs to that line and not to the next
    has_keys: bool = False
    focus: str = ""
    hover: str = ""
    moved: Mark | None = None  # the focused mark with an edge on its way
    pieces: Fragments = ()  # kept while the next is chosen, in the order of their choice
    onto: str = ""  # the id of the mark that the next piece is for
    choices: dict[str, str] = field(default_factory=dict)  # marks that can be chosen by a key, each with its key
    together: frozenset[str] = frozenset()  # marks that are tinted as one, whatever is in focus
    head: Fragments = ()  # the inner head that the selection will have as a span
    fixed: bool = False  # no edge can be dragged: the text is only read

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, None if nothing is."""
        if self.anchor == self.caret:
            return None
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def fragments(self) -> Fragments:
        """All that is chosen, in text order; pieces that touch are one."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted((*self.pieces, self.selection) if self.selection else self.pieces):
            if joined and start <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        return tuple(joined)
