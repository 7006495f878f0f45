"""The project's one rule for the edges of spans: what a drag, or a span, becomes under it.

A range that was made to fit keeps the rule, and making it fit again changes nothing. All offsets are code points.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from annotator.core.clitics import joints, sure
from annotator.core.words import whole_clusters, whole_words, words

if TYPE_CHECKING:
    from annotator.core.models import Boundary, Fragments

# What may stand at the two sides of words that it encloses; of double quotes any may open or close (`arabic.md` C3).
_QUOTES = tuple(frozenset(one) for one in ('"“”„‟″', "«»", "'‘’‚‛′", "‹›"))
_BRACKETS = {"(": ")", "[": "]", "{": "}", "﴾": "﴿", "﴿": "﴾"}
_MARKS = frozenset().union(*_QUOTES)


def fit(body: str, start: int, end: int, rule: Boundary) -> tuple[int, int]:
    """What a drag over `[start, end)` selects under the rule; with the default rule that is `words.whole_words`."""
    if not rule.words:
        return whole_clusters(body, start, end)
    new_start, new_end = whole_words(body, start, end)
    if rule.clitics and not (rule.quotes or rule.punctuation):
        return new_start, new_end
    first = next(words(body, new_start, min(new_start + 1, new_end)), None)
    if first is None:
        return new_start, new_end
    if not rule.clitics:
        new_start = _without_particles(body, *first, start)
    return _outward(body, new_start, new_end, rule)


def fitted(body: str, fragments: Fragments, rule: Boundary) -> Fragments:
    """Each fragment made to fit, in text order, those that touch or overlap joined; the same if it keeps the rule."""
    new = _joined(fragments)
    while True:
        fits = tuple(fit(body, start, end, rule) for start, end in new)
        new = _joined(fits)
        if new == fits:  # what was joined may take in more, what was only made to fit does not
            return new


def _joined(fragments: Fragments) -> Fragments:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(fragments):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _without_particles(body: str, start: int, end: int, wanted: int) -> int:
    """Where a word begins less what is surely joined to it, or at the joint that somebody asked for after that."""
    word = body[start:end]
    asked = (joint for joint in joints(word) if start + joint <= wanted)
    return start + max(sure(word), *asked, 0)


def _outward(body: str, start: int, end: int, rule: Boundary) -> tuple[int, int]:
    """Take in what the rule wants and what stands directly beside the words, until nothing more does."""
    old = None
    while old != (start, end):
        old = start, end
        if rule.quotes:
            start, end = _enclosed(body, start, end, quotes=True)
        if rule.punctuation:
            start, end = _enclosed(body, start, end, quotes=False)
            while end < len(body) and unicodedata.category(body[end]) == "Po" and body[end] not in _MARKS:
                end += 1
    return start, end


def _enclosed(body: str, start: int, end: int, *, quotes: bool) -> tuple[int, int]:
    """The range with the quotation marks, or the brackets, that stand on both sides of it, if they do."""
    before, after = start - 1, end
    while before >= 0 and unicodedata.category(body[before]) == "Cf":
        before -= 1
    while after < len(body) and unicodedata.category(body[after]) == "Cf":
        after += 1
    if before < 0 or after == len(body):
        return start, end
    pair = body[before], body[after]
    fits = any(kind.issuperset(pair) for kind in _QUOTES) if quotes else _BRACKETS.get(pair[0]) == pair[1]
    return (before, after + 1) if fits else (start, end)
