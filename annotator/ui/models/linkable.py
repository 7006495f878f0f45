"""Which spans another can be linked with, by the codebook's kinds of relation, each on a digit of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.store import codings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from sqlite3 import Connection

    from annotator.core.models import Annotation, Codebook, Relation

DIGITS = "123456789"
_BLOCK = 3  # digits that each of two or three groups has for its own, so that the nearest source is always 1


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of relation, from the span that is spoken of (`outgoing`) or to it."""

    relation: str  # the kind's id
    outgoing: bool
    labels: tuple[str, ...]  # that the other end can have; empty = any


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that can be linked with, the ways in which it can, and those in which it is: way by relation id."""

    span: Annotation
    ways: tuple[Way, ...]
    linked: Mapping[str, Way]


def ways(book: Codebook, label: str) -> list[Way]:
    """How spans of this label can be linked."""
    return [
        Way(kind.id, outgoing, kind.targets if outgoing else kind.sources)
        for outgoing in (True, False)
        for kind in book.relation_types
        if label in (own := kind.sources if outgoing else kind.targets) or not own
    ]


def candidates(db: Connection, book: Codebook, span: Annotation) -> dict[str, Candidate]:
    """By digit, the spans nearest to one that can be linked with it.

    Spans that fit in the same ways are a group with digits in a row, the nearest of it on the first: so the nearest
    source of a quotation is on 1 and its nearest cue on 4, wherever they stand.
    """
    possible = ways(book, span.label)
    links = codings.relations_of(db, span.id)
    groups: dict[tuple[Way, ...], list[Candidate]] = {}
    for other in _nearest(db, span, possible):
        fitting = tuple(way for way in possible if _fits(way, other.label))
        linked = {link.id: way for link in links for way in possible if _joins(link, way, span, other)}
        groups.setdefault(fitting, []).append(Candidate(other, fitting, linked))
    order = sorted(groups, key=lambda fitting: [possible.index(way) for way in fitting])
    return _on_digits([groups[fitting] for fitting in order])


def _nearest(db: Connection, span: Annotation, possible: Iterable[Way]) -> list[Annotation]:
    """Enough of the spans that fit in each way, all together nearest first."""
    found: dict[str, Annotation] = {}
    for way in possible:
        found |= {other.id: other for other in codings.nearest(db, span, way.labels, len(DIGITS))}
    return sorted(found.values(), key=lambda other: (_distance(span, other), other.start, other.id))


def _distance(span: Annotation, other: Annotation) -> int:
    return max(other.start - span.end, span.start - other.end, 0)


def _fits(way: Way, label: str) -> bool:
    return label in way.labels or not way.labels


def _joins(link: Relation, way: Way, span: Annotation, other: Annotation) -> bool:
    ends = (span.id, other.id) if way.outgoing else (other.id, span.id)
    return link.label == way.relation and (link.source, link.target) == ends


def _on_digits(groups: list[list[Candidate]]) -> dict[str, Candidate]:
    """Each group in its own block of digits; what is left of them for the further ones."""
    block = len(DIGITS) if len(groups) < 2 else max(_BLOCK if len(groups) <= _BLOCK else len(DIGITS) // len(groups), 1)  # noqa: PLR2004
    given: dict[str, Candidate] = {}
    for at, group in enumerate(groups):
        given |= dict(zip(DIGITS[at * block : (at + 1) * block], group, strict=False))
    rest: Iterator[str] = iter(DIGITS[len(groups) * block :])
    further = [one for group in groups for one in group[block:]]
    return dict(sorted((given | dict(zip(rest, further, strict=False))).items()))
