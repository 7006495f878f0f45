"""Which part of a project is meant, and that part as documents: what goes out, and what a reading view lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.formats.records import (
    ActorRecord,
    AnnotationRecord,
    CodingRecord,
    Document,
    NoteRecord,
    PartRecord,
    RelationRecord,
    StatementRecord,
    VariableRecord,
    Whose,
    ordered,
    verify,
)
from annotator.operations import people
from annotator.store import actors, articles, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.models import Annotation, Article, Coder, Coding, Note
    from annotator.store.project import Project

ALL, SETTLED = "all", "settled"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose work ("all": every coder's own; "settled"; a coder), in which round, with which label, on which articles.

    `since` and `until` are dates as far as they are given (2015, 2015-03, 2015-03-01), both inclusive; empty fields
    choose all. With `pseudonyms` no coder is named.
    """

    whose: str = ALL
    round: str = ""
    label: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    pseudonyms: bool = False


def selected(project: Project, selection: Selection) -> list[str]:
    """The ids of the articles that are meant, in the project's order.

    An article whose date is missing, or begins with no year, is in no span of time.
    Raises `no_such_coder`, `ambiguous_coder`, `no_such_label`, `ambiguous_label`, `no_such_round` or `bad_date`.
    """
    _View(project, selection)
    for given in (selection.since, selection.until):
        if given and not _DATE.fullmatch(given.translate(_DIGITS)):
            raise AnnotatorError("bad_date", date=given)
    return [article.id for article in articles.every(project.db) if _meant(article, selection)]


def documents(project: Project, selection: Selection, ids: Iterable[str]) -> Iterator[Document]:
    """These articles with the work that is meant, one at a time, each quote checked against its text.

    Raises what `selected` raises, `quote_mismatch` and `bad_span`.
    """
    view = _View(project, selection)
    for article in ids:
        document = view.document(articles.get(project.db, article))
        verify(document)
        yield ordered(document)


def _meant(article: Article, selection: Selection) -> bool:
    if selection.outlet and article.meta.get("outlet", "") != selection.outlet:
        return False
    if not selection.since and not selection.until:
        return True
    date = article.meta.get("date", "").translate(_DIGITS).strip()
    late_enough = date >= selection.since.translate(_DIGITS)
    until = selection.until.translate(_DIGITS)
    return bool(_DATE.match(date)) and late_enough and (not until or date[: len(until)] <= until)


class _View:
    """The names and filters that hold for every article."""

    def __init__(self, project: Project, selection: Selection) -> None:
        self.db = project.db
        self.project = project.id
        self.kind = "settled" if selection.whose == SETTLED else "own"
        named = selection.whose not in {ALL, SETTLED}
        self.coder = people.known(project, selection.whose).id if named else ""
        self.round = _known_round(project, selection.round)
        self.label = label_id(project, selection.label)
        self.people = {
            coder.id: _shown(project, coder, number, pseudonyms=selection.pseudonyms)
            for number, coder in enumerate(codebook.coders(project.db), start=1)
        }
        self.pointing = {one.id for one in codebook.read(project.db).variables if one.type == "actor"}
        self.actors = {actor.id: actor for actor in actors.every(project.db)}

    def document(self, article: Article) -> Document:
        work = [coding for coding in codings.of_article(self.db, article.id) if self._is_meant(coding)]
        whose = {coding.id: self._whose(coding) for coding in work}
        spans = [s for s in codings.annotations_of(self.db, [*whose]) if not self.label or s.label == self.label]
        return _Article(self, article, whose, spans).document(work)

    def _is_meant(self, coding: Coding) -> bool:
        right_round = not self.round or coding.round == self.round
        return coding.kind == self.kind and right_round and (not self.coder or coding.coder == self.coder)

    def _whose(self, coding: Coding) -> Whose:
        coder_id, name = self.people[coding.coder]
        return Whose(name, coder_id, coding.round, coding.kind)

    def note(self, note: Note) -> NoteRecord:
        coder_id, name = self.people[note.coder]
        return NoteRecord(note.id, name, note.body, note.at, note.thread, note.resolved, coder_id)

    def actor(self, actor_id: str) -> ActorRecord:
        """Somebody of the register as a record."""
        actor = self.actors[actor_id]
        return ActorRecord(actor.id, actor.names, actor.type, actor.aliases, actor.notes)


class _Article:
    """One article on its way out: the codings and spans that are meant, by id, and the values of their owners."""

    def __init__(self, view: _View, article: Article, whose: Mapping[str, Whose], spans: Sequence[Annotation]) -> None:
        self.view = view
        self.article = article
        self.whose = whose
        self.spans = spans
        self.ids = {span.id for span in spans}
        self.values: dict[str, dict[str, Any]] = {}
        for value in codings.values(view.db, [*whose]):
            self.values.setdefault(value.owner, {})[value.variable] = value.value

    def document(self, work: Sequence[Coding]) -> Document:
        db = self.view.db
        notes = codings.notes(db, [self.article.id, *self.ids])
        statements = tuple(self._statements())
        return Document(
            id=self.article.id,
            title=self.article.title,
            text=articles.text(db, self.article.text),
            direction=self.article.direction,
            meta=self.article.meta,
            codings=tuple(CodingRecord(self.whose[one.id], one.status, one.codebook) for one in work),
            annotations=tuple(self._span(span, notes) for span in self.spans),
            relations=tuple(self._relations()),
            statements=statements,
            variables=tuple(
                VariableRecord(name, value, self.whose[coding])
                for coding in self.whose
                for name, value in self.values.get(coding, {}).items()
            ),
            notes=tuple(self.view.note(note) for note in notes if note.owner == self.article.id),
            actors=tuple(self.view.actor(actor) for actor in sorted(self._actors(statements))),
            parts=tuple(PartRecord(part.kind, part.start, part.end) for part in articles.parts(db, self.article.id)),
        )

    def _span(self, span: Annotation, notes: Sequence[Note]) -> AnnotationRecord:
        return AnnotationRecord(
            id=span.id,
            label=span.label,
            whose=self.whose[span.coding],
            fragments=span.fragments,
            quotes=span.quotes,
            attributes=self.values.get(span.id, {}),
            notes=tuple(self.view.note(note) for note in notes if note.owner == span.id),
            head=span.head,
        )

    def _relations(self) -> Iterator[RelationRecord]:
        """The links between spans that go out."""
        for link in codings.relations(self.view.db, [*self.whose]):
            if {link.source, link.target} <= self.ids:
                yield RelationRecord(link.id, link.label, link.source, link.target, self.whose[link.coding])

    def _statements(self) -> Iterator[StatementRecord]:
        """The statements that speak of no span that stays behind."""
        for one in codings.statements(self.view.db, [*self.whose]):
            slots = self.values.get(one.id, {})
            if set(_named("annotation", slots)) <= self.ids:
                yield StatementRecord(one.id, one.type, self.whose[one.coding], slots)

    def _actors(self, statements: Iterable[StatementRecord]) -> set[str]:
        """Everybody in the register whom what goes out names."""
        named = {actor for statement in statements for actor in _named("actor", statement.slots)}
        for owner in (*self.ids, *self.whose):
            values = self.values.get(owner, {})
            named |= {values[variable] for variable in self.view.pointing & values.keys()}
        return named


def _named(kind: str, slots: Mapping[str, Any]) -> Iterator[str]:
    """The ids that slots hold of spans or of actors."""
    return (slot[kind] for slot in slots.values() if isinstance(slot, dict) and kind in slot)


def _shown(project: Project, coder: Coder, number: int, *, pseudonyms: bool) -> tuple[str, str]:
    """A coder's id and name as they go out."""
    if not pseudonyms:
        return coder.id, coder.name
    return keyed_id("pseudonym", project.id, coder.id), coder.pseudonym or f"C{number}"


def label_id(project: Project, label: str) -> str:
    """A label by its id, or by a name that only one has; raises `no_such_label` or `ambiguous_label`."""
    if not label:
        return ""
    labels = codebook.read(project.db).labels
    found = [one.id for one in labels if one.id == label] or [one.id for one in labels if label in one.names.values()]
    if not found:
        raise AnnotatorError("no_such_label", label=label)
    if len(found) > 1:
        raise AnnotatorError("ambiguous_label", label=label)
    return found[0]


def _known_round(project: Project, name: str) -> str:
    if name and all(one.id != name for one in codebook.rounds(project.db)):
        raise AnnotatorError("no_such_round", round=name)
    return name
