"""Whether a project is whole: its pages, texts, quotes, references and its log; each fault named, article and span."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.text import Text
from annotator.store import log, pointers, rebuild, schema, seals, session
from annotator.store.connection import SETTINGS
from annotator.store.quotes import verify, verify_head

if TYPE_CHECKING:
    import sqlite3

    from annotator.store.project import Project

Pulse = Callable[[], None]
_NAMED = 20  # faults of one kind that are told one by one


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is right, the first faults as messages can say them, and how many."""

    name: str
    ok: bool
    detail: tuple[AnnotatorError, ...] = ()
    faults: int = 0


def check(project: Project, *, full: bool, pulse: Pulse = lambda: None) -> Iterator[Check]:
    """Look at one thing after another; memory stays flat. Without `full` only what takes no time.

    `pulse` is called for every row or so: what it raises ends the check, and nothing was changed.
    """
    for name, faults in (_QUICK | _THOROUGH if full else _QUICK).items():
        yield _result(name, faults(project, pulse))


def _result(name: str, faults: Iterator[AnnotatorError]) -> Check:
    kept, many = [], 0
    try:
        for fault in faults:
            many += 1
            kept.extend([fault] if many <= _NAMED else [])
    except AnnotatorError as error:  # it could not be read to its end
        many += 1
        kept.append(error)
    return Check(name, not many, tuple(kept), many)


def _settings(project: Project, _: Pulse) -> Iterator[AnnotatorError]:
    for name, wanted in SETTINGS.items() if project.writable else ():
        found = project.db.execute(f"pragma {name}").fetchone()
        if found is not None and found[0] != wanted:
            yield AnnotatorError("setting_refused", setting=name, found=found[0])


def _schema(project: Project, _: Pulse) -> Iterator[AnnotatorError]:
    if strange := schema.differs(project.db):
        yield AnnotatorError("strange_schema", path=str(project.path), objects=", ".join(strange))


def _pages(project: Project, _: Pulse) -> Iterator[AnnotatorError]:
    for (verdict,) in project.db.execute(f"pragma integrity_check({_NAMED})"):
        if verdict != "ok":
            yield AnnotatorError("damaged_page", detail=verdict)


def _seal(project: Project, _: Pulse) -> Iterator[AnnotatorError]:
    """Where the log ended when the session was last written, it must still go through."""
    if (last := session.read(project.db)) is None:
        return
    row = project.db.execute('select "chain" from "change" where "n" = ?', [last.n]).fetchone()
    end = session.head(project.db)[0]
    if (row and row[0]) != (last.chain or None) or (last.clean and last.n != end):
        yield AnnotatorError("log_ends_early", found=end, sealed=last.n)


def _order(project: Project, _: Pulse) -> Iterator[AnnotatorError]:
    many, end = project.db.execute('select count(*), coalesce(max("n"), 0) from "change"').fetchone()
    if many != end:
        yield AnnotatorError("log_has_gaps", found=many, last=end)


def _chain(project: Project, pulse: Pulse) -> Iterator[AnnotatorError]:
    chain, journal = "", project.journal
    for n, digest, link in project.db.execute('select "n", "digest", "chain" from "change" order by "n"'):
        chain = log.link(chain, digest)
        if link != chain or digest != _digest(project, n, pulse):
            yield AnnotatorError("log_changed", n=n, action=journal.load(n).name)
        chain = link  # one fault is told once, not again by all that follow


def _digest(project: Project, n: int, pulse: Pulse) -> str:
    hasher = hashlib.sha256(log.head(project.journal.load(n)))
    sql = 'select "tbl","row","before","after" from "edit" where "change" = ? order by "seq"'
    for edit in project.db.execute(sql, [n]):
        pulse()
        hasher.update(log.line(*edit))
    return hasher.hexdigest()


def _texts(project: Project, pulse: Pulse) -> Iterator[AnnotatorError]:
    """Each text by its name, as bytes: what is no UTF-8 any more must be named as well."""
    for name, body in project.db.execute('select "hash", cast("body" as blob) from "text"'):
        pulse()
        if hashlib.sha256(body or b"").hexdigest() != name:
            yield AnnotatorError("wrong_text", hash=name, article=_titles(project.db, name))


def _titles(db: sqlite3.Connection, text: str) -> str:
    rows = db.execute('select "title", "id" from "article" where "text" = ? limit 3', [text])
    return ", ".join(title or article for title, article in rows)


def _quotes(project: Project, pulse: Pulse) -> Iterator[AnnotatorError]:
    """Every annotation's words, text by text, so that one text at a time is held."""
    sql = 'select "text", "id", "fragments", "quotes", "head" from "annotation" order by "text"'
    for name, rows in itertools.groupby(project.db.execute(sql), key=lambda row: row[0]):
        text = _text(project.db, name)
        for _, annotation, fragments, quotes, head in rows:
            pulse()
            if not _quotes_well(text, fragments, quotes):
                yield _wrong_quote(project.db, name, annotation, fragments)
            elif not _heads_well(head, fragments):
                yield AnnotatorError("wrong_head", article=_titles(project.db, name), annotation=annotation, head=head)


def _text(db: sqlite3.Connection, name: str) -> Text:
    row = db.execute('select cast("body" as blob) from "text" where "hash" = ?', [name]).fetchone()
    return Text((row[0] if row else b"").decode(errors="replace"))


def _quotes_well(text: Text, fragments: str, quotes: str) -> bool:
    try:
        verify(text, json.loads(fragments), json.loads(quotes))
    except (AnnotatorError, ValueError, TypeError):
        return False
    return True


def _heads_well(head: str, fragments: str) -> bool:
    try:
        if head != "[]":
            verify_head(json.loads(head), json.loads(fragments))
    except (AnnotatorError, ValueError, TypeError):
        return False
    return True


def _wrong_quote(db: sqlite3.Connection, text: str, annotation: str, fragments: str) -> AnnotatorError:
    return AnnotatorError("wrong_quote", article=_titles(db, text), annotation=annotation, fragments=fragments)


def _references(project: Project, _: Pulse) -> Iterator[AnnotatorError]:
    for table, rowid, parent, _key in project.db.execute("pragma foreign_key_check"):
        row = project.db.execute(f'select "id" from "{table}" where rowid = ?', [rowid]).fetchone()
        yield AnnotatorError("points_nowhere", table=table, row=row[0], to=parent)


def _orphans(project: Project, pulse: Pulse) -> Iterator[AnnotatorError]:
    return pointers.orphans(project.db, pulse)


def _rows(project: Project, pulse: Pulse) -> Iterator[AnnotatorError]:
    return rebuild.differences(project.db, pulse)


def _seals(project: Project, _: Pulse) -> Iterator[AnnotatorError]:
    """What was frozen is what was handed in."""
    for round_id in seals.broken(project.db):
        yield AnnotatorError("broken_seal", round=round_id)


_Faults = Callable[["Project", Pulse], Iterator[AnnotatorError]]
_QUICK: dict[str, _Faults] = {
    "settings": _settings,
    "schema": _schema,
    "seal": _seal,
    "order": _order,
}
_THOROUGH: dict[str, _Faults] = {
    "pages": _pages,
    "texts": _texts,
    "quotes": _quotes,
    "references": _references,
    "orphans": _orphans,
    "seals": _seals,
    "chain": _chain,
    "log": _rows,
}
