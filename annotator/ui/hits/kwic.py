"""A hit in its context on one line, the hit in the middle of the column; right for lines of either direction.

The line is laid out whole, so that no letter changes its form at the hit's edges, and moved until the hit is in place.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from annotator.core.direction import article_direction
from annotator.ui.offsets import Offsets, shown
from annotator.ui.text.geometry import LineShape

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_CUT = "…"
_CUT_OFF = 60  # code points: a context as long as this goes on beyond it
_BASIC = 0xFFFF  # the last code point of one UTF-16 unit
_WIDE = 1e6


class Context(NamedTuple):
    """A hit and the words of its paragraph before and after it."""

    before: str
    text: str
    after: str


def around(before: str, text: str, after: str) -> Context:
    """The same without what is left of a word where a context was cut off."""
    if len(before) >= _CUT_OFF:
        before = f"{_CUT} {before.partition(' ')[2]}"
    if len(after) >= _CUT_OFF:
        after = f"{after.rpartition(' ')[0]} {_CUT}"
    return Context(before, text, after)


class Inks(NamedTuple):
    """The colours of a line: context, hit, and what the hit stands on."""

    quiet: QColor
    ink: QColor
    fill: QColor


class _Laid(NamedTuple):
    layout: QTextLayout
    boxes: list[tuple[float, float]]  # of the hit, from left to right


def draw(painter: QPainter, area: QRect, context: Context, font: QFont, inks: Inks) -> None:
    """Draw the line; before and after are cut between words where they do not fit."""
    laid = _laid(context, font.toString(), area.width())
    line = laid.layout.lineAt(0)
    at = QPointF(_begin(laid, area), area.top() + (area.height() - line.height()) / 2)
    painter.save()
    painter.setClipRect(area)
    painter.setPen(inks.quiet)
    laid.layout.draw(painter, at)
    for x0, x1 in laid.boxes:
        box = QRectF(at.x() + x0 - 2, area.top() + 3, x1 - x0 + 4, area.height() - 6)
        painter.setClipRect(box.intersected(QRectF(area)))
        painter.fillRect(box, inks.fill)
        painter.setPen(inks.ink)
        laid.layout.draw(painter, at)  # the same letters again: a format of its own would change how they join
    painter.restore()


def _begin(laid: _Laid, area: QRect) -> float:
    """The x of the layout that puts its hit into the middle, or a hit that is too wide where it begins to be read."""
    first, last = laid.boxes[0][0], laid.boxes[-1][1]
    if last - first <= area.width():
        return area.center().x() + 0.5 - (first + last) / 2
    rtl = laid.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
    return area.right() - last if rtl else area.left() - first


@lru_cache(maxsize=512)
def _laid(context: Context, font_name: str, width: int) -> _Laid:
    font = QFont()
    font.fromString(font_name)
    metrics = QFontMetricsF(font)
    before, text, after = map(shown, context)
    rtl = article_direction(before + text + after) == "rtl"
    room = (width - metrics.horizontalAdvance(text)) / 2
    before = _fitting(before, room, metrics, from_end=True)
    whole = before + text + _fitting(after, room, metrics, from_end=False)
    layout = QTextLayout(whole, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDE)
    layout.endLayout()
    offsets = Offsets(whole)
    units = "".join(letter * (1 + (ord(letter) > _BASIC)) for letter in whole)
    hit = offsets.to_utf16(len(before)), offsets.to_utf16(len(before) + len(text))
    return _Laid(layout, LineShape.of(line, units, rtl=rtl, last=True).edges(*hit) or [(0.0, 0.0)])


def _fitting(words: str, room: float, metrics: QFontMetricsF, *, from_end: bool) -> str:
    """As many whole words from one end as fit, with a sign where some are left out."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    kept = words
    while kept and metrics.horizontalAdvance(kept + _CUT) > room:
        cut = kept.find(" ", 1) if from_end else kept.rfind(" ", 0, len(kept) - 1)
        if cut <= 0:
            return ""
        kept = kept[cut:] if from_end else kept[: cut + 1]
    return _CUT + kept if from_end else kept + _CUT
