"""What figures are drawn on: distances from the start of the line, so that one drawing serves both directions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainterPath, QPen, QTextLayout, QTextOption

from annotator.ui import theme as themes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.theme import Theme

Side = Literal["start", "middle", "end"]
WIDTH = 720.0  # of every figure, in its own units: pixels at the usual size
_LINE = 1.55  # of a font's size, from line to line
_DIAMOND = 4.2


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by token, the colour of a label's hue, and whether one reads from right to left."""

    colour: Callable[[str], QColor]
    hue: Callable[[int], QColor]
    rtl: bool


def of_theme(theme: Theme, *, rtl: bool) -> Look:
    """As the window looks now."""
    return Look(theme.colour, lambda hue: theme.label_colours(hue).edge, rtl)


def of_paper(*, rtl: bool) -> Look:
    """Black on white, whatever the window looks like."""
    tokens = {**themes.tokens("light")["colours"], "paper": "#ffffff", "ink": "#000000"}
    return Look(lambda token: QColor(tokens[token]), lambda hue: themes.label_colours("light", hue).edge, rtl)


class Canvas:
    """A painter `width` wide. With `outlined` words are drawn as shapes, which need no font where they are seen."""

    def __init__(self, painter: QPainter, look: Look, *, width: float = WIDTH, outlined: bool = False) -> None:
        self.look, self.width = look, width
        self._painter, self._outlined = painter, outlined

    def _x(self, at: float) -> float:
        return self.width - at if self.look.rtl else at

    # -- shapes

    def line(self, x0: float, y0: float, x1: float, y1: float, pen: QPen) -> None:
        """From place to place."""
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(self._x(x0), y0), QPointF(self._x(x1), y1))

    def pen(self, token: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
        """A pen in a colour of the look."""
        made = QPen(self.look.colour(token), width)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            made.setDashPattern([4, 3])
        return made

    def dot(self, x: float, y: float, colour: QColor, radius: float = 4.2) -> None:
        """A full circle round a place."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawEllipse(QPointF(self._x(x), y), radius, radius)

    def diamond(self, x: float, y: float) -> None:
        """An empty lozenge round a place."""
        path, middle = QPainterPath(), self._x(x)
        corners = ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))
        path.moveTo(middle + corners[-1][0], y + corners[-1][1])
        for across, down in corners:
            path.lineTo(middle + across, y + down)
        self._painter.setPen(self.pen("muted", 1.2))
        self._painter.setBrush(self.look.colour("paper"))
        self._painter.drawPath(path)

    def box(self, x: float, y: float, width: float, height: float, colour: QColor) -> None:
        """A full rectangle that begins at a place."""
        at = self.width - x - width if self.look.rtl else x
        self._painter.fillRect(QRectF(at, y, width, height), colour)

    # -- words

    def words(  # noqa: PLR0913  (what, where, how)
        self,
        words: str,
        x: float,
        y: float,
        *,
        size: int = 12,
        side: Side = "start",
        ink: str = "ink",
        strong: bool = False,
        room: float = 0,
    ) -> float:
        """One line whose middle is at the height `y`, its `side` at `x`; cut to fit `room`. How wide it is."""
        (layout,) = laid(words, font(size, strong=strong), rtl=self.look.rtl, room=room, wrap=False)
        line = layout.lineAt(0)
        wide = line.naturalTextWidth()
        before = {"start": 0.0, "middle": wide / 2, "end": wide}[side]
        at = QPointF(self._x(x - before) - (wide if self.look.rtl else 0), y - line.height() / 2)
        self._draw(layout, at, self.look.colour(ink))
        return wide

    def paragraph(self, words: str, x: float, y: float, room: float, *, size: int = 11, ink: str = "muted") -> float:
        """Lines as wide as `room` from `y` down; where the next ones begin."""
        for layout in laid(words, font(size), rtl=self.look.rtl, room=room, wrap=True):
            line = layout.lineAt(0)
            at = self._x(x) - (line.naturalTextWidth() if self.look.rtl else 0)
            self._draw(layout, QPointF(at, y), self.look.colour(ink))
            y += size * _LINE
        return y

    def upward(self, words: str, x: float, y: float, room: float, *, size: int = 11) -> None:
        """A line that runs upward from `y`, its middle at `x`."""
        (layout,) = laid(words, font(size), rtl=self.look.rtl, room=room, wrap=False)
        line = layout.lineAt(0)
        self._painter.save()
        self._painter.translate(self._x(x), y)
        self._painter.rotate(-90)
        self._draw(layout, QPointF(0, -line.height() / 2), self.look.colour("ink"))
        self._painter.restore()

    def _draw(self, layout: QTextLayout, at: QPointF, colour: QColor) -> None:
        if not self._outlined:
            self._painter.setPen(colour)
            layout.draw(self._painter, at)
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for run in layout.glyphRuns():
            raw = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                path.addPath(raw.pathForGlyph(glyph).translated(place + at))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPath(path)


def font(size: int, *, strong: bool = False) -> QFont:
    """The interface's font, at a size in the figure's units."""
    themes.load_font(themes.INTERFACE)
    made = QFont(themes.INTERFACE)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def lines(words: str, room: float, *, size: int = 11) -> float:
    """How high a paragraph will be."""
    return len(laid(words, font(size), rtl=False, room=room, wrap=True)) * size * _LINE


def laid(words: str, of: QFont, *, rtl: bool, room: float, wrap: bool) -> Sequence[QTextLayout]:
    """Lines, each in a layout of its own that begins at its origin; unless `wrap` one, cut where it does not fit."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    if not wrap:
        return [_line(_cut(words, of, room) if room else words, of, option)]
    whole = QTextLayout(words, of)
    whole.setTextOption(option)
    whole.beginLayout()
    ends = []
    while (line := whole.createLine()).isValid():
        line.setLineWidth(room)
        ends.append((line.textStart(), line.textStart() + line.textLength()))
    whole.endLayout()
    units = words.encode("utf-16-le")
    parts = (units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip() for start, end in ends)
    return [_line(part, of, option) for part in parts]


def _line(words: str, of: QFont, option: QTextOption) -> QTextLayout:
    layout = QTextLayout(words, of)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e5)
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _cut(words: str, of: QFont, room: float) -> str:
    return QFontMetricsF(of).elidedText(words, Qt.TextElideMode.ElideRight, room)
