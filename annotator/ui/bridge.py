"""The project as the window sees it: actions go in, one signal per change comes out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.operations import history

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.changes import Change
    from annotator.store.project import Project

Result = TypeVar("Result")

log = logging.getLogger(__name__)


class Bridge(QObject):
    """The only way from a widget to the project. Reading, building and committing an action are one step here.

    Widgets ask `do(operation, *args)` and change only when they hear `changed`; undo, a merge and the command line
    repaint by the same road.
    """

    changed = Signal(object)  # a committed Change
    saved = Signal(object)  # the same Change, told after COMMIT returned: the status bar says "saved" on this alone
    closing = Signal()  # the project is about to be let go of: nothing may be read of it later
    failed = Signal(object)  # an exception: AnnotatorError with its sentence, anything else is a bug

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.closed_by: AnnotatorError | None = None  # why nothing can be done at the moment
        project.journal.listeners.append(self._heard)

    def do(self, operation: Callable[..., Change], /, *args: Any, **options: Any) -> Change | None:
        """Build the operation's change and commit it; what went wrong is told by `failed`, and then None comes back."""
        return self._try(lambda: self.project.journal.commit(operation(self.project, *args, **options)))

    def undo(self) -> Change | None:
        """Take back my last action on this copy."""
        return self._try(lambda: history.undo(self.project))

    def redo(self) -> Change | None:
        """Do again what I last took back."""
        return self._try(lambda: history.redo(self.project))

    def jump(self, change_id: str) -> int | None:
        """Go to the moment after this action; how many steps it took."""
        return self._try(lambda: history.jump(self.project, change_id))

    def take_back(self, change_id: str) -> Change | None:
        """Undo one action of the past, leaving what came later."""
        return self._try(lambda: self.project.journal.take_back(change_id))

    def close(self) -> None:
        """Seal the project and let go of it."""
        self.closing.emit()
        self.project.journal.listeners.clear()
        self.project.close()

    def _try(self, action: Callable[[], Result]) -> Result | None:
        if self.closed_by is not None:
            self.failed.emit(self.closed_by)
            return None
        try:
            return action()
        except AnnotatorError as error:
            log.info("refused %s", error.key)
            self.failed.emit(error)
        except Exception as error:
            log.exception("a bug in an action")
            self.failed.emit(error)
        return None

    def _heard(self, change: Change) -> None:
        self.saved.emit(change)
        self.changed.emit(change)
