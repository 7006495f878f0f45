"""A report of the program's own mistake: shown before it is copied, without a word of a text, a name or a path."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from annotator import logs
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def report(error: BaseException) -> str:
    """What a person may send: versions and where it happened, never a word of a text, a name or a path."""
    machine = f"Python {platform.python_version()}, PySide6 {qt_version}, {platform.system()} {platform.machine()}"
    return f"annotator\n{machine}\n{logs.describe(error)}\n"


class ReportDialog(Dialog):
    """Says that it was the program's fault and that the work is safe."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=540)
        self.setWindowTitle(self.tr("Something went wrong"))
        words = self.tr(
            "This was the program’s mistake, not yours. Your work is safe: everything done before is saved. "
            "The report below holds no word of your texts; please send it to whoever looks after the program."
        )
        self.body.addWidget(label(words, wrap=True))
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setAccessibleName(self.tr("Report"))
        self.body.addWidget(self.text, 1)
        self.copy = self.add_button(self.tr("Copy the report"), self._copy)
        self.add_button(self.tr("Go on"), self.accept, default=True).setFocus()
        self.resize(560, 340)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
