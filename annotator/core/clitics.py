"""What is joined to the front of a word: أ · و ف · س ل · ب ك ل · ال in Arabic, ו · ש · ב כ ל מ · ה in Hebrew.

Spelling alone cannot tell a particle from a first letter. A known whole word (`whole_words`, or a name that the
caller gives, folded) is never cut; what is left must have letters enough. `pieces` is what a person is offered, `sure`
what may be cut without asking, `joints` where an edge may stand if somebody put it there. Offsets are code points of
the word; marks, tatweel and ZWNJ stay with the letter before them.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.core.folding import Folded, fold
from annotator.core.whole_words import is_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_GROUP = re.compile("ا?[وف]?(?:س|[بك]?(?:ال)?|لل?)")
_HEBREW_GROUP = re.compile("ו?(?:כש|מש|ש)?[בכלמ]?ה?")
_HEBREW = re.compile("[א-ת]")
_OTHERS = re.compile("[پچژگکیٹڈڑےہںھۀەۆێ]")  # letters that Arabic does not have, and its neighbours' words do
_ASKED = {"ليس", "ليست", "هذا", "هذه", "هو", "هي", "هكذا", "هولاء", "هؤلاء", "لست", "لستم"}  # what أ is put before
_SHORT = "من في عن قد لم لن ما لا هو هي هم كل ان اذ لو هل كم ثم اي ذا"  # words of two letters
_HAMZA = {"\u0653", "\u0654", "\u0655"}  # written above or below the alef before it
_STEM = 3  # letters that must be left for a person to be offered the cut
_LEAST = 2  # after the article, and for an edge that somebody put there
_GROUP_LETTERS = 6  # of the longest group
_VERB = 4  # after the س of the future


def pieces(word: str, whole: Collection[str] = ()) -> tuple[tuple[int, int], ...]:
    """The particles of a word and what they are joined to, in order; one piece when nothing is joined."""
    if not word:
        return ()
    joined = fold(word)
    cuts = [0, *(joined.place(at) for at in _cuts(joined, whole)), len(word)]
    return tuple(pairwise(cuts))


def stem(word: str, whole: Collection[str] = ()) -> tuple[int, int]:
    """What the particles are joined to."""
    return pieces(word, whole)[-1] if word else (0, 0)


def sure(word: str, whole: Collection[str] = ()) -> int:
    """Where the particles end that nobody would take for letters of the word; 0 if there are none.

    Those are groups with the article, any before a known word, and و or ו except before what foreign names go on with.
    """
    joined = fold(word)
    cuts = _cuts(joined, whole)
    if not cuts:
        return 0
    key, last = joined.key, cuts[-1]
    if key[:last].endswith(("ال", "لل")) or key[last:] in whole or is_whole(key[last:]):
        return joined.place(last)
    opens = key[0] in "وו" and not (key[1] in "ويוי" or word[joined.place(1)] == "ا")
    return joined.place(cuts[0]) if opens else 0


def joints(word: str, whole: Collection[str] = ()) -> list[int]:
    """Every place where a group of particles could end, in order; 0 is none of them."""
    joined = fold(word)
    key = joined.key
    found = {
        at
        for at in range(1, min(len(key) - _LEAST, _GROUP_LETTERS) + 1)
        if may_be_joined(key, at, whole) and (key[at - 2 : at] != "ال" or has_article(joined, at - 2))
    }
    return sorted({joined.place(at) for at in found.union(_cuts(joined, whole)) if _between(joined, at)})


def may_be_joined(key: str, at: int, whole: Collection[str] = ()) -> bool:
    """Whether `key[:at]` of a folded word can be a group of particles, and no known whole word begins before `at`."""
    group, rest = key[:at], key[at:]
    if not is_group(group):
        return False
    if group[0] == "ا" and not group.startswith("ال") and rest not in _ASKED:
        return False
    if group[-1] == "س" and not (len(rest) >= _VERB and rest[0] in "يتنا"):
        return False
    return not any(
        key[before:] in whole or is_whole(key[before:])
        for before in range(at)
        if before == 0 or (is_group(key[:before]) and not _is_half(key, before))
    )


def is_group(folded: str) -> bool:
    """Whether letters are particles in an order in which they can stand before a word."""
    return bool(folded) and bool(_GROUP.fullmatch(folded) or _HEBREW_GROUP.fullmatch(folded))


def has_article(joined: Folded, at: int) -> bool:
    """Whether ال stands at `at` of the key: its alef bears no hamza, as that of ألمانيا does."""
    if not joined.key.startswith("ال", at):
        return False
    place = joined.place(at)
    letter, following = joined.text[place], joined.text[place + 1 : place + 2]
    return unicodedata.normalize("NFKC", letter)[0] in "اٱ" and following not in _HAMZA


def _is_half(key: str, at: int) -> bool:
    """Whether a place lies between the two letters of ال or لل."""
    return key[at - 1 : at + 1] in {"ال", "لل"}


def _between(joined: Folded, at: int) -> bool:
    """Whether two characters of the text meet here, not the halves of a ligature."""
    return joined.place(at - 1) < joined.place(at)


def _cuts(joined: Folded, whole: Collection[str]) -> list[int]:
    """Where the pieces after the first begin in the key."""
    if _OTHERS.search(joined.text):
        return []
    walk = _hebrew if _HEBREW.match(joined.key) else _arabic
    return [at for at in walk(joined, whole) if _between(joined, at)]


def _arabic(joined: Folded, whole: Collection[str]) -> Iterator[int]:
    key, at = joined.key, 0
    for letters, step in (("ا", _question), ("وف", _plain), ("س", _future), ("بكل", _plain), ("ا", _article)):
        if _stays(key[at:], whole):
            return
        if key[at : at + 1] and key[at] in letters and (goes_on := step(joined, at)):
            if key[at : at + 2] == "لل":
                yield from _lam_lam(key, at, whole)
                return
            at += goes_on
            yield at
            if step is _future:
                return


def _stays(rest: str, whole: Collection[str]) -> bool:
    return rest in whole or is_whole(rest)


def _plain(joined: Folded, at: int) -> int:
    rest = joined.key[at + 1 :]
    return 1 if len(rest) >= _STEM or rest in _SHORT.split() or joined.key[at:] == "لله" else 0


def _question(joined: Folded, at: int) -> int:
    return 1 if joined.key[at + 1 :] in _ASKED and joined.text[joined.place(at)] == "أ" else 0


def _future(joined: Folded, at: int) -> int:
    rest = joined.key[at + 1 :]
    is_verb = len(rest) >= _VERB and rest[-1] != "ة" and (rest[0] in "يتن" or joined.text[joined.place(at + 1)] == "أ")
    return 1 if is_verb else 0


def _article(joined: Folded, at: int) -> int:
    return 2 if has_article(joined, at) and len(joined.key) - at - 2 >= _LEAST else 0


def _lam_lam(key: str, at: int, whole: Collection[str]) -> Iterator[int]:
    """للحكومة is ل and الحكومة; of للبنانيين and لله the second ل is the word's own."""
    yield at + 1
    if not (key[at:] == "لله" or _stays(key[at + 1 :], whole)) and len(key) - at - 2 >= _LEAST:
        yield at + 2


def _hebrew(joined: Folded, whole: Collection[str]) -> Iterator[int]:
    key, at = joined.key, 0
    for step in (("ו",), ("כש", "מש", "ש"), ("ב", "כ", "ל", "מ"), ("ה",)):
        if _stays(key[at:], whole):
            return
        particle = next((one for one in step if key.startswith(one, at)), "")
        if particle and len(key) - at - len(particle) >= _STEM:
            at += len(particle)
            yield at
