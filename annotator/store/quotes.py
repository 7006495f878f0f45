"""No annotation is written whose words are not those of its text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.text import Text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from annotator.core.changes import Row

_COLUMNS = ("text", "fragments", "quotes", "head")
_SAID = frozenset(_COLUMNS)
_decode = json.JSONDecoder().decode


class Quotes:
    """Checks annotation rows against their texts; keeps the last text at hand, since spans come text by text."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self._last = ("", Text(""))

    def check(self, annotation: str, written: Row) -> None:
        """Raise `quote_mismatch`, `bad_span` or `bad_head` unless each fragment of the row quotes its text.

        `written` holds the columns that were just written; what is not among them is read from the stored row.
        """
        if _SAID.isdisjoint(written):
            return
        row = written if written.keys() >= _SAID else self._stored(annotation)
        fragments = _decode(str(row["fragments"]))
        verify(self._text(str(row["text"])), fragments, _decode(str(row["quotes"])))
        if row["head"] != "[]":
            verify_head(_decode(str(row["head"])), fragments)

    def _stored(self, annotation: str) -> Row:
        sql = 'select "text","fragments","quotes","head" from "annotation" where "id" = ?'
        return dict(zip(_COLUMNS, self._cursor.execute(sql, (annotation,)).fetchone(), strict=True))

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
        raise AnnotatorError("bad_span", start=0, end=0, length=len(text.body), why="empty")
    reached = -1
    for (start, end), quote in zip(fragments, quotes, strict=True):
        if start < reached:
            raise AnnotatorError("bad_span", start=start, end=end, length=len(text.body), why="order")
        if text.quote(start, end) != quote:
            raise AnnotatorError("quote_mismatch", start=start, end=end, quote=quote, found=text.body[start:end])
        reached = end


def verify_head(head: Sequence[Sequence[int]], fragments: Sequence[Sequence[int]]) -> None:
    """Raise `bad_head` unless it is one range that is not empty and lies within one of the fragments."""
    (start, end), *more = head
    if more or not any(first <= start < end <= last for first, last in fragments):
        raise AnnotatorError("bad_head", start=start, end=end)
