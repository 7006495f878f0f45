"""What is counted: an article as tokens, sentences or paragraphs or as one, and what each coder put on each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from annotator.core.sentences import sentences
from annotator.core.text import Text
from annotator.core.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.review.measures.f1 import Span
    from annotator.review.measures.ratings import Row

    Labels = tuple[str, ...]  # those on a unit, in order; () where a coder left it uncoded
    Ranges = Sequence[tuple[int, int]]

Unit = Literal["token", "span", "sentence", "paragraph", "article"]
UNITS: tuple[Unit, ...] = get_args(Unit)
CODED_TOKEN = "coded token"  # noqa: S105  # a token of the text that at least one coder put any label on


@dataclass(frozen=True, slots=True)
class Work:
    """One article and the spans that each coder set in it: None where the coder has no coding of it (missing)."""

    body: str
    spans: tuple[Sequence[Span] | None, ...]


def ranges(body: str, unit: Unit) -> list[tuple[int, int]]:
    """Where the units of a text stand (code points); tokens are words by UAX 29, blank paragraphs are none."""
    match unit:
        case "token":
            return list(words(body, 0, len(body)))
        case "sentence":
            return sentences(body)
        case "paragraph":
            return [(start, end) for start, end in Text(body).paragraphs if body[start:end].strip()]
        case _:
            return [(0, len(body))]


def rated(spans: Sequence[Sequence[Span] | None], units: Ranges) -> Counter[Row]:
    """How often the coders put which labels on the same unit; a span that touches a unit is on it."""
    starts, ends = [start for start, _ in units], [end for _, end in units]
    everywhere = (1 << len(units)) - 1
    rows: list[tuple[Row, int]] = [((), everywhere)]
    for side in spans:
        values = [(None, everywhere)] if side is None else _values(side, starts, ends)
        rows = [((*row, value), both) for row, where in rows for value, there in values if (both := where & there)]
    return Counter({row: where.bit_count() for row, where in rows})


def _values(spans: Sequence[Span], starts: list[int], ends: list[int]) -> list[tuple[Labels, int]]:
    """Which labels stand on which units, each set of labels with a bit for every unit that has just these."""
    signs: dict[str, int] = {}
    for label, fragments in spans:
        for start, end in fragments:
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first < last:
                signs[label] = signs.get(label, 0) | (1 << last) - (1 << first)
    parts: list[tuple[Labels, int]] = [((), (1 << len(starts)) - 1)]
    for label in sorted(signs):
        on = signs[label]
        parts = [
            (value, where)
            for labels, there in parts
            for value, where in (((*labels, label), there & on), (labels, there & ~on))
            if where
        ]
    return parts
