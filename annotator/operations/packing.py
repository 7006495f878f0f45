"""What goes into a package, row by row: chosen by name, so that nothing goes along unseen."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from annotator.core.changes import Change
from annotator.core.ids import keyed_id
from annotator.core.models import Coding
from annotator.core.rows import added
from annotator.operations.codings import Where
from annotator.store import actors, codebook, codings, handovers, lists
from annotator.store import articles as article_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.core.changes import Step, Value
    from annotator.core.models import Annotation, Article, Coder, Note, Version
    from annotator.core.travel import Handover
    from annotator.store.project import Project

NAME = "package"  # of the first change in a package; no other copy takes it in
_AT_ONCE = 100  # articles


class Packed(Protocol):
    """Whatever says what a package begins with."""

    def first(self, tell: Callable[[float, str], None]) -> Change:
        """The package's first change, whose steps are read while it is written; `tell` hears of each article."""


def opening(made: Handover, *, sender: Coder, coder: Coder, steps: Iterable[Step]) -> Change:
    """The first change of a package, whose id follows from what it was written for."""
    facts: dict[str, Value] = {"name": coder.name, "count": len(made.articles)}
    return Change(NAME, steps, facts, author=sender.id, id=keyed_id(NAME, made.id), at=made.at)


def laid_in(
    db: sqlite3.Connection, article: Article, homes: Sequence[Coding], spans: Sequence[Annotation]
) -> Iterator[Step]:
    """An article with its text and parts, and codings of it with all that is in them; `spans` are those of them."""
    yield article_reader.text(db, article.text)
    yield added(article)
    yield from map(added, (*article_reader.parts(db, article.id), *homes))
    for text in sorted({span.text for span in spans} - {article.text}):
        yield article_reader.text(db, text)
    ids = [coding.id for coding in homes]
    rows = (spans, codings.values(db, ids), codings.relations(db, ids), codings.statements(db, ids))
    yield from map(added, chain.from_iterable(rows))


class Packing:
    """The rows of one package: what `coder` needs to do what `handover` asks, and nobody's deleted words.

    `to_do` are the codings that the coder has none of yet. The codebook is locked in it, and it holds one round.
    """

    def __init__(self, project: Project, handover: Handover, *, sender: Coder, coder: Coder, version: Version) -> None:
        self._project = project
        self.handover = handover
        self.sender = sender
        self.coder = coder
        self.version = version
        self.to_do = self._lacking()
        self._new = {coding.article: [coding] for coding in self.to_do}

    def first(self, tell: Callable[[float, str], None]) -> Change:
        """The package's first change, whose steps are read while it is written; `tell` hears of each article."""
        return opening(self.handover, sender=self.sender, coder=self.coder, steps=self._steps(tell))

    def _lacking(self) -> list[Coding]:
        made = self.handover
        wheres = [Where(article, made.coder, made.round) for article in made.articles]
        there = handovers.codings_there(self._project.db, [where.id for where in wheres])
        return [
            Coding(where.id, where.article, where.coder, where.round, "own", "todo", made.codebook)
            for where in wheres
            if where.id not in there
        ]

    def _steps(self, tell: Callable[[float, str], None]) -> Iterator[Step]:
        db, made = self._project.db, self.handover
        identity = codebook.project(db)
        yield added(replace(identity, editing="locked", package=made.id))
        yield from map(added, self._people())
        yield from map(added, self._book())
        yield from map(added, (*actors.every(db), *lists.every(db), made))
        yield from map(added, self._notes([label.id for label in codebook.read(db).labels]))
        done, asked = 0, list(made.articles)
        for begun in range(0, len(asked), _AT_ONCE):
            ids = asked[begun : begun + _AT_ONCE]
            for article in handovers.articles(db, ids):
                tell(done / len(asked), article.title)
                done += 1
                yield from self._article(article)

    def _people(self) -> Iterator[Coder]:
        """Sender and colleague; others only where their work may be seen. A pseudonym is nobody else's to know."""
        both = {self.sender.id: self.sender, self.coder.id: self.coder}
        others = [] if self.handover.blind else codebook.coders(self._project.db)
        for coder in {**both, **{other.id: other for other in others}}.values():
            yield coder if coder.id == self.coder.id else replace(coder, pseudonym="")

    def _book(self) -> Iterator[object]:
        db = self._project.db
        book = codebook.read(db)
        yield from (*book.labels, *book.variables, *book.relation_types, *book.statement_types, self.version)
        yield handovers.round_of(db, self.handover.round)

    def _article(self, article: Article) -> Iterator[Step]:
        db, made = self._project.db, self.handover
        whose = self.coder.id if made.blind else None
        homes = handovers.codings(db, [article.id], made.round, whose)
        known = {coding.id for coding in homes}
        homes += [coding for coding in self._new.get(article.id, ()) if coding.id not in known]
        spans = codings.annotations_of(db, [coding.id for coding in homes])
        yield from laid_in(db, article, homes, spans)
        yield from map(added, self._notes([article.id, *(span.id for span in spans)]))

    def _notes(self, owners: Sequence[str]) -> Iterator[Note]:
        """Threads whose first note goes along; under blindness only what one of the two wrote."""
        writers = [self.sender.id, self.coder.id] if self.handover.blind else None
        found = handovers.notes_by(self._project.db, owners, writers)
        going = {note.id for note in found}
        return (note for note in found if not note.thread or note.thread in going)
