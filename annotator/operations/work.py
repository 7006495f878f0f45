"""What a document says of its article becomes codings, spans, values, links, statements and notes of the project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Assigned, Coding, Note, Part, Relation, Statement
from annotator.core.rows import added, altered, dumps
from annotator.operations.spans import refuse_forbidden
from annotator.store import articles, codings
from annotator.store.quotes import verify
from annotator.store.reading import one

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

    from annotator.core.changes import Edit
    from annotator.core.models import Article, Scope, Status
    from annotator.formats.records import AnnotationRecord, Document, NoteRecord, RelationRecord, StatementRecord, Whose
    from annotator.operations.intake import Intake

What = Literal["annotation", "other"]
Place = tuple[str, tuple[tuple[int, int], ...]]  # a label and its fragments


class Work:
    """The work on one article, taken in record by record; a record that cannot be taken is named and left out."""

    def __init__(self, intake: Intake, article: Article, document: Document) -> None:
        self.project = intake.project
        self.db = intake.db
        self.naming = intake.naming
        self.now = intake.now
        self.article = article
        self.document = document
        self.added = self.known = 0
        self.refused: list[tuple[What, str, AnnotatorError]] = []
        self.warned: list[tuple[str, AnnotatorError]] = []
        self._codings: dict[Whose, Coding] = {}
        self._spans: dict[str, dict[Place, Annotation]] = {}  # of each coding: what stands where
        self._ids: dict[str, Annotation] = {}  # the file's id of an annotation, to what it is here

    def steps(self) -> Iterator[Edit]:
        """All of it, codings first."""
        document = self.document
        for actor in document.actors:
            yield from self.naming.actors.meet(actor)
        yield from self._parts()
        for coding in document.codings:
            name = coding.whose.who or coding.whose.who_id
            yield from self._each("other", name, self._coding(coding.whose, coding.status, coding.codebook))
        for annotation in sorted(document.annotations, key=lambda each: self.naming.depth(each.label)):
            yield from self._each("annotation", annotation.id, self._annotation(annotation))
        for relation in document.relations:
            yield from self._each("other", relation.id or relation.label, self._relation(relation))
        for statement in document.statements:
            yield from self._each("other", statement.id or statement.type, self._statement(statement))
        for variable in document.variables:
            yield from self._each("other", variable.name, self._variable(variable.name, variable.value, variable.whose))
        yield from self._notes(document.notes, "article", self.article.id)

    def _each(self, what: What, name: str, edits: Iterable[Edit]) -> Iterator[Edit]:
        try:
            yield from edits
        except AnnotatorError as error:
            self.refused.append((what, self._where(name), error))

    def _where(self, name: str) -> str:
        origin = self.document.origin
        return f"{origin.line}:{name}" if origin and origin.line else name

    def _coding(self, whose: Whose, status: Status = "work", version: str = "") -> Generator[Edit, None, Coding]:
        """The coding that this belongs to, made if there is none; raises `frozen_round` where it would have to be."""
        if (there := self._codings.get(whose)) is not None:
            return there
        person = yield from self.naming.person(whose.who, whose.who_id)
        key = keyed_id("coding", self.article.id, person.id, whose.round, whose.kind)
        coding = codings.coding(self.db, key)
        if coding is None:
            yield from self.naming.round(whose.round)
            version = version or self.naming.version
            coding = Coding(key, self.article.id, person.id, whose.round, whose.kind, status, version)
            yield added(coding)
        elif coding.status == "todo" != status:  # what was given to them to do comes as far as the file says
            self.naming.open(coding.round)
            yield altered(coding, status=status)
            coding = replace(coding, status=status)
        self._codings[whose] = coding
        if key not in self._spans:
            there_already = codings.annotations_of(self.db, [key])
            self._spans[key] = {(span.label, span.fragments): span for span in there_already}
        return coding

    def _annotation(self, record: AnnotationRecord) -> Iterator[Edit]:
        if not record.label.strip():
            raise AnnotatorError("no_label")
        verify(self.document.text, [[*f] for f in record.fragments], [*record.quotes])
        coding = yield from self._coding(record.whose)
        span = self._spans[coding.id].get((record.label, record.fragments))
        if span is not None:
            self.known += 1
        else:
            span = yield from self._new(record, coding)
            self.added += 1
        if record.id:
            self._ids[record.id] = span
        yield from self._details(record, span)

    def _new(self, record: AnnotationRecord, coding: Coding) -> Generator[Edit, None, Annotation]:
        yield from self.naming.round(coding.round)
        row_id = self._free_id(record.id, coding)
        yield from self.naming.label(record.label)
        span = Annotation(
            row_id,
            coding.id,
            record.label,
            self.article.text,
            record.fragments,
            record.quotes,
            coding.codebook,
            record.head,
        )
        refuse_forbidden(self.project, self.naming.labels[span.label], self.article.id, span)
        self._spans[coding.id][record.label, record.fragments] = span
        yield added(span)
        return span

    def _free_id(self, wanted: str, coding: Coding) -> str:
        """The file's id; where another coding has it (files may count from 1), one that follows from both."""
        if not wanted:
            return new_id()
        if (there := codings.annotation(self.db, wanted)) is None:
            return wanted
        ours = keyed_id("annotation", coding.id, wanted)
        if there.coding == coding.id or codings.annotation(self.db, ours) is not None:
            raise AnnotatorError("id_taken", id=wanted)
        return ours

    def _details(self, record: AnnotationRecord, span: Annotation) -> Iterator[Edit]:
        if record.head != span.head and record.head:
            yield from self._head(record, span)
        for name, value in record.attributes.items():
            edits = self._value(name, value, "annotation", coding=span.coding, owner=span.id, label=span.label)
            yield from self._each("other", f"{record.id or record.label}:{name}", edits)
        yield from self._notes(record.notes, "annotation", span.id)

    def _head(self, record: AnnotationRecord, span: Annotation) -> Iterator[Edit]:
        """The head of a span that is there already without one; another one that is there stays, with a warning."""
        if span.head:
            self._differs("head", span.head, record.head, record.id or record.label)
            return
        yield from self._each("other", f"{record.id or record.label}:head", self._with_head(record, span))

    def _with_head(self, record: AnnotationRecord, span: Annotation) -> Iterator[Edit]:
        self.naming.open(self._round_of(span.coding))
        self._spans[span.coding][record.label, record.fragments] = replace(span, head=record.head)
        yield altered(span, head=record.head)

    def _variable(self, name: str, value: Any, whose: Whose) -> Iterator[Edit]:
        coding = yield from self._coding(whose)
        yield from self._value(name, value, "article", coding=coding.id, owner=coding.id)

    def _value(
        self, name: str, value: Any, scope: Scope, *, coding: str, owner: str, label: str = ""
    ) -> Iterator[Edit]:
        """A value where none is yet; another one that is there stays, with a warning."""
        if value is not None:
            value = yield from self.naming.filling.value(name, value, scope, label)
            yield from self._assigned(name, value, coding=coding, owner=owner)

    def _assigned(self, name: str, value: Any, *, coding: str, owner: str) -> Iterator[Edit]:
        key = keyed_id("value", owner, name)
        there = one(self.db, Assigned, key)
        if there is None:
            self.naming.open(self._round_of(coding))
            yield added(Assigned(key, coding, owner, name, value))
        elif there.value != value:
            self._differs(name, there.value, value, name)

    def _differs(self, name: str, there: object, said: object, where: str) -> None:
        facts = {"variable": name, "there": str(there), "said": str(said)}
        self.warned.append((self._where(where), AnnotatorError("value_differs", **facts)))

    def _round_of(self, coding: str) -> str:
        return next(one.round for one in self._codings.values() if one.id == coding)

    def _relation(self, record: RelationRecord) -> Iterator[Edit]:
        source, target = self._linked(record.source), self._linked(record.target)
        if source.id == target.id:
            raise AnnotatorError("link_to_itself", relation=record.label)
        if source.coding != target.coding:
            raise AnnotatorError("bad_link", relation=record.label)
        ends = (record.label, source.id, target.id)
        if any((link.label, link.source, link.target) == ends for link in codings.relations_of(self.db, source.id)):
            return
        self.naming.open(self._round_of(source.coding))
        yield from self.naming.link(record.label, source.label, target.label)
        row_id = record.id or keyed_id("relation", *ends)
        if one(self.db, Relation, row_id) is not None:
            row_id = keyed_id("relation", *ends)
        yield added(Relation(row_id, source.coding, *ends))

    def _linked(self, annotation: object) -> Annotation:
        if not isinstance(annotation, str) or (span := self._ids.get(annotation)) is None:
            raise AnnotatorError("unknown_annotation", annotation=annotation)
        return span

    def _statement(self, record: StatementRecord) -> Iterator[Edit]:
        """A statement with the slots that fit; one of which nothing fits is left out."""
        coding = yield from self._coding(record.whose)
        slots: dict[str, Any] = {}
        for name, said in record.slots.items():
            place = f"{record.id or record.type}:{name}"
            yield from self._each("other", place, self._slot(name, said, coding, into=slots))
        if record.slots and not slots:
            return
        there, row_id = self._statement_here(record, coding, slots)
        if there is None:
            self.naming.open(coding.round)
            yield from self.naming.statement_type(record.type, slots)
            yield added(Statement(row_id, coding.id, record.type))
        for name, value in slots.items():
            yield from self._assigned(name, value, coding=coding.id, owner=row_id)

    def _statement_here(
        self, record: StatementRecord, coding: Coding, slots: Mapping[str, Any]
    ) -> tuple[Statement | None, str]:
        """The statement that this is already, if it is, and the id that it has or comes to have."""
        row_id = record.id or keyed_id("statement", coding.id, record.type, dumps(slots))
        there = one(self.db, Statement, row_id)
        if there is not None and there.coding != coding.id:
            row_id = keyed_id("statement", coding.id, record.id)
            there = one(self.db, Statement, row_id)
        if there is not None and there.type != record.type:
            raise AnnotatorError("id_taken", id=record.id)
        return there, row_id

    def _slot(self, name: str, said: Any, coding: Coding, *, into: dict[str, Any]) -> Iterator[Edit]:
        label = ""
        if isinstance(said, dict) and "annotation" in said:
            span = self._linked(said["annotation"])
            if span.coding != coding.id:
                raise AnnotatorError("bad_slot", slot=name, why="here")
            said, label = {**said, "annotation": span.id}, span.label
        into[name] = yield from self.naming.filling.slot(name, said, label)

    def _notes(self, notes: Iterable[NoteRecord], kind: Literal["annotation", "article"], owner: str) -> Iterator[Edit]:
        """Notes, and then the answers to them."""
        threads: dict[str, str] = {}  # the file's id of a note, to what it is here
        for note in sorted(notes, key=lambda note: bool(note.thread)):
            yield from self._each("other", note.id or "note", self._note(note, kind, owner, threads))

    def _note(
        self, record: NoteRecord, kind: Literal["annotation", "article"], owner: str, threads: dict[str, str]
    ) -> Iterator[Edit]:
        if not record.body.strip():
            return
        person = yield from self.naming.person(record.who, record.who_id)
        row_id = record.id or keyed_id("note", owner, person.id, record.body)
        if (there := one(self.db, Note, row_id)) is not None and there.owner != owner:
            row_id = keyed_id("note", owner, record.id)
            there = one(self.db, Note, row_id)
        threads[record.id] = row_id
        if there is None:
            thread = self._thread(record, threads)
            at = record.at or self.now
            yield added(Note(row_id, kind, owner, person.id, record.body, at, thread, record.resolved))

    def _thread(self, record: NoteRecord, threads: Mapping[str, str]) -> str:
        if record.thread and record.thread not in threads:
            why = AnnotatorError("unknown_thread", note=record.thread)
            self.warned.append((self._where(record.id or "note"), why))
        return threads.get(record.thread, "")

    def _parts(self) -> Iterator[Edit]:
        """The parts that the file names; an article that has parts keeps its own."""
        reached = -1
        said = [] if articles.parts(self.db, self.article.id) else self.document.parts or ()
        for part in sorted(said, key=lambda part: part.start):
            if part.start < reached:
                why = AnnotatorError("bad_span", start=part.start, end=part.end, why="order")
                self.refused.append(("other", self._where(part.kind), why))
            elif part.kind != "body":
                reached = part.end
                key = keyed_id("part", self.article.id, self.article.text, part.kind, str(part.start))
                yield added(Part(key, self.article.id, self.article.text, part.kind, part.start, part.end))
