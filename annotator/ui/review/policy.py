"""What the project's boundary policy would settle of the open article, said beside the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from annotator.operations import bulk
from annotator.ui.widgets.buttons import Words
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from annotator.ui.review.sitting import Sitting

_LATER = 700  # milliseconds after the last decision: nobody waits for this sentence


class Policy(Speaking):
    """One sentence and its button, there only while the policy would settle anything."""

    asked = Signal()

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._settles = 0
        self.sentence = label(role="small", wrap=True)
        self.button = Words("")
        self.button.clicked.connect(lambda _checked=False: self.asked.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.sentence)
        layout.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=_LATER)
        sitting.desk.bridge.closing.connect(self._timer.stop)
        self._timer.timeout.connect(self.count)
        sitting.read.connect(self._timer.start)
        self.retranslate()

    def count(self) -> None:
        """Count what the policy would settle now."""
        case, project = self._sitting.case, self._sitting.desk.bridge.project
        boundaries = any(found.kind == "boundary" for found in self._sitting.queue.open)
        self._settles = bulk.preview_by_boundary(project, [case]).count if case and boundaries else 0
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        opened = len(self._sitting.queue.open)
        words = self.tr("The boundary policy would settle %Ln", "", self._settles)
        among = self.tr("of %Ln open ones here.", "", opened)
        self.sentence.setText(f"{words} {among}")
        self.button.setText(self.tr("Look at them, here or in the round…"))
        self.setVisible(self._settles > 0)
