"""Searching a text for words: spelling folded or as it stands, whole words or inside them. Places are code points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.folding import fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.folding import Folded

# What belongs to a word beside its letters and digits: marks, tatweel, the joiners inside it.
_INNER = "[\\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d]"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to find: `word` whole ones only, `loose` with ى ي and ة ه as one, `exact` letter by letter as written."""

    words: str
    word: bool = False
    loose: bool = False
    exact: bool = False

    def prepared(self, body: str) -> Folded | str:
        """The text as `find` wants it; the same for all words, so it can be kept."""
        return body if self.exact else fold(body, loose=self.loose)

    def find(self, text: Folded | str) -> Iterator[tuple[int, int]]:
        """Every place in a prepared text, in order; between two words any white space, a line's end too, is one."""
        exactly = isinstance(text, str)
        parts = (self.words if exactly else folded(self.words, loose=self.loose)).split()
        if not parts:
            return
        pattern = r"\s+".join(map(re.escape, parts))
        if self.word:
            pattern = f"(?<!{_INNER}){pattern}(?!{_INNER})"
        for found in re.finditer(pattern, text if isinstance(text, str) else text.key):
            yield found.span() if isinstance(text, str) else text.origin(*found.span())
