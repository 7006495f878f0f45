"""One document as one JSON object of the native line format; the contract is the command line's `jsonl`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.core.direction import article_direction

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    )

# JSON may hold these as they are, but programs that split lines the way Unicode does would cut there.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def to_line(document: Document) -> str:
    """The document as one line of JSON, without its line end; keys always in the same order."""
    return json.dumps(_document(document), ensure_ascii=False).translate(_LINE_ENDS)


def _document(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": document.id,
        "title": document.title,
        "text": document.text.body,
        "sha256": document.text.hash,
        "direction": document.direction or article_direction(document.text.body),
    }
    if document.direction:
        found["direction_chosen"] = True
    found |= {
        "meta": _sorted(document.meta),
        "codings": [_coding(coding) for coding in document.codings],
        "annotations": [_annotation(annotation, document.text.body) for annotation in document.annotations],
        "relations": [_relation(relation) for relation in document.relations],
        "statements": [_statement(statement) for statement in document.statements],
        "variables": [_variable(variable) for variable in document.variables],
    }
    if document.notes:
        found["notes"] = [_note(note) for note in document.notes]
    if document.actors:
        found["actors"] = [_actor(actor) for actor in document.actors]
    if document.parts is not None:
        found["parts"] = [_part(part) for part in document.parts]
    return found


def _sorted(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in sorted(values)}


def _whose(whose: Whose) -> dict[str, Any]:
    return {"who": whose.who, "who_id": whose.who_id, "round": whose.round, "kind": whose.kind}


def _coding(coding: CodingRecord) -> dict[str, Any]:
    return {**_whose(coding.whose), "status": coding.status, "codebook": coding.codebook}


def _annotation(annotation: AnnotationRecord, body: str) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "label": annotation.label,
        **_whose(annotation.whose),
        "start": annotation.start,
        "end": annotation.end,
        "text": body[annotation.start : annotation.end],
        "fragments": [list(fragment) for fragment in annotation.fragments],
        "quotes": list(annotation.quotes),
        **({"head": list(annotation.head[0])} if annotation.head else {}),
        "attributes": _sorted(annotation.attributes),
        "notes": [_note(note) for note in annotation.notes],
    }


def _relation(relation: RelationRecord) -> dict[str, Any]:
    ends = {"from": relation.source, "to": relation.target}
    return {"id": relation.id, "label": relation.label, **ends, **_whose(relation.whose)}


def _statement(statement: StatementRecord) -> dict[str, Any]:
    return {"id": statement.id, "type": statement.type, **_whose(statement.whose), "slots": _sorted(statement.slots)}


def _variable(variable: VariableRecord) -> dict[str, Any]:
    return {"name": variable.name, "value": variable.value, **_whose(variable.whose)}


def _note(note: NoteRecord) -> dict[str, Any]:
    return {
        "id": note.id,
        "who": note.who,
        "who_id": note.who_id,
        "body": note.body,
        "at": note.at,
        "thread": note.thread,
        "resolved": note.resolved,
    }


def _actor(actor: ActorRecord) -> dict[str, Any]:
    return {
        "id": actor.id,
        "names": _sorted(actor.names),
        "type": actor.type,
        "aliases": list(actor.aliases),
        "notes": actor.notes,
    }


def _part(part: PartRecord) -> dict[str, Any]:
    return {"kind": part.kind, "start": part.start, "end": part.end}
