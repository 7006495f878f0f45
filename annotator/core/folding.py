"""A key to search by: spelling differences that nobody means are folded, and the way back to the text is kept.

Level 1 always holds; level 2 (`loose`) also takes ى ي, ة ه, ؤ و and ئ ي for one, which many writers do and many do not.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

# What a reader of Arabic takes for the same letter; hamza on waw and yeh, alef maqsura and teh marbuta stay apart.
_ALIKE = (
    str.maketrans("آأإٱکڪیہھەۀۂۃۓ", "ااااككيهههههه\u06d2")
    | str.maketrans("٫٬،؛؟٪\u00a0", ".,,;?% ")
    | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
    | dict.fromkeys(map(ord, "‘’‚‛‹›′"), "'")
)
LOOSE = str.maketrans("ىةؤئ", "يهوي")  # what level 2 does to a key of level 1
_MARKS = ((0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED))
_UNSEEN = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
_DROPPED = "\u0640\u061c\u00ad\u2060\ufeff"  # tatweel, Arabic letter mark, soft hyphen, word joiner, inner BOM
_FORMS = ((0xFB1D, 0xFDFF), (0xFE70, 0xFEFC), (0xFF00, 0xFFEF))
_GROWS_OVER = "\u200c\u0640"  # ZWNJ and tatweel belong to the letter before them
_FILLER = "\u200d"  # dropped from every key
_WITH_MARKS = re.compile("(?s:.)?[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+")


class _Table(dict[int, str]):
    """What each code point folds to, found at its first use; `odd` are those that fold to other than one character."""

    def __init__(self, *, loose: bool) -> None:
        super().__init__()
        self.loose = loose
        self.odd: set[str] = set()
        self._found = re.compile("(?!)")
        self._known = 0

    def __missing__(self, code: int) -> str:
        piece = _of_letter(chr(code))
        if self.loose:
            piece = piece.translate(LOOSE)
        if len(piece) != 1:
            self.odd.add(chr(code))
        self[code] = piece
        return piece

    def odd_in(self, text: str) -> list[int]:
        """Where odd characters stand, in order; of a text that was translated by this table."""
        if len(self.odd) != self._known:
            odd = sorted(self.odd)
            self._found, self._known = re.compile(f"[{re.escape(''.join(odd))}]"), len(odd)
        return [found.start() for found in self._found.finditer(text)]


_TABLES = (_Table(loose=False), _Table(loose=True))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's key, and the way from it to the text.

    From the key's place `turns[i]` on to the next turn, each character of the key was made by one of the text, in
    step, the first by the one at `places[i]`; before the first turn both places are the same.
    """

    text: str
    key: str
    turns: array[int]
    places: array[int]
    loose: bool = False

    @property
    def map(self) -> array[int]:
        """`map[i]` is the code point of the text that made `key[i]`, `map[len(key)]` the text's length."""
        return array("L", map(self.place, range(len(self.key) + 1)))

    def place(self, at: int) -> int:
        """The code point of the text that made `key[at]`; of the key's end, the text's."""
        turn = bisect_right(self.turns, at) - 1
        return at if turn < 0 else self.places[turn] + at - self.turns[turn]

    def at(self, place: int) -> int:
        """The first character of the key that was made by the text's code point `place` or one after it."""
        return bisect_left(range(len(self.key) + 1), place, key=self.place)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a hit in the key stands in the text: whole characters, with the marks that follow the last of them."""
        first, last = self.place(start), self.place(end - 1) + 1
        while last < len(self.text) and (self.text[last] in _GROWS_OVER or unicodedata.combining(self.text[last])):
            last += 1
        return first, last

    def find(self, query: str, start: int = 0) -> tuple[int, int] | None:
        """The first place at or after `start` (in the key) of a query, folded like the text, as a range of the text."""
        wanted = folded(query, loose=self.loose)
        at = self.key.find(wanted, start) if wanted else -1
        return None if at < 0 else self.origin(at, at + len(wanted))


def fold(text: str, *, loose: bool = False) -> Folded:
    """Marks, tatweel and unseen characters go, alefs, digits and quotes become one; `loose` is level 2."""
    table, composed = _TABLES[loose], _composed(text)
    key = composed.translate(table)
    turns, places, reached, past = array("I"), array("I"), 0, 0
    for place in table.odd_in(composed):
        at = reached + place - past  # where this character begins in the key
        many = len(table[ord(composed[place])])
        for more in range(1, many):
            turns.append(at + more)
            places.append(place)
        turns.append(at + many)
        places.append(place + 1)
        reached, past = at + many, place + 1
    return Folded(text, key, turns, places, loose)


def loosened(found: Folded) -> Folded:
    """The same text at level 2."""
    return Folded(found.text, found.key.translate(LOOSE), found.turns, found.places, loose=True)


def folded(text: str, *, loose: bool = False) -> str:
    """The key alone, for whoever needs no way back."""
    return _composed(text).translate(_TABLES[loose])


def _composed(text: str) -> str:
    """The text with letter and mark as one where Unicode has that (و and U+0654 is ؤ), as long as before."""
    return text if unicodedata.is_normalized("NFC", text) else _WITH_MARKS.sub(_compose, text)


def _compose(found: re.Match[str]) -> str:
    whole = unicodedata.normalize("NFC", found[0])
    return whole.ljust(len(found[0]), _FILLER) if len(whole) <= len(found[0]) else found[0]


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
