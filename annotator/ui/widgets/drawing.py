"""What rows and cards are drawn with, in whichever direction the window reads: words, key-caps, a label's chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle

from annotator.messages import isolate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.ui.theme import LabelColours, Theme

CHIP = 14  # pixels, either way
TICK = 15
_ROUND = 7  # pixels: the corners of a row and of the ring round it
_ISOLATED = "\u2068"
_DASH, _GAP, _DOT = 3.2, 2.0, 2.6
DASHED, DOTTED, DOUBLE = 1, 2, 3


class Line:
    """A rectangle filled from both ends: `start` and `end` take a piece off the side where the window's lines do."""

    def __init__(self, area: QRect, direction: Qt.LayoutDirection) -> None:
        self.area = QRect(area)
        self.rtl = direction == Qt.LayoutDirection.RightToLeft

    def start(self, width: int, gap: int = 0) -> QRect:
        """A piece from the start of the line, and a gap behind it."""
        return self._take(width, gap, at_left=not self.rtl)

    def end(self, width: int, gap: int = 0) -> QRect:
        """A piece from the end of the line, and a gap before it."""
        return self._take(width, gap, at_left=self.rtl)

    def _take(self, width: int, gap: int, *, at_left: bool) -> QRect:
        area = self.area
        if at_left:
            self.area = area.adjusted(width + gap, 0, 0, 0)
            return QRect(area.left(), area.top(), width, area.height())
        self.area = area.adjusted(0, 0, -width - gap, 0)
        return QRect(area.right() - width + 1, area.top(), width, area.height())


def two_lines(theme: Theme) -> int:
    """The height of a line of the theme's font over a smaller one, in pixels, without air."""
    return QFontMetrics(theme.font()).height() + QFontMetrics(theme.font(-2)).height()


def words(
    painter: QPainter, area: QRect, text: str, colour: QColor, *, end: bool = False, font: QFont | None = None
) -> None:
    """One line of words, cut where they do not fit, and isolated unless its parts are already."""
    if font is not None:
        painter.setFont(font)
    painter.setPen(colour)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(area, flags, cut if _ISOLATED in cut else isolate(cut))


def cut_before(metrics: QFontMetrics, text: str, room: int) -> str:
    """The last whole words that fit into `room` pixels, with a sign where some are left out before them."""
    return _cut(metrics, text, room, keep=lambda words, gone: f"… {' '.join(words[gone:])}")


def cut_middle(metrics: QFontMetrics, text: str, room: int) -> str:
    """The first and the last whole words that fit into `room` pixels, with a sign for those between them."""

    def kept(words: list[str], gone: int) -> str:
        head = (len(words) - gone + 1) // 2
        return " ".join((*words[:head], "…", *words[head + gone :]))

    return _cut(metrics, text, room, keep=kept)


def _cut(metrics: QFontMetrics, text: str, room: int, *, keep: Callable[[list[str], int], str]) -> str:
    if metrics.horizontalAdvance(text) <= room:
        return text
    words = text.split()
    cuts = (keep(words, gone) for gone in range(1, len(words)))
    fitting = next((cut for cut in cuts if metrics.horizontalAdvance(cut) <= room), "")
    return fitting or metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)


def key_cap(painter: QPainter, area: QRect, key: str, theme: Theme) -> None:
    """A key as it is printed on the keyboard, in the middle of the area."""
    cap = QRectF(area.x() + 0.5, area.center().y() - 9.5, area.width() - 1, 19)
    painter.setPen(QPen(theme.colour("keycap_line"), 1))
    painter.setBrush(theme.colour("keycap"))
    painter.drawRoundedRect(cap, 4, 4)
    painter.setPen(theme.colour("muted"))
    painter.setFont(theme.font(-3))
    painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key.upper())


def chip(painter: QPainter, area: QRect, colours: LabelColours, pattern: int) -> None:
    """A label's hue with its lane pattern: full, dashed, dotted or double, so that colour alone tells nothing."""
    side = min(CHIP, area.width(), area.height())
    box = QRectF(area.center().x() - side / 2 + 0.5, area.center().y() - side / 2 + 0.5, side, side)
    shape = QPainterPath()
    shape.addRoundedRect(box, 3.5, 3.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.fillRect(box, colours.edge if not pattern else colours.strong)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.edge)
    if pattern == DASHED:
        _stripes(painter, box)
    elif pattern == DOTTED:
        _dots(painter, box)
    elif pattern == DOUBLE:
        painter.drawRect(QRectF(box.x(), box.y() + 1.5, box.width(), box.height() * 0.3))
        painter.drawRect(QRectF(box.x(), box.bottom() - 1.5 - box.height() * 0.3, box.width(), box.height() * 0.3))
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours.edge, 1.2))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
    painter.restore()


def chip_icon(theme: Theme, hue: int, pattern: int) -> QIcon:
    """A label's chip for a button."""
    pixmap = QPixmap(QSize(2 * CHIP, 2 * CHIP))
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    chip(painter, QRect(0, 0, CHIP, CHIP), theme.label_colours(hue), pattern)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # not tinted: its colour is what it says
    return icon


def tick_box(painter: QPainter, area: QRect, theme: Theme, state: Qt.CheckState) -> None:
    """A box to tick, in the middle of the area: empty, ticked, or with a bar where only some below it are."""
    box = QRectF(area.center().x() - TICK / 2 + 0.5, area.center().y() - TICK / 2 + 0.5, TICK, TICK)
    on = state != Qt.CheckState.Unchecked
    painter.setPen(QPen(theme.colour("accent" if on else "muted"), 1))
    painter.setBrush(theme.colour("accent" if on else "paper"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QPen(theme.colour("on_accent"), 1.8))
    middle = box.center()
    if state == Qt.CheckState.Checked:
        corners = [QPointF(middle.x() + x, middle.y() + y) for x, y in ((-3.6, 0.2), (-1, 2.8), (3.6, -2.8))]
        painter.drawPolyline(QPolygonF(corners))
    elif on:
        painter.drawLine(QPointF(middle.x() - 3.5, middle.y()), QPointF(middle.x() + 3.5, middle.y()))


def ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect, theme: Theme, *, chosen: bool) -> None:
    """What a row of a list stands on: the tint if it is chosen, a lighter one under the pointer; and the keyboard."""
    colour = "chosen" if chosen else "hover" if option.state & QStyle.StateFlag.State_MouseOver else ""
    if colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(colour))
        painter.drawRoundedRect(area, _ROUND, _ROUND)
    if option.state & QStyle.StateFlag.State_HasFocus:
        focus_ring(painter, area, theme)


def focus_ring(painter: QPainter, area: QRect, theme: Theme) -> None:
    """Where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), 1.6))
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def _stripes(painter: QPainter, box: QRectF) -> None:
    x = box.x() + 1.4
    while x < box.right():
        painter.drawRect(QRectF(x, box.y(), _DASH, box.height()))
        x += _DASH + _GAP


def _dots(painter: QPainter, box: QRectF) -> None:
    for row in (0.3, 0.7):
        for column in (0.3, 0.7):
            x, y = box.x() + box.width() * column, box.y() + box.height() * row
            painter.drawEllipse(QRectF(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT))
