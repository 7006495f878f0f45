"""A paragraph without its vowel marks, in the picture only, and the way from its places to the text's and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from annotator.ui.offsets import Offsets

# Tashkeel and the signs of recitation; Hebrew points and accents. Not hamza and madda, which make another letter.
_VOWELS = re.compile(
    "[\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
)


def without_vowels(words: str) -> str:
    """The same words without their vowel marks."""
    return _VOWELS.sub("", words)


class Bare:
    """The map between the code points of `body` and the UTF-16 positions of the same without its vowel marks."""

    __slots__ = ("_before", "_marks", "_shown")

    def __init__(self, body: str) -> None:
        self._marks = [found.start() for found in _VOWELS.finditer(body)]
        self._before = [place - at for at, place in enumerate(self._marks)]  # shown characters before each mark
        self._shown = Offsets(without_vowels(body))

    def to_utf16(self, position: int) -> int:
        """The UTF-16 position; a mark stands where the letter before it ends."""
        return self._shown.to_utf16(position - bisect_left(self._marks, position))

    def from_utf16(self, position: int) -> int:
        """The code point position, behind all marks of the letter before; ValueError inside a surrogate pair."""
        shown = self._shown.from_utf16(position)
        return shown + bisect_right(self._before, shown) if shown else 0
