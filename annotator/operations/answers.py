"""Values of variables as they are compared: on which scale, in what order, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.review.gathered import Called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.models import Actor, Codebook, Coder, Names, Variable
    from annotator.review.gathered import Scale

_SCALES: dict[str, Scale] = {"scale": "ordinal", "number": "interval"}


def scales(book: Codebook) -> dict[str, Scale]:
    """How article variables and attributes are compared, in the codebook's order."""
    return {one.id: _SCALES.get(one.type, "nominal") for one in book.variables if one.scope != "statement"}


def plain(variable: Variable, value: Any) -> Any:
    """A value as it is compared: several choices in any order, a step of a scale by its place; None for none."""
    if isinstance(value, list):
        return tuple(sorted(map(str, value)))
    if variable.type == "scale" and variable.choices:
        steps = [choice.id for choice in variable.choices]
        return steps.index(str(value)) if str(value) in steps else None
    if variable.type in {"scale", "number"}:
        return value if isinstance(value, int | float) else None
    return value


def called(book: Codebook, coders: Iterable[Coder], actors: Iterable[Actor]) -> Called:
    """What a report calls coders, labels, variables and their values."""
    known = {actor.id: actor.names for actor in actors}
    return Called(
        {coder.id: coder.name for coder in coders},
        {label.id: label.names for label in book.labels},
        {one.id: one.names for one in book.variables},
        {one.id: known if one.type == "actor" else _values(one) for one in book.variables},
    )


def _values(variable: Variable) -> dict[Any, Names]:
    return {
        number if variable.type == "scale" else choice.id: choice.names
        for number, choice in enumerate(variable.choices)
    }
