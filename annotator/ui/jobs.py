"""Long work: beside the window where it only thinks, behind a progress bar with Cancel where it holds the project."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QProgressBar

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

Result = TypeVar("Result")

_EVERY = 0.04  # seconds between two looks at the screen and at Cancel
_PATIENCE = 0.3  # seconds of work before the dialog shows: what is short should not flash
_STEPS = 1000


class ProgressDialog(Dialog):
    """How far, at what, and Cancel. It is the `progress` that operations call, and ends them by `cancelled`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.cancelled = False
        self._begun = self._last = time.monotonic()
        self.body.addWidget(label(title, "strong", wrap=True))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.name = label(role="small")
        self.body.addWidget(self.bar)
        self.body.addWidget(self.name)
        self.stop = self.add_button(self.tr("Cancel"), self.reject)

    def __call__(self, done: float, name: str) -> None:
        """Show how far it is, 0 to 1 (or negative: nobody knows); raises `cancelled` when the person asked for it."""
        if self.cancelled:
            raise AnnotatorError("cancelled")
        now = time.monotonic()
        if now - self._last < _EVERY:
            return
        self._last = now
        if not self.isVisible() and now - self._begun > _PATIENCE:
            self.show()
        self.bar.setRange(0, 0 if done < 0 else _STEPS)
        self.bar.setValue(round(max(done, 0.0) * _STEPS))
        self.name.setText(isolate(name))
        QCoreApplication.processEvents()

    def reject(self) -> None:
        """Cancel, Escape, or the window's cross: the work ends at its next step, and then nothing was done."""
        self.cancelled = True
        self.stop.setEnabled(False)


def hold(title: str, window: QWidget, work: Callable[[ProgressDialog], Result]) -> Result:
    """Do work that needs the project's own thread, while nothing else can be done; what it raises comes through."""
    dialog = ProgressDialog(title, window)
    try:
        return work(dialog)
    finally:
        dialog.hide()
        dialog.deleteLater()


class Aside(QObject):
    """Work in another thread that touches nothing of the window's; `done` or `failed` come back in this one."""

    done = Signal(object)
    failed = Signal(object)

    def start(self, work: Callable[[], Any]) -> None:
        """Begin; call `wait` before what it works on goes away."""
        self._work = _Work(self, work)
        QThreadPool.globalInstance().start(self._work)

    @staticmethod
    def wait() -> None:
        """Until everything begun is done."""
        QThreadPool.globalInstance().waitForDone()


class _Work(QRunnable):
    def __init__(self, told: Aside, work: Callable[[], Any]) -> None:
        super().__init__()
        self._told, self._do = told, work

    def run(self) -> None:
        """In the other thread."""
        try:
            result = self._do()
        except Exception as error:  # noqa: BLE001  (told where it can be shown)
            self._told.failed.emit(error)
        else:
            self._told.done.emit(result)
