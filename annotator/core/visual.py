"""Text for a place that neither joins nor orders Arabic letters, and the way back for text that came from one.

Only for what is shown and never for what Qt draws: offsets count in the text as it is stored.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import bidirectional, normalize

from annotator.core.direction import paragraph_direction

if TYPE_CHECKING:
    from collections.abc import Iterator

Target = Literal["terminal", "qt", "html", "matplotlib"]
_NEEDING = {"terminal"}  # the others shape and order by themselves: doing it twice reverses the text

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e]")
_MARKS = "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4]"
_MARK_AT_START = re.compile(f"(?:^|\\s){_MARKS}")
_MARKS_FIRST = re.compile(f"({_MARKS}+)(?!{_MARKS})(.)")
_NUMBER = re.compile("[#$%£€]*[0-9٠-٩۰-۹]+(?:[-+.,:/٫٬][0-9٠-٩۰-۹]+)*")
_EMOJI = "\u2600-\u27bf\U0001f300-\U0001faff"
_CLUSTER = re.compile(f"[{_EMOJI}][\u200d\ufe0f\U0001f3fb-\U0001f3ff\U000f0000{_EMOJI}]+")
_JOINER = "\U000f0000"  # stands for the joiner of an emoji, which the reshaper would eat
_OPENING, _CLOSING = "([{", ")]}"
_SIDE_MARK = {"L": "\u200e", "R": "\u200f", "AL": "\u061c"}


def visual(text: str, target: Target) -> str:
    """The text as `target` has to be given it: reordered and joined for one that does neither, else unchanged.

    Line by line, so wrap before. Bidi controls do their work and go; the words stay whole, tashkeel included.
    """
    if target not in _NEEDING or not _RTL.search(text):
        return text
    return "\n".join(_shown(line) if _RTL.search(line) else line for line in text.split("\n"))


def _shown(line: str) -> str:
    joined = _CLUSTER.sub(lambda found: found[0].replace("\u200d", _JOINER), _ISOLATES.sub("", line))
    shaped = _reshaper().reshape(normalize("NFC", joined))
    return reordered(shaped).replace("\u200c", "").replace(_JOINER, "\u200d")


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - only a terminal needs it

    kept = {"delete_harakat": False, "delete_tatweel": False, "support_zwj": True}
    return ArabicReshaper({**kept, "ARABIC LIGATURE ALLAH": False, "RIAL SIGN": False})


def reordered(line: str) -> str:
    """A line's characters from the left edge to the right, without bidi controls; done twice it comes back."""
    from bidi.algorithm import get_display  # noqa: PLC0415

    line = _ISOLATES.sub("", line)  # they are an error to it
    base = "R" if paragraph_direction(line, "rtl") == "rtl" else "L"
    seen = _CONTROLS.sub("", str(get_display("".join(_marked(line, base)), base_dir=base)))
    if _MARK_AT_START.search(line):
        return seen
    # Reversing has put tashkeel before its letter, but it is drawn on what stands before it (UAX 9, L3).
    return _MARKS_FIRST.sub(lambda found: found[2] + found[1][::-1], seen)


def _marked(line: str, base: str) -> Iterator[str]:
    """The line with invisible marks for three things that `bidi.algorithm` does not do by itself.

    Brackets go as a pair to one side (UAX 9, N0), an emoji of several characters stays whole, and a number keeps
    the side that it had before such marks were put in.
    """
    sides = _bracket_sides(line, base)
    numbers = {found.start() for found in _NUMBER.finditer(line) if bidirectional(found[0][0]) != "AN"}
    outer, inner = _SIDE_MARK[base], _SIDE_MARK["L"]
    emoji = {found.start(): f"{outer}{inner}" for found in _CLUSTER.finditer(line)}
    emoji |= {found.end(): f"{inner}{outer}" + emoji.get(found.end(), "") for found in _CLUSTER.finditer(line)}
    last = base
    for at, letter in enumerate(line):
        kind = bidirectional(letter)
        last = kind if kind in _SIDE_MARK else last
        yield emoji.get(at, "")
        if at in sides:
            yield f"{_SIDE_MARK[sides[at]]}{letter}{_SIDE_MARK[sides[at]]}"
        else:
            yield _SIDE_MARK[last] + letter if at in numbers else letter
    yield emoji.get(len(line), "")


def _bracket_sides(line: str, base: str) -> dict[int, str]:
    """The side, "L" or "R", of each paired bracket whose content or surroundings decide it."""
    strong = list(_strong(line, base))
    sides: dict[int, str] = {}
    for opening, closing in sorted(_pairs(line)):
        inside = set(strong[opening + 1 : closing]) - {""}
        if not inside:
            continue
        side = base
        if base not in inside:
            side = next((found for found in reversed(strong[:opening]) if found), base)
        for at in (opening, closing):
            sides[at] = strong[at] = side
    return sides


def _strong(line: str, base: str) -> Iterator[str]:
    """Each character's side as brackets see it: a number sides with Latin letters before it, else with Arabic."""
    last = base
    for letter in line:
        kind = bidirectional(letter)
        if kind in _SIDE_MARK:
            last = "L" if kind == "L" else "R"
            yield last
        elif kind in {"EN", "AN"}:
            yield last if kind == "EN" else "R"
        else:
            yield ""


def _pairs(line: str) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for at, letter in enumerate(line):
        if letter in _OPENING:
            waiting.append((_CLOSING[_OPENING.index(letter)], at))
        elif letter in _CLOSING:
            depth = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == letter), None)
            if depth is not None:
                yield waiting[depth][1], at
                del waiting[depth:]
