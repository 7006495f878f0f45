"""The foot of the coding form: what is still missing, each a click or Enter away, and the button that ends the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.menus import shown_keys
from annotator.ui.widgets.buttons import Words
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.operations.completeness import Missing

LISTED = 12  # a longer list helps nobody, and each is read
_ROWS = 4  # in sight at once
DONE = ("Ctrl+Shift+Return",)


class Foot(QWidget):
    """`chosen` tells which missing value was picked; `done` that the person is done."""

    chosen = Signal(object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "small", wrap=True)
        self.rows: list[QPushButton] = []
        self._list = QScrollArea(widgetResizable=True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keys = label("", "small", wrap=True)
        self.button = Words("")
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(lambda _checked=False: self.done.emit())
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self._list)
        column.addSpacing(4)
        column.addWidget(self.keys)
        column.addSpacing(4)
        column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.button.setText(self.tr("Done: on to the next"))
        self.button.setToolTip(shown_keys(DONE))
        self.keys.setText(self.tr("↑ ↓: up and down · Backspace: back · Delete: clear · Esc: close"))

    def show_missing(self, lacks: Sequence[tuple[Missing, str]], count: int, *, refused: bool = False) -> None:
        """List the first of so many that are missing, in words; `refused`: it was just tried to be done with."""
        self.heading.setProperty("role", "danger" if refused and lacks else "small")
        self.heading.style().polish(self.heading)
        self.heading.setText(self._told(count, refused=refused))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        for lack, words in lacks:
            row = Words(isolate(words))
            row.setToolTip(words)
            row.clicked.connect(lambda _checked=False, lack=lack: self.chosen.emit(lack))
            line = QHBoxLayout()
            line.addWidget(row)
            line.addStretch(1)
            column.addLayout(line)
            self.rows.append(row)
        column.addStretch(1)
        self._list.setWidget(page)
        height = self.rows[0].sizeHint().height() if self.rows else 0
        self._list.setFixedHeight(height * min(_ROWS, len(self.rows)))
        self._list.setVisible(bool(self.rows))

    def _told(self, count: int, *, refused: bool) -> str:
        if not count:
            return self.tr("Nothing required is missing.")
        said = self.tr("Not done yet. Required and missing: %1") if refused else self.tr("Required and missing: %1")
        return said.replace("%1", QLocale().toString(count))
