"""All that is known of one span: its words in context, attributes, links, notes, and who did what to it last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.direction import article_direction, paragraph_direction
from annotator.store import articles, codebook, codings
from annotator.ui.models.statements import standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from sqlite3 import Connection

    from annotator.core.direction import Side
    from annotator.core.models import Annotation, Article, Codebook, Coding, Label, Note, RelationType, Variable
    from annotator.core.text import Text
    from annotator.ui.desk import Desk
    from annotator.ui.models.statements import Read

_AROUND = 48  # characters of context on either side
_SHOWN = 170  # characters of a long quote
_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote with some words before and after it, in its paragraph's direction."""

    before: str
    quote: str
    after: str
    direction: Side


@dataclass(frozen=True, slots=True)
class Linked:
    """A link from or to the span, and the span at its other end."""

    relation: str
    kind: RelationType
    outgoing: bool
    other: Annotation


@dataclass(frozen=True, slots=True)
class Open:
    """A link that the span may have and has not, with the spans nearest to it that could be at its other end."""

    kind: RelationType
    candidates: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done to the span, by whom and when."""

    name: str
    facts: Mapping[str, object]
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Inspected:
    """A span as the inspector shows it; `mine` says whether it may be changed by who acts now."""

    annotation: Annotation
    label: Label
    excerpt: Excerpt
    attributes: tuple[tuple[Variable, Any], ...]
    links: tuple[Linked, ...]
    open: tuple[Open, ...]
    statements: tuple[Read, ...]
    notes: tuple[Note, ...]
    coder: str
    made: Deed
    last: Deed
    mine: bool


def inspected(desk: Desk, annotation: str) -> Inspected | None:
    """Everything about a span, or None if it is gone."""
    project = desk.bridge.project
    db = project.db
    span = codings.annotation(db, annotation)
    coding = codings.coding(db, span.coding) if span else None
    label = codebook.label(db, span.label) if span else None
    if span is None or coding is None or label is None:
        return None
    book = codebook.read(db)
    deeds = _deeds(desk, span.id)
    article = articles.get(db, coding.article)
    links = tuple(_links(db, book, span))
    return Inspected(
        annotation=span,
        label=label,
        excerpt=excerpt(articles.text(db, span.text), article, span),
        attributes=tuple(_attributes(db, book, span)),
        links=links,
        open=tuple(_open_links(db, book, span, links)),
        statements=tuple(standing_in(desk, span)),
        notes=tuple(codings.notes(db, [span.id])),
        coder=coder_name(db, coding.coder),
        made=deeds[0],
        last=deeds[-1],
        mine=is_mine(desk, coding),
    )


def is_mine(desk: Desk, coding: Coding) -> bool:
    """Whether who acts now may change this coding: it is their own, and its round is not frozen."""
    rounds = {round_.id: round_.state for round_ in codebook.rounds(desk.bridge.project.db)}
    project = desk.bridge.project
    return project.writable and coding.coder == project.coder and rounds.get(coding.round) == "open"


def excerpt(text: Text, article: Article, span: Annotation) -> Excerpt:
    """The span's words with what stands before and after them in its paragraph."""
    start, end = span.start, span.end
    first = next((p for p in text.paragraphs if p[0] <= start <= p[1]), (0, len(text.body)))
    last = next((p for p in text.paragraphs if p[0] <= end <= p[1]), first)
    before, after = text.body[first[0] : start], text.body[end : last[1]]
    side = paragraph_direction(text.body[first[0] : first[1]], article_direction(text.body), article.direction)
    return Excerpt(_tail(before), _middle(" … ".join(span.quotes)), _head(after), side)


def coder_name(db: Connection, coder: str) -> str:
    """A coder's name, or nothing for what the program did."""
    found = codebook.coder(db, coder)
    return found.name if found else ""


def _attributes(db: Connection, book: Codebook, span: Annotation) -> Iterator[tuple[Variable, Any]]:
    values = codings.values_of(db, span.id)
    for variable in book.variables:
        if variable.scope == "annotation" and (not variable.labels or span.label in variable.labels):
            yield variable, values[variable.id].value if variable.id in values else None


def _links(db: Connection, book: Codebook, span: Annotation) -> Iterator[Linked]:
    kinds = {kind.id: kind for kind in book.relation_types}
    for relation in codings.relations_of(db, span.id):
        outgoing = relation.source == span.id
        other = codings.annotation(db, relation.target if outgoing else relation.source)
        if other is not None:
            yield Linked(relation.id, kinds[relation.label], outgoing, other)


def _open_links(db: Connection, book: Codebook, span: Annotation, links: tuple[Linked, ...]) -> Iterator[Open]:
    made = {link.kind.id for link in links if link.outgoing}
    kinds = [kind for kind in book.relation_types if span.label in kind.sources and kind.id not in made]
    for kind in kinds:
        if candidates := codings.nearest(db, span, kind.targets, _CANDIDATES):
            yield Open(kind, tuple(candidates))


def _deeds(desk: Desk, annotation: str) -> list[Deed]:
    project = desk.bridge.project
    entries = [entry for entry, _ in project.journal.row_history("annotation", annotation)]
    return [Deed(entry.name, entry.facts, coder_name(project.db, entry.author), entry.at) for entry in entries]


def _tail(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    cut = words[-_AROUND:]
    return "… " + cut[cut.find(" ") + 1 :]


def _head(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    cut = words[:_AROUND]
    return cut[: cut.rfind(" ") if " " in cut else _AROUND] + " …"


def _middle(words: str) -> str:
    if len(words) <= _SHOWN:
        return words
    first, last = words[: _SHOWN * 2 // 3], words[-_SHOWN // 3 :]
    return f"{first.rsplit(' ', 1)[0]} … {last.split(' ', 1)[-1]}"
