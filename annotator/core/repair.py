"""Text that came in visual order or as presentation forms (old PDFs): whether it is, and a repaired copy of it.

The text itself is never touched: a repaired copy is another article, if the person wants one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple
from unicodedata import decomposition, normalize

from annotator.core.visual import reordered

# Letters only: not the ornate parentheses, nor words that are typed as one character (U+FDF0 to U+FDFF, as in ﷺ).
_FORM = re.compile("[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WORD = re.compile("[\u0621-\u064a]{3,}")
_TASHKEEL = re.compile("[\u064b-\u0652\u0670]")
_JOINED = ({"<initial>", "<medial>"}, {"<medial>", "<final>"})
_ENOUGH = 3  # signs that have to point one way before anything is said of a text without forms


class Look(NamedTuple):
    """How many presentation forms a text holds, and whether its letters stand in the order they are seen in."""

    forms: int
    is_reversed: bool


def looks_visual(text: str) -> Look:
    """What an import should warn of; `Look(0, False)` for a text as it ought to be."""
    forms = len(_FORM.findall(text))
    onward, backward = _joins(text) if forms else (0, 0)
    if onward == backward:
        onward, backward = _word_edges(text)
        return Look(forms, backward >= _ENOUGH and backward > 2 * onward)
    return Look(forms, backward > onward)


def repair(text: str) -> str:
    """The text in logical order with plain letters; nothing but the letters' forms is normalised."""
    if looks_visual(text).is_reversed:
        text = "\n".join(reordered(line) if _RTL.search(line) else line for line in text.split("\n"))
    return _FORM.sub(_plain, text)


def _plain(form: re.Match[str]) -> str:
    """The letters of one form. That of a mark alone decomposes into a space and the mark; the space is nobody's."""
    return normalize("NFKC", form[0]).strip()


def _joins(text: str) -> tuple[int, int]:
    """How many neighbours join as they stand, and how many only when read backwards, by the shapes they have."""
    shapes = [decomposition(letter).partition(" ")[0] for letter in text]
    onward = sum(a in _JOINED[0] and b in _JOINED[1] for a, b in pairwise(shapes))
    backward = sum(b in _JOINED[0] and a in _JOINED[1] for a, b in pairwise(shapes))
    return onward, backward


def _word_edges(text: str) -> tuple[int, int]:
    """How many words end with ة or ى or begin with ال, as words do, and how many the other way round."""
    words = _WORD.findall(_TASHKEEL.sub("", _FORM.sub(_plain, text)))
    onward = sum(word[-1] in "ةى" for word in words) + sum(word.startswith("ال") for word in words)
    backward = sum(word[0] in "ةى" for word in words) + sum(word.endswith("لا") for word in words)
    return onward, backward
