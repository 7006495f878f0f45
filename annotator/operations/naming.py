"""What documents name (coders, labels, rounds, kinds of links and statements) found in the project, or added to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Coder, Label, RelationType, Round, RoundKind, StatementType
from annotator.core.order import after
from annotator.core.rows import added, altered
from annotator.operations import people
from annotator.operations.filling import Filling, names_of
from annotator.operations.known_actors import KnownActors
from annotator.store import codebook

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from annotator.core.changes import Edit
    from annotator.store.project import Project

_ROUND_KINDS: dict[str, RoundKind] = {kind: kind for kind in get_args(RoundKind)}
_GOLDEN = 137  # degrees: hues that follow each other stay far apart


class Naming:
    """Everything that can be named, by id; what is added on the way is known from then on.

    Raises `codebook_locked` where something would have to be added to a codebook that nobody may change.
    """

    def __init__(self, project: Project, coder: Coder) -> None:
        book = codebook.read(project.db)
        self.coder = coder
        self.version = book.version
        self.labels_added: list[str] = []
        self._coders = {person.id: person for person in codebook.coders(project.db)}
        self.labels = {label.id: label for label in book.labels}
        self._kinds = {kind.id: kind for kind in book.relation_types}
        self._rounds = {one.id: one for one in codebook.rounds(project.db)}
        self._statements = {kind.id: kind for kind in book.statement_types}
        self._statement_keys = after(max((kind.position for kind in book.statement_types), default=""))
        self._label_keys = after(max((label.position for label in book.labels), default=""))
        self._editing = codebook.project(project.db).editing
        self.actors = KnownActors(project.db)
        self.filling = Filling(book, self.actors, self._refuse_addition)

    def introduced(self) -> Iterator[Edit]:
        """The row of the coder who takes it in, if that is somebody new."""
        if self.coder.id not in self._coders:
            self._coders[self.coder.id] = self.coder
            yield added(self.coder)

    def person(self, who: str, who_id: str = "") -> Generator[Edit, None, Coder]:
        """By id, else by a name that only one has, else somebody new; nobody named is the one who takes it in.

        Raises `ambiguous_coder`.
        """
        if (there := self._person(who, who_id)) is not None:
            if there.id == self.coder.id:
                yield from self.introduced()
            return there
        new = Coder(who_id or new_id(), who or who_id, people.hue(len(self._coders)))
        self._coders[new.id] = new
        yield added(new)
        return new

    def _person(self, who: str, who_id: str) -> Coder | None:
        if not who and not who_id:
            return self.coder
        known = self._coders | {self.coder.id: self.coder}
        if who_id:
            return known.get(who_id)
        named = [person for person in known.values() if who in {person.id, person.name}]
        if len(named) > 1:
            raise AnnotatorError("ambiguous_coder", coder=who, ids=tuple(one.id for one in named))
        return named[0] if named else None

    def label(self, label: str) -> Iterator[Edit]:
        """Nothing for a known label; a new one is added under the very id that the file gives it."""
        if label in self.labels:
            return
        self._refuse_addition()
        hue = len(self.labels) * _GOLDEN % 360
        new = Label(label, names_of(label), hue, position=next(self._label_keys))
        self.labels[label] = new
        self.labels_added.append(label)
        yield added(new)

    def depth(self, label: str, beneath: tuple[str, ...] = ()) -> int:
        """How many labels its rules want around it, one in the other: those come first."""
        there = self.labels.get(label)
        if there is None or not there.within or label in beneath:
            return 0
        return 1 + max(self.depth(outer, (*beneath, label)) for outer in there.within)

    def round(self, name: str) -> Iterator[Edit]:
        """Nothing for a known round; raises `frozen_round` where nothing can be added any more."""
        if name not in self._rounds:
            kind = _ROUND_KINDS.get(name, "main")
            self._rounds[name] = Round(name, kind, codebook=self.version)
            yield added(self._rounds[name])
        self.open(name)

    def open(self, round_id: str) -> None:
        """Raise `frozen_round` where nothing can be added any more."""
        if self._rounds[round_id].state == "frozen":
            raise AnnotatorError("frozen_round", round=round_id)

    def link(self, kind: str, source: str, target: str) -> Iterator[Edit]:
        """Nothing for a known kind of link; raises `bad_link` where the codebook forbids it between these labels."""
        if (there := self._kinds.get(kind)) is None:
            self._refuse_addition()
            self._kinds[kind] = RelationType(kind, names_of(kind))
            yield added(self._kinds[kind])
        elif (there.sources and source not in there.sources) or (there.targets and target not in there.targets):
            raise AnnotatorError("bad_link", relation=there.names)

    def statement_type(self, kind: str, slots: Iterable[str]) -> Iterator[Edit]:
        """Nothing for a known kind of statement with these slots; else it is added, or has them added."""
        there = self._statements.get(kind)
        known = there.slots if there else ()
        grown = (*known, *(slot for slot in slots if slot not in known))
        if grown == known and there is not None:
            return
        self._refuse_addition()
        if there is None:
            new = StatementType(kind, names_of(kind), grown, position=next(self._statement_keys))
            yield added(new)
        else:
            new = replace(there, slots=grown)
            yield altered(there, slots=grown)
        self._statements[kind] = new

    def _refuse_addition(self) -> None:
        if self._editing == "locked":
            raise AnnotatorError("codebook_locked")
