"""Shows what went wrong: one sentence where a person can act, a report to copy where the program is at fault."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from annotator.ui.dialogs.report import ReportDialog


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
            from annotator.ui.dialogs.report import ReportDialog, report  # noqa: PLC0415  (rarely needed)

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
        from annotator import logs  # noqa: PLC0415

        logs.trouble(error)
        QTimer.singleShot(0, self, lambda: self.show(error))

    def _closed(self) -> None:
        self._open = None
