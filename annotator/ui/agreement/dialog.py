"""The window on agreement: choose, and read the figures page by page; a number opens the cases behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from annotator.core.errors import AnnotatorError
from annotator.review import report
from annotator.ui import jobs
from annotator.ui.agreement import asked as asking
from annotator.ui.agreement.choices import Choices
from annotator.ui.agreement.computing import Computing
from annotator.ui.agreement.state_line import StateLine
from annotator.ui.agreement.table_page import TablePage
from annotator.ui.dialogs.base import Dialog
from annotator.ui.models.named import Named
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.segments import segment, segments

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from annotator.core.changes import Change
    from annotator.review.report import Agreement
    from annotator.ui.agreement.asked import Read
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_SIZE = QSize(1180, 780)
_PAUSE = 120  # milliseconds in which several choices are one
_READ = ("annotation", "value", "coding", "round", "codebook", "label", "variable", "coder")


class AgreementWindow(Dialog):
    """Stays open beside the text. Figures are computed aside; those of the last choice stay until others are there."""

    def __init__(self, desk: Desk, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=900)
        self.setProperty("of_project", True)  # closed with it
        self.setWindowTitle(self.tr("Agreement"))
        self._desk, self._home = desk, home
        self._named = Named(desk)
        self.read: Read | None = None  # what the figures shown rest on
        self.found: Agreement | None = None
        self._next: Read | None = None
        self.choices = Choices(desk, home)
        self.computing = Computing(self)
        self.state = StateLine(home.language, self.compute, self.computing.stop)
        self.table = TablePage(home.theme)
        self.nothing = Empty("")
        self._lay_out()
        self._connect()
        self.resize(_SIZE)
        self.compute()

    def _lay_out(self) -> None:
        self._pages: dict[str, QWidget] = {"table": self.table}
        self.ways = {"table": segment(self.tr("Table"))}
        self.ways["table"].setChecked(True)
        self.stack = QStackedWidget()
        for page in (*self._pages.values(), self.nothing):
            self.stack.addWidget(page)
        row = QHBoxLayout()
        row.addWidget(segments(*self.ways.values()))
        row.addStretch(1)
        self.body.addWidget(self.choices)
        self.body.addWidget(self.state)
        self.body.addLayout(row)
        self.body.addWidget(self.stack, 1)
        self.add_button(self.tr("Close"), self.close)

    def _connect(self) -> None:
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self.compute)
        self.choices.changed.connect(self._soon.start)
        self.computing.told.connect(self.state.tell)
        self.computing.done.connect(self._show)
        self.computing.failed.connect(self._fail)
        self.computing.stopped.connect(lambda: self.state.say_idle(self.tr("Compute")))
        self._desk.bridge.changed.connect(self._heard)

    # -- computing

    def compute(self) -> None:
        """Read what is chosen, on this thread, and compute its figures aside."""
        self._soon.stop()
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
        self._next = found
        self.state.say_computing()
        self.computing.start(lambda tell, stop: report.figures(found.gathered, tell, stop))

    def _refuse(self, error: AnnotatorError) -> None:
        """There is nothing to show of this choice."""
        self.computing.stop()
        if error.key == "cancelled":
            self.state.say_idle(self.tr("Compute"))
            return
        self.read = self.found = None
        self.state.clear()
        self.state.say_idle()
        self.nothing.say(self._why_nothing(error))
        self.stack.setCurrentWidget(self.nothing)

    def _why_nothing(self, error: AnnotatorError) -> str:
        if not self.choices.coders:
            return self.tr("Nobody has coded in this round yet. With two coders’ work, the figures stand here.")
        if len(self.choices.coders) == 1 and not self.choices.asked.against:
            return self.tr(
                "Only one coder has coded in this round. With a second one’s work, the figures stand here; "
                "or compare this coder with their own work in another round."
            )
        if len(self.choices.asked.coders) < 2 and not self.choices.asked.against:  # noqa: PLR2004
            return self.tr("Choose two coders or more.")
        return self._home.language.say(error)

    def _show(self, found: Agreement) -> None:
        if self._next is None:
            return
        self.read, self.found = self._next, found
        self.state.say_idle()
        self.state.show_facts(self.read.gathered, self.read.withheld)
        looks = {label.id: (label.hue, label.pattern) for label in self._named.book.labels}
        self.table.show_figures(found, looks, self._desk.language)
        self._turn()

    def _fail(self, error: BaseException) -> None:
        self.state.say_idle(self.tr("Compute"))
        self._desk.bridge.failed.emit(error)

    def _heard(self, change: Change) -> None:
        if change.touches(*_READ):
            self._named.forget()
            if self.found is None or self.found.provisional or change.touches("round"):
                self.choices.read_again()
                self.state.say_idle(self.tr("The work has changed: compute again"))

    # -- pages

    def _turn(self) -> None:
        chosen = next(name for name, way in self.ways.items() if way.isChecked())
        self.stack.setCurrentWidget(self._pages[chosen] if self.found else self.nothing)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is computed for a window that is gone."""
        self.computing.wait()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)
