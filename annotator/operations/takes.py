"""Whose side a decision took: as a letter of the coders of a case, and as it is written down, in the order of ids."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Decision


def place(take: str, between: Sequence[str]) -> int | None:
    """The place of the coder whose side is taken; None for "both", "neither", "edit" and what is no take at all."""
    letters = ascii_lowercase[: len(between)]
    return letters.index(take) if len(take) == 1 and take in letters else None


def letter(place: int) -> str:
    """The letter of the coder at a place."""
    return ascii_lowercase[place]


def written(take: str, between: Sequence[str]) -> str:
    """A take as decisions hold it: by the order of the coders' ids."""
    at = place(take, between)
    return take if at is None else letter(sorted(between).index(between[at]))


def turned(decision: Decision, between: Sequence[str]) -> Decision:
    """A decision as a case tells it, its letters in the order of the case's coders.

    One that was written down without its coders was made between the two of the case. Where the side of somebody who
    is no part of the case was taken, nothing of these coders was.
    """
    coders = decision.coders or tuple(sorted(between))
    at = place(decision.take, coders)
    if at is None:
        return decision
    taken = letter(between.index(coders[at])) if coders[at] in between else "neither"
    return replace(decision, take=taken)
