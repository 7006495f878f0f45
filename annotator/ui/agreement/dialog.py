"""The window on agreement: choose, and read the figures page by page; a number opens the cases behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QMenu

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.review import report
from annotator.ui import jobs
from annotator.ui.agreement import asked as asking
from annotator.ui.agreement.choices import Choices
from annotator.ui.agreement.computing import Computing
from annotator.ui.agreement.lines import Column
from annotator.ui.agreement.pages import Pages
from annotator.ui.agreement.saving import Saving
from annotator.ui.agreement.shown import Shown
from annotator.ui.agreement.state_line import StateLine
from annotator.ui.dialogs.base import Dialog
from annotator.ui.models.named import Named

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from annotator.core.changes import Change
    from annotator.review.cases import CaseBehind
    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered
    from annotator.review.report import Agreement
    from annotator.ui.agreement.asked import Asked
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_SIZE = QSize(1180, 800)
_PAUSE = 120  # milliseconds in which several choices are one
_READ = ("annotation", "value", "coding", "round", "codebook", "label", "variable", "coder")


class AgreementWindow(Dialog):
    """Stays open beside the text. Figures are computed aside; those of the last choice stay until others are there.

    `wanted` tells a case that should be shown in Review, and the work that it is of.
    """

    wanted = Signal(object, object)

    def __init__(self, desk: Desk, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=900)
        self.setProperty("of_project", True)  # closed with it
        self.setWindowTitle(self.tr("Agreement"))
        self._desk, self._home = desk, home
        self._named = Named(desk)
        self.shown: Shown | None = None
        self._asked: Asked | None = None  # what is computed, and what was read for it
        self._read: Gathered | None = None
        self.choices = Choices(desk, home)
        self.computing = Computing(self)
        self.state = StateLine(home.language, self.compute, self.computing.stop)
        self.pages = Pages(home.theme, self._read_rounds)
        self.saving = Saving(self, desk.bridge.project.path.parent)
        self._lay_out()
        self._connect()
        self.resize(_SIZE)
        self.compute()

    def _lay_out(self) -> None:
        self.body.addWidget(self.choices)
        self.body.addWidget(self.state)
        self.body.addWidget(self.pages, 1)
        self.save = self.add_button(self.tr("Save as…"), lambda: None)
        self.save.setMenu(QMenu(self.save))
        self.add_button(self.tr("Close"), self.close)

    def _connect(self) -> None:
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self.compute)
        self.choices.changed.connect(self._soon.start)
        self.computing.told.connect(self.state.tell)
        self.computing.done.connect(self._show)
        self.computing.failed.connect(self._fail)
        self.computing.stopped.connect(lambda: self.state.say_idle(self.tr("Compute")))
        self.pages.table.table.held.connect(self._hold)
        self.pages.wanted.connect(self._want)
        self.save.menu().aboutToShow.connect(self._offer)
        self.saving.failed.connect(lambda error: self.say(self._home.language.say(error)))
        self.saving.said.connect(self._say_saved)
        self._desk.bridge.changed.connect(self._heard)

    # -- computing

    def compute(self) -> None:
        """Read what is chosen, on this thread, and compute its figures aside."""
        self._soon.stop()
        self.say("")
        project, asked = self._desk.bridge.project, self.choices.asked
        try:
            found = jobs.hold(
                self.tr("Reading the round"),
                self,
                lambda progress: asking.read(project, asked, lambda done: progress(done, "")),
            )
        except AnnotatorError as error:
            self._refuse(error)
            return
        self._read, self._asked = found, asked
        self.state.say_computing()
        self.computing.start(lambda tell, stop: report.figures(found, tell, stop))

    def _read_rounds(self) -> list[Gathered]:
        if self._asked is None:
            return []
        asked = self._asked
        return jobs.hold(
            self.tr("Reading the rounds"),
            self,
            lambda _progress: asking.read_rounds(self._desk.bridge.project, asked),
        )

    def _refuse(self, error: AnnotatorError) -> None:
        """There is nothing to show of this choice."""
        self.computing.stop()
        self.state.say_idle(self.tr("Compute") if error.key == "cancelled" else "")
        if error.key != "cancelled":
            self.shown = self._read = None
            self.save.setEnabled(False)
            self.state.clear()
            self.pages.show_nothing(self._why_nothing(error))

    def _why_nothing(self, error: AnnotatorError) -> str:
        there, asked = self.choices.coders, self.choices.asked
        if not there:
            return self.tr("Nobody has coded in this round yet. With two coders’ work, the figures stand here.")
        if len(there) == 1 and not asked.against:
            return self.tr(
                "Only one coder has coded in this round. With a second one’s work, the figures stand here; "
                "or compare this coder with their own work in another round."
            )
        if len(asked.coders) < 2 and not asked.against:  # noqa: PLR2004
            return self.tr("Choose two coders or more.")
        return self._home.language.say(error)

    def _show(self, found: Agreement) -> None:
        if self._read is None:
            return
        looks = {label.id: (label.hue, label.pattern) for label in self._named.book.labels}
        self.shown = Shown(found, self._read, looks, self._desk.language)
        self.state.say_idle()
        self.state.show_facts(self._read)
        self.save.setEnabled(True)
        self.pages.show_all(self.shown)

    def _fail(self, error: BaseException) -> None:
        self.state.say_idle(self.tr("Compute"))
        self._desk.bridge.failed.emit(error)

    def _heard(self, change: Change) -> None:
        if not change.touches(*_READ):
            return
        self._named.forget()
        if self.shown is None or self.shown.found.provisional or change.touches("round"):
            self.choices.read_again()
            self.state.say_idle(self.tr("The work has changed: compute again"))

    # -- what is done with them

    def _hold(self, figure: Figure | None) -> None:
        if figure is not None:
            self.saving.column = Column(figure.name, figure.unit)

    def _offer(self) -> None:
        """What can be saved now."""
        course = self.pages.course
        self.saving.shown, self.saving.matrix = self.shown, self.pages.matrix.matrix
        self.saving.over = course.drawing
        self.saving.steps = tuple(course.steps.get(course.by.currentData(), ()))
        self.saving.fill(self.save.menu())

    def _say_saved(self, name: str) -> None:
        self.say("")
        self.state.say_passing(self.tr("Saved as %1").replace("%1", isolate(name)))

    def _want(self, case: CaseBehind) -> None:
        behind = self.pages.cases.behind
        if behind is not None:
            self.wanted.emit(case, behind.gathered)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is computed for a window that is gone."""
        self._soon.stop()
        self.computing.stop()
        self.pages.course.computing.wait()
        self.computing.wait()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)
