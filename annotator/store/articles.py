"""Reading articles and their texts."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, DamagedError
from annotator.core.models import Article, Part, Source
from annotator.core.rows import dumps
from annotator.core.text import Text
from annotator.store.reading import among, one, parsed, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from annotator.core.models import PartKind


@dataclass(frozen=True, slots=True)
class Line:
    """An article as a list shows it."""

    id: str
    title: str
    meta: Mapping[str, str]


def order(db: sqlite3.Connection) -> list[str]:
    """The ids of all articles in the project's order; pages of lines are fetched by id."""
    return [row[0] for row in db.execute('select "id" from "article" order by "position", "id"')]


def lines(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Line]:
    """What a list shows of these articles."""
    where, params = among("id", ids)
    rows = db.execute(f'select "id", "title", "meta" from "article" where {where}', params)
    return {article: Line(article, title, parsed(meta, "article", article)) for article, title, meta in rows}


def rows(db: sqlite3.Connection) -> array[int]:
    """All articles in the project's order, as the numbers of their rows in this file: a million take 8 MB."""
    return array("q", (row[0] for row in db.execute('select rowid from "article" order by "position"')))


def row(db: sqlite3.Connection, article: str) -> int:
    """The number of an article's row in this file, or 0."""
    found = db.execute('select rowid from "article" where "id" = ?', [article]).fetchone()
    return int(found[0]) if found else 0


def lines_at(db: sqlite3.Connection, numbers: Sequence[int]) -> list[Line]:
    """What a list shows of the articles in these rows, in this order; one that is gone has no id."""
    sql = 'select rowid, "id", "title", "meta" from "article" where rowid in (select value from json_each(?))'
    found = db.execute(sql, [dumps(list(numbers))])
    shown = {number: Line(article, title, parsed(meta, "article", article)) for number, article, title, meta in found}
    return [shown.get(number, Line("", "", {})) for number in numbers]


def parts(db: sqlite3.Connection, article: str) -> list[Part]:
    """The parts of an article that are not plain body, in text order."""
    return list(select(db, Part, '"article" = ?', [article], order='"start"'))


def part_at(db: sqlite3.Connection, article: str, place: int) -> PartKind:
    """What the paragraph at a place (code points) of an article is."""
    return next((part.kind for part in parts(db, article) if part.start <= place <= part.end), "body")


def get(db: sqlite3.Connection, article: str) -> Article:
    """One article; raises `no_such_article`."""
    found = one(db, Article, article)
    if found is None:
        raise AnnotatorError("no_such_article", article=article)
    return found


def texts_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """The hash of the text that each of these articles has now."""
    where, params = among("id", ids)
    return dict(db.execute(f'select "id", "text" from "article" where {where}', params))


def with_texts(db: sqlite3.Connection, hashes: Collection[str]) -> Iterator[tuple[str, str]]:
    """The articles with one of these texts, in the project's order: id and hash."""
    where, params = among("text", list(hashes))
    yield from db.execute(f'select "id", "text" from "article" where {where} order by "position", "id"', params)


def texts_holding(db: sqlite3.Connection, words: str) -> set[str]:
    """The hashes of the texts in which these very characters stand."""
    return {row[0] for row in db.execute('select "hash" from "text" where instr("body", ?)', [words])}


def hashes(db: sqlite3.Connection) -> list[str]:
    """The hashes of all texts that the project keeps; as one row of JSON, ten times as fast as row by row."""
    return list(json.loads(db.execute('select json_group_array("hash") from "text"').fetchone()[0]))


def hashes_after(db: sqlite3.Connection, last: str, limit: int) -> list[str]:
    """So many of them in their order, from the one after `last` on."""
    rows = db.execute('select "hash" from "text" where "hash" > ? order by "hash" limit ?', [last, limit])
    return [row[0] for row in rows]


def every(db: sqlite3.Connection) -> Iterator[Article]:
    """All articles in the project's order, streamed."""
    return select(db, Article, order='"position", "id"')


def of_text(db: sqlite3.Connection, text_hash: str) -> Article | None:
    """The first article with this very text."""
    return next(select(db, Article, '"text" = ?', [text_hash]), None)


def text(db: sqlite3.Connection, text_hash: str) -> Text:
    """A text by its hash; raises `no_such_text`, or `damaged_text` if it is not what the hash names."""
    row = db.execute('select "body" from "text" where "hash" = ?', [text_hash]).fetchone()
    if row is None:
        raise AnnotatorError("no_such_text", hash=text_hash)
    if (found := Text(row[0])).hash != text_hash:
        raise DamagedError("damaged_text", hash=text_hash)
    return found


def sources(db: sqlite3.Connection, article: str) -> list[Source]:
    """The import records of an article."""
    return list(select(db, Source, '"article" = ?', [article]))


def last_position(db: sqlite3.Connection) -> str:
    """The greatest position in use, to put the next article after it; empty if there is none."""
    return str(db.execute('select coalesce(max("position"), \'\') from "article"').fetchone()[0])


def count(db: sqlite3.Connection) -> int:
    """How many articles there are."""
    return int(db.execute('select count(*) from "article"').fetchone()[0])
