"""Where an edge comes to stand when it moves by words, as the project's boundary policy has it. All in code points."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from annotator.core import words

if TYPE_CHECKING:
    from collections.abc import Iterator

Fit = Callable[[str, int, int], tuple[int, int]]  # a body's range, made to fit the policy
Edge = Literal["start", "end"]


def next_edge(body: str, span: tuple[int, int], edge: Edge, *, forward: bool, fit: Fit) -> int:
    """The next place for that edge of a range, a word on in the text or back; where it is when there is none."""
    start, end = span
    at = start if edge == "start" else end
    for first, last in _words(body, at, forward=forward):
        place = fit(body, first, max(end, last))[0] if edge == "start" else fit(body, min(start, first), last)[1]
        if place > at if forward else place < at:
            return place
    return at


def stretched(body: str, anchor: int, caret: int, *, forward: bool, fit: Fit) -> tuple[int, int]:
    """A selection's anchor and caret after one word on in the text or back; it never jumps over its anchor.

    One that is empty begins with the whole word it stands in.
    """
    edge: Edge = "end" if caret > anchor or (caret == anchor and forward) else "start"
    span = min(anchor, caret), max(anchor, caret)
    place = next_edge(body, span, edge, forward=forward, fit=fit)
    if caret == anchor and place != caret:
        low, high = fit(body, min(anchor, place), max(anchor, place))
        return (low, high) if forward else (high, low)
    return anchor, max(place, anchor) if edge == "end" else min(place, anchor)


def nearest_edge(body: str, place: int, within: tuple[int, int], fit: Fit) -> int:
    """The edge of the word at `place` that is nearest to it and inside `within`; `place` itself when neither is."""
    edges = [at for at in fit(body, place, place) if within[0] < at < within[1]]
    return min(edges, key=lambda at: abs(at - place), default=place)


def _words(body: str, at: int, *, forward: bool) -> Iterator[tuple[int, int]]:
    """The words from a place on, the nearest first; the one that holds it, too."""
    if forward:
        yield from words.words(body, at, len(body))
        return
    while at > 0:
        word = words.word_at(body, words.previous_word(body, at))
        if word is None or word[0] >= at:
            return
        yield word
        at = word[0]
