"""Where the parts of an article begin: small quiet words in the margin on the reading side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF

from annotator.ui.text.names import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.text.painter import Shown
    from annotator.ui.text.view import View

_OUT = 0.5  # of an em beside the column
_SMALLEST = 11
_EDGE = 2  # pixels to the edge of the page


class Parts:
    """The parts of the open article, each `(words, start, end)` in code points."""

    def __init__(self, parts: Sequence[tuple[str, int, int]]) -> None:
        self._parts = list(parts)

    def on(self, shown: Shown) -> str:
        """The words of the part that begins on a line, "" for none."""
        line = shown.line
        return next(
            (words for words, start, _ in self._parts if line.start <= start < max(line.end, line.start + 1)), ""
        )

    def paint(self, painter: QPainter, lines: Sequence[Shown], view: View) -> None:
        """Paint the words beside the first lines of parts, over the paragraph's number."""
        measures = view.measures
        if measures.comparing:
            return
        font = QFont(view.small)
        font.setPixelSize(max(_SMALLEST, measures.small - 1))
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(view.painter.style.faint)
        out = measures.em * _OUT
        margin = (measures.width - measures.start_x if measures.rtl else measures.start_x) - _EDGE
        for shown in lines:
            if words := self.on(shown):
                fitted, wide = isolated(words), metrics.horizontalAdvance(words)
                x = measures.outward(min(out, margin - wide), start=True)  # a narrow margin: over the first words
                left = x if measures.rtl else x - wide
                painter.drawText(QPointF(left, shown.y + measures.tint_top - 1), fitted)

    def hint(self, _point: QPointF, _view: View) -> str:
        """Nothing: the words say it."""
        return ""
