"""The small tag with a mark's name over its first words, in the leading, where it covers no letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from annotator.ui.text.ink import free
from annotator.ui.text.leading import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.ui.text.marks import Mark
    from annotator.ui.text.measures import Measures
    from annotator.ui.text.painter import Shown
    from annotator.ui.text.view import View

_PAD = 5
_STEP = 6
_LIFTS = (0, 3, 7)  # pixels higher, where what is over the word leaves room
_FAR = 5  # ems that a tag may stand beside its mark's first word


class Tag(NamedTuple):
    """A tag's box on the viewport, and its words."""

    box: QRectF
    words: str


def tag(lines: Sequence[Shown], mark: Mark, words: str, view: View, taken: Sequence[QRectF]) -> Tag | None:
    """Where a mark's tag stands among the lines on the screen; None if its first words are not among them.

    It keeps clear of letters and of the boxes in `taken`. Where they leave no room, the first tag stands in the
    margin; others, which would cover names there, do not stand at all.
    """
    at = next((at for at, shown in enumerate(lines) if shown.line.start <= mark.start < shown.line.end), None)
    edges = lines[at].line.edges(*mark.fragments[0]) if at is not None else []
    if at is None or not edges:
        return None
    line, y, _ = lines[at]
    measures = view.measures
    width, height = view.painter.metrics.horizontalAdvance(words) + 2 * _PAD, view.painter.metrics.height()
    bottom = y + measures.tint_top + 1
    leading = QRectF(measures.column_x, bottom - height - _LIFTS[-1], measures.column, height + _LIFTS[-1])
    taken_by_ink = [box for near in lines[max(at - 1, 0) : at + 1] for box in _within(near, leading, measures)]
    for lift in _LIFTS:
        for x in _places(edges[-1 if line.block.rtl else 0], width, measures, rtl=line.block.rtl):
            box = QRectF(x, bottom - height - lift, width, height)
            if free(taken_by_ink, box) and free(taken, box):
                return Tag(box, words)
    if taken:
        return None
    x = measures.outward(measures.em, start=False)
    return Tag(QRectF(x - width if measures.rtl else x, y + measures.rise - height, width, height), words)


def _within(shown: Shown, area: QRectF, measures: Measures) -> Iterator[QRectF]:
    """The boxes of a line's letters that reach into an area of the opening."""
    x, y = measures.column_x, shown.y - shown.line.top
    wanted = area.translated(-x, -y)
    return (box.translated(x, y) for box in letters(shown.line) if box.intersects(wanted))


def _places(edge: tuple[float, float], width: float, measures: Measures, *, rtl: bool) -> Iterator[float]:
    """From the place over the first word to the sides, within the column and the margin of the numbers."""
    wanted = edge[1] - width if rtl else edge[0]
    beside = 0 if measures.comparing else measures.start_margin - measures.em // 2
    first, last = (0, beside) if measures.rtl else (-beside, 0)
    for step in range(0, measures.em * _FAR, _STEP):
        for x in (wanted - step, wanted + step):
            if first <= x <= measures.column - width + last:
                yield measures.column_x + x
