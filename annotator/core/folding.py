"""A key to search by: spelling differences that nobody means are folded, and the way back to the text is kept."""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache

# What a reader of Arabic takes for the same letter; hamza on waw and yeh, alef maqsura and teh marbuta stay apart.
_ALIKE = (
    str.maketrans("آأإٱکڪیہھەۀۃ", "ااااككيههههه")
    | str.maketrans("٫٬،؛؟٪\u00a0", ".,,;?% ")
    | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
    | dict.fromkeys(map(ord, "‘’‚‛‹›′"), "'")
)
_MARKS = ((0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED))
_UNSEEN = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
_DROPPED = "\u0640\u061c\u00ad\u2060\ufeff"  # tatweel, Arabic letter mark, soft hyphen, word joiner, inner BOM
_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0xFF00, 0xFFEF))
_GROWS_OVER = "\u200c\u0640"  # ZWNJ and tatweel belong to the letter before them


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's key; `map[i]` is the code point of the text that made `key[i]`, `map[len(key)]` the text's length."""

    text: str
    key: str
    map: array[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a hit in the key stands in the text: whole characters, with the marks that follow the last of them."""
        first, last = self.map[start], self.map[end - 1] + 1
        while last < len(self.text) and (self.text[last] in _GROWS_OVER or unicodedata.combining(self.text[last])):
            last += 1
        return first, last

    def find(self, query: str, start: int = 0) -> tuple[int, int] | None:
        """The first place at or after `start` (in the key) of a query, folded like the text, as a range of the text."""
        wanted = folded(query)
        at = self.key.find(wanted, start) if wanted else -1
        return None if at < 0 else self.origin(at, at + len(wanted))


def fold(text: str) -> Folded:
    """The level that always holds: marks, tatweel and unseen characters go, alefs, digits and quotes become one."""
    pieces, places = [], array("L")
    for place, letter in enumerate(text):
        if piece := _of_letter(letter):
            pieces.append(piece)
            places.extend([place] * len(piece))
    places.append(len(text))
    return Folded(text, "".join(pieces), places)


def folded(text: str) -> str:
    """The key alone, for filters over short strings that need no way back."""
    return "".join(map(_of_letter, text))


@cache
def _of_letter(letter: str) -> str:
    if _within(letter, _FORMS) and (plain := unicodedata.normalize("NFKC", letter)) != letter:
        # A form of a mark alone decomposes into a space and the mark; the space is nobody's.
        return "".join(map(_of_letter, plain.strip()))
    is_mark = _within(letter, _MARKS) and unicodedata.category(letter) == "Mn"
    if is_mark or letter in _DROPPED or _within(letter, _UNSEEN):
        return ""
    if (digit := unicodedata.decimal(letter, None)) is not None:
        return str(digit)
    return letter.translate(_ALIKE).casefold()


def _within(letter: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)
