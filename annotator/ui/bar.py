"""The toolbar: the project and whether all is saved, then the few things one does all day, then the three modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.messages import isolate
from annotator.ui.widgets.buttons import ActionButton
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from annotator.ui.menus import Menus
    from annotator.ui.theme import Theme

BUTTONS = ("undo", "find", "anything", "export")
MODES = ("mode_code", "mode_codebook", "mode_review")


class Bar(QFrame):
    """The project's name, whether all is saved, and at most eight controls."""

    def __init__(self, menus: Menus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._menus, self._theme, self._state, self._name = menus, theme, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title = label(role="strong")
        self.saved = label(role="muted")
        self._buttons = {name: ActionButton(menus[name], self) for name in BUTTONS}
        self._row = layout = QHBoxLayout(self)
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
        made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
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
        self._name = title
        self.say("")
        self._fit()

    def say(self, state: str) -> None:
        """How the work is: saved, saving, read_only, failed, or "" for no project."""
        self._state = state
        self.saved.setText(self._states().get(state, ""))
        if (role := "danger" if state == "failed" else "muted") != self.saved.property("role"):
            self.saved.setProperty("role", role)
            self.saved.style().polish(self.saved)

    def _states(self) -> dict[str, str]:
        return {
            "saved": self.tr("All changes saved") + " ✓",
            "saving": self.tr("Saving…"),
            "read_only": self.tr("Read only"),
            "failed": self.tr("The last action was not done"),
        }

    def _fit(self) -> None:
        """Where there is not room for all, the buttons are icons alone; then the project's name is cut."""
        self.title.setText(isolate(self._name) if self._name else "")
        self.title.setToolTip(self._name)
        widest = max(map(self.saved.fontMetrics().horizontalAdvance, self._states().values()))
        room_for_state = widest - self.saved.sizeHint().width()
        for worded in (True, False):
            for made in self._buttons.values():
                made.show_words(on=worded)
            missing = self._row.sizeHint().width() + room_for_state - self.width()
            if missing <= 0:
                return
        room = max(0, self.title.sizeHint().width() - missing)
        self.title.setText(isolate(self.title.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def retheme(self) -> None:
        """Icons in the colours of now."""
        for name, made in self._buttons.items():
            made.setIcon(self._theme.icon(self._menus.action(name).icon, directional=name == "undo"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and its direction."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self.say(self._state)
            self.retheme()
            self._fit()
        super().changeEvent(event)
