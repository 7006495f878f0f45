"""The variables that documents fill, found in the codebook or added to it, and their values as they are kept here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.direction import article_direction
from annotator.core.errors import AnnotatorError
from annotator.core.models import Choice, Variable
from annotator.core.order import after
from annotator.core.rows import added, altered
from annotator.core.values import checked

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from annotator.core.changes import Edit
    from annotator.core.models import Codebook, Names, Scope, ValueType
    from annotator.operations.known_actors import KnownActors


class Filling:
    """Attributes, article variables and slots, by id; those added here grow with what is found in them.

    `refuse` is called before one is added, and raises where the codebook takes no more.
    """

    def __init__(self, book: Codebook, actors: KnownActors, refuse: Callable[[], None]) -> None:
        self._actors = actors
        self._refuse = refuse
        self._labels = {label.id: label.names for label in book.labels}
        self._variables = {variable.id: variable for variable in book.variables}
        self._keys = after(max((variable.position for variable in book.variables), default=""))
        self._ours: dict[str, set[str]] = {}  # what was added here, with the labels of the spans found in it

    def value(self, name: str, value: Any, scope: Scope, label: str = "") -> Generator[Edit, None, Any]:
        """The value of an attribute or article variable; raises `no_such_variable` (of this scope), `bad_value`,
        `attribute_not_here`, `value_below` or `value_above`.
        """  # noqa: D205
        if (there := self._variables.get(name)) is None:
            there = yield from self._new(name, scope, self._type_of(name, value), value)
        if there.scope != scope:
            raise AnnotatorError("no_such_variable", variable=name)
        if there.labels and label not in there.labels:
            raise AnnotatorError("attribute_not_here", variable=there.names, label=label)
        there = yield from self._with_choices(there, value)
        value = _checked(there, value)
        if there.type == "actor":
            value = yield from self._actors.find(value)
        return value

    def slot(self, name: str, value: Any, label: str) -> Generator[Edit, None, Any]:
        """The value of a slot; of one that holds a span, `label` is the span's label. Raises `bad_slot` too."""
        if (there := self._variables.get(name)) is None:
            there = yield from self._new(name, "statement", self._slot_type(name, value), value)
        if there.scope != "statement":
            raise AnnotatorError("no_such_variable", variable=name)
        there = yield from self._grown(there, value, label)
        there = yield from self._with_choices(there, value)
        value = _checked(there, value)
        if label and there.labels and label not in there.labels:
            wanted = tuple(self._labels.get(one) or one for one in there.labels)
            raise AnnotatorError("bad_slot", slot=there.names, why="labels", labels=wanted)
        if isinstance(value, dict) and "actor" in value:
            value = {"actor": (yield from self._actors.find(value["actor"]))}
        return value

    def _new(self, name: str, scope: Scope, kind: ValueType, value: Any) -> Generator[Edit, None, Variable]:
        self._refuse()
        choices = _choices(value) if kind == "choices" else ()
        new = Variable(name, names_of(name), scope, kind, choices, position=next(self._keys))
        self._variables[name] = new
        self._ours[name] = set()
        yield added(new)
        return new

    def _grown(self, slot: Variable, value: Any, label: str) -> Generator[Edit, None, Variable]:
        """A slot added here comes to take spans beside its own type, as soon as it is found with both."""
        if (spans := self._ours.get(slot.id)) is None:
            return slot
        if label:
            spans.add(label)
        kind, choices = slot.type, slot.choices
        if kind == "span" and not label:
            kind = self._slot_type(slot.id, value)
            choices = _choices(value) if kind == "choices" else ()
        labels = tuple(sorted(spans)) if kind != "span" else ()
        return (yield from self._altered(slot, type=kind, choices=choices, labels=labels))

    def _with_choices(self, variable: Variable, value: Any) -> Generator[Edit, None, Variable]:
        if variable.id not in self._ours or variable.type != "choices" or not _is_choices(value):
            return variable
        known = {choice.id for choice in variable.choices}
        more = (choice for choice in _choices(value) if choice.id not in known)
        return (yield from self._altered(variable, choices=(*variable.choices, *more)))

    def _altered(self, variable: Variable, **new: Any) -> Generator[Edit, None, Variable]:
        grown = replace(variable, **new)
        if grown != variable:
            self._variables[variable.id] = grown
            yield altered(variable, **new)
        return grown

    def _slot_type(self, name: str, value: Any) -> ValueType:
        if isinstance(value, dict) and value.keys() <= {"annotation", "actor"}:
            return "span" if "annotation" in value else "actor"
        return _plain_type(name, value)

    def _type_of(self, name: str, value: Any) -> ValueType:
        """As the value is; words that name an actor by id make a variable for actors."""
        return "actor" if isinstance(value, str) and self._actors.met(value) else _plain_type(name, value)


def names_of(name: str) -> Names:
    """A name that a file gives, in the language that its letters speak for."""
    return {"ar" if article_direction(name) == "rtl" else "en": name}


def _checked(variable: Variable, value: Any) -> Any:
    try:
        return checked(variable, value)
    except TypeError as error:  # a list or an object among the choices
        raise AnnotatorError("bad_value", variable=variable.names, value=str(value)) from error


def _is_choices(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _choices(value: list[Any]) -> tuple[Choice, ...]:
    return tuple(Choice(item, names_of(item)) for item in dict.fromkeys(value))


def _plain_type(name: str, value: Any) -> ValueType:
    if isinstance(value, bool):
        return "yesno"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    if value and _is_choices(value):
        return "choices"
    raise AnnotatorError("bad_value", variable=name, value=str(value))
