"""A JSON object of the native line format to a document, field by field checked; what does not fit is named."""

from __future__ import annotations

import json
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, get_args

from annotator.core.direction import article_direction
from annotator.core.errors import AnnotatorError
from annotator.core.models import ActorType, CodingKind, PartKind, Status
from annotator.core.text import Decoded, Text, stored_form
from annotator.formats import fields
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
    is_head,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.models import Direction, Fragments
    from annotator.formats.fields import Raw

Record = TypeVar("Record")
What = Literal["annotation", "other"]


class Parsed(NamedTuple):
    """A document, how its text was changed, and what was refused of it: what it is, its id or place, and why."""

    document: Document
    decoded: Decoded
    refused: list[tuple[What, str, AnnotatorError]]


def parse(raw: object) -> Parsed:
    """The document of one line; raises AnnotatorError when no article can be had from it."""
    line = fields.an_object(raw, "line")
    source = line.get("text")
    if not isinstance(source, str) or not source.strip():
        raise AnnotatorError("no_text")
    parts = _Parts(line, source)
    return Parsed(parts.document(), parts.decoded, parts.refused)


class _Parts:
    """One line being read: the source text that its offsets count in, and the stored text they are carried to."""

    def __init__(self, raw: Raw, source: str) -> None:
        self.raw = raw
        self.source = source
        self.decoded = stored_form(source)
        self.text = self.decoded.text
        self.refused: list[tuple[What, str, AnnotatorError]] = []
        self.ids: set[str] = set()
        self.dropped = _dropped(source)

    def document(self) -> Document:
        said = fields.string(self.raw, "sha256")
        if said and said not in {self.text.hash, Text(self.source).hash}:
            raise AnnotatorError("hash_mismatch")
        return Document(
            id=fields.string(self.raw, "id"),
            title=fields.string(self.raw, "title"),
            text=self.text,
            direction=_direction(self.raw, self.text.body),
            meta=_meta(self.raw),
            codings=self._all("codings", _coding),
            annotations=self._all("annotations", self._annotation, "annotation"),
            relations=self._all("relations", self._relation),
            statements=self._all("statements", self._statement),
            variables=self._all("variables", _variable),
            notes=self._all("notes", _note),
            actors=self._all("actors", _actor),
            parts=None if self.raw.get("parts") is None else self._all("parts", self._part),
        )

    def _all(self, key: str, read: Callable[[Raw], Record], what: What = "other") -> tuple[Record, ...]:
        found = []
        for number, item in enumerate(fields.items(self.raw, key)):
            name = f"{key}[{number}]"
            try:
                raw = fields.an_object(item, name)
                name = fields.string(raw, "id") or name
                found.append(read(raw))
            except AnnotatorError as error:
                self.refused.append((what, name, error))
        return tuple(found)

    def _annotation(self, raw: Raw) -> AnnotationRecord:
        annotation = fields.string(raw, "id")
        if annotation in self.ids:
            raise AnnotatorError("duplicate_id", id=annotation)
        fragments = tuple((self._carried(start), self._carried(end)) for start, end in self._fragments(raw))
        record = AnnotationRecord(
            id=annotation,
            label=fields.needed(raw, "label"),
            whose=_whose(raw),
            fragments=fragments,
            quotes=self.text.quotes(fragments),
            attributes=fields.mapping(raw, "attributes"),
            notes=tuple(_note(note) for note in fields.items(raw, "notes")),
            head=self._head(raw, fragments),
        )
        if raw.get("text") is not None:
            _same(record, [self.text.body[record.start : record.end]], [raw["text"]])
        if raw.get("quotes") is not None:
            _same(record, list(record.quotes), fields.items(raw, "quotes"))
        self.ids |= {annotation} - {""}
        return record

    def _fragments(self, raw: Raw) -> Fragments:
        """Its fragments in the source: in text order, apart from each other, from `start` to `end`."""
        start, end = fields.integer(raw, "start"), fields.integer(raw, "end")
        fragments = tuple(fields.pair(item, "fragments") for item in fields.items(raw, "fragments")) or ((start, end),)
        edges = [edge for fragment in fragments for edge in fragment]
        in_order = edges == sorted(edges) and all(first < last for first, last in fragments)
        if not in_order or (edges[0], edges[-1]) != (start, end):
            why = "empty" if start >= end else "order"
            raise AnnotatorError("bad_span", start=start, end=end, length=len(self.source), why=why)
        return fragments

    def _head(self, raw: Raw, fragments: Fragments) -> Fragments:
        """The range that the span is about, within one of its fragments; raises `bad_head`."""
        if (said := raw.get("head")) is None:
            return ()
        start, end = fields.pair(said, "head")
        head = ((self._carried(start), self._carried(end)),)
        if not is_head(head, fragments):
            raise AnnotatorError("bad_head", start=start, end=end)
        return head

    def _part(self, raw: Raw) -> PartRecord:
        start, end = (self._carried(fields.integer(raw, edge)) for edge in ("start", "end"))
        self.text.quote(start, end)
        return PartRecord(fields.one_of(raw, "kind", get_args(PartKind), "body"), start, end)

    def _carried(self, position: int) -> int:
        return position - bisect_left(self.dropped, position)

    def _relation(self, raw: Raw) -> RelationRecord:
        source, target = fields.string(raw, "from"), fields.string(raw, "to")
        self._know(source, target)
        return RelationRecord(fields.string(raw, "id"), fields.needed(raw, "label"), source, target, _whose(raw))

    def _statement(self, raw: Raw) -> StatementRecord:
        slots = fields.mapping(raw, "slots")
        self._know(*(slot["annotation"] for slot in slots.values() if isinstance(slot, dict) and "annotation" in slot))
        return StatementRecord(fields.string(raw, "id"), fields.needed(raw, "type"), _whose(raw), slots)

    def _know(self, *annotations: object) -> None:
        for annotation in annotations:
            if not isinstance(annotation, str) or annotation not in self.ids:
                raise AnnotatorError("unknown_annotation", annotation=annotation)


def _dropped(source: str) -> list[int]:
    """Where the source has a character that the stored text has not: its BOM, the CR of each CR LF."""
    found = [0] if source.startswith("\ufeff") else []
    at = source.find("\r\n")
    while at >= 0:
        found.append(at)
        at = source.find("\r\n", at + 2)
    return found


def _same(record: AnnotationRecord, found: list[str], said: list[Any]) -> None:
    quotes = [str(quote).replace("\r\n", "\n").replace("\r", "\n") for quote in said]
    if quotes != found:
        words = {"found": " … ".join(found), "quote": " … ".join(quotes)}
        raise AnnotatorError("quote_mismatch", start=record.start, end=record.end, **words)


def _direction(raw: Raw, body: str) -> Direction:
    """What a person chose; a direction that only says what the text says by itself is no choice."""
    given = raw.get("direction")
    if given in {"rtl", "ltr"} and (raw.get("direction_chosen") is True or given != article_direction(body)):
        return "rtl" if given == "rtl" else "ltr"
    return ""


def _meta(raw: Raw) -> dict[str, str]:
    """Metadata as strings: what is none is written as JSON writes it, a null is left out."""
    values = fields.mapping(raw, "meta")
    return {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for key, value in values.items()
        if value is not None
    }


def _whose(raw: Raw) -> Whose:
    kind = fields.one_of(raw, "kind", get_args(CodingKind), "own")
    return Whose(fields.string(raw, "who"), fields.string(raw, "who_id"), fields.string(raw, "round") or "main", kind)


def _coding(raw: Raw) -> CodingRecord:
    status = fields.one_of(raw, "status", get_args(Status), "work")
    return CodingRecord(_whose(raw), status, fields.string(raw, "codebook"))


def _variable(raw: Raw) -> VariableRecord:
    return VariableRecord(fields.needed(raw, "name"), raw.get("value"), _whose(raw))


def _note(item: object) -> NoteRecord:
    raw = {"body": item} if isinstance(item, str) else fields.an_object(item, "notes")
    words = {key: fields.string(raw, key) for key in ("id", "who", "body", "at", "thread", "who_id")}
    return NoteRecord(**words, resolved=raw.get("resolved") is True)


def _actor(raw: Raw) -> ActorRecord:
    names = fields.mapping(raw, "names")
    if not any(fields.string(names, language).strip() for language in names):
        raise fields.bad("names", '{"ar": …}')
    aliases = {str(place): alias for place, alias in enumerate(fields.items(raw, "aliases"))}
    return ActorRecord(
        id=fields.string(raw, "id"),
        names={language: fields.string(names, language) for language in names},
        type=fields.one_of(raw, "type", get_args(ActorType), ""),
        aliases=tuple(fields.needed(aliases, place) for place in aliases),
        notes=fields.string(raw, "notes"),
    )
