"""Where a popup stands: beside the words that it is about, never over them, and inside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

if TYPE_CHECKING:
    from annotator.core.models import Fragments
    from annotator.ui.text.surface import Surface

GAP = 8  # pixels between the words and the popup
KNOB = 4  # pixels that the handles of a span in focus reach below its lines


def beside(words: QRect, size: QSize, within: QRect, *, rtl: bool, least: int) -> QRect:
    """A rectangle of this size below the words, level with where they begin; else above, else beside them.

    Where it fits nowhere it gets lower, down to `least` pixels; only where the words fill the window it is over them.
    """
    for place in _places(words, size, rtl=rtl):
        moved = _pushed(place, within)
        if within.contains(moved) and not moved.intersects(words):
            return moved
    below, above = within.bottom() - words.bottom() - GAP, words.top() - within.top() - GAP
    height = min(max(below, above, least), size.height())
    top = words.bottom() + GAP if below >= above else words.top() - GAP - height
    return _pushed(QRect(QPoint(_start(words, size, rtl=rtl), top), QSize(size.width(), height)), within)


def box_of(surface: Surface, fragments: Fragments) -> QRect:
    """The words of these ranges that are on the screen, as one rectangle of it, with their lanes and tag."""
    view, box = surface.view, QRect()
    for shown in view.lines_of(fragments):
        for start, end in fragments:
            for x0, x1 in shown.line.edges(start, end):
                left = round(view.measures.column_x + x0)
                box = box.united(QRect(left, shown.y, max(round(x1 - x0), 2), view.measures.pitch))
    if not box.isNull():
        box.adjust(0, -round(view.painter.metrics.height()) - 4, 0, KNOB)
    else:
        box = QRect(surface.viewport().rect().center(), QSize(2, 2))
    box = box.intersected(surface.viewport().rect()) or box
    return QRect(surface.viewport().mapToGlobal(box.topLeft()), box.size())


def _places(words: QRect, size: QSize, *, rtl: bool) -> list[QRect]:
    x = _start(words, size, rtl=rtl)
    sides = [words.left() - GAP - size.width(), words.right() + 1 + GAP]
    ways = [(x, words.bottom() + 1 + GAP), (x, words.top() - GAP - size.height())]
    ways += [(side, words.top()) for side in (sides if rtl else reversed(sides))]
    return [QRect(QPoint(*way), size) for way in ways]


def _start(words: QRect, size: QSize, *, rtl: bool) -> int:
    """The left edge of what begins where the words begin."""
    return words.right() + 1 - size.width() if rtl else words.left()


def _pushed(place: QRect, within: QRect) -> QRect:
    """The same rectangle, moved sideways and then up or down until it is inside, as far as it can be."""
    x = max(min(place.left(), within.right() + 1 - place.width()), within.left())
    y = max(min(place.top(), within.bottom() + 1 - place.height()), within.top())
    return QRect(QPoint(x, y), place.size())
