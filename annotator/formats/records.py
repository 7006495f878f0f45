"""The values that cross the door between files and the project: articles whole, with all that was said of them.

Formats know these and `core`, never the store. Offsets are code points of `Document.text`, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.core.models import ActorType, CodingKind, Direction, Fragments, Names, PartKind, Status
    from annotator.core.text import Text


@dataclass(frozen=True, slots=True, order=True)
class Whose:
    """The coding that something belongs to. On reading an empty `who` means the person who imports."""

    who: str = ""
    who_id: str = ""
    round: str = "main"
    kind: CodingKind = "own"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document was read: the file's name (never its folder), how its bytes were decoded, how far along."""

    name: str
    line: int  # from 1, 0 where the whole file is one article
    codec: str
    sha256: str  # of the file's bytes; empty for one line of many
    had_bom: bool
    line_ends: str  # as `core.text.Decoded` says
    done: float = 1.0  # share of the file read so far


@dataclass(frozen=True, slots=True)
class CodingRecord:
    """One coder's work on the article; without annotations it is an empty one, absent it is a missing one."""

    whose: Whose
    status: Status = "work"
    codebook: str = ""


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A message on the article or on an annotation; `thread` is the id of the note it answers."""

    id: str
    who: str
    body: str
    at: str = ""
    thread: str = ""
    resolved: bool = False
    who_id: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationRecord:
    """A coded segment with the words of each fragment. On reading an empty `id` means that one has to be made.

    `head` is the range within the fragments that it is about, where it has been told apart; at most one.
    """

    id: str
    label: str
    whose: Whose
    fragments: Fragments
    quotes: tuple[str, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[NoteRecord, ...] = ()
    head: Fragments = ()

    @property
    def start(self) -> int:
        """Where its first fragment begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where its last fragment ends."""
        return self.fragments[-1][1]


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """A directed link between two annotations of the same document."""

    id: str
    label: str
    source: str
    target: str
    whose: Whose


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """Typed slots; a slot holds {"annotation": id}, {"actor": id} or a plain value."""

    id: str
    type: str
    whose: Whose
    slots: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class VariableRecord:
    """A value that a coder gave the whole article."""

    name: str
    value: Any
    whose: Whose


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """Somebody in the register whom values or slots of this document name by `id`."""

    id: str
    names: Names
    type: ActorType = ""
    aliases: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A stretch of the text that is not plain body."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article. On reading an empty `id` means that the file gives none; `origin` is None on writing.

    `parts` is None where the file says nothing of them: then they are looked for.
    """

    id: str
    title: str
    text: Text
    direction: Direction = ""  # a person's choice; "" = found from the text
    meta: Mapping[str, str] = field(default_factory=dict)
    codings: tuple[CodingRecord, ...] = ()
    annotations: tuple[AnnotationRecord, ...] = ()
    relations: tuple[RelationRecord, ...] = ()
    statements: tuple[StatementRecord, ...] = ()
    variables: tuple[VariableRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    origin: Origin | None = None
    actors: tuple[ActorRecord, ...] = ()
    parts: tuple[PartRecord, ...] | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not taken in: a whole file, one article of it, or one thing said of an article that stays."""

    path: str
    where: str  # "" = the file, "3" = its line 3, "3:a17" = what has the id a17 there
    why: AnnotatorError
    what: Literal["file", "article", "annotation", "other"] = "file"


@dataclass(frozen=True, slots=True)
class Warned:
    """What was taken in, but the person should look at."""

    path: str
    where: str
    why: AnnotatorError


Item = Document | Refused | Warned


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format could not say: a kind (a key into the messages), how often, and a few different examples."""

    kind: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Losses:
    """All that a written file left out or changed."""

    items: tuple[Loss, ...] = ()


class Tally:
    """Counts losses while a file is written."""

    _EXAMPLES = 5

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[str]] = {}

    def add(self, kind: str, example: str, *, times: int = 1) -> None:
        """One more loss of a kind; nothing when `times` is 0."""
        if not times:
            return
        self._counts[kind] = self._counts.get(kind, 0) + times
        examples = self._examples.setdefault(kind, [])
        if len(examples) < self._EXAMPLES and example not in examples:
            examples.append(example)

    def losses(self) -> Losses:
        """What was counted, by kind."""
        return Losses(
            tuple(Loss(kind, self._counts[kind], tuple(self._examples[kind])) for kind in sorted(self._counts))
        )


def verify(document: Document) -> None:
    """Every quote equals the text at its offsets; raises `quote_mismatch` or `bad_span`, naming the annotation."""
    for annotation in document.annotations:
        facts = {"article": document.id or document.title, "annotation": annotation.id}
        try:
            found = document.text.quotes(annotation.fragments)
        except AnnotatorError as error:
            raise AnnotatorError(error.key, **{**error.facts, **facts}) from error
        if not found or found != annotation.quotes:
            raise AnnotatorError("quote_mismatch", **_mismatch(annotation, found), **facts)
        if not is_head(annotation.head, annotation.fragments):
            start, end = annotation.head[0]
            raise AnnotatorError("bad_head", start=start, end=end, **facts)


def is_head(head: Fragments, fragments: Fragments) -> bool:
    """Whether it is none, or one range that is not empty and lies within one of the fragments."""
    inside = (any(first <= start < end <= last for first, last in fragments) for start, end in head)
    return len(head) <= 1 and all(inside)


def _mismatch(annotation: AnnotationRecord, found: tuple[str, ...]) -> dict[str, object]:
    """Where the first fragment that differs is, what stands there, and what it should be."""
    said = annotation.quotes
    differ = [number for number, words in enumerate(found) if number >= len(said) or words != said[number]]
    number = differ[0] if differ else 0
    start, end = annotation.fragments[number] if found else (0, 0)
    return {
        "start": start,
        "end": end,
        "found": found[number] if found else "",
        "quote": said[number] if number < len(said) else "",
    }


def ordered(document: Document) -> Document:
    """The same document with everything in one order: by place in the text, then by what it says."""
    return replace(
        document,
        codings=tuple(sorted(document.codings, key=lambda c: c.whose)),
        annotations=tuple(sorted(document.annotations, key=lambda a: (a.fragments, a.label, a.whose, a.id))),
        relations=tuple(sorted(document.relations, key=lambda r: (r.source, r.target, r.label, r.whose, r.id))),
        statements=tuple(sorted(document.statements, key=lambda s: (s.type, s.whose, s.id))),
        variables=tuple(sorted(document.variables, key=lambda v: (v.name, v.whose))),
        notes=tuple(sorted(document.notes, key=lambda n: (n.at, n.id))),
        actors=tuple(sorted(document.actors, key=lambda a: a.id)),
        parts=document.parts and tuple(sorted(document.parts, key=lambda p: (p.start, p.end, p.kind))),
    )


def verified(documents: Iterable[Document]) -> Iterator[Document]:
    """Each document in order, after its quotes were checked: what every writer reads."""
    for document in documents:
        verify(document)
        yield ordered(document)
