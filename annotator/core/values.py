"""What a variable may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.core.models import Variable


def checked(variable: Variable, value: Any) -> Any:
    """The value, if the variable's type allows it; raises `bad_value` otherwise."""
    if not _fits(variable, value):
        raise AnnotatorError("bad_value", variable=variable.id, value=str(value))
    return value


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
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "scale":
            return str(value) in choices if choices else isinstance(value, int)
        case _:
            return isinstance(value, str)
