"""Backups without asking: a look when a project is opened, every few minutes, and when it is closed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.store import backup
from annotator.ui.jobs import Aside

if TYPE_CHECKING:
    from annotator.store.project import Project

log = logging.getLogger(__name__)

_EVERY = 60_000  # milliseconds between two looks whether one is due
_SOON = 3_000  # after the opening, when the window has long been painted


class Backups(QObject):
    """Drawn here, verified in another thread. `kept` tells of a new one, `failed` of what stands in the way."""

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._aside = Aside(self)
        self._busy = False
        self._told = ""
        self._aside.done.connect(self._done)
        self._aside.failed.connect(self._refused)
        self._timers = [QTimer(self, interval=_SOON, singleShot=True), QTimer(self, interval=_EVERY)]
        for timer in self._timers:
            timer.timeout.connect(self.look)
            timer.start()

    def look(self) -> None:
        """Begin one if it is due."""
        if not self._busy and backup.due(self._project):
            self.begin()

    def begin(self) -> None:
        """Begin one now."""
        try:
            draft = backup.draw(self._project)
        except AnnotatorError as error:
            self._refused(error)
            return
        self._busy = True
        project = self._project
        self._aside.start(lambda: backup.keep(project, draft))

    def finish(self) -> None:
        """At the close: a last one if something was done since, and nothing left running."""
        for timer in self._timers:
            timer.stop()
        Aside.wait()
        if self._project.writable and backup.changed(self._project):
            try:
                backup.backup(self._project)
            except AnnotatorError as error:
                log.info("no backup at close: %s", error.key)

    def _done(self, kept: object) -> None:
        self._busy = False
        self._told = ""
        self.kept.emit(kept)

    def _refused(self, error: Exception) -> None:
        """Tell once of each kind of trouble: a full disk is no news every minute."""
        self._busy = False
        key = getattr(error, "key", type(error).__name__)
        if key != self._told:
            self._told = key
            self.failed.emit(error)
