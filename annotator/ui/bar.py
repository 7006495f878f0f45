"""The toolbar: the project and whether all is saved, then the few things one does all day, then the three modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.messages import isolate
from annotator.ui.widgets.buttons import ActionButton
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from annotator.ui.menus import Menus
    from annotator.ui.theme import Theme

BUTTONS = ("undo", "find", "anything", "export")
MODES = ("mode_code", "mode_codebook", "mode_review")


class Bar(QFrame):
    """The project's name, whether all is saved, and at most eight controls."""

    def __init__(self, menus: Menus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._menus, self._theme, self._state = menus, theme, ""
        self.title = label(role="strong")
        self.saved = label(role="muted")
        self._buttons = {name: ActionButton(menus[name], self) for name in BUTTONS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addSpacing(8)
        layout.addWidget(self.saved)
        layout.addStretch(1)
        for made in self._buttons.values():
            layout.addWidget(made)
        layout.addSpacing(6)
        layout.addWidget(self._segments())
        self.retheme()

    def _segment(self, action: QAction) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("role", "segment")
        made.setDefaultAction(action)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _segments(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "segments")
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(1)
        self.segments = [self._segment(self._menus[name]) for name in MODES]
        for made in self.segments:
            layout.addWidget(made)
        return frame

    def show_project(self, title: str) -> None:
        """Whose project this is; "" when none is open."""
        self.title.setText(isolate(title) if title else "")
        self.say("")

    def say(self, state: str) -> None:
        """How the work is: saved, saving, read_only, failed, or "" for no project."""
        self._state = state
        words = {
            "saved": self.tr("All changes saved") + " ✓",
            "saving": self.tr("Saving…"),
            "read_only": self.tr("Read only"),
            "failed": self.tr("The last action was not done"),
        }
        self.saved.setText(words.get(state, ""))
        if (role := "danger" if state == "failed" else "muted") != self.saved.property("role"):
            self.saved.setProperty("role", role)
            self.saved.style().polish(self.saved)

    def retheme(self) -> None:
        """Icons in the colours of now."""
        for name, made in self._buttons.items():
            made.setIcon(self._theme.icon(self._menus.action(name).icon, directional=name == "undo"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and its direction."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self.say(self._state)
            self.retheme()
        super().changeEvent(event)
