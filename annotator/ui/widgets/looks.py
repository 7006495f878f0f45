"""How a label looks, chosen by eye: a hue from a ring of swatches, a pattern, and a preview on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.ui import colours
from annotator.ui.widgets.drawing import CHIP, chip, focus_ring
from annotator.ui.widgets.fields import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent

    from annotator.ui.theme import Theme

_STEP = 15  # degrees between two swatches
_COUNT = 360 // _STEP
_SIDE, _GAP, _ACROSS = 22, 6, 12
_PATTERNS = 4


class HueField(Field):
    """One of 24 hues; arrows walk through them, and a hue between two swatches is shown as the nearest."""

    def __init__(self, theme: Theme) -> None:
        self.swatches = _Swatches(theme)
        super().__init__(self.swatches)
        self.swatches.chosen.connect(self.committed.emit)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Any) -> None:
        """Show the hue (0..359)."""
        self.swatches.hue = int(value)
        self.swatches.update()


class PatternField(Field):
    """Full, dashed, dotted or double."""

    def __init__(self, theme: Theme, hue: int, names: list[str]) -> None:
        holder = QWidget()
        super().__init__(holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons = [_PatternButton(theme, hue, pattern) for pattern in range(_PATTERNS)]
        for button, name in zip(self.buttons, names, strict=True):
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _, button=button: self.committed.emit(button.pattern))
            row.addWidget(button)
        self.setFocusProxy(self.buttons[0])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Any) -> None:
        """Show the pattern (0..3)."""
        for button in self.buttons:
            button.setChecked(button.pattern == value)


class LookPreview(QWidget):
    """Words of the article under the label's tint and line, its name beside them, and the contrast it is read with."""

    def __init__(self, theme: Theme, hue: int, name: str, words: str) -> None:
        super().__init__()
        self._theme, self._hue, self._name, self._words = theme, hue, name, words
        self.contrast = _contrast(theme.label_colours(hue).text, theme.colour("paper"))
        self.setFixedHeight(46)
        self.setAccessibleName(f"{name}, {QLocale().toString(self.contrast, 'f', 1)} : 1")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words in the middle, the name at the end, the ratio at the start."""
        del event
        look = self._theme.label_colours(self._hue)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(self._theme.text_font(19))
        width = painter.fontMetrics().horizontalAdvance(self._words)
        box = QRect((self.width() - width) // 2 - 3, 7, width + 6, 30)
        painter.fillRect(box, look.fill)
        painter.fillRect(box.x(), box.bottom() - 1, box.width(), 2, look.edge)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.setPen(look.text)
        painter.setFont(self._theme.font(-2))
        inner = self.rect().adjusted(12, 0, -12, 0)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | centre), self._name)
        painter.setPen(self._theme.colour("muted"))
        ratio = f"\u2066{QLocale().toString(self.contrast, 'f', 1)} : {QLocale().toString(1)}\u2069"
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | centre), ratio)


class _Swatches(QWidget):
    """Two rows of hues as this theme shows them."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.hue = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        rows = _COUNT // _ACROSS
        self.setFixedSize(QSize(_ACROSS * (_SIDE + _GAP) - _GAP + 6, rows * (_SIDE + _GAP) - _GAP + 6))

    @property
    def _at(self) -> int:
        return round(self.hue / _STEP) % _COUNT

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every hue; a ring around the chosen one."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(_COUNT):
            box = self._box(number)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.label_colours(number * _STEP).edge)
            painter.drawRoundedRect(box, 5, 5)
            if number == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("ink"), 2))
                painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 6, 6)
        if self.hasFocus():
            focus_ring(painter, self.rect(), self._theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the hue under the pointer."""
        for number in range(_COUNT):
            if self._box(number).contains(event.position().toPoint()):
                self.chosen.emit(number * _STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next hue, in the direction in which they point."""
        forth = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: forth,
            Qt.Key.Key_Left: -forth,
            Qt.Key.Key_Down: _ACROSS,
            Qt.Key.Key_Up: -_ACROSS,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit((self._at + step) % _COUNT * _STEP)

    def _box(self, number: int) -> QRect:
        row, column = divmod(number, _ACROSS)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            column = _ACROSS - 1 - column
        return QRect(3 + column * (_SIDE + _GAP), 3 + row * (_SIDE + _GAP), _SIDE, _SIDE)


class _PatternButton(QToolButton):
    """A chip to press."""

    def __init__(self, theme: Theme, hue: int, pattern: int) -> None:
        super().__init__()
        self._theme, self._hue, self.pattern = theme, hue, pattern
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "quiet")
        self.setFixedSize(34, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the chip on it."""
        super().paintEvent(event)
        area = QRect(0, 0, CHIP + 4, CHIP + 4)
        area.moveCenter(self.rect().center())
        chip(QPainter(self), area, self._theme.label_colours(self._hue), self.pattern)


def _contrast(one: QColor, other: QColor) -> float:
    return colours.contrast(colours.parse(one.name()), colours.parse(other.name()))
