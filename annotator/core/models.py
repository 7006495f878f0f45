"""The things a project holds, as frozen values; ids are random unless a comment says what they follow from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Names = Mapping[str, str]  # language ("ar", "en") to words
Fragments = tuple[tuple[int, int], ...]  # half-open code-point ranges, in text order, at least one
Direction = Literal["", "rtl", "ltr"]  # "" = found from the text
CodingKind = Literal["own", "settled"]
Status = Literal["todo", "work", "done", "review", "settled"]
Scope = Literal["annotation", "article", "statement"]
ValueType = Literal["choice", "choices", "yesno", "number", "scale", "text", "actor"]


@dataclass(frozen=True, slots=True)
class Identity:
    """What the project calls itself; its one row. `id` stays the same in every copy."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who codes or reviews; `pseudonym` stands for the name in exports that ask for it."""

    id: str
    name: str
    hue: int
    pseudonym: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What a span can be. `id` is its one stable English id; `key` the digit or letter that applies it."""

    id: str
    names: Names
    hue: int  # 0..359; fill, edge and text are computed for each theme
    key: str = ""
    pattern: int = 0  # 0 solid, 1 dashed, 2 dotted, 3 double: tells siblings of one hue apart
    parent: str | None = None
    category: str = ""
    definition: Names = field(default_factory=dict)
    include: Names = field(default_factory=dict)
    exclude: Names = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    position: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice."""

    id: str
    names: Names


@dataclass(frozen=True, slots=True)
class Variable:
    """A typed value on an annotation (an attribute), on a whole article (an article variable) or on a statement."""

    id: str
    names: Names
    scope: Scope
    type: ValueType
    choices: tuple[Choice, ...] = ()
    labels: tuple[str, ...] = ()  # the labels that carry this attribute; empty = all
    required: bool = False
    position: str = ""


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of directed link, from annotations of some labels to annotations of others."""

    id: str
    names: Names
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """Labels, variables and relation types in their order; `version` names the published state they came from."""

    labels: tuple[Label, ...] = ()
    variables: tuple[Variable, ...] = ()
    relation_types: tuple[RelationType, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A published codebook: its whole content as plain data, named by a hash of it."""

    id: str
    name: str
    at: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its metadata (headline, outlet, date, author, section, url, language …)."""

    id: str
    title: str
    text: str  # the hash of its text
    direction: Direction = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    position: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from and what decoding changed: its import record."""

    id: str
    article: str
    name: str  # the file's name, never its folder
    format: str
    codec: str
    sha256: str  # of the file's bytes
    had_bom: bool
    line_ends: str
    at: str


@dataclass(frozen=True, slots=True)
class Round:
    """A set of codings under one codebook version; a frozen one cannot change."""

    id: str  # its name: "main", "pilot"
    kind: str  # training, pilot, reliability, main, drift
    state: Literal["open", "frozen"] = "open"
    codebook: str = ""


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's work on one article in one round. Its id follows from article, coder, round and kind."""

    id: str
    article: str
    coder: str
    round: str
    kind: CodingKind = "own"
    status: Status = "work"
    codebook: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A coded segment: a label on one or more fragments of a text, with their words."""

    id: str
    coding: str
    label: str
    text: str  # the hash of the text that the offsets belong to
    fragments: Fragments
    quotes: tuple[str, ...]
    codebook: str = ""

    @property
    def start(self) -> int:
        """Where its first fragment begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where its last fragment ends."""
        return self.fragments[-1][1]


@dataclass(frozen=True, slots=True)
class Assigned:
    """A variable's value on an owner (an annotation, a coding, a statement). Its id follows from owner and variable."""

    id: str
    coding: str
    owner: str
    variable: str
    value: Any  # what JSON can say: str, list[str], bool, number


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed, labelled link between two annotations of one coding."""

    id: str
    coding: str
    label: str  # a RelationType's id
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A record of typed slots; a slot holds {"annotation": id}, {"actor": id} or a plain value."""

    id: str
    coding: str
    type: str
    slots: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Note:
    """A message on an annotation, an article or a label; `thread` is the note it answers, or empty."""

    id: str
    owner_kind: Literal["annotation", "article", "label"]
    owner: str
    coder: str
    body: str
    at: str
    thread: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """How one difference was settled. Its id follows from article, round and what differed."""

    id: str
    coding: str  # the settled coding that it belongs to
    difference: str
    take: Literal["a", "b", "both", "neither", "edit"]  # a: the one of the two coders whose id comes first
    reason: str
    note: str
    coder: str  # the reviewer
    at: str
    sources: tuple[str, ...] = ()  # the annotations it was decided between
    results: tuple[str, ...] = ()  # the annotations of the settled coding that came of it
