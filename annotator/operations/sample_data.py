"""The sample as plain values: a codebook file, and a file of coders' work whose quotes are found in an article."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.codebook import from_data
from annotator.core.errors import AnnotatorError
from annotator.core.text import Text, stored_form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotator.core.models import Codebook, Fragments, Names, Status


@dataclass(frozen=True, slots=True)
class Segment:
    """A coded segment to be; `key` is its name in the file, for links and notes."""

    key: str
    label: str
    fragments: Fragments
    quotes: tuple[str, ...]
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation to be, between the keys of two segments of one coder."""

    label: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A note to be; `segment` is the key of the segment that it is on, or empty for the article."""

    key: str
    segment: str
    body: str


@dataclass(frozen=True, slots=True)
class Work:
    """One coder and the coding: segments, links, article variables, notes."""

    key: str
    names: Names
    hue: int
    status: Status
    segments: tuple[Segment, ...]
    links: tuple[Link, ...]
    variables: Mapping[str, Any]
    notes: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with the work of its coders in one round."""

    title: str
    text: Text
    meta: Mapping[str, str]
    round: str
    round_kind: str
    work: tuple[Work, ...]


def read_codebook(path: Path) -> Codebook:
    """The codebook in a TOML file; raises `not_toml`, or `bad_codebook` with the place."""
    return from_data(_toml(path))


def read_sample(path: Path) -> Sample:
    """The sample in a TOML file, whose article lies beside it as UTF-8; all offsets are code points.

    Raises `quote_not_found` or `quote_not_unique` (coder, key, paragraph, quote), `sample_key` for a link or note
    on a segment that is not there, `not_toml`, `not_utf8`.
    """
    data = _toml(path)
    article = data["article"]
    text = _article_text(path.with_name(article["file"]))
    return Sample(
        title=article["title"],
        text=text,
        meta=article["meta"],
        round=data["round"]["id"],
        round_kind=data["round"]["kind"],
        work=tuple(_work(text, coder, data["links"]) for coder in data["coders"]),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AnnotatorError("not_toml", file=path.name, detail=str(error)) from error


def _article_text(path: Path) -> Text:
    try:
        return stored_form(path.read_bytes().decode()).text
    except UnicodeDecodeError as error:
        raise AnnotatorError("not_utf8", file=path.name, byte=error.start) from error


def _work(text: Text, coder: Mapping[str, Any], link_labels: list[str]) -> Work:
    spans = coder["spans"]
    segments = tuple(_segment(text, span, coder["key"]) for span in spans)
    links = tuple(Link(label, span["key"], span[label]) for span in spans for label in link_labels if label in span)
    notes = tuple(_remark(note) for note in coder.get("notes", []))
    known = {segment.key for segment in segments}
    for key in (*(link.target for link in links), *(note.segment for note in notes if note.segment)):
        if key not in known:
            raise AnnotatorError("sample_key", coder=coder["key"], segment=key)
    return Work(
        key=coder["key"],
        names=coder["names"],
        hue=coder["hue"],
        status=coder["status"],
        segments=segments,
        links=links,
        variables=coder["variables"],
        notes=notes,
    )


def _remark(note: Mapping[str, str]) -> Remark:
    return Remark(note["key"], "" if note["on"] == "article" else note["on"], note["body"])


def _segment(text: Text, span: Mapping[str, Any], coder: str) -> Segment:
    quotes = tuple(span["fragments"]) if "fragments" in span else (span["quote"],)
    facts = {"coder": coder, "segment": span["key"], "paragraph": span["par"]}
    fragments, start = [], 0
    for quote in quotes:
        found = [place for place in _places(text, quote, span["par"]) if place >= start]
        if len(found) > 1 and "nth" not in span:
            raise AnnotatorError("quote_not_unique", **facts, quote=quote, count=len(found))
        nth = span.get("nth", 1)
        if nth > len(found):
            raise AnnotatorError("quote_not_found", **facts, quote=quote)
        start = found[nth - 1] + len(quote)
        fragments.append((found[nth - 1], start))
    return Segment(span["key"], span["label"], tuple(fragments), quotes, span.get("set", {}))


def _places(text: Text, quote: str, paragraph: int) -> list[int]:
    """Where the quote begins in the paragraph (from 1), in code points of the text; it may run on past its end."""
    if not 1 <= paragraph <= len(text.paragraphs):
        return []
    start, end = text.paragraphs[paragraph - 1]
    return [place for place in range(start, end) if text.body.startswith(quote, place)]
