"""The coding form beside the text: every article variable asked in turn, what is missing at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations import codings as operations
from annotator.operations import completeness
from annotator.store import articles, codebook, codings
from annotator.ui.form.foot import Foot
from annotator.ui.form.questions import Questions
from annotator.ui.models.inspected import is_mine
from annotator.ui.models.named import Named, short
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QShowEvent

    from annotator.core.changes import Change
    from annotator.operations.completeness import Missing
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_PAUSE = 30  # milliseconds, in which what was answered is painted first
_QUOTED = 40
_READ = ("variable", "label", "statement_type", "coder", "round", "project")


class CodingForm(QWidget):
    """`closed` when it was left; `done` when the person is done; `wants` a missing value that is not the article's."""

    closed = Signal()
    done = Signal()
    wants = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._named = Named(desk)
        self._lacks: list[Missing] = []
        self.title, self.progress = label("", "title"), label("", "small")
        self.sentence = label("", "muted", wrap=True)
        self._close = QToolButton()
        self._close.setProperty("role", "quiet")
        self._close.clicked.connect(lambda _: self.closed.emit())
        self.questions = Questions(desk, theme, self._save)
        self.questions.ended.connect(self._end)
        self.questions.left.connect(self.closed)
        self.questions.turned.connect(self._say_progress)
        self.foot = Foot()
        self.foot.done.connect(self.done)
        self.foot.chosen.connect(self.choose)
        self.empty = Empty("", pressed=lambda: desk.set_mode("codebook"))
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._list_missing)
        self._lay_out()
        desk.bridge.changed.connect(self._heard)
        for signal in (desk.article_changed, desk.round_changed, desk.language_changed):
            signal.connect(self._ask_again)
        theme.changed.connect(self._ask_again)
        self.retranslate()

    def choose(self, lack: Missing) -> None:
        """Go to what is missing: a question here, or a span or statement elsewhere."""
        row = self.questions.about(lack.variable) if lack.kind == "article" else None
        if row is not None:
            self.questions.go_to(row)
            self.questions.setFocus()
        elif lack.kind != "article":
            self.wants.emit(lack)

    def show_variable(self, variable: str) -> None:
        """Let the question about this variable be the current one."""
        self.questions.go_to(self.questions.about(variable))

    def refuse(self) -> None:
        """It was tried to be done with: say what is missing, and stand on the first of it."""
        self._list_missing(refused=True)
        if self._lacks:
            self.choose(self._lacks[0]) if self._lacks[0].kind == "article" else self.foot.rows[0].setFocus()

    def flush(self) -> None:
        """Keep what was written and not yet said."""
        self.questions.flush()

    def sizeHint(self) -> QSize:
        """Room for a question and its answers."""
        return QSize(420, 640)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """At the foot, Backspace and Up go back to the questions, Escape closes."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Up}:
            self.questions.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines over and under what scrolls."""
        del event
        painter, line = QPainter(self), self._theme.colour("line")
        painter.fillRect(0, self._middle.y() - 1, self.width(), 1, line)
        painter.fillRect(0, self._middle.geometry().bottom() + 1, self.width(), 1, line)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask about the article that is open now."""
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written, and read nothing more: the project may be closed next."""
        self.flush()
        self._soon.stop()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.title.setText(self.tr("Coding form"))
        self._close.setIcon(self._theme.icon("x", colour="muted"))
        self._close.setToolTip(self.tr("Close the form (Esc)"))
        self._close.setAccessibleName(self.tr("Close the form (Esc)"))
        self.questions.setAccessibleName(self.tr("Coding form"))
        self.empty.say(self.tr("The codebook has no article variables yet."), self.tr("Add them in the codebook"))
        self.foot.retranslate()
        self._ask_again()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.progress)
        head.addWidget(self._close)
        self.sentence.setContentsMargins(16, 0, 16, 4)
        self._middle = middle = QWidget()
        self._pages = QStackedLayout(middle)
        self._pages.setContentsMargins(8, 0, 8, 0)
        self._pages.addWidget(self.questions)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(middle, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.questions)
        self.setMinimumWidth(320)

    def _ask_again(self, *_: object) -> None:
        if self.isVisible():
            self.flush()
            self._ask()

    def _ask(self) -> None:
        """Ask about the coding in hand, from its first question without an answer."""
        desk, holder = self._desk, self.window().focusWidget()
        inside = holder is not None and self.isAncestorOf(holder)
        self._named.forget()
        variables = completeness.of_article(self._named.book.variables) if desk.article else []
        editable = self._may_answer()
        title = articles.get(desk.bridge.project.db, desk.article).title if desk.article else ""
        on_side(self.sentence).setText(isolate(title) if editable else self._read_only(title))
        self.questions.ask(variables, self._held(), editable=editable)
        self._pages.setCurrentWidget(self.questions if variables else self.empty)
        self.foot.setVisible(bool(variables) and editable)
        if inside:
            self.questions.setFocus()
        self._list_missing()

    def _read_only(self, title: str) -> str:
        return isolate(title) + " · " + self.tr("can only be read")

    def _may_answer(self) -> bool:
        project = self._desk.bridge.project
        coding = codings.coding(project.db, self._desk.where.id)
        if coding is not None:
            return is_mine(self._desk, coding)
        rounds = {one.id: one.state for one in codebook.rounds(project.db)}
        return project.writable and bool(project.coder) and rounds.get(self._desk.round) == "open"

    def _held(self) -> dict[str, Any]:
        rows = codings.values_of(self._desk.bridge.project.db, self._desk.where.id)
        return {variable: row.value for variable, row in rows.items()}

    def _save(self, variable: str, value: Any) -> bool:
        value = None if value == "" else value
        done = self._desk.bridge.do(operations.set_article_variable, self._desk.where, variable, value)
        return done is not None

    def _heard(self, change: Change) -> None:
        if not self.isVisible():
            return
        if change.touches(*_READ):
            self._ask_again()
        elif change.touches("value", "coding", "annotation", "statement"):
            self._take(change)

    def _take(self, change: Change) -> None:
        before = {row.variable.id: row.held for row in self.questions.rows}
        held = self._held()
        self.questions.take(held)
        if change.kind != "do":  # what was taken back or done again is where one looks
            other = next((name for name in before if before[name] != held.get(name)), "")
            self.show_variable(other)
        self._soon.start()

    def _end(self) -> None:
        """Behind the last question: what is missing, else done."""
        self._list_missing()
        (self.foot.rows[0] if self.foot.rows else self.foot.button).setFocus()

    def _say_progress(self) -> None:
        number = QLocale().toString
        said = self.tr("%1 of %2").replace("%1", number(self.questions.answered))
        self.progress.setText(said.replace("%2", number(len(self.questions.asked))))

    def _list_missing(self, *, refused: bool = False) -> None:
        self._soon.stop()
        desk = self._desk
        self._lacks = completeness.missing(desk.bridge.project, desk.where) if desk.article else []
        self.foot.show_missing([(lack, self._told(lack)) for lack in self._lacks], refused=refused)

    def _told(self, lack: Missing) -> str:
        variable = self._named.variable(lack.variable)
        name = isolate(self._desk.words(variable.names, variable.id) if variable else lack.variable)
        if lack.kind == "annotation":
            span = codings.annotation(self._desk.bridge.project.db, lack.owner)
            quote = short(" … ".join(span.quotes), _QUOTED) if span else ""
            return f"{name} · «{isolate(quote)}»"
        return name + " · " + self.tr("statement") if lack.kind == "statement" else name
