"""Choices that look like words at the end of a row until they are pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy, QToolButton, QWidget

from annotator.ui.widgets.drawing import Line, focus_ring, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from annotator.ui.theme import Theme

_SIGN = 12  # pixels of the sign that there are others


class Combo(QComboBox):
    """The wheel scrolls the panel and never changes a value."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let it pass."""
        event.ignore()


class QuietCombo(Combo):
    """A choice that looks like words at the end of a row until it is pointed at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """One line and room for the ring."""
        return QSize(120, QFontMetrics(self.font()).height() + 8)

    def minimumSizeHint(self) -> QSize:
        """As small as a panel can be."""
        return QSize(60, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Repaint under the pointer."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is chosen."""
        del event
        _paint(self, self._theme, self.currentText(), quiet=self.currentData() is None)


class QuietMenu(QToolButton):
    """A button that looks as such a choice does, and opens a menu; `quiet` while nothing is ticked in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.quiet = True
        self.from_start = False  # whether its words begin where the line does, as in a form
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line and room for the ring."""
        return QSize(120, QFontMetrics(self.font()).height() + 8)

    def minimumSizeHint(self) -> QSize:
        """As small as a panel can be."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is ticked."""
        del event
        _paint(self, self._theme, self.text(), quiet=self.quiet, from_start=self.from_start)


def _paint(widget: QWidget, theme: Theme, text: str, *, quiet: bool, from_start: bool = False) -> None:
    """Words at the end of the row (or from its start), and a sign that there are others."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(widget.layoutDirection())
    area = widget.rect()
    if widget.underMouse() and widget.isEnabled():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(area, 6, 6)
    if widget.hasFocus():
        focus_ring(painter, area, theme)
    line = Line(area.adjusted(6, 0, -6, 0), widget.layoutDirection())
    if widget.isEnabled():
        sign = line.end(_SIGN, 4)
        painter.drawPixmap(
            sign.x(), sign.center().y() - 5, theme.icon("chevron-down", colour="muted").pixmap(_SIGN, _SIGN)
        )
    colour = theme.colour("muted" if quiet or not widget.isEnabled() else "ink")
    words(painter, line.area, text, colour, end=not from_start, font=theme.font())
