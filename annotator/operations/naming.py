"""What documents name (coders, labels, variables, rounds, kinds of links) found in the project, or added to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.direction import article_direction
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Choice, Coder, Label, RelationType, Round, StatementType, Variable
from annotator.core.order import after
from annotator.core.rows import added, altered
from annotator.core.values import checked
from annotator.operations import people
from annotator.store import codebook

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from annotator.core.changes import Edit
    from annotator.core.models import Names, Scope, ValueType
    from annotator.store.project import Project

_ROUND_KINDS = {"training", "pilot", "main", "reliability", "drift"}
_GOLDEN = 137  # degrees: hues that follow each other stay far apart


class Naming:
    """Everything that can be named, by id; what is added on the way is known from then on."""

    def __init__(self, project: Project, coder: Coder) -> None:
        book = codebook.read(project.db)
        self.coder = coder
        self.version = book.version
        self.labels_added: list[str] = []
        self._project = project
        self._coders = {person.id: person for person in codebook.coders(project.db)}
        self._labels = {label.id: label for label in book.labels}
        self._variables = {variable.id: variable for variable in book.variables}
        self._kinds = {kind.id: kind for kind in book.relation_types}
        self._rounds = {one.id: one for one in codebook.rounds(project.db)}
        self._statements = {kind.id: kind for kind in book.statement_types}
        self._statement_keys = after(max((kind.position for kind in book.statement_types), default=""))
        self._ours: set[str] = set()  # variables added here: their choices grow with what is found
        self._label_keys = after(max((label.position for label in book.labels), default=""))
        self._variable_keys = after(max((variable.position for variable in book.variables), default=""))

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
            raise AnnotatorError("ambiguous_coder", coder=who)
        return named[0] if named else None

    def label(self, label: str) -> Iterator[Edit]:
        """Nothing for a known label; a new one is added under the very id that the file gives it."""
        if label in self._labels:
            return
        hue = len(self._labels) * _GOLDEN % 360
        new = Label(label, _names(label), hue, position=next(self._label_keys))
        self._labels[label] = new
        self.labels_added.append(label)
        yield added(new)

    def round(self, name: str) -> Iterator[Edit]:
        """Nothing for a known round; raises `frozen_round` where nothing can be added any more."""
        if name not in self._rounds:
            kind = name if name in _ROUND_KINDS else "main"
            self._rounds[name] = Round(name, kind, codebook=self.version)
            yield added(self._rounds[name])
        if self._rounds[name].state == "frozen":
            raise AnnotatorError("frozen_round", round=name)

    def link(self, kind: str, source: str, target: str) -> Iterator[Edit]:
        """Nothing for a known kind of link; raises `bad_link` where the codebook forbids it between these labels."""
        if (there := self._kinds.get(kind)) is None:
            self._kinds[kind] = RelationType(kind, _names(kind))
            yield added(self._kinds[kind])
        elif (there.sources and source not in there.sources) or (there.targets and target not in there.targets):
            raise AnnotatorError("bad_link", relation=kind)

    def statement_type(self, kind: str, slots: Iterable[str]) -> Iterator[Edit]:
        """Nothing for a known kind of statement with these slots; else it is added, or has them added."""
        there = self._statements.get(kind)
        known = there.slots if there else ()
        grown = (*known, *(slot for slot in slots if slot not in known))
        if there is None:
            new = StatementType(kind, _names(kind), grown, position=next(self._statement_keys))
            yield added(new)
        elif grown != known:
            new = replace(there, slots=grown)
            yield altered(there, slots=grown)
        else:
            return
        self._statements[kind] = new

    def value(self, variable: str, value: Any, scope: Scope, label: str = "") -> Generator[Edit, None, Any]:
        """The value, for a variable that is known or added; raises `no_such_variable` (of this scope), `bad_value`,
        `attribute_not_here`.
        """  # noqa: D205
        if (there := self._variables.get(variable)) is None:
            there = yield from self._new_variable(variable, value, scope)
        if there.scope != scope:
            raise AnnotatorError("no_such_variable", variable=variable)
        if there.labels and label not in there.labels:
            raise AnnotatorError("attribute_not_here", variable=variable, label=label)
        if variable in self._ours and there.type == "choices" and isinstance(value, list):
            there = yield from self._with_choices(there, value)
        try:
            return checked(there, value)
        except TypeError as error:  # a list or an object among the choices
            raise AnnotatorError("bad_value", variable=variable, value=str(value)) from error

    def _new_variable(self, name: str, value: Any, scope: Scope) -> Generator[Edit, None, Variable]:
        kind = _type_of(name, value)
        choices = _choices(value) if kind == "choices" else ()
        new = Variable(name, _names(name), scope, kind, choices, position=next(self._variable_keys))
        self._variables[name] = new
        self._ours.add(name)
        yield added(new)
        return new

    def _with_choices(self, variable: Variable, value: list[Any]) -> Generator[Edit, None, Variable]:
        known = {choice.id for choice in variable.choices}
        more = tuple(choice for choice in _choices(value) if choice.id not in known)
        if not more:
            return variable
        grown = replace(variable, choices=(*variable.choices, *more))
        yield altered(variable, choices=grown.choices)
        self._variables[variable.id] = grown
        return grown


def _names(name: str) -> Names:
    return {"ar" if article_direction(name) == "rtl" else "en": name}


def _choices(value: list[Any]) -> tuple[Choice, ...]:
    return tuple(Choice(item, _names(item)) for item in dict.fromkeys(value))


def _type_of(name: str, value: Any) -> ValueType:
    if isinstance(value, bool):
        return "yesno"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "choices"
    raise AnnotatorError("bad_value", variable=name, value=str(value))
