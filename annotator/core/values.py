"""What a variable may hold, and when it is asked for at all."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.models import Variable


def checked(variable: Variable, value: Any) -> Any:
    """The value, if the variable's type and bounds allow it.

    Raises `bad_value`, `value_below` or `value_above`; of a slot `bad_slot`, with what it takes.
    """
    if variable.scope == "statement":
        return _checked_slot(variable, value)
    if not _fits(variable, value):
        raise AnnotatorError("bad_value", variable=variable.names or variable.id, value=str(value))
    return _bounded(variable, value)


def applies(variable: Variable, values: Mapping[str, Any], variables: Iterable[Variable] = ()) -> bool:
    """Whether it is asked for on an owner with these values (by variable id).

    With `variables` what its condition asks about has to apply as well, and so on up the chain.
    """
    known = {each.id: each for each in variables}
    condition = variable.only_if
    while condition:
        name = condition["variable"]
        if not _among(values.get(name), condition["values"]):
            return False
        condition = known[name].only_if if name in known else {}
    return True


def _among(held: Any, wanted: Iterable[Any]) -> bool:
    several = held if isinstance(held, list) else [held]
    return any(one == each and isinstance(one, bool) == isinstance(each, bool) for one in several for each in wanted)


def _checked_slot(slot: Variable, value: Any) -> Any:
    plain = slot.type not in {"actor", "span"}
    if not (_holds(slot, value) if isinstance(value, dict) else plain and _fits(slot, value)):
        raise AnnotatorError("bad_slot", slot=slot.names or slot.id, why=slot.type)
    return _bounded(slot, value)


def _holds(slot: Variable, pointer: Mapping[str, Any]) -> bool:
    """Whether a slot may point so: an actor's to an actor; one of spans, or with labels, to a span."""
    if len(pointer) != 1 or not all(isinstance(row, str) and row for row in pointer.values()):
        return False
    return (
        slot.type == "actor"
        if "actor" in pointer
        else "annotation" in pointer and (slot.type == "span" or bool(slot.labels))
    )


def _bounded(variable: Variable, value: Any) -> Any:
    if variable.type not in {"number", "scale"} or not isinstance(value, int | float):
        return value
    if variable.low is not None and value < variable.low:
        raise AnnotatorError(
            "value_below", variable=variable.names or variable.id, value=value, least=_plain(variable.low)
        )
    if variable.high is not None and value > variable.high:
        raise AnnotatorError(
            "value_above", variable=variable.names or variable.id, value=value, most=_plain(variable.high)
        )
    return value


def _plain(bound: float) -> int | float:
    return int(bound) if float(bound).is_integer() else bound


def _fits(variable: Variable, value: Any) -> bool:
    choices = {choice.id for choice in variable.choices}
    match variable.type:
        case "choice":
            return value in choices
        case "choices":
            return isinstance(value, list) and set(value) <= choices and len(set(value)) == len(value)
        case "yesno":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        case "scale":
            return str(value) in choices if choices else isinstance(value, int) and not isinstance(value, bool)
        case _:
            return isinstance(value, str)
