"""The parts of a word as chips beside it: وبالرئيس is و ب ال رئيس, and one key says where the inner head begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame

from annotator.ui import keys
from annotator.ui.text.names import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent

    from annotator.ui.text.surface import Surface

_PAD, _GAP, _AROUND = 10, 4, 6  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class WordParts(QFrame):
    """A row of chips over the page, in reading order, never over its word; Escape or leaving it closes.

    A chip stands for the rest of the word from it on. Arrows walk, Enter, Space, a click or its digit chooses.
    """

    chosen = Signal(int, int, bool)  # the range (code points); True with Shift: the word stays whole, this is its head
    taken_away = Signal()  # Delete: no inner head

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.viewport())
        self._surface = surface
        self._pieces: list[tuple[int, int]] = []
        self._boxes: list[QRect] = []
        self._rtl = True
        self.hint = ""
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def open(self, pieces: Sequence[tuple[int, int]], at: int, hint: str) -> None:
        """Show the pieces (code points of the article, in text order) of a word, the current one `at`."""
        self._pieces, self.at, self.hint = list(pieces), at, hint
        view = self._surface.view
        start, end = pieces[0][0], pieces[-1][1]
        self._surface.reveal(start, end)
        line = view.page.block_at(start).line_at(start)
        self._rtl = line.block.rtl
        self._lay_out()
        edges = line.edges(start, end) or [(0.0, 0.0)]
        x0, x1 = view.measures.column_x + edges[0][0], view.measures.column_x + edges[-1][1]
        top = view.y(line)
        self._place(round(x1) - self.width() if self._rtl else round(x0), top, top + view.measures.pitch)
        self.setAccessibleName(hint)
        self.show()
        self.raise_()
        self.setFocus()
        self._tell()

    def _place(self, x: int, top: int, bottom: int) -> None:
        """Under the word's line, else over it."""
        room = self._surface.viewport().rect()
        y = bottom if bottom + self.height() <= room.height() else top - self.height()
        self.move(QPoint(min(max(x, 0), max(room.width() - self.width(), 0)), y))

    def _lay_out(self) -> None:
        letters, small = QFontMetricsF(self._letters()), QFontMetricsF(self._surface.view.small)
        high = round(letters.height() + small.height()) + 2
        widths = [max(round(letters.horizontalAdvance(self._word(piece))) + 2 * _PAD, 26) for piece in self._pieces]
        row = sum(widths) + _GAP * (len(widths) - 1)
        whole = max(row, round(small.horizontalAdvance(self.hint))) + 2 * _AROUND
        self.resize(QSize(whole, high + round(small.height()) + 2 * _AROUND + 3))
        x, self._boxes = whole - _AROUND if self._rtl else _AROUND, []
        for width in widths:
            self._boxes.append(QRect(x - width if self._rtl else x, _AROUND, width, high))
            x += (-1 if self._rtl else 1) * (width + _GAP)

    def _letters(self) -> QFont:
        return self._surface.view.page.font

    def _word(self, piece: tuple[int, int]) -> str:
        return self._surface.text.body[slice(*piece)]

    def _tell(self) -> None:
        start, end = self._pieces[self.at][0], self._pieces[-1][1]
        self._surface.announce(f"{self._surface.text.body[start:end]}. {self.hint}")

    # -- choosing

    def shut(self) -> None:
        """Close it and give the keys back."""
        self.hide()
        self._surface.setFocus()

    def _choose(self, at: int, *, outer: bool) -> None:
        self.shut()
        self.chosen.emit(self._pieces[at][0], self._pieces[-1][1], outer)

    def _walk(self, step: int) -> None:
        self.at = min(max(self.at + step, 0), len(self._pieces) - 1)
        self.update()
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Its keys are its own while it is open, not the page's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not event.modifiers() & keys.COMMANDS)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose, take away or close."""
        key, outer = event.key(), bool(event.modifiers() & _SHIFT)
        digit = keys.digit(event)
        if key == Qt.Key.Key_Escape:
            self.shut()
        elif key in _AWAY:
            self.shut()
            self.taken_away.emit()
        elif key in _ENTER:
            self._choose(self.at, outer=outer)
        elif key in _STEPS:
            self._walk(_STEPS[Qt.Key(key)] * (-1 if self._rtl else 1))
        elif digit and 1 <= int(digit) <= len(self._pieces):
            self._choose(int(digit) - 1, outer=outer)
        elif event.modifiers() & keys.COMMANDS:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        for at, box in enumerate(self._boxes):
            if box.contains(event.position().toPoint()):
                self._choose(at, outer=bool(event.modifiers() & _SHIFT))
                return

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left for something else, it closes."""
        super().focusOutEvent(event)
        self.hide()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips: what would be the head filled, each with its digit, the hint under them."""
        del event
        style, painter = self._surface.page_style, QPainter(self)
        painter.fillRect(self.rect(), style.paper)
        painter.setPen(QPen(style.selection_edge, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for at, (piece, box) in enumerate(zip(self._pieces, self._boxes, strict=True)):
            self._chip(painter, box, (self._word(piece), str(at + 1)), filled=at >= self.at)
        painter.setFont(self._surface.view.small)
        painter.setPen(style.faint)
        under = self.rect().adjusted(_AROUND, self._boxes[0].bottom() + 3, -_AROUND, -_AROUND + 2)
        painter.drawText(under, int(self._side() | Qt.AlignmentFlag.AlignVCenter), self.hint)
        painter.end()

    def _side(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _chip(self, painter: QPainter, box: QRect, words: tuple[str, str], *, filled: bool) -> None:
        style, small = self._surface.page_style, QFontMetricsF(self._surface.view.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.selection_edge if filled else style.rule, 1))
        painter.setBrush(style.selection_fill if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        word = QRect(box.left(), box.top(), box.width(), box.height() - round(small.height()))
        painter.setFont(self._letters())
        painter.setPen(style.ink)
        painter.drawText(word, int(Qt.AlignmentFlag.AlignCenter), isolated(words[0]))
        painter.setFont(self._surface.view.small)
        painter.setPen(style.faint)
        digit = box.adjusted(0, word.height() - 3, 0, -2)
        painter.drawText(digit, int(Qt.AlignmentFlag.AlignCenter), words[1])
