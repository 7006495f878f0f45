"""Every distance on the page, from the size of the letters, the zoom and the width there is; all in whole pixels."""

from __future__ import annotations

from dataclasses import dataclass

COLUMN = 680  # at zoom 1 and 20 px letters
LANES = 3
_SMALL_TEXT = 11


@dataclass(frozen=True, slots=True)
class Measures:
    """Where things stand on a page of this width; x from the viewport's left edge, y from a line's top."""

    em: int
    pitch: int  # from line to line
    rise: int  # from a line's top to its baseline
    gap: int  # under a paragraph
    column_x: int
    column: int
    start_margin: int
    end_margin: int
    rtl: bool
    width: int
    zoom: float
    comparing: bool

    @property
    def small(self) -> int:
        """The size of names and numbers in pixels: never under 11."""
        return max(_SMALL_TEXT, round(self.em * 0.6))

    @property
    def lane(self) -> int:
        """How thick a lane is."""
        return max(2, round(self.em * 0.1))

    @property
    def lane_step(self) -> int:
        """From one lane to the next."""
        return 2 * self.lane

    def lane_y(self, lane: int) -> int:
        """The top of a lane under the words, 0 nearest to them, from the line's top."""
        return self.rise + round(self.em * 0.46) + lane * self.lane_step

    def upper_lane_y(self, lane: int) -> int:
        """The top of a lane over the words (the second coder's), 0 nearest to them."""
        return self.tint_top - self.lane - 1 - lane * self.lane_step

    @property
    def tint_top(self) -> int:
        """The top of a tint, over the tallest plain letter."""
        return self.rise - round(self.em * 0.9)

    @property
    def tint_bottom(self) -> int:
        """The bottom of a selection or outline: the third lane's."""
        return self.lane_y(LANES - 1) + self.lane

    @property
    def start_x(self) -> int:
        """The x of the column's edge where lines begin."""
        return self.column_x + self.column if self.rtl else self.column_x

    @property
    def end_x(self) -> int:
        """The x of the column's edge where lines end."""
        return self.column_x if self.rtl else self.column_x + self.column

    def outward(self, distance: float, *, start: bool) -> float:
        """The x that lies `distance` outside the column at its start or end side."""
        edge = self.start_x if start else self.end_x
        return edge + distance if start == self.rtl else edge - distance


def measures(pixels: int, zoom: float, width: int, *, rtl: bool, comparing: bool = False) -> Measures:
    """The page's measures; the column is centred, and gives way before the margins do."""
    em = max(8, round(pixels * zoom))
    scale = em / 20
    names = round(132 * max(1.0, scale * 0.8))
    numbers = names if comparing else round(60 * max(0.8, scale * 0.8))
    wanted = round(COLUMN * scale)
    if width < wanted + names + numbers:
        names = max(80, min(names, width // 5))
        numbers = names if comparing else max(36, min(numbers, width // 12))
    column = max(em * 6, min(wanted, width - names - numbers))
    spare = width - column
    first = min(max(spare // 2, numbers if not rtl else names), max(spare - (names if not rtl else numbers), 0))
    pitch = round(em * (2.6 if comparing else 2.1))
    return Measures(
        em=em,
        pitch=pitch,
        rise=pitch - round(em * 0.98),
        gap=round(em * 0.55),
        column_x=first,
        column=column,
        start_margin=numbers,
        end_margin=names,
        rtl=rtl,
        width=width,
        zoom=zoom,
        comparing=comparing,
    )
