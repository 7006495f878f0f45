"""Several actors chosen: which one they all are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.models.actors import counted
from annotator.ui.panels.form import at_start
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.models.actors import ActorLine


class MergePage(QWidget):
    """`merge` tells the id of the one to keep; the others become its aliases."""

    merge = Signal(str)

    def __init__(self, lines: Sequence[ActorLine], *, writable: bool) -> None:
        super().__init__()
        self._lines = lines
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(on_side(label(self.tr("%Ln actor(s) chosen", "", len(lines)), "title", wrap=True)))
        explained = self.tr(
            "If they are the same, merge them: everything that points to any of them points to the one you keep, "
            "and the other names become its aliases. It can be undone as one action."
        )
        column.addWidget(on_side(label(explained, "small", wrap=True)))
        column.addSpacing(10)
        column.addWidget(on_side(label(self.tr("Keep"), "heading")))
        self.group = QButtonGroup(self)
        best = max(range(len(lines)), key=lambda at: (lines[at].quoted + lines[at].talked, -at))
        for at, line in enumerate(lines):
            choice = QRadioButton(isolate(line.name))
            choice.setToolTip(counted(line))
            choice.setAccessibleDescription(counted(line))
            choice.setChecked(at == best)
            self.group.addButton(choice, at)
            column.addWidget(choice)
        column.addSpacing(8)
        self.button = button(self.tr("Merge"), "primary", pressed=self._merge)
        self.button.setEnabled(writable)
        column.addWidget(at_start(self.button))
        column.addStretch(1)

    def _merge(self) -> None:
        self.merge.emit(self._lines[self.group.checkedId()].actor.id)
