"""Where a line's letters really are, so that a tag finds a place where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from annotator.ui.text.page import Line

_FLAGS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
)


def ink(line: Line) -> list[QRectF]:
    """The boxes of a line's letters, in its block's pixels."""
    boxes = []
    for run in line.qt.glyphRuns(-1, -1, _FLAGS):
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = font.boundingRect(glyph)
            if not box.isEmpty():
                boxes.append(box.translated(place))
    return boxes


def free(boxes: Sequence[QRectF], box: QRectF) -> bool:
    """Whether `box` covers no letter."""
    return not any(box.intersects(letter) for letter in boxes)
