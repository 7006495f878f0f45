"""The sample as plain values: a codebook file, and a file of coders' work whose quotes are found in an article."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.codebook import from_data
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.core.models import Coder, Round
from annotator.core.text import Text, stored_form
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

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotator.core.models import Codebook


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with all that its coders said of it, and who they are. Its ids are the same in every project."""

    document: Document
    coders: tuple[Coder, ...]
    round: Round


@dataclass(frozen=True, slots=True)
class _Work:
    """One coder's part of the file, beside the text that it speaks of."""

    text: Text
    data: Mapping[str, Any]
    coder: Coder
    round: str
    links: tuple[str, ...]  # the relations that a segment may carry as fields
    actors: tuple[str, ...]  # the keys of those whom a segment may name

    @property
    def whose(self) -> Whose:
        return Whose(self.coder.name, self.coder.id, self.round)


def read_codebook(path: Path) -> Codebook:
    """The codebook in a TOML file; raises `not_toml`, or `bad_codebook` with the place."""
    return from_data(_toml(path))


def read_sample(path: Path, language: str) -> Sample:
    """The sample in a TOML file, whose article lies beside it as UTF-8; the coders are named in "ar" or "en".

    Offsets are code points. Raises `quote_not_found` or `quote_not_unique` (with coder, segment, paragraph, quote),
    `no_such_segment` for a link, a note or a slot on a segment that is not there, `no_such_actor`, `not_toml`,
    `not_utf8`.
    """
    data = _toml(path)
    article = data["article"]
    text = _article_text(path.with_name(article["file"]))
    round_ = Round(data["round"]["id"], data["round"]["kind"])
    links, known = tuple(data["links"]), tuple(actor["key"] for actor in data["actors"])
    work = [_Work(text, part, _coder(part, language), round_.id, links, known) for part in data["coders"]]
    document = Document(
        id=_id("article", article["file"]),
        title=article["title"],
        text=text,
        meta=article["meta"],
        codings=tuple(CodingRecord(part.whose, part.data["status"]) for part in work),
        annotations=tuple(_annotation(part, span) for part in work for span in part.data["spans"]),
        relations=tuple(relation for part in work for relation in _relations(part)),
        variables=tuple(
            VariableRecord(name, value, part.whose) for part in work for name, value in part.data["variables"].items()
        ),
        notes=tuple(note for part in work for note in _notes(part, "article")),
        statements=tuple(statement for part in work for statement in _statements(part)),
        actors=tuple(_actor(actor) for actor in data["actors"]),
        parts=tuple(PartRecord(part["kind"], *text.paragraphs[part["par"] - 1]) for part in article["parts"]),
    )
    return Sample(document, tuple(part.coder for part in work), round_)


def _id(*parts: str) -> str:
    return keyed_id("sample", *parts)


def _toml(path: Path) -> dict[str, Any]:
    source = _utf8(path)
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))  # its only other place is the end of the document
        line = int(place[1]) if place else source.count("\n") + 1
        raise AnnotatorError("not_toml", file=path.name, line=line) from error


def _article_text(path: Path) -> Text:
    return stored_form(_utf8(path)).text


def _utf8(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise AnnotatorError("not_utf8", file=path.name, byte=error.start) from error


def _coder(part: Mapping[str, Any], language: str) -> Coder:
    return Coder(_id("coder", part["key"]), part["names"][language], part["hue"])


def _annotation(work: _Work, span: Mapping[str, Any]) -> AnnotationRecord:
    quotes = tuple(span["fragments"]) if "fragments" in span else (span["quote"],)
    fragments: list[tuple[int, int]] = []
    for quote in quotes:
        start = _place(work, span, quote, after=fragments[-1][1] if fragments else 0)
        fragments.append((start, start + len(quote)))
    return AnnotationRecord(
        id=_id("segment", span["key"]),
        label=span["label"],
        whose=work.whose,
        fragments=tuple(fragments),
        quotes=quotes,
        attributes=span.get("set", {}) | _who(work, span),
        notes=_notes(work, span["key"]),
    )


def _who(work: _Work, span: Mapping[str, Any]) -> dict[str, str]:
    if "who" not in span:
        return {}
    if span["who"] not in work.actors:
        raise AnnotatorError("no_such_actor", actor=span["who"])
    return {"actor.who": _id("actor", span["who"])}


def _actor(actor: Mapping[str, Any]) -> ActorRecord:
    aliases = tuple(actor.get("aliases", ()))
    return ActorRecord(_id("actor", actor["key"]), actor["names"], actor["type"], aliases)


def _place(work: _Work, span: Mapping[str, Any], quote: str, *, after: int) -> int:
    """Where the quote begins: in its paragraph (from 1), though it may run on past the end of that."""
    paragraphs = work.text.paragraphs
    start, end = paragraphs[span["par"] - 1] if 1 <= span["par"] <= len(paragraphs) else (0, 0)
    found: list[int] = [place for place in range(max(start, after), end) if work.text.body.startswith(quote, place)]
    facts = {"coder": work.coder.name, "segment": span["key"], "paragraph": span["par"], "quote": quote}
    if len(found) > 1 and "nth" not in span:
        raise AnnotatorError("quote_not_unique", **facts, count=len(found))
    nth: int = span.get("nth", 1)
    if not 1 <= nth <= len(found):
        raise AnnotatorError("quote_not_found", **facts)
    return found[nth - 1]


def _relations(work: _Work) -> list[RelationRecord]:
    return [
        RelationRecord(
            id=_id("relation", span["key"], label),
            label=label,
            source=_id("segment", span["key"]),
            target=_id("segment", _known(work, span[label])),
            whose=work.whose,
        )
        for span in work.data["spans"]
        for label in work.links
        if label in span
    ]


def _statements(work: _Work) -> list[StatementRecord]:
    return [
        StatementRecord(
            id=_id("statement", said["key"]),
            type=said["type"],
            whose=work.whose,
            slots={
                slot: {"annotation": _id("segment", _known(work, value["segment"]))}
                if isinstance(value, dict)
                else value
                for slot, value in said["slots"].items()
            },
        )
        for said in work.data.get("statements", ())
    ]


def _notes(work: _Work, owner: str) -> tuple[NoteRecord, ...]:
    """The coder's notes on a segment, by its key, or on the article."""
    return tuple(
        NoteRecord(_id("note", note["key"]), work.coder.name, note["body"])
        for note in work.data.get("notes", [])
        if _known(work, note["on"]) == owner
    )


def _known(work: _Work, key: str) -> str:
    if key != "article" and all(span["key"] != key for span in work.data["spans"]):
        raise AnnotatorError("no_such_segment", coder=work.coder.name, segment=key)
    return key
