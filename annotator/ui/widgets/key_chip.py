"""A choice that is always in sight, with the key that chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotator.messages import isolate
from annotator.ui.widgets.drawing import Line, focus_ring, key_cap, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.ui.theme import Theme

_HEIGHT, _AROUND, _GAP, _CAP, _NARROWEST = 28, 9, 7, 20, 34  # pixels


class KeyChip(QAbstractButton):
    """A round button; `cap` is what its key says, "" where it has none or its words are the key."""

    def __init__(self, theme: Theme, name: str, cap: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.cap = cap
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(isolate(name))
        self.setToolTip(isolate(name))

    def nextCheckState(self) -> None:
        """It is what the project holds that ticks it, not the click."""

    def sizeHint(self) -> QSize:
        """Its words, and the cap before them."""
        width = QFontMetrics(self._theme.font()).horizontalAdvance(self.text()) + 2 * _AROUND
        return QSize(max(_NARROWEST, width + self._cap_width() + (_GAP if self.cap else 0) + 2), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(72, self.sizeHint().width()), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the cap, the words."""
        del event
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        on, usable = self.isChecked(), self.isEnabled()
        hover = usable and self.underMouse()
        painter.setPen(QPen(theme.colour("accent" if on else "line_strong" if hover else "line"), 1.5 if on else 1))
        painter.setBrush(theme.colour("chosen" if on else "hover" if hover else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme)
        around = _AROUND if self.cap else 2
        line = Line(self.rect().adjusted(around, 0, -around, 0), self.layoutDirection())
        if self.cap:
            key_cap(painter, line.start(self._cap_width(), _GAP), self.cap, theme)
        ink = "on_chosen" if on else "ink" if usable else "faint"
        self._words(painter, line.area, ink)

    def _words(self, painter: QPainter, area: QRect, ink: str) -> None:
        font, colour = self._theme.font(), self._theme.colour(ink)
        if self.cap:
            words(painter, area, self.text(), colour, font=font)
        else:
            painter.setFont(font)
            painter.setPen(colour)
            cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), isolate(cut))

    def _cap_width(self) -> int:
        if not self.cap:
            return 0
        return max(_CAP, QFontMetrics(self._theme.font(-3)).horizontalAdvance(self.cap) + 10)
