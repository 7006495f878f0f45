"""Lines drawn in the leading, between the words of one line and of the next: they stop short of every letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF

from annotator.ui.text.ink import ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF

    from annotator.ui.text.page import Line
    from annotator.ui.text.view import View

UNDER = 1.5  # pixels under the last lane
_CLEAR = 2.0  # pixels that are kept free round a letter
_SHORTEST = 2.0


def letters(line: Line) -> list[QRectF]:
    """The boxes of a line's letters in its block's pixels, found once."""
    kept: list[QRectF] | None = line.__dict__.get("ink")
    if kept is None:
        kept = line.__dict__["ink"] = ink(line)
    return kept


def run(view: View, line: Line, x0: float, x1: float) -> list[QLineF]:
    """A level line under a line's words, from `x0` to `x1` of the opening, in pieces between which letters reach."""
    column = view.measures.column_x
    y = view.y(line) + view.measures.tint_bottom + UNDER
    made, at = [], min(x0, x1)
    for left, right in _reaching(view, line):
        if column + right > at and column + left < max(x0, x1):
            made.append(QLineF(at, y, column + left, y))
            at = column + right
    made.append(QLineF(at, y, max(x0, x1), y))
    return [piece for piece in made if piece.dx() >= _SHORTEST]


def _reaching(view: View, line: Line) -> list[tuple[float, float]]:
    """Where letters of a line or of the next reach into its leading: extents in the column, from left to right."""
    below = _below(view, line)
    key = None if below is None else view.y(below) - view.y(line)
    kept: tuple[object, list[tuple[float, float]]] | None = line.__dict__.get("reaching")
    if kept is None or kept[0] != key:
        found = list(_boxes(view, line, 0))
        if below is not None and key is not None:
            found += _boxes(view, below, key)
        kept = line.__dict__["reaching"] = key, sorted(found)
    return kept[1]


def _boxes(view: View, line: Line, down: int) -> Iterator[tuple[float, float]]:
    y = view.measures.tint_bottom + UNDER - down + line.top
    for box in letters(line):
        if box.top() - _CLEAR < y < box.bottom() + _CLEAR:
            yield box.left() - _CLEAR, box.right() + _CLEAR


def _below(view: View, line: Line) -> Line | None:
    """The next line, if it is laid out."""
    lines, blocks = line.block.lines, view.page.blocks
    if line.index + 1 < len(lines):
        return lines[line.index + 1]
    at = line.block.index + 1
    return blocks[at].lines[0] if at < len(blocks) and blocks[at].lines else None
