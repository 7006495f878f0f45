"""What is counted: an article as tokens, sentences or paragraphs or as one, and what each coder put on each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from annotator.core.sentences import sentences
from annotator.core.text import Text
from annotator.core.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.review.measures.f1 import Span

    Values = Mapping[str, Any]  # by variable
    Placed = tuple[int, int, int]  # a label's bit, the first unit, one past the last
    Ranges = Sequence[tuple[int, int]]

Kept = TypeVar("Kept")
Unit = Literal["token", "span", "sentence", "paragraph", "article"]
UNITS: tuple[Unit, ...] = get_args(Unit)
CODED_TOKEN = "coded token"  # noqa: S105  # a token of the text that at least one coder put any label on


@dataclass(frozen=True, slots=True)
class Work:
    """One article and the spans that each coder set in it: None where the coder has no coding of it (missing).

    `marks` are, by coder, the attributes of each of their spans; `answers` the article variables. `at`
    is when each handed it in (UTC, ISO; empty: unknown).
    """

    body: str
    spans: tuple[Sequence[Span] | None, ...]
    article: str = ""
    title: str = ""
    marks: tuple[Mapping[Span, Values], ...] = ()
    answers: tuple[Values, ...] = ()
    at: tuple[str, ...] = ()

    def between(self, *places: int) -> Work:
        """The work of some of the coders, by their places."""
        return replace(
            self,
            spans=_some(self.spans, places),
            marks=_some(self.marks, places),
            answers=_some(self.answers, places),
            at=_some(self.at, places),
        )


def _some(rows: tuple[Kept, ...], places: Sequence[int]) -> tuple[Kept, ...]:
    return tuple(rows[place] for place in places) if rows else ()


def ranges(body: str, unit: Unit) -> list[tuple[int, int]]:
    """Where the units of a text stand (code points); tokens are words by UAX 29, blank paragraphs are none."""
    match unit:
        case "token":
            return tokens(body)
        case "sentence":
            return sentences(body)
        case "paragraph":
            return [(start, end) for start, end in Text(body).paragraphs if body[start:end].strip()]
        case _:
            return [(0, len(body))]


def bits(labels: Iterable[str]) -> dict[str, int]:
    """A bit for each label: a set of labels is then one number, 0 the empty one."""
    return {label: 1 << number for number, label in enumerate(labels)}


def placed(spans: Iterable[Span], units: Ranges, bit: Mapping[str, int]) -> list[Placed]:
    """Spans on units that are in text order and apart: label, first unit, one past the last; touching is enough."""
    starts, ends = [start for start, _ in units], [end for _, end in units]
    return [
        (bit[label], bisect_right(ends, start), bisect_left(starts, end))
        for label, fragments in spans
        for start, end in fragments
    ]


def laid(spans: Iterable[Span], units: Ranges, bit: Mapping[str, int]) -> list[int]:
    """The set of labels on each unit."""
    found = [0] * len(units)
    for label, first, last in placed(spans, units, bit):
        for number in range(first, last):
            found[number] |= label
    return found
