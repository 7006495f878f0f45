"""A card of rows: a name at one side, its value at the other, hairlines between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from annotator.ui.theme import Theme

_NARROWEST_VALUE = 96
_GAP = 10


class Rows(QFrame):
    """Raised on a panel; filled from the top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(0)

    def add(self, name: str, value: QWidget, *, mark: str = "") -> Row:
        """A row with a hairline over it, unless it is the first; `mark` stands behind the name."""
        row = Row(self._theme, name, value, mark=mark)
        row.first = self._layout.count() == 0
        self._layout.addWidget(row)
        return row

    def put(self, widget: QWidget) -> None:
        """Something as wide as the card."""
        self._layout.addWidget(widget)

    def is_empty(self) -> bool:
        """Whether nothing was added."""
        return self._layout.count() == 0


class Row(QWidget):
    """Name and value beside each other, or one under the other where they do not fit."""

    def __init__(self, theme: Theme, name: str, value: QWidget, *, mark: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.first = False
        self.name = label(f"{name} {mark}" if mark else name, "muted")
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.name.setToolTip(name)
        self.value = value
        self._stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 3, 0, 3)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._place(stacked=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the value under the name where there is no room beside it."""
        super().resizeEvent(event)
        fixed = self.value.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        needed = self.value.sizeHint().width() if fixed else _NARROWEST_VALUE
        self._place(stacked=self.name.sizeHint().width() + _GAP + needed > self.width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as its wider part, since one can go under the other."""
        widths = (self.name.minimumSizeHint().width(), self.value.minimumSizeHint().width())
        return QSize(max(widths), self._grid.minimumSize().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        del event
        if not self.first:
            QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.colour("line"))

    def _place(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        fixed = isinstance(self.value, QLabel) or (
            self.value.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        )
        for widget in (self.name, self.value):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.name, 0, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        place = (1, 0, 1, 2) if stacked else (0, 1, 1, 1)
        self._grid.addWidget(self.value, *place, end if fixed else Qt.AlignmentFlag(0))
        self._grid.setColumnStretch(1, 1)


def value(words: str) -> QLabel:
    """Words that can be copied and not changed, at the end of a row."""
    made = label(words, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
