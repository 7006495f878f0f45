"""What stands beside the text to be filled in: a title, questions that scroll, a foot; read only while it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from annotator.store import codebook, codings
from annotator.ui.form.questions import Questions
from annotator.ui.models.inspected import is_mine
from annotator.ui.models.named import Named
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QShowEvent

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


class Beside(Speaking):
    """`closed` when it was left. What it asks about, and how an answer is kept, its kinds say."""

    closed = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.named = Named(desk)
        self.title, self.progress = label("", "title"), label("", "small")
        self.sentence = label("", "muted", wrap=True)
        self._close = QToolButton()
        self._close.setProperty("role", "quiet")
        self._close.clicked.connect(lambda _: self.leave())
        self.questions = Questions(desk, theme, self.save)
        self.questions.left.connect(self.leave)
        self.questions.ended.connect(self.end)
        self.questions.turned.connect(self._say_progress)
        self.empty = Empty("", pressed=lambda: desk.set_mode("codebook"))
        self.foot = self.made_foot()
        self._lay_out()

    def made_foot(self) -> QWidget:
        """What stands below the questions."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask about what is in hand now."""
        raise NotImplementedError

    def save(self, variable: str, value: Any) -> bool:
        """Keep an answer; whether that was done."""
        raise NotImplementedError

    def end(self) -> None:
        """One went on behind the last question."""
        raise NotImplementedError

    def leave(self) -> None:
        """Nothing more is asked."""
        self.closed.emit()

    def flush(self) -> None:
        """Keep what was written and not yet said."""
        self.questions.flush()

    def ask_again(self, *_: object) -> None:
        """Something else is in hand, or is called otherwise; who wrote in it goes on in it."""
        if self.isVisible():
            self.flush()
            holder = self.window().focusWidget()
            inside = holder is not None and self.isAncestorOf(holder)
            self.named.forget()
            self.ask()
            if inside:
                self.questions.setFocus()

    def show_questions(self, *, any_: bool, editable: bool) -> None:
        """The questions with their foot, or what is said where there is nothing to ask."""
        self._pages.setCurrentWidget(self.questions if any_ else self.empty)
        self.foot.setVisible(any_ and editable)

    def may_answer(self) -> bool:
        """Whether who acts now may change the coding in hand."""
        project = self.desk.bridge.project
        coding = codings.coding(project.db, self.desk.where.id)
        if coding is not None:
            return is_mine(self.desk, coding)
        rounds = {one.id: one.state for one in codebook.rounds(project.db)}
        return project.writable and bool(project.coder) and rounds.get(self.desk.round) == "open"

    def sizeHint(self) -> QSize:
        """Room for a question and its answers."""
        return QSize(420, 640)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """At the foot, Backspace and Up go back to the questions, Escape closes."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Up}:
            self.questions.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines over and under what scrolls."""
        del event
        painter, line = QPainter(self), self.theme.colour("line")
        painter.fillRect(0, self._middle.y() - 1, self.width(), 1, line)
        painter.fillRect(0, self._middle.geometry().bottom() + 1, self.width(), 1, line)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask about what is in hand now."""
        super().showEvent(event)
        self.ask_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written, and read nothing more: the project may be closed next."""
        self.flush()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._close.setIcon(self.theme.icon("x", colour="muted"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close (Esc)"))
        self.questions.setAccessibleName(self.title.text())
        self.ask_again()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.progress)
        head.addWidget(self._close)
        self.sentence.setContentsMargins(16, 0, 16, 4)
        self._middle = QWidget()
        self._pages = QStackedLayout(self._middle)
        self._pages.setContentsMargins(8, 0, 8, 0)
        self._pages.addWidget(self.questions)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self._middle, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.questions)
        self.setMinimumWidth(320)

    def _say_progress(self) -> None:
        number = QLocale().toString
        said = self.tr("%1 of %2").replace("%1", number(self.questions.answered))
        asked = len(self.questions.asked)
        self.progress.setText(said.replace("%2", number(asked)) if asked else "")
