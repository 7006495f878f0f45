"""Characters without ink, shown on demand: what reorders, joins or splits words without being seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from annotator.ui.language import marked
from annotator.ui.text.style import mixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.ui.text.page import Line
    from annotator.ui.text.painter import Shown
    from annotator.ui.text.view import View

_TATWEEL = "\u0640"
_NAMES = {
    "\u00a0": ("NBSP", marked("Signs", "No-break space")),
    "\u00ad": ("SHY", marked("Signs", "Soft hyphen")),
    "\u034f": ("CGJ", marked("Signs", "Combining grapheme joiner")),
    "\u061c": ("ALM", marked("Signs", "Arabic letter mark")),
    _TATWEEL: ("TATWEEL", marked("Signs", "Tatweel (kashida): a stretched joint")),
    "\u200b": ("ZWSP", marked("Signs", "Zero-width space")),
    "\u200c": ("ZWNJ", marked("Signs", "Zero-width non-joiner (half-space)")),
    "\u200d": ("ZWJ", marked("Signs", "Zero-width joiner")),
    "\u200e": ("LRM", marked("Signs", "Left-to-right mark")),
    "\u200f": ("RLM", marked("Signs", "Right-to-left mark")),
    "\u202a": ("LRE", marked("Signs", "Left-to-right embedding begins")),
    "\u202b": ("RLE", marked("Signs", "Right-to-left embedding begins")),
    "\u202c": ("PDF", marked("Signs", "Embedding or override ends")),
    "\u202d": ("LRO", marked("Signs", "Left-to-right override begins")),
    "\u202e": ("RLO", marked("Signs", "Right-to-left override begins")),
    "\u202f": ("NNBSP", marked("Signs", "Narrow no-break space")),
    "\u2060": ("WJ", marked("Signs", "Word joiner")),
    "\u2066": ("LRI", marked("Signs", "Left-to-right isolate begins")),
    "\u2067": ("RLI", marked("Signs", "Right-to-left isolate begins")),
    "\u2068": ("FSI", marked("Signs", "First-strong isolate begins")),
    "\u2069": ("PDI", marked("Signs", "Isolate ends")),
    "\ufeff": ("BOM", marked("Signs", "Byte order mark inside the text")),
}
_UNSEEN = re.compile(f"{_TATWEEL}+|[{''.join(set(_NAMES) - {_TATWEEL})}]")
_SMALLEST, _APART, _PAD = 11, 2.0, 2.0  # pixels
_FAR = 12.0  # pixels that a badge may stand beside its place before it joins its neighbour's


class Sign(NamedTuple):
    """A character without ink, or a run of tatweel; `x` in pixels from the column's left edge."""

    x: float
    name: str  # the usual short one
    words: str  # the full one in English


class Badge(NamedTuple):
    """The box of one or more names over a line, in pixels of the opening, and the signs in it in text order."""

    box: QRectF
    signs: list[Sign]


def signs(line: Line) -> list[Sign]:
    """The characters without ink on a line, in text order."""
    block = line.block
    body = block.body[line.start - block.start : line.end - block.start]
    found = []
    for unseen in _UNSEEN.finditer(body):
        name, words = _NAMES[unseen[0][0]]
        x0, x1 = line.caret_x(line.start + unseen.start()), line.caret_x(line.start + unseen.end())
        stretched = unseen[0][0] == _TATWEEL
        times = f"×{len(unseen[0])}" if len(unseen[0]) > 1 else ""
        found.append(Sign((x0 + x1) / 2 if stretched else x0, name + times, words))
    return found


def _label(signs_here: Iterable[Sign], *, rtl: bool) -> str:
    """The names side by side as the line reads."""
    names = [sign.name for sign in signs_here]
    return " ".join(reversed(names) if rtl else names)


def _from_the_left(found: Sequence[Sign], *, rtl: bool) -> list[Sign]:
    return sorted(reversed(found) if rtl else found, key=lambda sign: sign.x)


class Signs:
    """A badge with its short name over every character without ink, in the leading, and its place in the line."""

    def badges(self, shown: Shown, view: View) -> list[Badge]:
        """The badges of a line, none over another."""
        font = self._font(view)
        metrics, rtl = QFontMetricsF(font), shown.line.block.rtl
        height = metrics.capHeight() + 2 * _PAD
        bottom = shown.y + view.measures.tint_top + 1
        found: list[Badge] = []
        for sign in _from_the_left(signs(shown.line), rtl=rtl):
            width = metrics.horizontalAdvance(sign.name) + 2 * _PAD
            left = view.measures.column_x + sign.x - width / 2
            after = found[-1].box.right() + _APART if found else left
            if after - left > _FAR:
                found[-1] = self._joined(found[-1], sign, metrics, rtl=rtl)
            else:
                found.append(Badge(QRectF(max(left, after), bottom - height, width, height), [sign]))
        return found

    @staticmethod
    def _joined(badge: Badge, sign: Sign, metrics: QFontMetricsF, *, rtl: bool) -> Badge:
        together = [sign, *badge.signs] if rtl else [*badge.signs, sign]
        box = QRectF(badge.box)
        box.setWidth(metrics.horizontalAdvance(_label(together, rtl=rtl)) + 2 * _PAD)
        return Badge(box, together)

    @staticmethod
    def _font(view: View) -> QFont:
        font = QFont(view.small)
        font.setPixelSize(max(_SMALLEST, round(view.measures.em * 0.5)))
        return font

    def paint(self, painter: QPainter, lines: Sequence[Shown], view: View) -> None:
        """Paint the badges of these lines."""
        style, measures = view.painter.style, view.measures
        ground, thin = mixed(style.paper, style.accent, 0.16), mixed(style.paper, style.accent, 0.7)
        painter.setFont(self._font(view))
        for shown in lines:
            for box, here in self.badges(shown, view):
                painter.setPen(QPen(thin, 1))
                for sign in here:
                    x = measures.column_x + sign.x
                    painter.drawLine(QLineF(x, box.bottom(), x, shown.y + measures.lanes[0] - 1))
                painter.fillRect(box, ground)
                painter.setPen(style.accent)
                base = QPointF(box.left() + _PAD, box.bottom() - _PAD)
                painter.drawText(base, _label(here, rtl=shown.line.block.rtl))

    def hint(self, point: QPointF, view: View) -> str:
        """The names, in the interface's language, of the signs whose badge is under a point."""
        shown = view.line_near(point.y())
        near = [each for each in view.near_screen() if abs(each.y - shown.y) <= view.measures.pitch * 2]
        for line in near:
            for box, here in self.badges(line, view):
                if box.contains(point):
                    return "\n".join(f"{sign.name}: {_said(sign.words)}" for sign in here)
        return ""


def _said(words: str) -> str:
    return QCoreApplication.translate("Signs", words)
