"""A line of news with two drags over it: what the mouse is drawn over is underlined, what is taken stands tinted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core import boundary

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget as Parent

    from annotator.core.models import Boundary
    from annotator.ui.theme import Theme

SENTENCE = "وأشاد المراسل بـ«الحياة» وبالرئيس، ثم انصرف."
DRAGS = tuple((SENTENCE.index(words), SENTENCE.index(words) + len(words)) for words in ("«الحياة»", "الرئيس،"))
_PIXELS, _AIR = 22, 12


class EdgeExample(QWidget):
    """The sentence under a rule."""

    def __init__(self, theme: Theme, parent: Parent | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taken: tuple[tuple[int, int], ...] = ()
        self._layout = QTextLayout(SENTENCE, theme.text_font(_PIXELS))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(10_000)
        self._layout.endLayout()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_rule(self, rule: Boundary) -> None:
        """Show what a drag takes under this rule."""
        self._taken = tuple(boundary.fit(SENTENCE, *drag, rule) for drag in DRAGS)
        self.setAccessibleDescription(" · ".join(self.taken()))
        self.update()

    def taken(self) -> tuple[str, ...]:
        """The words that the drags take."""
        return tuple(SENTENCE[start:end] for start, end in self._taken)

    def sizeHint(self) -> QSize:
        """One line and air."""
        return QSize(int(self._line.naturalTextWidth()) + 2 * _AIR, int(self._line.height()) + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """The whole sentence."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tints, words, underlines."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.label_colours(212)
        corner = QPointF(self.width() / 2 - (self._line.cursorToX(0)[0] + self._end()) / 2, _AIR)  # type: ignore[index]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.strong)
        for start, end in self._taken:
            painter.drawRoundedRect(self._box(corner, start, end).adjusted(-1, 0, 1, 0), 4, 4)
        painter.setPen(self._theme.colour("ink"))
        self._layout.draw(painter, corner)
        painter.setPen(QPen(colours.edge, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for start, end in DRAGS:
            box = self._box(corner, start, end)
            painter.drawLine(box.bottomLeft() + QPointF(2, 2), box.bottomRight() + QPointF(-2, 2))

    def _box(self, corner: QPointF, start: int, end: int) -> QRectF:
        """Where a range stands: the sentence reads from right to left throughout."""
        xs = sorted(self._x(place) for place in (start, end))
        return QRectF(corner.x() + xs[0], corner.y(), xs[1] - xs[0], self._line.height())

    def _x(self, place: int) -> float:
        return float(self._line.cursorToX(place)[0])  # type: ignore[index]

    def _end(self) -> float:
        return self._x(len(SENTENCE))
