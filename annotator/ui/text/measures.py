"""Every distance on the page, from the size of the letters, the zoom and the width there is; all in whole pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from annotator.ui.text.marks import SECOND

COLUMN = 680  # at zoom 1 and 20 px letters
LANES = 3
BAND_LANES = 2  # for each of three coders or more
_SMALL_TEXT = 11
_PLAIN_OVER, _PLAIN_UNDER = 0.84, 0.73  # what plain letters take of a font's ascent and descent
_LANE_ROOM, _UPPER_LANE_ROOM, _AIR = 0.52, 0.5, 0.22  # of an em
_LEAST, _LEAST_OVER, _LEAST_UNDER = 2.0, 0.8, 0.4  # ems: other fonts stand in for letters that this one lacks


@dataclass(frozen=True, slots=True)
class Measures:
    """Where things stand on a page of this width; x from the viewport's left edge, y from a line's top."""

    em: int
    small: int  # the size of names and numbers
    pitch: int  # from line to line
    rise: int  # from a line's top to its baseline
    gap: int  # under a paragraph
    lane: int  # how thick a lane is
    lanes: tuple[int, ...]  # the tops of the lanes under the words, the nearest first
    upper_lanes: tuple[int, ...]  # of those over the words (the second coder's), the nearest first
    tint_top: int  # over the tallest plain letter
    tint_bottom: int  # under the last lane: the bottom of a selection or outline
    column_x: int
    column: int
    start_margin: int
    end_margin: int
    rtl: bool
    width: int
    bands: tuple[tuple[int, ...], ...] = ()  # of three coders or more: the tops of the lanes of each, under the words
    coders: int = 0  # who are compared

    @property
    def comparing(self) -> bool:
        """Whether several coders' marks stand on the page."""
        return self.coders > 0

    def lanes_of(self, side: int) -> tuple[int, ...]:
        """The tops of the lanes of a coder, or of what was settled: two coders under and over the words.

        Of three and more each has a band under the words, and what was settled stands over them.
        """
        if self.bands:
            return self.bands[side] if side >= 0 else self.upper_lanes
        return self.upper_lanes if side == SECOND and self.coders else self.lanes

    @property
    def start_x(self) -> int:
        """The x of the column's edge where lines begin."""
        return self.column_x + self.column if self.rtl else self.column_x

    @property
    def end_x(self) -> int:
        """The x of the column's edge where lines end."""
        return self.column_x if self.rtl else self.column_x + self.column

    def height(self, *, last: bool) -> int:
        """A line's own height, with the gap under the last of a paragraph."""
        return self.pitch + self.gap * last

    def outward(self, distance: float, *, start: bool) -> float:
        """The x that lies `distance` outside the column at its start or end side."""
        edge = self.start_x if start else self.end_x
        return edge + distance if start == self.rtl else edge - distance


class Letters(NamedTuple):
    """How far a font's letters reach over and under the baseline, in ems; as given, those of Noto Naskh Arabic."""

    ascent: float = 1.07
    descent: float = 0.634


NASKH = Letters()
# Nastaliq's words hang from above: real Urdu news reaches this far, where its font says less of itself.
_HANGING = {"Noto Nastaliq Urdu": Letters(2.4, 0.86)}
AIR = {"comfortable": 0.0, "loose": 0.5}  # ems between the lines beside what there always is


def letters_of(family: str, ascent: float, descent: float) -> Letters:
    """How far the letters of a font reach, from what it says of itself in ems."""
    return _HANGING.get(family) or Letters(ascent, descent)


def measures(
    em: int, width: int, letters: Letters = NASKH, *, rtl: bool, coders: int = 0, air: float = 0.0
) -> Measures:
    """The page's measures for letters of `em` pixels; the column is centred, and gives way before the margins do.

    `air` are ems that the lines stand further apart; `coders` is how many are compared, 0 for one coder's page.
    """
    names, numbers, column = _widths(em, width, comparing=coders > 0)
    spare = width - column
    left, right = (names, numbers) if rtl else (numbers, names)
    lane = max(2, round(em * 0.1))
    over = max(letters.ascent * _PLAIN_OVER, _LEAST_OVER)
    under = max(letters.descent * _PLAIN_UNDER, _LEAST_UNDER)
    below = round(em * (under + _LANE_ROOM))
    lanes_end = round(em * under) + (2 * LANES - 1) * lane + max(1, lane // 2)  # a double line is half a lane thicker
    tight = max(lanes_end - below, 0)
    bands = _bands(lane, coders)
    tight += max(bands[-1][-1] + lane - (2 * LANES - 1) * lane, 0) if bands else 0
    room = max(over + under + _LANE_ROOM + _AIR, _LEAST) + _UPPER_LANE_ROOM * (coders > 0)
    pitch = round(em * (room + air)) + tight
    rise = pitch - below - tight
    tint_top = rise - round(em * over)
    first = rise + round(em * under)
    lanes = tuple(first + at * 2 * lane for at in range(LANES))
    bands = tuple(tuple(first + top for top in band) for band in bands)
    return Measures(
        em=em,
        small=max(_SMALL_TEXT, round(em * 0.6)),
        pitch=pitch,
        rise=rise,
        gap=round(em * 0.55),
        lane=lane,
        lanes=lanes,
        upper_lanes=tuple(tint_top - lane - 1 - at * 2 * lane for at in range(LANES)),
        tint_top=tint_top,
        tint_bottom=(bands[-1] if bands else lanes)[-1] + lane,
        column_x=min(max(spare // 2, left), max(spare - right, 0)),
        column=column,
        start_margin=numbers,
        end_margin=names,
        rtl=rtl,
        width=width,
        bands=bands,
        coders=coders,
    )


def _bands(lane: int, coders: int) -> tuple[tuple[int, ...], ...]:
    """The lanes of each of three coders or more, from the first one's top down; letters of 11 pixels name them."""
    if coders <= 2:  # noqa: PLR2004  (one has the lanes under the words, the other those over them)
        return ()
    high = max(BAND_LANES * 2 * lane + lane, _SMALL_TEXT - 1)
    return tuple(tuple(coder * high + at * 2 * lane for at in range(BAND_LANES)) for coder in range(coders))


def _widths(em: int, width: int, *, comparing: bool) -> tuple[int, int, int]:
    """How wide the end margin (names), the start margin (numbers) and the column are."""
    scale = em / 20
    names = round(132 * max(1.0, scale * 0.8))
    numbers = names if comparing else round(60 * max(0.8, scale * 0.8))
    wanted = round(COLUMN * scale)
    if width < wanted + names + numbers:
        names = max(80, min(names, width // 5))
        numbers = names if comparing else max(36, min(numbers, width // 12))
    return names, numbers, max(em * 6, min(wanted, width - names - numbers))
