"""A quote with some words before and after it, out of one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.direction import article_direction, paragraph_direction

if TYPE_CHECKING:
    from annotator.core.models import Direction
    from annotator.core.text import Text

_AROUND = 45  # characters before and after
_LONG = 150  # of a quote


class Context(NamedTuple):
    """The words of a quote and round it, and whether their paragraph reads from right to left."""

    before: str
    quote: str
    after: str
    rtl: bool


def context(text: Text, start: int, end: int, direction: Direction = "") -> Context:
    """What stands at `[start, end)` (code points) and round it, in whole words; long quotes lose their middle.

    `direction` is the article's own, if it was set.
    """
    body = text.body
    first, last = next(p for p in text.paragraphs if p[0] <= start <= p[1])
    before, after = body[max(first, start - _AROUND) : start], body[end : min(max(last, end), end + _AROUND)]
    if start - _AROUND > first:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < last:
        after = after.rpartition(" ")[0] + "…"
    quote = body[start:end]
    quote = quote if len(quote) <= _LONG else f"{quote[: _LONG * 2 // 3]} … {quote[-_LONG // 3 :]}"
    side = paragraph_direction(body[first:last], article_direction(body), direction)
    return Context(before, quote.replace("\n", " "), after, side == "rtl")
