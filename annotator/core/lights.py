"""Where words of word lists stand in a folded text: one pattern a list, made once.

With `inflected`, و and ف may come before a word and verb endings after it; a word in ي stands for its present and
future (يقول for تقول, سيقولون), one in ال also for بال, كال and لل. In Hebrew ו, ש and ה may come before a word, in
Persian endings after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.core.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.folding import Folded
    from annotator.core.models import WordList

_ZWNJ = "\u200c"
_PRESENT = 4  # letters at least of a word in ي that is taken for a verb
_PAST_ENDINGS, _PRESENT_ENDINGS = "(?:ت|ا|وا|تا|نا|ن)?", "(?:ون|وا|ان|ين|ن|ا)?"
_PERSIAN_ENDINGS = "(?:م|ي|يم|يد|ند|ه|ها|هاي|هايي|ان)?"
_HEBREW_PARTICLES = "ו?(?:כש|ש)?ה?"
_END = ""  # of a word, in a tree of letters


@dataclass(frozen=True, slots=True)
class Light:
    """A word of a list in the text, in code points."""

    start: int
    end: int
    list: str  # the word list's id


def lights(text: Folded, lists: Sequence[WordList]) -> list[Light]:
    """Every word of these lists in a text, in text order."""
    found = (
        Light(*text.origin(hit.start(), hit.end()), one.id)
        for one in lists
        for hit in _pattern(one.language, one.inflected, one.words).finditer(text.key)
    )
    return sorted(found, key=lambda light: (light.start, light.end))


@lru_cache(maxsize=64)
def _pattern(language: str, inflected: bool, words: tuple[str, ...]) -> re.Pattern[str]:
    forms = _forms(language if inflected else "", sorted({*filter(None, map(_key, words))}))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms) or '(?!)'})(?!\w)")


def _key(word: str) -> str:
    """A word's key with one space between its words, and a tab where ZWNJ stands in it: a space will do as well."""
    return " ".join("\t".join(map(folded, part.split(_ZWNJ))) for part in word.split())


def _forms(language: str, keys: Sequence[str]) -> Iterator[str]:
    """The alternatives that a list's words make, each with what may stand before and after them."""
    if language == "ar":
        present = [key for key in keys if key[0] == "ي" and len(key) >= _PRESENT]
        named = [key for key in keys if key.startswith("ال")]
        yield from _group("[وف]?س?[يتان]", (key[1:] for key in present), _PRESENT_ENDINGS)
        yield from _group("[وف]?(?:[بك]?ال|لل)", (key[2:] for key in named), "")
        yield from _group("[وف]?ل", (key[2:] for key in named if key[2:3] == "ل"), "")
        yield from _group("[وف]?", (key for key in keys if key not in {*present, *named}), _PAST_ENDINGS)
    elif language == "he":
        yield from _group(_HEBREW_PARTICLES, keys, "")
    else:
        yield from _group("", keys, _PERSIAN_ENDINGS if language == "fa" else "")


def _group(before: str, keys: Iterable[str], endings: str) -> Iterator[str]:
    tree: dict[str, Any] = {}
    for key in keys:
        node = tree
        for letter in _letters(key, endings):
            node = node.setdefault(letter, {})
        node[_END] = {}
    if tree:
        yield before + _alternatives(tree)


def _letters(key: str, endings: str) -> list[str]:
    """The steps of a word through the tree; endings follow the first of several words."""
    first, space, rest = key.partition(" ")
    steps = [*first, endings, *space, *rest] if endings else [*first, *space, *rest]
    return [_STEPS.get(step, step if step == endings else re.escape(step)) for step in steps]


_STEPS = {" ": r"\s+", "\t": r"\s?"}


def _alternatives(tree: dict[str, Any]) -> str:
    """A tree of letters as a pattern that reads each letter once."""
    steps = sorted(tree.items(), key=lambda item: item[0].endswith(")?"))  # letters before endings: the longest word
    ways = [step + _alternatives(below) for step, below in steps if step != _END]
    if not ways:
        return ""
    if len(ways) == 1 and _END not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if _END in tree else ''}"
