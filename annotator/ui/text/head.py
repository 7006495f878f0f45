"""The head of the page: headline, byline and the article's own codes, painted as part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from annotator.ui.offsets import shown
from annotator.ui.text.names import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from annotator.ui.text.measures import Measures
    from annotator.ui.text.style import PageStyle


_OUTER = 4  # pixels kept free at the window's edge


class Head:
    """What stands over the article; its height is 0 when there is nothing to say."""

    def __init__(self, title: str = "", byline: tuple[str, ...] = (), chips: tuple[str, ...] = ()) -> None:
        self.words = (title, byline, chips)
        self._title, self._byline, self._chips = self.words
        self._headline: QTextLayout | None = None
        self._boxes: list[tuple[QRectF, str]] = []
        self._facts: list[tuple[QRectF, str]] = []
        self.coders: tuple[str, ...] = ()
        self.bare = False  # the headline is drawn without vowel marks
        self.height = 0

    def set_form(self, measures: Measures, font: QFont, small: QFont) -> None:
        """Lay out for a page; `font` is the text's, `small` the one of the margins."""
        self._measures, self._small = measures, QFont(small)
        self._small.setPixelSize(round(small.pixelSize() * 1.08))
        em = measures.em
        y = em * 1.5
        self._headline = None
        if self._title:
            y = self._lay_headline(font, y) + em * 0.35
        metrics = QFontMetricsF(self._small)
        self._facts, y = _flow(self._byline, measures, metrics, y, pad=0.0)
        self._boxes, y = _flow(self._chips, measures, metrics, y + em * 0.3 * bool(self._facts), pad=em * 0.6)
        self.height = round(y + em * 0.5) if self._title or self._byline or self._chips else round(em * 0.8)
        if self.coders:
            self.height += self._height_of_names() + round(em * 0.4)

    def _height_of_names(self) -> int:
        bold = QFont(self._small)
        bold.setBold(True)
        if not self._measures.bands:
            return round(QFontMetricsF(self._small).height())
        return round(_flow(self.coders, self._measures, QFontMetricsF(bold), 0.0, pad=0.0)[1])

    def _lay_headline(self, font: QFont, top: float) -> float:
        large = QFont(font)
        large.setPixelSize(round(self._measures.em * 1.35))
        large.setBold(True)
        layout = QTextLayout(shown(self._words_of_title()), large)
        rtl = self._measures.rtl
        option = QTextOption(
            Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        )
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.beginLayout()
        y = top
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._measures.column)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        self._headline = layout
        return y

    def _words_of_title(self) -> str:
        if not self.bare:
            return self._title
        from annotator.ui.text.bare import without_vowels  # noqa: PLC0415  (few ask for it)

        return without_vowels(self._title)

    def chip_at(self, x: float, y: float) -> int:
        """Which of the chips lies at a place (pixels from the viewport's left edge and the head's top); -1 for none."""
        place = QPointF(x - self._measures.column_x, y)
        return next((at for at, (box, _) in enumerate(self._boxes) if box.contains(place)), -1)

    def paint(self, painter: QPainter, y: float, style: PageStyle) -> None:
        """Paint it with its top at `y`."""
        left = self._measures.column_x
        if self._headline:
            painter.setPen(style.ink)
            self._headline.draw(painter, QPointF(left, y))
        painter.setFont(self._small)
        self._words(painter, self._facts, y, style.faint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.rule, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box, _ in self._boxes:
            around = box.translated(left, y).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(around, box.height() / 2, box.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._words(painter, self._boxes, y, style.ink)

        self._coder_names(painter, y + self.height, style)

    def _coder_names(self, painter: QPainter, y: float, style: PageStyle) -> None:
        """In comparison: whose names stand in which margin, and where their lanes are; of three and more all names."""
        bold = QFont(self._small)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(style.ink)
        if self._measures.bands:
            top = y - self._height_of_names() - self._measures.em * 0.2
            boxes, _ = _flow(self.coders, self._measures, QFontMetricsF(bold), top, pad=0.0)
            self._words(painter, boxes, 0.0, style.ink)
            return
        metrics = QFontMetricsF(bold)
        for whole, start in zip(self.coders, (False, True), strict=False):
            sign = " ▔" if start else " ▁"
            room = (self._measures.start_margin if start else self._measures.end_margin) - self._measures.em - _OUTER
            words = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(sign))
            lane = f"{words}{sign}"
            width = metrics.horizontalAdvance(lane)
            x = self._measures.outward(self._measures.em, start=start)
            to_left = start != self._measures.rtl
            painter.drawText(QPointF(x - width if to_left else x, y - metrics.descent()), lane)

    def _words(self, painter: QPainter, places: Sequence[tuple[QRectF, str]], y: float, colour: QColor) -> None:
        painter.setPen(colour)
        for box, words in places:
            painter.drawText(
                box.translated(self._measures.column_x, y), int(Qt.AlignmentFlag.AlignCenter), isolated(words)
            )


def _flow(
    words: Sequence[str], measures: Measures, metrics: QFontMetricsF, y: float, *, pad: float
) -> tuple[list[tuple[QRectF, str]], float]:
    """Words side by side from the column's start, wrapped; returns their boxes and where they end."""
    boxes: list[tuple[QRectF, str]] = []
    height = metrics.height() + pad
    at = 0.0
    for whole in words:
        text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, measures.column - 2 * pad)
        width = metrics.horizontalAdvance(isolated(text)) + 2 * pad
        if at and at + width > measures.column:
            at, y = 0.0, y + height + measures.em * 0.25
        left = measures.column - at - width if measures.rtl else at
        boxes.append((QRectF(left, y, width, height), text))
        at += width + measures.em * (0.4 if pad else 1.0)
    return boxes, y + height if boxes else y
