"""Buttons that carry their key-cap, and rows that wrap where the panel is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QPushButton, QWidget

from annotator.ui.widgets.labels import keycap, label

if TYPE_CHECKING:
    from collections.abc import Callable


class KeyButton(QPushButton):
    """A push button with words and the key that presses it."""

    def __init__(self, key: str, pressed: Callable[[], object], *, chip: bool = False) -> None:
        super().__init__()
        self.words, self.cap = label(), keycap(key)
        self.setAccessibleDescription(key)
        for part in (self.words, self.cap):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("role", "chip" if chip else "take")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(11, 3, 8, 3)
        layout.setSpacing(7)
        layout.addWidget(self.words)
        layout.addWidget(self.cap)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked: pressed())

    def say(self, words: str) -> None:
        """The words on it, also for who cannot see them."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Words, cap and air."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as it wants to be."""
        return self.sizeHint()


class Flow(QLayout):
    """Widgets one after the other from the start side, on as many lines as they need."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        """One more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at this place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(area)
        self._lay(area, move=True)

    def sizeHint(self) -> QSize:
        """The widest one at least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest one, on a line of its own."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, area: QRect, *, move: bool) -> int:
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = y = row = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), item.sizeHint().height()))
            if x and x + size.width() > area.width():
                x, y, row = 0, y + row + self._gap, 0
            if move:
                at = area.width() - x - size.width() if rtl else x
                item.setGeometry(QRect(area.topLeft() + QPoint(at, y), size))
            x, row = x + size.width() + self._gap, max(row, size.height())
        return y + row


def flowing(*widgets: QWidget) -> QWidget:
    """These widgets in a row that wraps."""
    made, flow = QWidget(), Flow()
    made.setLayout(flow)
    for widget in widgets:
        flow.addWidget(widget)
    return made
