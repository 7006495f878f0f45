"""Every occurrence of words in a folded text, at word starts after joined particles (`arabic.md` B14-B17).

A query is sought letter by letter in the key, and only where it stands are the word's edges looked at.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.boundary import fit
from annotator.core.clitics import has_article, may_be_joined, pieces, sure
from annotator.core.folding import folded
from annotator.core.models import Boundary
from annotator.core.whole_words import is_whole
from annotator.core.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from annotator.core.folding import Folded

_ARTICLE, _LAM_LAM = "ال", "لل"
_LEAST = 2  # letters before which particles are looked for
_GROUP = 6  # letters of the longest group of them
_MAY_JOIN = ".'\",;"  # between letters or digits these can be inside a word: then UAX 29 is asked
_PRONOUNS = "ه|ها|هما|هم|هن|ك|كما|كم|كن|نا|ي|ני|נו|ך|כם|ו|ה|הם"
_AFTER_ZWNJ = "ها|هاي|هايي|هايش|هايشان|ي|اي|ام|ات|اش|ايم|ايد|اند|ان|مان|تان|شان|تر|ترين"  # Persian, Urdu
_ZWNJ = "\u200c"
_SPACE = {" ", "\n", ""}
_DEFAULT = Boundary()


@dataclass(frozen=True, slots=True)
class Found:
    """One occurrence, in code points of the text: its particles from `start`, what was sought from `head_start`.

    `form` is what was sought as it stands here, folded, with the article if the query has one; `clitic` the particles
    before it, folded, or "".
    """

    start: int
    end: int
    head_start: int
    form: str
    clitic: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A query made ready: the letters that are sought, what must follow them, what a word may begin with."""

    literal: str  # of the first word, less its article and its last letter where an ending can change that
    tail: re.Pattern[str]
    article: bool = False
    starts_word: bool = True
    ends_word: bool = True
    whole: frozenset[str] = frozenset()


def pattern(query: str, *, whole: Collection[str] = (), suffixes: bool = False, loose: bool = False) -> Pattern:
    """Make a query ready; one without letters is sought as it stands, an empty one is found nowhere.

    `whole` are names that begin with no particle; `suffixes` lets pronouns follow, and after ZWNJ endings as ها;
    `loose` is for texts folded at level 2.
    """
    sought = folded(query, loose=loose).split() or [""]
    article = _has_article(query, sought[0])
    literal = sought[0].removeprefix(_ARTICLE) if article else sought[0]
    rest = [literal, *sought[1:]]
    ends_word, ending = _in_word(rest[-1][-1:]), ""
    if suffixes and ends_word:
        rest[-1], ending = _with_endings(rest[-1])
    tail = "".join(rf"\s+{re.escape(word)}" for word in rest[1:]) + ending + (r"(?!\w)" if ends_word else "")
    names = frozenset(name for given in whole for name in folded(given, loose=loose).split())
    return Pattern(rest[0], re.compile(tail), article, _in_word(literal[:1]), ends_word, names)


def find(sought: Pattern, text: Folded) -> Iterator[Found]:
    """Every occurrence, none of them overlapping: those in the exact form first, then those after particles."""
    found = list(_in_order(sought, text))
    yield from (one for one in found if not one.clitic)
    yield from (one for one in found if one.clitic)


def spans(found: Found, body: str, rule: Boundary) -> tuple[int, int]:
    """The range that the boundary policy gives an occurrence."""
    if rule == _DEFAULT and _stands_in_space(body, found.start, found.end):
        return found.start, found.end
    return fit(body, found.start if rule.clitics else found.head_start, found.end, rule)


def asked(quote: str, whole: Collection[str] = ()) -> str:
    """What is sought when somebody points at words of a text: the words less their sure particles, with the article."""
    start, _, rest = quote.partition(" ")
    cut = sure(start, whole)
    if not cut:
        return quote
    last = folded(start[:cut])
    before = next((a for a, b in pieces(start, whole) if folded(start[a:b]) == _ARTICLE), cut)
    head = f"{_ARTICLE}{start[cut:]}" if last.endswith(_LAM_LAM) else start[before:]
    return f"{head} {rest}" if rest else head


def _stands_in_space(body: str, start: int, end: int) -> bool:
    """Whether letters stand between spaces, where words surely begin and end: a hundred times as fast as asking."""
    before, after = body[start - 1 : start], body[end : end + 1]
    return before in _SPACE and after in _SPACE and body[start].isalnum() and body[end - 1].isalnum()


def _has_article(query: str, first: str) -> bool:
    """Whether a query's first word begins with an article, for which لل can stand: الحكومة, الله, but not ألمانيا."""
    if not first.startswith(_ARTICLE) or len(first) < len(_ARTICLE) + _LEAST:
        return False
    hamza = unicodedata.normalize("NFC", query.strip())[0] in "أإآ"
    return first == "الله" or not (hamza or is_whole(first))


def _with_endings(word: str) -> tuple[str, str]:
    """The last word of a query, and what may end it; before a pronoun ة is written ت."""
    joined = f"(?:{_PRONOUNS}|(?P<zwnj>{_AFTER_ZWNJ}))"
    if word.endswith("ة"):
        return word[:-1], f"(?:ة|ت{joined})"
    return word, f"{joined}?"


def _in_order(sought: Pattern, text: Folded) -> Iterator[Found]:
    key, literal = text.key, sought.literal
    at = key.find(literal) if literal else -1
    while at >= 0:
        tail = sought.tail.match(key, at + len(literal))
        found = _reading(sought, text, at, tail) if tail else None
        if found is not None and tail is not None:
            yield found
        at = key.find(literal, tail.end() if found and tail else at + 1)


def _reading(sought: Pattern, text: Folded, at: int, tail: re.Match[str]) -> Found | None:
    """The occurrence whose letters begin at `at` of the key, or None: a particle's reading must hold, and the edges."""
    key, end = text.key, tail.end()
    word = _word_start(key, at) if sought.starts_word else at
    first_end = end if tail.start() == end or not key[tail.start()].isspace() else tail.start()
    head = _head(sought, text, (word, at, first_end)) if at - word <= _GROUP else None
    if head is None or not _after_zwnj(text, tail):
        return None
    start, place_end = text.origin(word, end)
    if not _stands_alone(sought, text, (word, end), (start, place_end)):
        return None
    form = f"{_ARTICLE}{key[at:end]}" if sought.article else key[at:end]
    return Found(start, place_end, text.place(head), " ".join(form.split()), key[word:head])


def _head(sought: Pattern, text: Folded, word: tuple[int, int, int]) -> int | None:
    """Where in the key what was sought begins, after the particles of the first word (start, letters sought, end)."""
    start, at, end = word
    before = text.key[start:at]
    if sought.article:
        head = _head_with_article(text.key, start, at)
    else:
        head = at
        if before.endswith(_ARTICLE) and not has_article(text, at - len(_ARTICLE)):
            return None
    if head is None or head == start:
        return head
    long_enough = end - head >= _LEAST
    return head if long_enough and may_be_joined(text.key[start:end], head - start, sought.whole) else None


def _head_with_article(key: str, start: int, at: int) -> int | None:
    """Where the article of what was sought begins: ال, or the second ل of لل, which may be the word's own."""
    before = key[start:at]
    if before.endswith(_ARTICLE):
        return at - len(_ARTICLE)
    if before.endswith(_LAM_LAM):
        return at - 1
    return at if before.endswith("ل") and key[at] == "ل" else None


def _word_start(key: str, at: int) -> int:
    while at > 0 and _in_word(key[at - 1]):
        at -= 1
    return at


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _after_zwnj(text: Folded, tail: re.Match[str]) -> bool:
    """Whether an ending that is only written after ZWNJ stands after one."""
    if "zwnj" not in tail.re.groupindex or tail["zwnj"] is None:
        return True
    return text.text[text.place(tail.start("zwnj")) - 1] == _ZWNJ


def _stands_alone(sought: Pattern, text: Folded, at: tuple[int, int], place: tuple[int, int]) -> bool:
    """Whether the words begin and end where UAX 29 has a border; it is asked only where the key leaves a doubt."""
    (start, end), (place_start, place_end) = at, place
    if sought.starts_word and _is_doubtful(text.key[max(start - 2, 0) : start][::-1]):
        first = next(words(text.text, place_start, place_start + 1), (-1, -1))
        if folded(text.text[first[0] : place_start]):
            return False
    if sought.ends_word and _is_doubtful(text.key[end : end + 2]):
        last = next(words(text.text, place_end - 1, place_end), (-1, -1))
        return not folded(text.text[place_end : last[1]])
    return True


def _is_doubtful(beside: str) -> bool:
    """Whether what stands beside a word (the nearest first) could belong to it."""
    joins = len(beside) > 1 and beside[0] in _MAY_JOIN and _in_word(beside[1])
    return joins or bool(beside and unicodedata.combining(beside[0]))
