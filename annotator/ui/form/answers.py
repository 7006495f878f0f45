"""What a question can be answered with by one key: its options, what their key-caps say, and what a key means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale

from annotator.ui import keys
from annotator.ui.models.named import no, yes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.core.models import Variable
    from annotator.ui.desk import Desk

DIGITS = "1234567890"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST = len(DIGITS) - 1 + len(LETTERS)  # choices that have a key each; of more, one is found by typing
STEPS = 11  # of a scale without named choices; a longer one is typed
_STEP_KEYS = "0123456789-"
_YES, _NO = ("y", "1", "ن"), ("n", "0", "ل")  # by the place of the key or by what it writes
_YES_ARABIC, _NO_ARABIC = "k", "g"  # where ن and ل are printed


@dataclass(frozen=True, slots=True)
class Option:
    """One possible value: its words, what its key-cap says, and the keys that mean it."""

    value: Any
    words: str
    cap: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The value that a key gives; `on` if the question is done with it."""

    value: Any
    on: bool


def options(desk: Desk, variable: Variable) -> tuple[Option, ...]:
    """What can be chosen; nothing where the answer is written."""
    if variable.type == "yesno":
        return _yes_and_no(arabic=desk.language == "ar")
    if variable.choices and variable.type in {"choice", "choices", "scale"}:
        return tuple(_choices(desk, variable))
    if variable.type == "scale":
        return tuple(_steps(variable))
    return ()


def keyed(values: Sequence[tuple[Any, str]], taken: Sequence[Option], *, digits: bool) -> tuple[Option, ...]:
    """Options for more values, with the keys that are left: digits first where they are not what is written."""
    used = frozenset().union(*(option.keys for option in taken))
    free = [key for key in (DIGITS[:9] if digits else "") + LETTERS if key not in used]
    return tuple(
        Option(value, words, key.upper(), frozenset(key)) for (value, words), key in zip(values, free, strict=False)
    )


def answer(variable: Variable, known: Sequence[Option], held: Any, event: QKeyEvent) -> Answer | None:
    """What a plain key says to a question that holds `held`; None if it says nothing."""
    pressed = {keys.physical(event), event.text()} - {""}
    meant = next((option for option in known if option.keys & pressed), None)
    return None if meant is None else chosen(variable, known, held, meant)


def chosen(variable: Variable, known: Sequence[Option], held: Any, option: Option) -> Answer:
    """What choosing an option makes of what is held: of several choices it is ticked or no longer ticked."""
    if variable.type != "choices" or isinstance(option.value, dict):
        return Answer(option.value, on=True)
    ticked = {*(held if isinstance(held, list) else [])} ^ {option.value}
    return Answer([each.value for each in known if each.value in ticked] or None, on=False)


def _yes_and_no(*, arabic: bool) -> tuple[Option, Option]:
    also = ((_YES_ARABIC,), (_NO_ARABIC,)) if arabic else ((), ())
    caps = ("ن", "ل") if arabic else ("Y", "N")
    return (
        Option(True, yes(), caps[0], frozenset((*_YES, *also[0]))),
        Option(False, no(), caps[1], frozenset((*_NO, *also[1]))),
    )


def _choices(desk: Desk, variable: Variable) -> Iterator[Option]:
    many = len(variable.choices) > MOST
    for at, choice in enumerate(variable.choices):
        key = "" if many else (DIGITS[:9] + LETTERS)[at]
        yield Option(choice.id, desk.words(choice.names, choice.id), key.upper(), frozenset(key))


def _steps(variable: Variable) -> Iterator[Option]:
    """From low to high; a step's key is its own digit where it has one (0 for ten), else its place."""
    if variable.low is None or variable.high is None:
        return
    low, high = int(variable.low), int(variable.high)
    if high - low >= STEPS:
        return
    for at, value in enumerate(range(low, high + 1)):
        key = _step_key(low, high, at)
        yield Option(value, QLocale().toString(value), key, frozenset(key))


def _step_key(low: int, high: int, at: int) -> str:
    if low >= 0 and high <= len(DIGITS):
        ten = "0" if low else "-"
        return ten if low + at == len(DIGITS) else str(low + at)
    return DIGITS[at] if at < len(DIGITS) else _STEP_KEYS[-1]
