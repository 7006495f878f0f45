"""Figures computed in another thread while the window stays alive; the last thing asked for is what comes back."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.ui.jobs import Aside

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[Callable[[float], None], Callable[[], bool]], Any]


class Computing(QObject):
    """`told` says how far it is (0 to 1), then one of `done`, `failed`, or `stopped` where the person wished it."""

    told = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._asides: list[Aside] = []  # each lives until its thread has spoken
        self.busy = False

    def start(self, work: Work) -> None:
        """Compute `work(tell, stop)`; what was being computed before is given up, and says no more."""
        self._stop.set()
        self._stop = stop = Event()
        aside = Aside(self)
        self._asides.append(aside)
        aside.done.connect(lambda found: self._end(aside, stop, found))
        aside.failed.connect(lambda error: self._end(aside, stop, error))
        self.busy = True
        aside.start(lambda: work(self._tell(stop), stop.is_set))

    def stop(self) -> None:
        """Give it up; `stopped` is told when the thread has heard it."""
        self._stop.set()

    def wait(self) -> None:
        """Give it up, say no more, and wait until nothing is computed, because the window closes."""
        self._stop.set()
        self._stop = Event()
        self.busy = False
        Aside.wait()

    def _tell(self, stop: Event) -> Callable[[float], None]:
        return lambda done: None if stop.is_set() else self.told.emit(done)

    def _end(self, aside: Aside, stop: Event, found: object) -> None:
        self._asides.remove(aside)
        aside.deleteLater()
        if stop is not self._stop:
            return
        self.busy = False
        if isinstance(found, AnnotatorError) and found.key == "cancelled":
            self.stopped.emit()
        elif isinstance(found, BaseException):
            self.failed.emit(found)
        else:
            self.done.emit(found)
