"""Stored code points to shown UTF-16 positions and back, and the string that stands for a paragraph on the screen."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# One unit for one unit. Breaks stand at the end of a piece that is laid out by itself, as a space; a tab is a wide
# space and a soft hyphen a joiner, for Qt measures neither as it draws them; what cannot be drawn gets a sign.
_SHOWN = (
    dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
    | {code: chr(0x2400 + code) for code in range(0x20) if code not in range(0x09, 0x0E)}
    | {0x09: "\u2003", 0x7F: "\u2421", 0xAD: "\u034f", 0xFFFC: "\u25a1"}
    | dict.fromkeys((code for code in (*range(0x80, 0x85), *range(0x86, 0xA0))), "\u00b7")
)
_UNSHOWN = re.compile("[" + "".join(re.escape(chr(code)) for code in _SHOWN) + "]")


class Offsets:
    """The map between the code points of `body` and the UTF-16 positions of the same string in Qt."""

    __slots__ = ("_astral", "_length", "_units")

    def __init__(self, body: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(body)]
        self._units = [position + before for before, position in enumerate(self._astral)]
        self._length = len(body)

    @property
    def length(self) -> int:
        """How many UTF-16 units the whole string has."""
        return self._length + len(self._astral)

    def to_utf16(self, position: int) -> int:
        """The UTF-16 position of a code point position; raises IndexError outside the text."""
        if not 0 <= position <= self._length:
            raise IndexError(position)
        return position + bisect_left(self._astral, position)

    def from_utf16(self, position: int) -> int:
        """The code point position; raises IndexError outside the text, ValueError inside a surrogate pair."""
        if not 0 <= position <= self.length:
            raise IndexError(position)
        before = bisect_left(self._units, position)
        if before and self._units[before - 1] == position - 1:
            raise ValueError(position)
        return position - before


def shown(paragraph: str) -> str:
    """The paragraph as the screen is given it: the same number of units, with no character that Qt would misread."""
    return _UNSHOWN.sub(lambda found: _SHOWN[ord(found[0])], paragraph)
