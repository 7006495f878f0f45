"""The page of a feedback package: what was changed, both codings on the text, the reason, and room for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QScrollArea, QSplitter, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.operations import feedback, sealed
from annotator.ui import jobs
from annotator.ui.feedback.card import CorrectionCard
from annotator.ui.feedback.rows import CorrectionRow, CorrectionsModel
from annotator.ui.feedback.thread import DecisionThread
from annotator.ui.keys import is_plain, physical
from annotator.ui.marking import byline
from annotator.ui.models.named import Named
from annotator.ui.text.marks import FIRST, SECOND, Mark
from annotator.ui.text.surface import Surface
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.meaning import Meaning
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent

    from annotator.core.models import Annotation
    from annotator.operations.feedback import Corrected, Feedback
    from annotator.review.feedback import Correction
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_GREY = 210


class _List(QListView):
    """Letters are the page's keys, not a search in the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits to the page."""
        if is_plain(event) and physical(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FeedbackPage(Speaking):
    """Read-only but for notes. Keys: N and P go on and back, R begins an answer; the list is walked by its arrows."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._named = Named(desk)
        self._told: Feedback | None = None
        self._article = ""
        self.model = CorrectionsModel(self._named, desk.language)
        self.list = _List()
        self.whole = button("", "chip", pressed=self._show_whole)
        self.whole.setCheckable(True)
        self.summary = on_side(label("", "small", wrap=True))
        self.surface = Surface()
        self.answers = DecisionThread(desk, theme)
        self.meaning = Meaning(desk)
        self.card = QWidget()
        self.nothing = Empty("")
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- how it stands

    def _lay_out(self) -> None:
        table = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self._start(), 0), (self.surface, 1), (self._end(), 0)):
            table.addWidget(widget)
            table.setStretchFactor(table.indexOf(widget), stretch)
        self.surface.setMinimumWidth(300)  # below it lines are of two words
        table.setChildrenCollapsible(False)
        table.setSizes([300, 780, 330])
        self._table = table
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(table)
        row.addWidget(self.nothing)

    def _start(self) -> QWidget:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CorrectionRow(self._theme, self.model))
        self.list.setProperty("role", "rows")
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        start = QWidget()
        start.setMinimumWidth(200)
        column = QVBoxLayout(start)
        column.setContentsMargins(10, 12, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.list, 1)
        return start

    def _end(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(13, 14, 13, 14)
        self._column.setSpacing(16)
        self._column.addWidget(self.card)
        self._column.addWidget(self.answers)
        self._column.addWidget(self.meaning)
        self._column.addStretch(1)
        end = QScrollArea()
        end.setFrameShape(QFrame.Shape.NoFrame)
        end.setWidgetResizable(True)
        end.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        end.setWidget(inside)
        end.setMinimumWidth(258)
        return end

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.surface.focused.connect(self._hold_mark)
        self._theme.changed.connect(self._restyle)
        self._desk.decision_wanted.connect(self._hold_decision)
        self._desk.language_changed.connect(lambda _language: self.retranslate())
        self._restyle()

    # -- what is shown

    def read(self) -> None:
        """Read the package once; what is in it does not change but for notes, which are read where they stand."""
        found = sealed.of(self._desk.bridge.project)
        if found is None or self._told is not None:
            return
        made, project = found.handover, self._desk.bridge.project
        try:
            self._told = jobs.hold(
                self.tr("Reading the feedback"),
                self,
                lambda progress: feedback.feedback(
                    project, made.coder, round_id=made.round, tell=lambda done: progress(done, "")
                ),
            )
        except AnnotatorError as error:
            self._desk.bridge.failed.emit(error)
        self.model.show(self._told.articles if self._told else ())
        self.list.setCurrentIndex(self.model.index(self.model.beside(-1, 1)))
        self._say()

    def _show(self) -> None:
        """The correction in hand, on its text."""
        row = self.model.row(self.list.currentIndex().row())
        if self._told is None or row is None:
            return
        one, found = row
        if one.article.id != self._article:
            self._article = one.article.id
            self.surface.set_comparison((self._told.coder.name, self.tr("Settled")))
            self.surface.show_article(
                one.text, one.article.direction, title=one.article.title, byline=byline(one.article)
            )
            self.surface.state.fixed = True
        self._show_marks(one)
        self._put_card(found, one)
        self.answers.show_decision(found.decision.id if found and found.decision else "")
        span = found.span if found else None
        self.surface.focus_mark(span.id if span else "")
        if span is not None:
            self.surface.reveal(span.start, span.end)

    def _show_marks(self, one: Corrected) -> None:
        """Both codings of what was changed; what stayed once, where it is asked for."""
        self.surface.set_marks(list(self._marks(one)))

    def _marks(self, one: Corrected) -> Iterator[Mark]:
        for found in one.compared.corrections:
            if found.about != "segment" or (found.kind == "kept" and not self.model.whole):
                continue
            for side, span in ((FIRST, found.own), (SECOND, found.settled)):
                if span is not None:
                    yield self._mark(span, side)

    def _mark(self, span: Annotation, side: int) -> Mark:
        look = next((one for one in self._named.book.labels if one.id == span.label), None)
        hue, pattern = (look.hue, look.pattern) if look else (_GREY, 0)
        return Mark(span.id, span.fragments, self._named.label(span.label), hue, pattern, side)

    def _put_card(self, found: Correction | None, one: Corrected) -> None:
        heading = self.model.heading(found) if found else ""
        card = CorrectionCard(self._desk, self._theme, self._named, heading, found, one) if found else QWidget()
        self._column.replaceWidget(self.card, card)
        self.card.hide()
        self.card.deleteLater()
        self.card = card
        span = (found.settled or found.own) if found and found.about == "segment" else None
        told = next((one for one in self._named.book.labels if span and one.id == span.label), None)
        self.meaning.setVisible(told is not None and self.meaning.tell(told))

    def _hold_mark(self, mark: str) -> None:
        """A mark clicked on the page takes its correction in hand."""
        row = self.model.row_of(mark) if mark else -1
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _hold_decision(self, decision: str) -> None:
        """Take the correction in hand that came of this."""
        for row in range(self.model.rowCount()):
            _, found = self.model.row(row) or (None, None)
            if found is not None and found.decision is not None and found.decision.id == decision:
                self.list.setCurrentIndex(self.model.index(row))
                return

    def _show_whole(self) -> None:
        row = self.model.row(self.list.currentIndex().row())
        self.model.show_whole(whole=self.whole.isChecked())
        span = row[1].span if row and row[1] else None
        at = self.model.row_of(span.id) if span else -1
        self.list.setCurrentIndex(self.model.index(at if at >= 0 else self.model.beside(-1, 1)))

    # -- what is done

    def step(self, by: int) -> None:
        """On to the next correction, or back."""
        self.list.setCurrentIndex(self.model.index(self.model.beside(self.list.currentIndex().row(), by)))

    def flush(self) -> None:
        """Keep a note that was written and not yet left."""
        self.answers.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N and P by their place on the keyboard, wherever no field takes them; R begins an answer."""
        key = physical(event) if is_plain(event) else ""
        if key and key in "np":
            self.step(1 if key == "n" else -1)
        elif key == "r":
            self.answers.begin()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the list; a focus proxy would take the chain of Tab apart, which Qt cannot mend."""
        self.list.setFocus(event.reason())

    # -- the window

    def _restyle(self) -> None:
        self.surface.set_style(self._theme.page_style())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.model.language = self._desk.language
        self.whole.setText(self.tr("What stayed too"))
        self.list.setAccessibleName(self.tr("What was changed"))
        self.nothing.say(self.tr("There is nothing in this package that was settled of your coding."))
        self.answers.retranslate()
        self._say()
        if self.isVisible():
            self._show()

    def _say(self) -> None:
        there = self._told is not None
        self._table.setVisible(there)
        self.nothing.setVisible(not there)
        if self._told is not None:
            counts = self._told.counts
            changed = self.tr("changed: %1").replace("%1", QLocale().toString(counts.changed))
            kept = self.tr("stayed: %1").replace("%1", QLocale().toString(counts.kept))
            self.summary.setText(f"{changed} · {kept}")

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read."""
        self.read()
        super().showEvent(event)
        self.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written; the project may be closed next."""
        self.flush()
        super().hideEvent(event)
