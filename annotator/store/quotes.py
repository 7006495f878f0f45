"""No annotation is written whose words are not those of its text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.text import Text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


class Quotes:
    """Checks annotation rows against their texts; keeps the last text at hand, since spans come text by text."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self._last = ("", Text(""))

    def check(self, annotation: str) -> None:
        """Raise `quote_mismatch` or `bad_span` unless each fragment of the stored row quotes its text."""
        sql = 'select "text","fragments","quotes" from "annotation" where "id" = ?'
        text_hash, fragments, quotes = self._cursor.execute(sql, (annotation,)).fetchone()
        verify(self._text(text_hash), json.loads(fragments), json.loads(quotes))

    def _text(self, text_hash: str) -> Text:
        if self._last[0] != text_hash:
            row = self._cursor.execute('select "body" from "text" where "hash" = ?', (text_hash,)).fetchone()
            if row is None:
                raise AnnotatorError("no_such_text", hash=text_hash)
            self._last = (text_hash, Text(row[0]))
        return self._last[1]


def verify(text: Text, fragments: Sequence[Sequence[int]], quotes: Sequence[str]) -> None:
    """Raise unless the fragments are in order, apart, inside the text and quote it exactly."""
    if not fragments or len(fragments) != len(quotes):
        raise AnnotatorError("bad_span", start=0, end=0, length=len(text.body))
    reached = -1
    for (start, end), quote in zip(fragments, quotes, strict=True):
        if start < reached:
            raise AnnotatorError("bad_span", start=start, end=end, length=len(text.body))
        if text.quote(start, end) != quote:
            raise AnnotatorError("quote_mismatch", start=start, end=end, quote=quote, found=text.body[start:end])
        reached = end
