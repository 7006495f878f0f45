"""What is drawn on a text: spans and the links between them, as plain values; the surface knows no database."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotator.core.models import Fragments

SOLID, DASHED, DOTTED, DOUBLE = range(4)
FIRST, SECOND = range(2)  # whose a mark is, in comparison: the number of the coder
SETTLED = -1  # nobody's: as it was settled


class Mark(NamedTuple):
    """A span to draw. Fragments are code points of the article, half-open, in text order."""

    id: str
    fragments: Fragments
    name: str
    hue: int
    pattern: int = SOLID
    side: int = FIRST
    pending: bool = False  # drawn before the project said that it is saved
    head: Fragments = ()  # the inner head within its words, at most one range

    @property
    def start(self) -> int:
        """Where its first fragment begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where its last fragment ends."""
        return self.fragments[-1][1]


class Link(NamedTuple):
    """A directed, named link between two marks, by their ids."""

    source: str
    target: str
    name: str
