"""Words of a text with what stands around them in their paragraph, and the side from which it reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.direction import article_direction, paragraph_direction

if TYPE_CHECKING:
    from annotator.core.direction import Side
    from annotator.core.models import Direction, Fragments
    from annotator.core.text import Text

AROUND = 60  # code points on either side
_WORD = 24  # and so many more at most, to end between words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`words` in the midst of their paragraph; a cut is a "…"."""

    before: str
    words: str
    after: str
    side: Side


def excerpt(text: Text, fragments: Fragments, direction: Direction = "", *, around: int = AROUND) -> Excerpt:
    """The words of a span, a gap in it as " … ", with up to so many code points around; `direction` the article's."""
    body, start, end = text.body, fragments[0][0], fragments[-1][1]
    first = next(p for p in text.paragraphs if p[0] <= start <= p[1])
    last = next(p for p in text.paragraphs if p[0] <= end <= p[1])
    side = paragraph_direction(body[first[0] : first[1]], article_direction(body), direction)
    words = " … ".join(text.quotes(fragments))
    return Excerpt(_tail(body[first[0] : start], around), words, _head(body[end : last[1]], around), side)


def _tail(words: str, most: int) -> str:
    """The end of it, from the beginning of a word if there is one near."""
    if len(words) <= most:
        return words
    cut = words[-most - 1 :]
    return f"…{cut[cut.find(' ', 0, _WORD) + 1 or 1 :]}"


def _head(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    at = words.rfind(" ", max(0, most - _WORD), most + 1)
    return f"{words[: at if at >= 0 else most]}…"
