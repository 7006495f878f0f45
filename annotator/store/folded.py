"""The folded keys of a project's texts, in a file of their own that can always be made again.

It lies in the person's own data folder, one a project id (all copies of a project share it), readable by nobody else.
Keys go by the hash of their text, which never changes; so nothing in the file can be out of date, only missing, and it
serves a project that is only read as well. A text that undo took out of the articles keeps its key, as the project
keeps the text itself; `forget` takes keys out for good when texts are erased. Where the file cannot be had (a full
disk, another process that writes for long) texts are folded as they are asked for, with the same result.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import unicodedata
from array import array
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Self, TypeVar

from annotator import paths
from annotator.core.folding import LOOSE, Folded, fold, loosened
from annotator.store import articles
from annotator.store.reading import among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.store.project import Project

    Progress = Callable[[float, str], None]

Answer = TypeVar("Answer")
_Way = tuple[str, bytes, bytes]  # a key and the way back from it: turns and places

_APPLICATION_ID = 0x414E464B
_FOLDING = f"2 {unicodedata.unidata_version}"  # of what `fold` does and of this file: another, and it is made again
_WAIT = 5.0  # seconds for another process to finish its batch
_AT_HAND = 2_000  # rows at most that are read ahead
_BATCH = 500  # texts in one transaction, or fetched at once
_SETTINGS = (
    "page_size = 16384",
    "secure_delete = on",
    "trusted_schema = off",
    "cell_size_check = on",
    "synchronous = normal",
    "temp_store = memory",
    "mmap_size = 0",
)
_TABLES = """
create table made_for (project text not null, folding text not null) strict;
create table folded (hash text primary key, key text not null, turns blob not null, places blob not null) strict
"""
_SEATS = {chr(to): f"[{chr(to)}{''.join(chr(one) for one in LOOSE if LOOSE[one] == to)}]" for to in LOOSE.values()}
_TROUBLE = (sqlite3.Error, OSError, UnicodeDecodeError)


class Keys:
    """The keys of one open project's texts; `catch_up` before asking. It is used by the thread that has the project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._path: Path | None = None
        self._db: sqlite3.Connection | None = None
        self._at_hand: dict[str, _Way] = {}  # of the texts that were found to hold something
        self._seen = -1  # the change after which nothing was missing
        with suppress(*_TROUBLE):
            self._path = (
                paths.derived() / f"{hashlib.sha256(project.id.encode('utf-8', 'replace')).hexdigest()[:32]}.db"
            )
            self._db = _opened(self._path, project.id)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what is asked for after that is folded anew."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def catch_up(self, progress: Progress | None = None) -> int:
        """Fold the texts that have no key yet; how many that were. `progress` hears 0 to 1."""
        if self._seen == self._project.journal.n:
            return 0
        done = self._ask(lambda db: self._fold_missing(db, progress), lambda: 0)
        self._seen = self._project.journal.n
        return done

    def of(self, text_hash: str, *, loose: bool = False) -> Folded:
        """A text folded; raises `no_such_text`, or `damaged_text` if it is not what the hash names."""
        text = articles.text(self._project.db, text_hash).body
        way = self._at_hand.get(text_hash) or self._way(text_hash)
        found = Folded(text, way[0], array("I", way[1]), array("I", way[2])) if way else fold(text)
        if found.place(len(found.key)) != len(text):
            found = fold(text)
        return loosened(found) if loose else found

    def every(self, progress: Progress | None = None) -> Iterator[tuple[str, str]]:
        """Each text's hash and key, by hash; of the file also those that only another copy of the project has."""
        page = self._page("")
        while page:
            yield from page
            last = page[-1][0]
            if progress is not None:
                progress(int(last[:4], 16) / 0x10000, "")  # hashes lie evenly between 0 and their end
            page = self._page(last)

    def holding(self, letters: str, *, loose: bool = False, progress: Progress | None = None) -> set[str]:
        """The hashes of the texts in whose keys (at level 2 if `loose`) these letters stand; see `every`."""
        if loose:
            sought = re.compile("".join(_SEATS.get(letter, re.escape(letter)) for letter in letters))
            found = ((text_hash, key) for text_hash, key in self.every(progress) if sought.search(key))
        else:
            found = ((text_hash, key) for text_hash, key in self.every(progress) if letters in key)
        at_hand = dict(islice(found, _AT_HAND))
        rest = {text_hash for text_hash, _ in found}
        self._at_hand = self._ways(at_hand)
        return rest.union(at_hand)

    def _ways(self, keys: dict[str, str]) -> dict[str, _Way]:
        """These texts' keys with the ways back."""
        where, params = among("hash", [*keys])
        sql = f'select "hash", "turns", "places" from "folded" where {where}'
        rows = self._ask(lambda db: db.execute(sql, params).fetchall(), list)
        return {text_hash: (keys[text_hash], turns, places) for text_hash, turns, places in rows}

    def _way(self, text_hash: str) -> _Way | None:
        sql = 'select "key", "turns", "places" from "folded" where "hash" = ?'
        rows: list[_Way] = self._ask(lambda db: db.execute(sql, [text_hash]).fetchall(), list)
        return rows[0] if rows else None

    def forget(self, hashes: Iterable[str]) -> None:
        """Take the keys of erased texts out of the file for good."""
        gone = [(one,) for one in hashes]

        def delete(db: sqlite3.Connection) -> None:
            db.executemany('delete from "folded" where "hash" = ?', gone)
            db.execute("vacuum")

        self._ask(delete, lambda: None)

    def _ask(self, work: Callable[[sqlite3.Connection], Answer], instead: Callable[[], Answer]) -> Answer:
        """What the file answers; one that cannot is made again once, and if that does not help either, left alone."""
        for _ in range(2):
            if self._db is None:
                break
            try:
                return work(self._db)
            except _TROUBLE as error:
                self._begin_anew(error)
        return instead()

    def _begin_anew(self, error: Exception) -> None:
        self.close()
        if self._path is not None and getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
            with suppress(*_TROUBLE):
                _throw_away(self._path)
                self._db = _opened(self._path, self._project.id)
                self._fold_missing(self._db, None)

    def _fold_missing(self, db: sqlite3.Connection, progress: Progress | None) -> int:
        there = {row[0] for row in db.execute('select "hash" from "folded"')}
        missing = [one for one in articles.hashes(self._project.db) if one not in there]
        for start in range(0, len(missing), _BATCH):
            batch = [self._row(one) for one in missing[start : start + _BATCH]]
            with _transaction(db):
                db.executemany('insert or ignore into "folded" values (?,?,?,?)', batch)
            if progress is not None:
                progress(min(start + _BATCH, len(missing)) / len(missing), "")
        return len(missing)

    def _row(self, text_hash: str) -> tuple[str, str, bytes, bytes]:
        found = fold(articles.text(self._project.db, text_hash).body)
        return text_hash, found.key, found.turns.tobytes(), found.places.tobytes()

    def _page(self, last: str) -> Sequence[tuple[str, str]]:
        """Some hashes and keys, from the one after `last` on."""
        sql = 'select "hash", "key" from "folded" where "hash" > ? order by "hash" limit ?'
        return self._ask(lambda db: db.execute(sql, [last, _BATCH]).fetchall(), lambda: self._folded(last))

    def _folded(self, last: str) -> list[tuple[str, str]]:
        """The same without the file."""
        page = articles.hashes_after(self._project.db, last, _BATCH)
        return [(one, fold(articles.text(self._project.db, one).body).key) for one in page]


def _opened(path: Path, project: str) -> sqlite3.Connection:
    """The file, made if it is not there, and made again if it is not ours, damaged, or of another folding."""
    for _ in range(2):
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        try:
            for setting in _SETTINGS:
                db.execute(f"pragma {setting}")
            if _is_ours(db, project):
                return db
        except sqlite3.OperationalError:  # somebody else writes, or the disk is in trouble: it may well be whole
            db.close()
            raise
        except sqlite3.DatabaseError:
            pass
        db.close()
        _throw_away(path)
    raise OSError


def _is_ours(db: sqlite3.Connection, project: str) -> bool:
    found = db.execute("pragma application_id").fetchone()[0]
    if not found:
        _lay_out(db, project)
        found = db.execute("pragma application_id").fetchone()[0]
    names = {row[0] for row in db.execute("select name from sqlite_schema where type = 'table'")}
    whole = found == _APPLICATION_ID and names == {"made_for", "folded"}
    return whole and db.execute("select * from made_for").fetchall() == [(project, _FOLDING)]


def _lay_out(db: sqlite3.Connection, project: str) -> None:
    """Make the tables in a file that is empty, whoever of several comes first."""
    with _transaction(db):
        if not db.execute("select 1 from sqlite_schema").fetchone():
            for table in _TABLES.split(";"):
                db.execute(table)
            db.execute("insert into made_for values (?,?)", [project, _FOLDING])
            db.execute(f"pragma application_id = {_APPLICATION_ID}")


def _throw_away(path: Path) -> None:
    for left in (path, path.with_name(f"{path.name}-journal")):
        left.unlink(missing_ok=True)


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        db.execute("rollback")
        raise
