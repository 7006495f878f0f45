"""The words of a report of agreement: its phrases, what raters and values are called, numbers as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator import messages

if TYPE_CHECKING:
    from annotator.review.gathered import Called, Rater
    from annotator.review.report import Agreement

_SEEN = "commands"  # the catalogue that names and explains the measures


def phrase(key: str, language: str, **facts: object) -> str:
    """A phrase of the catalogue `agreement`, in "ar" or "en"."""
    return messages.sentences("agreement")[key][language].format_map(facts)


def measure(name: str, language: str) -> str:
    """What a measure is called."""
    return messages.sentences(_SEEN)[f"measure.{name}"][language]


def meaning(name: str, language: str) -> str:
    """What a measure says, in one plain sentence."""
    return messages.sentences(_SEEN)[f"measure.{name}.says"][language]


def number(value: float | None, language: str) -> str:
    """A value with three digits; undefined says so."""
    return phrase("undefined", language) if value is None else f"{value:.3f}"


def rater(agreement: Agreement, one: Rater) -> str:
    """A coder's name, with the round where several are compared."""
    name = agreement.called.coders.get(one.coder, one.coder)
    return name if len(agreement.rounds) == 1 else f"{name} ({one.round})"


def value(called: Called, variable: str, said: Any, language: str) -> str:
    """What a label (without a variable) or a value of a variable is called."""
    if not variable:
        return called.label(said, language) if said else phrase("nothing", language)
    if isinstance(said, bool):
        return phrase("yes" if said else "no", language)
    return called.value(variable, said, language)


def of(called: Called, about: str, label: str | None, language: str) -> str:
    """What a figure is of: a label, all labels, a variable or an attribute."""
    if label is None:
        return phrase("all", language)
    return called.label(label, language) if about == "label" else called.variable(label, language)
