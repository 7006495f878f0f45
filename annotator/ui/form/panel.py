"""The coding form beside the text: every article variable asked in turn, what is missing at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer, Signal

from annotator.messages import isolate
from annotator.operations import codings as operations
from annotator.operations import completeness
from annotator.store import articles, codings
from annotator.ui.form.beside import Beside
from annotator.ui.form.foot import LISTED, Foot
from annotator.ui.models.named import short
from annotator.ui.widgets.labels import on_side

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from annotator.core.changes import Change
    from annotator.operations.completeness import Missing
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_PAUSE = 30  # milliseconds, in which what was answered is painted first
_QUOTED = 40
_READ = ("variable", "label", "statement_type", "coder", "round", "project")


class CodingForm(Beside):
    """`done` when the person is done; `wants` a missing value that is not the article's."""

    done = Signal()
    wants = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._lacks: list[Missing] = []
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._list_missing)
        desk.bridge.changed.connect(self._heard)
        for signal in (desk.article_changed, desk.round_changed, desk.language_changed):
            signal.connect(self.ask_again)
        theme.changed.connect(self.ask_again)
        self.retranslate()

    def made_foot(self) -> Foot:
        """What is missing, and the way on."""
        foot = Foot()
        foot.done.connect(self.done)
        foot.chosen.connect(self.choose)
        return foot

    @property
    def bottom(self) -> Foot:
        """The foot, as what it is."""
        return cast("Foot", self.foot)

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
            self.choose(self._lacks[0]) if self._lacks[0].kind == "article" else self.bottom.rows[0].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written, and read nothing more: the project may be closed next."""
        super().hideEvent(event)
        self._soon.stop()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.title.setText(self.tr("Coding form"))
        self.empty.say(self.tr("The codebook has no article variables yet."), self.tr("Add them in the codebook"))
        self.bottom.retranslate()
        super().retranslate()

    def ask(self) -> None:
        """Ask about the coding in hand, from its first question without an answer."""
        desk = self.desk
        variables = completeness.of_article(self.named.book.variables) if desk.article else []
        editable = self.may_answer()
        title = articles.get(desk.bridge.project.db, desk.article).title if desk.article else ""
        on_side(self.sentence).setText(isolate(title) if editable else self._read_only(title))
        self.questions.ask(variables, self._held(), editable=editable)
        self.show_questions(any_=bool(variables), editable=editable)
        self._list_missing()

    def save(self, variable: str, value: Any) -> bool:
        """An action of its own."""
        value = None if value == "" else value
        done = self.desk.bridge.do(operations.set_article_variable, self.desk.where, variable, value)
        return done is not None

    def end(self) -> None:
        """Behind the last question: what is missing, else done."""
        self._list_missing()
        (self.bottom.rows[0] if self.bottom.rows else self.bottom.button).setFocus()

    def _read_only(self, title: str) -> str:
        return isolate(title) + " · " + self.tr("can only be read")

    def _held(self) -> dict[str, Any]:
        rows = codings.values_of(self.desk.bridge.project.db, self.desk.where.id)
        return {variable: row.value for variable, row in rows.items()}

    def _heard(self, change: Change) -> None:
        if not self.isVisible():
            return
        if change.touches(*_READ):
            self.ask_again()
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

    def _list_missing(self, *, refused: bool = False) -> None:
        self._soon.stop()
        desk = self.desk
        self._lacks = completeness.missing(desk.bridge.project, desk.where) if desk.article else []
        listed = [(lack, self._told(lack)) for lack in self._lacks[:LISTED]]
        self.bottom.show_missing(listed, len(self._lacks), refused=refused)

    def _told(self, lack: Missing) -> str:
        variable = self.named.variable(lack.variable)
        name = isolate(self.desk.words(variable.names, variable.id) if variable else lack.variable)
        if lack.kind == "annotation":
            span = codings.annotation(self.desk.bridge.project.db, lack.owner)
            quote = short(" … ".join(span.quotes), _QUOTED) if span else ""
            return f"{name} · «{isolate(quote)}»"
        return name + " · " + self.tr("statement") if lack.kind == "statement" else name
