"""Shows what went wrong: one sentence where a person can act, a report to copy where the program is at fault."""

from __future__ import annotations

import logging
import platform
import sys
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator import logs
from annotator.core.errors import AnnotatorError
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """What a person may send: versions and where it happened, never a word of a text, a name or a path."""
    machine = f"Python {platform.python_version()}, PySide6 {qt_version}, {platform.system()} {platform.machine()}"
    return f"annotator\n{machine}\n{logs.describe(error)}\n"


class Trouble(QObject):
    """Where errors end: `sentence` for the calm bar, a dialog for a bug. The program goes on; the work is committed."""

    sentence = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: ReportDialog | None = None

    def show(self, error: BaseException) -> None:
        """Tell of an error in whichever way fits it."""
        if isinstance(error, AnnotatorError):
            self.sentence.emit(error)
        elif self._open is None:
            self._open = ReportDialog(report(error), self._window)
            self._open.finished.connect(self._closed)
            self._open.open()

    def catch_all(self) -> None:
        """Let what no code foresaw come here, from every slot; the program goes on."""
        sys.excepthook = self._unforeseen

    def _unforeseen(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logs.trouble(error)
        QTimer.singleShot(0, self, lambda: self.show(error))

    def _closed(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None


class ReportDialog(QDialog):
    """Says that it was the program's fault and that the work is safe; shows the report before it is copied."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setAccessibleName(self.tr("Report"))
        self.copy = button(self.tr("Copy the report"), pressed=self._copy)
        self.close_button = button(self.tr("Go on"), "primary", pressed=self.accept)
        words = self.tr(
            "This was the program’s mistake, not yours. Your work is safe: everything done before is saved. "
            "The report below holds no word of your texts; please send it to whoever looks after the program."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(words, wrap=True))
        layout.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        layout.addLayout(row)
        self.resize(560, 340)
        self.close_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
