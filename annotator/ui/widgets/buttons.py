"""Buttons in one of the roles that the style sheet knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent

    from annotator.ui.theme import Theme


def button(
    words: str, role: str = "", *, pressed: Callable[[], object] | None = None, parent: QWidget | None = None
) -> QPushButton:
    """A push button that does `pressed`; roles: primary, quiet, chip, link."""
    made = QPushButton(words, parent)
    if role:
        made.setProperty("role", role)
    made.setAutoDefault(False)
    if pressed is not None:
        made.clicked.connect(lambda _checked=False: pressed())
    return made


def tool(theme: Theme, icon: str, words: str, pressed: Callable[[], object], *, enabled: bool) -> QToolButton:
    """A quiet button of an icon alone, whose words are told when somebody points at it; the keyboard reaches it."""
    made = QToolButton()
    made.setProperty("role", "quiet")
    made.setIcon(theme.icon(icon, colour="muted"))
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setEnabled(enabled)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _: pressed())
    return made


class Words(QPushButton):
    """A link whose words are cut where there is no room for all of them; Enter follows it."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(48, self.sizeHint().width()), super().minimumSizeHint().height())

    def shown(self) -> str:
        """What fits of the words."""
        missing = self.sizeHint().width() - self.width()
        if missing <= 0:
            return self.text()
        room = self.fontMetrics().horizontalAdvance(self.text()) - missing
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As a button, with what fits of the words."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown()
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class ActionButton(QPushButton):
    """A button for an action of the menus: enabled with it, called as it is called."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._worded = action, True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setIconSize(QSize(24, 18))
        self.clicked.connect(lambda _checked=False: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def show_words(self, *, on: bool) -> None:
        """With its words beside its icon, or the icon alone."""
        if on != self._worded:
            self._worded = on
            self._follow()

    def _follow(self) -> None:
        self.setText(self._action.iconText() if self._worded else "")
        self.setAccessibleName(self._action.iconText())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
