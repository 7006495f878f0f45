"""The window of conflicts: labels at the start, their cases in the middle, the definition at the end."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QListView, QScrollArea, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.operations import clinic
from annotator.store import codebook
from annotator.ui import jobs
from annotator.ui.clinic.amending import Amending
from annotator.ui.clinic.cases import Cases
from annotator.ui.clinic.rows import DisputeRow, DisputesModel
from annotator.ui.dialogs.base import Dialog
from annotator.ui.models.named import Named
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Annotation
    from annotator.operations.clinic import Clinic
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_SIZE, _LIST, _END = QSize(1240, 740), 300, 330  # pixels
_QUICK = 0.4  # seconds: so fast it is read again by itself whenever something was coded or settled,
_PAUSE = 250  # milliseconds after the last of it
_CODED = ("annotation", "value", "coding", "decision", "article", "round", "coder")
_BOOK = ("label", "codebook", "project")


class ClinicWindow(Dialog):
    """Stays open beside the text and follows what is done."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=1040)
        self.setProperty("of_project", True)  # closed with it
        self.setWindowTitle(self.tr("Conflicts in the codebook"))
        self._desk, self._theme = desk, theme
        self._named = Named(desk)
        self._found: Clinic | None = None
        self._took = 0.0
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self.read_again)
        self.model = DisputesModel(self._named)
        self.list = QListView()
        self.rounds = QComboBox()
        self.again = button(self.tr("Compare again"), "link", pressed=self.read_again)
        self.heading = on_side(label("", "heading", wrap=True))
        self.cases = Cases(desk, theme, self._named)
        self.amending = Amending(desk)
        self.which = QComboBox()  # of a pair, whose definition is shown
        self.nothing = Empty("")
        self._lay_out()
        self._connect()
        self.resize(_SIZE)
        self._fill_rounds()
        self.read_again()

    # -- how it stands

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addLayout(self._start_side())
        columns.addLayout(self._middle(), 1)
        columns.addWidget(self._end_side())
        self._columns = QWidget()
        self._columns.setLayout(columns)
        columns.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._columns, 1)
        self.body.addWidget(self.nothing, 1)
        self.add_button(self.tr("Close"), self.close)

    def _start_side(self) -> QVBoxLayout:
        self.list.setModel(self.model)
        self.list.setItemDelegate(DisputeRow(self._theme, self.model))
        self.list.setProperty("role", "rows")
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What is argued over"))
        self.list.setFixedWidth(_LIST)
        self.rounds.setAccessibleName(self.tr("Round"))
        self.rounds.setFixedWidth(_LIST)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.rounds)
        column.addWidget(self.list, 1)
        legend = self.tr("The bar is all cases; its coloured part those not settled yet.")
        hint = on_side(label(legend, "small", wrap=True))
        hint.setFixedWidth(_LIST)
        column.addWidget(hint)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        self.again.hide()
        return column

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.cases, 1)
        return column

    def _end_side(self) -> QWidget:
        inside = QScrollArea(widgetResizable=True)
        inside.setFrameShape(QFrame.Shape.NoFrame)
        inside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setWidget(self.amending)
        self.which.setAccessibleName(self.tr("Label whose definition is shown"))
        end = QWidget()
        end.setFixedWidth(_END)
        column = QVBoxLayout(end)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.which)
        column.addWidget(inside, 1)
        return end

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.rounds.activated.connect(lambda _row: self.read_again())
        self.which.activated.connect(lambda _row: self._show_label())
        self.cases.taken.connect(self.amending.take)
        self.cases.wanted.connect(self._reveal)
        self.amending.touched.wanted.connect(self._reveal)
        self._desk.bridge.changed.connect(self._heard)

    def _fill_rounds(self) -> None:
        chosen = self.rounds.currentData()
        self.rounds.clear()
        self.rounds.addItem(self.tr("All rounds"), "")
        for one in codebook.rounds(self._desk.bridge.project.db):
            self.rounds.addItem(isolate(one.id), one.id)
        self.rounds.setCurrentIndex(max(0, self.rounds.findData(chosen)))

    # -- what is shown

    def read_again(self) -> None:
        """Compare all that was coded, and stay at what was chosen."""
        self._soon.stop()
        chosen = self._chosen()
        project, round_id, begun = self._desk.bridge.project, str(self.rounds.currentData() or ""), monotonic()
        try:
            found = jobs.hold(
                self.tr("Comparing"),
                self,
                lambda progress: clinic.conflicts(project, round_id=round_id, tell=lambda done: progress(done, "")),
            )
        except AnnotatorError:  # cancelled: what was found before stays
            self.again.show()
            return
        self._took = monotonic() - begun
        self._found = found
        self.again.hide()
        self.model.show([(self.tr("Labels"), found.labels), (self.tr("Labels on the same words"), found.pairs)])
        self._columns.setVisible(bool(found.cases))
        self.nothing.setVisible(not found.cases)
        self.nothing.say(self.tr("Nothing is argued over here: no two coders differ in a segment that you may see."))
        row = self.model.row_of(chosen) if chosen else -1
        self.list.setCurrentIndex(self.model.index(max(row, 1 if found.labels else 0)))
        self._show()

    def choose(self, name: str) -> None:
        """Show a label, if it is argued over."""
        if (row := self.model.row_of([name])) >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _chosen(self) -> tuple[str, ...]:
        found = self.model.dispute(self.list.currentIndex().row())
        return found.labels if found else ()

    def _show(self) -> None:
        labels = self._chosen()
        if not labels or self._found is None:
            return
        cases = self._found.behind(labels)
        names = {coder.id: coder.name for coder in codebook.coders(self._desk.bridge.project.db)}
        said = self.tr("%Ln case(s)", "", len(cases))
        self.heading.setText(f"{self.model.name(labels)} · {said}")
        self.which.clear()
        for each in labels:
            self.which.addItem(isolate(self._named.label(each)), each)
        self.which.setVisible(len(labels) > 1)
        self._show_label()
        self.cases.show_cases(cases, names, addable=self.amending.addable)

    def _show_label(self) -> None:
        self.amending.show_label(str(self.which.currentData() or ""))

    def _heard(self, change: Change) -> None:
        if change.touches(*_BOOK):
            self._named.forget()
            self._show_label()
        if change.touches("round"):
            self._fill_rounds()
        if not change.touches(*_CODED):
            return
        if self.which.count():
            self.amending.touched.show_label(str(self.which.currentData()))
        if self._took < _QUICK:
            self._soon.start()
        else:
            self.again.show()

    # -- what is done

    def _reveal(self, article: str, span: Annotation) -> None:
        desk = self._desk
        desk.set_mode("code")
        desk.open_article(article)
        desk.focus_on(span.id)
        desk.reveal.emit(span.start, span.end)

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)
