"""Spans from one version of a text to the next: which stand as they were, which are in doubt, which are lost.

The two texts are laid beside each other paragraph by paragraph, then word by word, then letter by letter, so that a
word that was only corrected stays that word. `rapidfuzz` finds the shortest way at each step: exact, and in C, where
`difflib` guesses from the longest common run and takes seconds for a long article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.core.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

State = Literal["same", "doubt", "lost"]
_Gap = tuple[int, int, int, int]  # start and end in the old text, start and end in the new one

_PARAGRAPHS = re.compile(r"[^\n]*\n|[^\n]+")
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
_PIECES = re.compile(rf"[\w{_MARKS}]+|.", re.DOTALL)
_LETTERS = re.compile(rf".[{_MARKS}]*", re.DOTALL)
_STEPS = (_PARAGRAPHS, _PIECES, _LETTERS)
_STOPS = {".", "!", "?", "؟", "…", "؛", ":"}
_ALIKE = 0.5  # of the letters of two stretches must be common for them to be compared more closely
_FAR = 100  # code points from an edit, where no word reaches it
_MOST = 200_000_000  # pairs of pieces: beyond, two stretches are taken for wholly different


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a span stands now; a lost one is empty, at the place where it was."""

    start: int
    end: int
    state: State


@dataclass(frozen=True, slots=True)
class Carrier:
    """Two versions of a text and what they have in common: `(old start, old end, new start)` of each stretch."""

    old: str
    new: str
    common: tuple[tuple[int, int, int], ...]

    def range(self, start: int, end: int) -> Carried:
        """A span's range in the new text, in code points; what was put in at its edges stays outside its words."""
        if (by := self._untouched(start, end)) is not None:
            return Carried(start + by, end + by, "same")
        new_start, start_moved = self._start(start)
        new_end, end_moved = self._end(end)
        if new_start >= new_end or not self.new[new_start:new_end].strip():
            at = min(new_start, new_end)
            return Carried(at, at, "lost")
        new_start, new_end = self._whole(start, end, new_start, new_end)
        same = self.old[start:end] == self.new[new_start:new_end] and not (start_moved or end_moved)
        return Carried(new_start, new_end, "same" if same else "doubt")

    def _untouched(self, start: int, end: int) -> int | None:
        """How far a span moves that is nowhere near an edit, which most are; None for the others."""
        index = bisect_right(self.common, start, key=_old_start) - 1
        old_start, old_end, new_start = self.common[index] if index >= 0 else (0, 0, 0)
        new_end = new_start + old_end - old_start
        first = start - _FAR if new_start else max(start - _FAR, 0)  # nothing came before the text, or behind it
        last = end + _FAR if new_end < len(self.new) else min(end + _FAR, len(self.old))
        far = old_start <= first and last <= old_end
        return new_start - old_start if far and self.old[start:end].strip() else None

    def _start(self, at: int) -> tuple[int, bool]:
        """The new place of the character at `at`, or of what came for it; and whether it lay in an edit."""
        index = bisect_right(self.common, at, key=_old_start) - 1
        old_start, old_end, new_start = self.common[index] if index >= 0 else (0, 0, 0)
        if at < old_end:
            return new_start + at - old_start, False
        reached = new_start + old_end - old_start
        if at == old_end:  # an edit begins here: all that came for it is the span's
            return reached, at < len(self.old)
        following = self.common[index + 1][2] if index + 1 < len(self.common) else len(self.new)
        return following, True

    def _end(self, at: int) -> tuple[int, bool]:
        """The same for the character before `at`, and the place after it."""
        index = bisect_right(self.common, at - 1, key=_old_start) - 1
        old_start, old_end, new_start = self.common[index] if index >= 0 else (0, 0, 0)
        if at <= old_end:
            return new_start + at - old_start, False
        old_next, _, following = (
            self.common[index + 1] if index + 1 < len(self.common) else (len(self.old), 0, len(self.new))
        )
        if at == old_next:
            return following, True
        return new_start + old_end - old_start, True

    def _whole(self, start: int, end: int, new_start: int, new_end: int) -> tuple[int, int]:
        """A span of whole words stays one: a letter put in at its edge is its word's."""
        if not _inside_word(self.old, start) and _inside_word(self.new, new_start):
            new_start = next(words(self.new, new_start, new_start + 1))[0]
        if not _inside_word(self.old, end) and _inside_word(self.new, new_end):
            new_end = next(words(self.new, new_end - 1, new_end))[1]
        return new_start, new_end


def carrier(old: str, new: str) -> Carrier:
    """What carries spans of the old text to the new one."""
    joined: list[tuple[int, int, int]] = []
    for old_start, old_end, new_start in _common(old, new, 0, 0, 0):
        if joined and joined[-1][1] == old_start and joined[-1][2] + old_start - joined[-1][0] == new_start:
            joined[-1] = (joined[-1][0], old_end, joined[-1][2])
        else:
            joined.append((old_start, old_end, new_start))
    return Carrier(old, new, tuple(joined))


def _old_start(common: tuple[int, int, int]) -> int:
    return common[0]


def _inside_word(body: str, at: int) -> bool:
    found = next(words(body, at - 1, at), None) if 0 < at < len(body) else None
    return found is not None and found[1] > at


def _common(old: str, new: str, old_at: int, new_at: int, step: int) -> Iterator[tuple[int, int, int]]:
    """The stretches that both have, in order; what differs is looked at again in smaller pieces."""
    ours, theirs = _STEPS[step].findall(old), _STEPS[step].findall(new)
    mine = 0
    for gap in [*_gaps(ours, theirs), (len(ours), len(ours), len(theirs), len(theirs))]:
        if kept := sum(map(len, ours[mine : gap[0]])):
            yield old_at, old_at + kept, new_at
        old_at, new_at = old_at + kept, new_at + kept
        here, there = "".join(ours[gap[0] : gap[1]]), "".join(theirs[gap[2] : gap[3]])
        if step + 1 < len(_STEPS) and _are_alike(here, there, step + 1):
            yield from _common(here, there, old_at, new_at, step + 1)
        old_at, new_at, mine = old_at + len(here), new_at + len(there), gap[1]


def _are_alike(old: str, new: str, step: int) -> bool:
    """Whether two stretches are worth a closer look: words always, letters only of words that resemble each other."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - not before a text is corrected

    return bool(old and new) and (step < len(_STEPS) - 1 or Indel.normalized_similarity(old, new) >= _ALIKE)


def _gaps(old: Sequence[str], new: Sequence[str]) -> list[_Gap]:
    """The runs of pieces that the two do not have in common, in order."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    before, after = _ends(old, new)
    if (len(old) - before - after) * (len(new) - before - after) > _MOST:
        return [(before, len(old) - after, before, len(new) - after)]
    numbers: dict[str, int] = {}
    ours, theirs = ([numbers.setdefault(piece, len(numbers)) for piece in pieces] for pieces in (old, new))
    gaps: list[_Gap] = []
    mine = other = 0
    for same in Indel.opcodes(ours, theirs).as_matching_blocks():  # an empty one is the last
        if (mine, other) != (same.a, same.b):
            gaps.append((mine, same.a, other, same.b))
        mine, other = same.a + same.size, same.b + same.size
    return [_settled(old, new, gaps, index) for index in range(len(gaps))]


def _settled(old: Sequence[str], new: Sequence[str], gaps: list[_Gap], index: int) -> _Gap:
    """A gap in one text alone, moved to where a sentence begins, if it can begin there as well as where it stands.

    Of `زار حلب. زار حمص.` without its first sentence, what is gone is `زار حلب. ` and not `حلب. زار `.
    """
    gap = gaps[index]
    if gap[0] != gap[1] and gap[2] != gap[3]:
        return gap
    pieces, start, end = (old, gap[0], gap[1]) if gap[0] != gap[1] else (new, gap[2], gap[3])
    side = 0 if pieces is old else 2
    least = gaps[index - 1][side + 1] if index else 0
    most = gaps[index + 1][side] if index + 1 < len(gaps) else len(pieces)
    steps = [0]
    while start + steps[-1] > least and pieces[start + steps[-1] - 1] == pieces[end + steps[-1] - 1]:
        steps.append(steps[-1] - 1)
    onward = 0
    while end + onward < most and pieces[start + onward] == pieces[end + onward]:
        onward += 1
        steps.append(onward)
    by = max(steps, key=lambda step: min(_opens(pieces, start + step), _opens(pieces, end + step)))
    return gap[0] + by, gap[1] + by, gap[2] + by, gap[3] + by


def _opens(pieces: Sequence[str], at: int) -> int:
    """How well a place between pieces begins something: a paragraph, a sentence, a word."""
    if at == 0 or pieces[at - 1].endswith("\n"):
        return 3
    if not pieces[at - 1].isspace():
        return 0
    return 2 if at > 1 and pieces[at - 2] in _STOPS else 1


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many pieces both begin with, and how many of the rest both end with."""
    most = min(len(old), len(new))
    before = next((at for at in range(most) if old[at] != new[at]), most)
    after = next((at for at in range(most - before) if old[-1 - at] != new[-1 - at]), most - before)
    return before, after
