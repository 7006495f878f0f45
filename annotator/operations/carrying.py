"""Where a span stands in another version of its text: its ranges, words and head, and whether it is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.operations import spans
from annotator.operations.parts import touched

if TYPE_CHECKING:
    from annotator.core.carry import Carried, Carrier
    from annotator.core.models import Fragments
    from annotator.core.text import Text


class Stand(NamedTuple):
    """A span on one version of a text; `same`: with the words that it had before, untouched."""

    fragments: Fragments
    quotes: tuple[str, ...]
    head: Fragments
    same: bool = True


def carried(carrier: Carrier, text: Text, old: Stand) -> Stand | None:
    """Where it stands in the new text that the carrier leads to; None if nothing of its words is left."""
    found = [carrier.range(*fragment) for fragment in old.fragments]
    pairs = zip(found, old.quotes, strict=True)
    left = tuple(_trimmed(text, one, words) for one, words in pairs if one.state != "lost")
    if not left:
        return None
    fragments = spans.in_order(left)
    quotes = text.quotes(fragments)
    moved = [carrier.range(*one) for one in old.head]
    head = tuple((one.start, one.end) for one in moved if one.state != "lost")
    same = quotes == old.quotes and all(one.state == "same" for one in found)
    return Stand(fragments, quotes, spans.clipped(head, fragments), same)


def carried_part(carrier: Carrier, text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Where a part of an article stands in the new text, as whole paragraphs; None if nothing of it is left."""
    moved = carrier.range(start, end)
    whole = touched(text, moved.start, moved.end) if moved.state != "lost" else []
    return (whole[0][0], whole[-1][1]) if whole else None


def _trimmed(text: Text, carried: Carried, was: str) -> tuple[int, int]:
    """Without white space at an edge that had none: a word beside it is gone."""
    now = text.body[carried.start : carried.end]
    before = 0 if was[0].isspace() else len(now) - len(now.lstrip())
    behind = 0 if was[-1].isspace() else len(now) - len(now.rstrip())
    return carried.start + before, carried.end - behind
