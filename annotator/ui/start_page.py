"""What the window shows when no project is open: why, if one was refused, and the ways to one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WIDTH = 520


class StartPage(Speaking):
    """Buttons for what the window can do without a project; `chosen` names an action, `recent` a project's path."""

    chosen = Signal(str)
    recent = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: tuple[str, ...] = ()
        self._offers: tuple[str, ...] = ()
        self._trouble: Callable[[], str] | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        frame = QFrame(self)
        frame.setMaximumWidth(_WIDTH)
        frame.setMinimumWidth(_WIDTH)
        frame.setLayout(self._column)
        outer.addWidget(frame)
        outer.addStretch(1)

    def show_ways(
        self, recent: Sequence[str], *, trouble: Callable[[], str] | None = None, offers: Sequence[str] = ()
    ) -> None:
        """`recent` are paths of projects; `trouble` says why one was refused, `offers` names actions that may help."""
        self._recent, self._trouble, self._offers = tuple(recent), trouble, tuple(offers)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """Why the last project was refused, "" if none was."""
        return self._trouble() if self._trouble is not None else ""

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _clear(self._column)
        self._column.addStretch(2)
        if self._trouble is not None:
            self._column.addWidget(self._refusal(self._trouble()))
        self._column.addWidget(label(self.tr("Open a project"), "title"))
        ways = QHBoxLayout()
        for action, words in self._ways().items():
            ways.addWidget(button(words, pressed=partial(self.chosen.emit, action)))
        ways.addStretch(1)
        self._column.addLayout(ways)
        if self._recent:
            self._column.addSpacing(12)
            self._column.addWidget(label(self.tr("Recent projects"), "heading"))
        for path in self._recent:
            made = button(isolate(Path(path).stem), "link", pressed=partial(self.recent.emit, path))
            made.setToolTip(isolate(path))
            self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(3)

    def _ways(self) -> dict[str, str]:
        return {
            "new_project": self.tr("New project…"),
            "open_project": self.tr("Choose a file…"),
            "open_sample": self.tr("Open the sample"),
        }

    def _refusal(self, sentence: str) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(label(self.tr("The project was not opened"), "strong"))
        words = label(sentence, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(words)
        row = QHBoxLayout()
        names = {"restore": self.tr("Restore a backup…"), "again": self.tr("Try again")}
        for role, offer in zip(("primary", "", ""), self._offers, strict=False):
            row.addWidget(button(names[offer], role, pressed=partial(self.chosen.emit, offer)))
        row.addStretch(1)
        inside.addLayout(row)
        card.setAccessibleName(sentence)
        return card


def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), (QVBoxLayout, QHBoxLayout)):
            _clear(inner)
