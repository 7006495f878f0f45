"""Keep applying one label: everything that is selected gets it at once, until Escape; a bar at the foot says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.drawing import chip
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.core.changes import Change
    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_MORE = Qt.KeyboardModifier.ControlModifier  # held, another piece is to follow


class Brush(QFrame):
    """Watches the page: the mouse's button or the Shift key let go means that the selection is done."""

    def __init__(self, desk: Desk, theme: Theme, coding: Coding) -> None:
        super().__init__(coding)
        self.setProperty("role", "notice")
        self._desk, self._coding = desk, coding
        self.label = ""
        self._chip = _Chip(theme, self)
        self.words = label("", "strong")
        self.end_it = button("", "quiet", pressed=self.end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 10, 4)
        layout.setSpacing(8)
        for widget in (self._chip, self.words):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.end_it)
        coding.foot.addWidget(self)
        self.hide()
        desk.bridge.changed.connect(self._heard)
        desk.language_changed.connect(self._follow)
        desk.mode_changed.connect(self.end)

    def begin(self, name: str) -> None:
        """Apply this label from now on; to what is selected already, at once."""
        surface = self._coding.surface
        if not self.label:
            for watched in (surface, surface.viewport()):
                watched.installEventFilter(self)
        self.label = name
        self._follow()
        self.show()
        surface.setFocus()
        self._apply()

    def end(self, *_: object) -> None:
        """Apply nothing more by itself."""
        if self.label:
            surface, self.label = self._coding.surface, ""
            for watched in (surface, surface.viewport()):
                watched.removeEventFilter(self)
            self.hide()
            surface.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape ends it; a selection that is done is coded after the page has seen the event."""
        del watched
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.end()
            return True
        if self._is_done(event):
            QTimer.singleShot(0, self, self._apply)
        return False

    @staticmethod
    def _is_done(event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            return event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _MORE
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat()
        return False

    def _apply(self) -> None:
        if self.label and (fragments := self._coding.surface.fragments()):
            self._coding.code(self.label, fragments)

    def _heard(self, change: Change) -> None:
        if change.touches("label"):
            self._follow()

    def _follow(self, *_: object) -> None:
        found = self._coding.marking.labels.get(self.label)
        if found is None or found.retired:
            self.end()
            return
        name = isolate(self._coding.marking.name(self.label))
        self.words.setText(self.tr("Whatever you select becomes: %1").replace("%1", name))
        self.end_it.setText(self.tr("End (Esc)"))
        self._chip.show_look(found.hue, found.pattern)


class _Chip(QWidget):
    """The label's hue and pattern."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = (0, 0)
        self.setFixedSize(18, 18)

    def show_look(self, hue: int, pattern: int) -> None:
        """Another label's."""
        self._look = (hue, pattern)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        chip(QPainter(self), self.rect(), self._theme.label_colours(self._look[0]), self._look[1])
