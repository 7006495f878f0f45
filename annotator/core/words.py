"""Word and cluster edges (UAX 29) in Arabic and Latin text, read from a small window round the place asked for.

All positions are code points. A window ends before a space or where a line ends: no rule of UAX 29 looks across such
a place, unless a sign or mark joins there, so the answer is that of the whole text, at the cost of a few words of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAFE = r"(?<=[^ \n\r\p{GCB=Prepend}])(?=[ \n][^\p{M}\p{Cf}])|(?<=\n)"
# A colon, and the full stop of a sentence that wants its space (but not of د.ب.أ), join no words: news is full of both.
_NO_JOINT = r"(?=:)|(?<=:[\p{M}\p{Cf}]*)|(?<=L{2})(?=[.]L{2})|(?<=L{2}[.])(?=L{2})".replace("L", r"[ء-يٮ-ۓ\p{M}]")
_STRIDE = 2_000  # code points read at a time when walking over many words


class _Patterns(NamedTuple):
    border: Any  # a word border, UAX 29
    cluster: Any  # an extended grapheme cluster
    wordlike: Any  # what makes a segment a word: a letter, a digit, an emoji
    safe: Any  # where a window may end
    safe_back: Any  # the same, looked for backwards


@cache
def _patterns() -> _Patterns:
    import regex  # noqa: PLC0415 - 45 ms, and the window is painted before anybody selects

    return _Patterns(
        regex.compile(rf"(?w)\b|{_NO_JOINT}"),
        regex.compile(r"\X"),
        regex.compile(r"[\p{L}\p{N}\p{Emoji_Presentation}]"),
        regex.compile(_SAFE),
        regex.compile(f"(?r){_SAFE}"),
    )


def _window(body: str, start: int, end: int) -> tuple[int, int]:
    """The smallest safe window that holds `[start, end)`."""
    before = _patterns().safe_back.search(body, 0, start)
    after = _patterns().safe.search(body, end)
    return before.start() if before else 0, after.start() if after else len(body)


def _cluster_borders(body: str, start: int, end: int) -> list[int]:
    return [start, *(start + cluster.end() for cluster in _patterns().cluster.finditer(body[start:end]))]


def _words_within(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a safe window; a word border inside a cluster (after a prepended sign) is none."""
    piece = f"\n{body[start:end]}"  # at the very start of a string `regex` joins a stray mark to the word after it
    edges = (start - 1 + border.start() for border in _patterns().border.finditer(piece))
    borders = sorted({start, end}.union(set(_cluster_borders(body, start, end)).intersection(edges)))
    return [(a, b) for a, b in pairwise(borders) if _patterns().wordlike.search(body, a, b)]


def words(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Every word that `[start, end)` touches, whole, in text order; spaces and punctuation are none."""
    low, high = _window(body, start, min(end, start + _STRIDE))
    while True:
        for word_start, word_end in _words_within(body, low, high):
            if word_start >= end:
                return
            if word_end > start:
                yield word_start, word_end
        if high >= min(end, len(body)):
            return
        low, high = high, _window(body, high, min(end, high + _STRIDE))[1]


def _last_word(body: str, end: int) -> tuple[int, int] | None:
    """The last word that begins before `end`."""
    low, high = _window(body, end, end)
    while True:
        found = [word for word in _words_within(body, low, high) if word[0] < end]
        if found or not low:
            return found[-1] if found else None
        low, high = _window(body, low - 1, low - 1)[0], low


def word_at(body: str, position: int) -> tuple[int, int] | None:
    """The word that holds the character at `position`, else the one that ends there, else None."""
    found = next(words(body, position, position + 1), None) if position < len(body) else None
    if found is None and position > 0:
        found = next(words(body, position - 1, position), None)
    return found


def whole_words(body: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` grown outward to whole words; quotes, brackets and outer punctuation are left outside.

    A mark at an edge whose partner is inside is not outer: it comes in. A range without a word gives its whole
    clusters; an empty range the word it stands in, or itself.
    """
    if start == end:
        return word_at(body, start) or (start, end)
    first = next(words(body, start, end), None)
    if first is None:
        return whole_clusters(body, start, end)
    from annotator.core.pairs import paired  # noqa: PLC0415 - the window is painted before anybody selects

    plain = first[0], (_last_word(body, end) or first)[1]
    both = paired(body, *plain)
    return both if both == plain or whole_clusters(body, *both) == both else plain


def whole_clusters(body: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` grown outward so that it cuts no grapheme cluster; an empty range goes to the border before."""
    low, high = _window(body, start, start)
    borders = _cluster_borders(body, low, high)
    new_start = borders[bisect_right(borders, start) - 1]
    if start == end:
        return new_start, new_start
    low, high = _window(body, end, end)
    borders = _cluster_borders(body, low, high)
    return new_start, borders[bisect_left(borders, end)]


def next_cluster(body: str, position: int) -> int:
    """The first cluster border after `position`, or the end of the text."""
    return whole_clusters(body, position, min(position + 1, len(body)))[1]


def previous_cluster(body: str, position: int) -> int:
    """The last cluster border before `position`, or 0."""
    return whole_clusters(body, max(position - 1, 0), position)[0]


def next_word(body: str, position: int) -> int:
    """Where the next word after `position` begins, or the end of the text."""
    return next((start for start, _ in words(body, position, len(body)) if start > position), len(body))


def previous_word(body: str, position: int) -> int:
    """Where the last word that begins before `position` begins, or 0."""
    found = _last_word(body, position)
    return found[0] if found else 0
