"""What stands for each of the coders compared: a letter, which is also the key that takes their side."""

from __future__ import annotations

from annotator.operations import takes

LETTERS = "ABCFGHIJKLMOQRSTUVWYZ"  # D, E, N, P and X mean other things


def letter(place: int) -> str:
    """The letter and key of the coder at a place, from 0."""
    return LETTERS[place % len(LETTERS)]


def keys(coders: int) -> dict[str, str]:
    """Which key makes which decision between so many coders."""
    sides = {letter(place).lower(): takes.letter(place) for place in range(coders)}
    return {**sides, "d": "both", "x": "neither", "e": "edit"}
