"""A quote in its context, set as the article is: the context quiet, the quote in a heavier hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.offsets import Offsets, shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.ui.theme import Theme

_PIXELS = 17
_SPACING = 1.45


class Quote(QWidget):
    """A read-only picture of `before`, `quote` and `after`; its height follows from its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QTextLayout()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_quote(self, before: str, quote: str, after: str, *, rtl: bool) -> None:
        """Show other words; `rtl` is the direction of the paragraph that they stand in."""
        whole = shown(before + quote + after)
        offsets = Offsets(whole)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)  # of the page
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(whole, self._theme.text_font(_PIXELS))
        self._layout.setTextOption(option)
        start, end = offsets.to_utf16(len(before)), offsets.to_utf16(len(before) + len(quote))
        self._layout.setFormats([self._quiet(0, start), self._heavy(start, end), self._quiet(end, offsets.length)])
        self.setAccessibleName(quote)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._wrap(width)

    def sizeHint(self) -> QSize:
        """As a panel is wide."""
        return QSize(240, self._wrap(max(self.width(), 160)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        del event
        self._wrap(self.width())
        painter = QPainter(self)
        painter.setPen(self._theme.colour("ink"))
        self._layout.draw(painter, QPointF(0, 0))

    def _wrap(self, width: int) -> int:
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += _PIXELS * _SPACING + 4
        self._layout.endLayout()
        return int(y) + 6

    def _quiet(self, start: int, end: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("muted"))
        return _range(start, end, look)

    def _heavy(self, start: int, end: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("ink"))
        look.setFontWeight(QFont.Weight.Bold)
        return _range(start, end, look)


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, look
    return made
