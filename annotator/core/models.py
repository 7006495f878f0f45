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
ValueType = Literal["choice", "choices", "yesno", "number", "scale", "text", "actor", "span"]
PartKind = Literal["headline", "lead", "body", "caption"]
ActorType = Literal["", "person", "group", "organisation", "state", "media"]
Editing = Literal["open", "extensible", "locked"]  # who may change the codebook: anybody; adding only; nobody
RoundKind = Literal["training", "pilot", "reliability", "main", "drift"]
RoundState = Literal["open", "frozen"]
NoteOwner = Literal["annotation", "article", "label", "decision"]


class Model:
    """What all models have in common: two are equal when all their fields are."""

    # `dataclass` would write these anew for each of them, which took 4 ms of every start.
    __slots__: Any = ()

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self.__slots__))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__name__}({fields})"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Boundary(Model):
    """The project's one rule for the edges of spans: what a span takes in beside its words."""

    words: bool = True  # edges stand at whole orthographic words
    clitics: bool = True  # joined particles (و ف ب ك ل س ال) are inside
    quotes: bool = False  # quotation marks round it are inside
    punctuation: bool = False  # other punctuation at its edges is inside


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Identity(Model):
    """What the project calls itself; its one row. `id` stays the same in every copy.

    `package` is the handover that a package was written by; empty in a project.
    """

    id: str
    title: str
    boundary: Boundary = Boundary()
    editing: Editing = "open"
    package: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Coder(Model):
    """A person who codes or reviews; `pseudonym` stands for the name in exports that ask for it."""

    id: str
    name: str
    hue: int
    pseudonym: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Label(Model):
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
    synonyms: tuple[str, ...] = ()  # other words that the picker finds it by
    within: tuple[str, ...] = ()  # it is put only inside a span of one of these labels; empty = anywhere
    parts: tuple[PartKind, ...] = ()  # it is put only in these parts of an article; empty = in all
    apart: bool = False  # two spans of it never overlap in one coding


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choice(Model):
    """One value of a choice."""

    id: str
    names: Names


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Variable(Model):
    """A typed value on an annotation (attribute), on a whole article (article variable) or on a statement (slot).

    `labels`: of an attribute, the labels that carry it (empty = all); of a slot, the labels whose spans it can hold
    besides its own type (empty = none, but a slot of type "span" then holds any). `only_if` holds
    {"variable": id, "values": [...]}: it is asked only where that variable, on the same owner, has one of these values.
    """

    id: str
    names: Names
    scope: Scope
    type: ValueType
    choices: tuple[Choice, ...] = ()
    labels: tuple[str, ...] = ()
    required: bool = False
    position: str = ""
    only_if: Mapping[str, Any] = field(default_factory=dict)
    low: float | None = None  # of a number or a scale: the least
    high: float | None = None  # and the most


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RelationType(Model):
    """A kind of directed link, from annotations of some labels to annotations of others."""

    id: str
    names: Names
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StatementType(Model):
    """A kind of statement: its slots (variables of scope "statement") in order, and the sentence that it is read as.

    `sentence` holds, by language, words with the slots' ids in braces: "{person} says of {concept}: {agreement}".
    """

    id: str
    names: Names
    slots: tuple[str, ...] = ()
    sentence: Names = field(default_factory=dict)
    position: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Codebook(Model):
    """What a coder goes by, in its order; `version` names the published state that it came from."""

    labels: tuple[Label, ...] = ()
    variables: tuple[Variable, ...] = ()
    relation_types: tuple[RelationType, ...] = ()
    version: str = ""
    statement_types: tuple[StatementType, ...] = ()
    boundary: Boundary = Boundary()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Version(Model):
    """A published codebook: its whole content as plain data, named by a hash of it."""

    id: str
    name: str
    at: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Article(Model):
    """One text with its metadata (headline, outlet, date, author, section, url, language …)."""

    id: str
    title: str
    text: str  # the hash of its text
    direction: Direction = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    position: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Source(Model):
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Round(Model):
    """A set of codings under one codebook version; a frozen one cannot change.

    Who is to code what in it are codings of status "todo". `plan` says how its articles were drawn: {"share", "seed",
    "stratify": [names of metadata], "pool": articles drawn from}, or nothing. While it is `blind`, nobody of `coders`
    sees another's work on an article before all of them are done with it.
    """

    id: str  # its name: "main", "pilot"
    kind: RoundKind
    state: RoundState = "open"
    codebook: str = ""
    plan: Mapping[str, Any] = field(default_factory=dict)
    coders: tuple[str, ...] = ()
    blind: bool = True
    expert: str = ""  # of a training round: the coder whose work the others are held against
    frozen: str = ""  # when it was (UTC, ISO)
    seal: str = ""  # and the hash of all own work in it at that moment


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Coding(Model):
    """One coder's work on one article in one round. Its id follows from article, coder, round and kind."""

    id: str
    article: str
    coder: str
    round: str
    kind: CodingKind = "own"
    status: Status = "work"
    codebook: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Annotation(Model):
    """A coded segment: a label on one or more fragments of a text, with their words."""

    id: str
    coding: str
    label: str
    text: str  # the hash of the text that the offsets belong to
    fragments: Fragments
    quotes: tuple[str, ...]
    codebook: str = ""
    head: Fragments = ()  # the inner head within its fragments (رئيس in وبالرئيس), at most one range; () = none

    @property
    def start(self) -> int:
        """Where its first fragment begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where its last fragment ends."""
        return self.fragments[-1][1]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Assigned(Model):
    """A variable's value on an owner (an annotation, a coding, a statement). Its id follows from owner and variable.

    Of an attribute or article variable of type "actor" the value is the actor's id. A slot of a statement holds
    {"actor": id}, {"annotation": id} or the plain value.
    """

    id: str
    coding: str
    owner: str
    variable: str
    value: Any  # what JSON can say: str, list[str], bool, number, and of a slot an object


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Relation(Model):
    """A directed, labelled link between two annotations of one coding."""

    id: str
    coding: str
    label: str  # a RelationType's id
    source: str
    target: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Statement(Model):
    """A record of typed slots: one row of values (`Assigned`, owned by it) for each slot that is filled."""

    id: str
    coding: str
    type: str  # a StatementType's id


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Actor(Model):
    """Somebody who acts or speaks in the news, once for the whole project; spans point to it."""

    id: str
    names: Names  # by language: "ar", "en", "fa", "he", "ur"
    type: ActorType = ""
    aliases: tuple[str, ...] = ()  # other spellings, titles, short names
    notes: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part(Model):
    """A stretch of an article's text that is not plain body: its headline, lead or a caption. `body` has no rows."""

    id: str
    article: str
    text: str  # the hash of the text that the offsets belong to
    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WordList(Model):
    """Words that light up while reading. With `inflected`, joined particles and verb endings are allowed for."""

    id: str
    names: Names
    language: str
    hue: int
    words: tuple[str, ...]
    inflected: bool = False
    position: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Doubt(Model):
    """A span whose words were others before its text was corrected, until somebody has looked. Id follows from it."""

    id: str
    annotation: str
    was: tuple[str, ...]  # its quotes before
    at: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Note(Model):
    """A message on an annotation, an article, a label or a decision; `thread` is the note it answers, or empty."""

    id: str
    owner_kind: NoteOwner
    owner: str
    coder: str
    body: str
    at: str
    thread: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Decision(Model):
    """How one difference was settled. Its id follows from article, round and what differed.

    `take` is the letter of the coder whose side was taken ("a" for the first of `coders`), "both" (of more coders: all
    that differ), "neither" or "edit".
    """

    id: str
    coding: str  # the settled coding that it belongs to
    difference: str
    take: str
    reason: str
    note: str
    coder: str  # the reviewer
    at: str
    sources: tuple[str, ...] = ()  # the annotations it was decided between
    results: tuple[str, ...] = ()  # the annotations of the settled coding that came of it
    coders: tuple[str, ...] = ()  # between whom, by id in the order of ids
