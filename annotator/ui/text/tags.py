"""The small tag with a mark's name over its first words, in the leading, where it covers no letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from annotator.ui.text.ink import free, ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFontMetricsF

    from annotator.ui.text.marks import Mark
    from annotator.ui.text.measures import Measures
    from annotator.ui.text.page import Line
    from annotator.ui.text.painter import Shown


class Tag(NamedTuple):
    """A tag's box on the viewport, and its words."""

    box: QRectF
    words: str


def tag(lines: Sequence[Shown], mark: Mark, words: str, measures: Measures, metrics: QFontMetricsF) -> Tag | None:
    """Where a mark's tag stands among the lines on the screen; None if its first words are not among them.

    Where letters leave no room over the words, it stands in the margin.
    """
    at = next((at for at, shown in enumerate(lines) if shown.line.start <= mark.start < shown.line.end), None)
    if at is None:
        return None
    line, y, _ = lines[at]
    edges = line.edges(*mark.fragments[0])
    if not edges:
        return None
    width, height = metrics.horizontalAdvance(words) + 10, metrics.height()
    letters = [letter for near in lines[max(at - 1, 0) : at + 1] for letter in _letters(near, measures)]
    bottom = y + measures.tint_top + 1
    for x in _places(line, edges[-1 if line.block.rtl else 0], width, measures):
        box = QRectF(x, bottom - height, width, height)
        if free(letters, box):
            return Tag(box, words)
    x = measures.outward(measures.em, start=False)
    return Tag(QRectF(x - width if measures.rtl else x, y + measures.rise - height, width, height), words)


def _letters(shown: Shown, measures: Measures) -> list[QRectF]:
    line = shown.line
    kept: list[QRectF] | None = line.__dict__.get("ink")
    if kept is None:
        kept = line.__dict__["ink"] = ink(line)
    return [box.translated(measures.column_x, shown.y - line.top) for box in kept]


def _places(line: Line, edge: tuple[float, float], width: float, measures: Measures) -> Iterator[float]:
    """From the place over the first word to the sides, within the column."""
    wanted = edge[1] - width if line.block.rtl else edge[0]
    room = measures.column - width
    for step in range(0, measures.column, 6):
        for x in {wanted - step, wanted + step}:
            if 0 <= x <= room and abs(x - wanted) <= measures.em * 4:
                yield measures.column_x + x
