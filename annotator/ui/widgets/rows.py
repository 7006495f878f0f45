"""A card of rows: a name at one side, its value at the other, hairlines between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from annotator.ui.theme import Theme

_NARROWEST_VALUE = 96
_GAP = 10
_ITS_OWN_WIDTH = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)


class Rows(QFrame):
    """Raised on a panel; filled from the top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, name_width: int = 0) -> None:
        """With a `name_width` (pixels) the values stand in a column of their own, as in a form."""
        super().__init__(parent)
        self._theme = theme
        self._name_width = name_width
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(0)

    def add(self, name: str, value: QWidget, *, mark: str = "") -> Row:
        """A row with a hairline over it, unless it is the first; `mark` stands behind the name."""
        row = Row(self._theme, name, value, mark=mark, name_width=self._name_width)
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

    def __init__(self, theme: Theme, name: str, value: QWidget, *, mark: str = "", name_width: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._name_width = name_width
        self.first = False
        self.name = on_side(label(f"{name} {mark}" if mark else name, "muted"))
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.name.setToolTip(name)
        self.value = value
        self._stacked: bool | None = None
        self._broken = False  # whether the name itself goes on to a second line
        self._grid = QGridLayout(self)
        air = 6 if name_width else 3
        self._grid.setContentsMargins(0, air, 0, air)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._place(stacked=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the value under the name where there is no room beside it; a name longer than the line is broken."""
        super().resizeEvent(event)
        fixed = self.value.sizePolicy().horizontalPolicy() in _ITS_OWN_WIDTH
        needed = self.value.sizeHint().width() if fixed else _NARROWEST_VALUE
        on_one_line = self.name.fontMetrics().horizontalAdvance(self.name.text())
        beside = max(on_one_line, self._name_width)
        self._place(stacked=beside + _GAP + needed > self.width(), broken=on_one_line > self.width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as its value, since the name can go over it, and on to a second line."""
        widest = max(self.value.minimumSizeHint().width(), _NARROWEST_VALUE)
        return QSize(widest, self._grid.minimumSize().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        del event
        if not self.first:
            QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.colour("line"))

    def _place(self, *, stacked: bool, broken: bool = False) -> None:
        if (stacked, broken) == (self._stacked, self._broken):
            return
        self._stacked, self._broken = stacked, broken
        self.name.setWordWrap(broken)
        side = Qt.AlignmentFlag.AlignLeading if self._name_width else Qt.AlignmentFlag.AlignTrailing
        fixed = isinstance(self.value, QLabel) or self.value.sizePolicy().horizontalPolicy() in _ITS_OWN_WIDTH
        for widget in (self.name, self.value):
            self._grid.removeWidget(widget)
        start = Qt.AlignmentFlag(0) if broken else Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self.name, 0, 0, 1, 2 if stacked else 1, start)
        place = (1, 0, 1, 2) if stacked else (0, 1, 1, 1)
        self._grid.addWidget(self.value, *place, side | Qt.AlignmentFlag.AlignVCenter if fixed else Qt.AlignmentFlag(0))
        self._grid.setColumnMinimumWidth(0, 0 if stacked else self._name_width)
        self._grid.setColumnStretch(1, 1)


def value(words: str) -> QLabel:
    """Words that can be copied and not changed, at the end of a row."""
    made = on_side(label(words, wrap=True), end=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
