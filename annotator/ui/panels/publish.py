"""Publishing a version of the codebook: one question, its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.operations import codebook as operations
from annotator.store import codebook
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.ui.desk import Desk


class PublishDialog(QDialog):
    """Asks for the name of the new version, offering the next number."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Publish a version"))
        self.name = QLineEdit(next_name([v.name for v in codebook.versions(desk.bridge.project.db)]))
        self.name.setAccessibleName(self.tr("Name of the version"))
        self.name.selectAll()
        said = self.tr("A version keeps the codebook as it is now. What is coded from now on names this version.")
        sentence = label(said, "muted", wrap=True)
        self.publish = button(self.tr("Publish"), "primary", pressed=self.accept)
        self.publish.setDefault(True)
        cancel = button(self.tr("Cancel"), pressed=self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.publish)
        buttons.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(sentence)
        layout.addWidget(label(self.tr("Name of the version"), "heading"))
        layout.addWidget(self.name)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        self.setMinimumWidth(380)

    def accept(self) -> None:
        """Publish; the dialog stays if that was refused."""
        if self._desk.bridge.do(operations.publish, self.name.text()) is not None:
            super().accept()


def next_name(names: list[str]) -> str:
    """The newest name with its last number one higher; "1.0" for the first version."""
    if not names:
        return "1.0"
    found = re.search(r"(\d+)(\D*)$", names[-1])
    if found is None:
        return f"{names[-1]} 2"
    return f"{names[-1][: found.start()]}{int(found[1]) + 1}{found[2]}"
