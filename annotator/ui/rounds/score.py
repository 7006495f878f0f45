"""How a trainee did in an article beside the expert: figures, and each slip a click away from its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.operations import training
from annotator.store import articles, codebook
from annotator.ui.language import marked
from annotator.ui.models.named import Named, short
from annotator.ui.widgets.buttons import Words, button
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.core.changes import Change
    from annotator.core.models import Annotation
    from annotator.operations.training import Score, Slip
    from annotator.ui.desk import Desk

SLIPS = {
    "missed": marked("ScorePanel", "Missed: %1 «%2»"),
    "extra": marked("ScorePanel", "Extra: %1 «%2»"),
    "boundary": marked("ScorePanel", "Other edges: %1 «%2», the expert «%3»"),
    "label": marked("ScorePanel", "Another label: %1 «%2», the expert %4"),
    "attribute": marked("ScorePanel", "Another attribute: %1 «%2»"),
    "relation": marked("ScorePanel", "Another link: %1"),
    "variable": marked("ScorePanel", "Another answer: %1"),
}
_NARROW, _AROUND = 460, 14  # pixels: where title and buttons go one below the other; the margins
_LISTED, _ROWS, _QUOTED = 40, 4, 60  # slips at most; in sight at once; characters of a quote


class ScorePanel(QFrame):
    """Stands over the text once one is done with an article of a training round; `wants_next` to go on."""

    wants_next = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = ""  # the article that was scored
        self.setProperty("role", "notice")
        self.title, self.figures = label("", "strong", wrap=True), label("", wrap=True)
        self.go = button("", "primary", pressed=self.wants_next.emit)
        self.away = button("", pressed=self.put_away)
        self.rows: list[Words] = []
        self._list = _list()
        self._first = self._heading()
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, 8, _AROUND, 8)
        column.setSpacing(4)
        column.addLayout(self._first)
        column.addWidget(self.figures)
        column.addWidget(self._list)
        desk.round_changed.connect(lambda _round: self.put_away())
        desk.article_changed.connect(lambda article: None if article == self._shown else self.put_away())
        desk.bridge.changed.connect(self._heard)
        self.hide()

    def _heading(self) -> QBoxLayout:
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addStretch(1)
        keys.addWidget(self.away)
        keys.addWidget(self.go)
        first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        first.setSpacing(8)
        first.addWidget(self.title, 1)
        first.addLayout(keys)
        return first

    def show_score(self, article: str) -> bool:
        """Say how one did in this article; False, and nothing, where there is nothing to hold it against."""
        project = self._desk.bridge.project
        try:
            here = training.score(project, self._desk.round, project.coder, article)
            whole = training.score(project, self._desk.round, project.coder)
        except AnnotatorError:
            self.put_away()
            return False
        self._shown = article
        self._say(here, whole)
        self.show()
        return True

    def put_away(self) -> None:
        """It was read."""
        self._shown = ""
        self.hide()

    def _heard(self, change: Change) -> None:
        if self._shown and change.touches("coding", "annotation", "value", "relation"):
            self.show_score(self._shown)

    def _say(self, here: Score, whole: Score) -> None:
        db = self._desk.bridge.project.db
        expert = codebook.coder(db, here.expert)
        words = self.tr("Compared with %1 · %2").replace("%1", isolate(expert.name if expert else here.expert))
        on_side(self.title).setText(words.replace("%2", isolate(articles.get(db, here.articles[0]).title)))
        on_side(self.figures).setText(f"{self._figures(here)}\n{self._over_all(whole)}")
        self.setAccessibleName(f"{self.title.text()}. {self.figures.text()}")
        self.go.setText(self.tr("On to the next"))
        self.away.setText(self.tr("Close"))
        self._list_slips(here)

    def _figures(self, one: Score) -> str:
        exact, relaxed = one.over_all.exact, one.over_all.relaxed
        if exact.f1 is None:
            return self.tr("Neither of you has a span here.")
        words = self.tr(
            "%1 of the expert’s %2 spans are exactly the same; missed: %3, extra: %4. F1 %5, with overlaps %6."
        )
        numbers = (exact.both, exact.b, exact.b - exact.both, exact.a - exact.both)
        told = [*map(QLocale().toString, numbers), _figure(exact.f1), _figure(relaxed.f1)]
        for place, each in enumerate(told, 1):
            words = words.replace(f"%{place}", each)
        return words

    def _over_all(self, one: Score) -> str:
        words = self.tr("In %Ln article(s) of this round so far: F1 %1, with overlaps %2.", "", len(one.articles))
        over = one.over_all
        return words.replace("%1", _figure(over.exact.f1)).replace("%2", _figure(over.relaxed.f1))

    def _list_slips(self, one: Score) -> None:
        page, named = QWidget(), Named(self._desk)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        for slip in one.slips[:_LISTED]:
            words = _told(slip, named)
            row = Words(words)
            row.setToolTip(words)
            row.clicked.connect(partial(self._reveal, slip))
            line = QHBoxLayout()
            line.addWidget(row)
            line.addStretch(1)
            column.addLayout(line)
            self.rows.append(row)
        column.addStretch(1)
        self._list.setWidget(page)
        page.setAutoFillBackground(False)  # setWidget has filled it
        height = self.rows[0].sizeHint().height() if self.rows else 0
        page.setMinimumHeight(height * len(self.rows))
        self._list.setMinimumHeight(height * min(1, len(self.rows)))
        self._list.setMaximumHeight(height * min(_ROWS, len(self.rows)))
        self._fit()
        self._list.setVisible(bool(self.rows))

    def _reveal(self, slip: Slip, _checked: bool = False) -> None:
        self._desk.open_article(slip.article)
        found = slip.difference
        if found.sides and found.a is not None:
            self._desk.focus_on(found.a.id)
        if found.end:
            self._desk.reveal.emit(found.start, found.end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is not room for both, the buttons stand below the title."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow, room = self.width() < _NARROW, self.width() - 2 * _AROUND
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._first.setDirection(way)
        self.figures.setMinimumHeight(self.figures.heightForWidth(room))
        self.title.setMinimumHeight(self.title.heightForWidth(room) if narrow else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_shown") and self._shown:
            self.show_score(self._shown)
        super().changeEvent(event)


def _list() -> QScrollArea:
    made = QScrollArea(widgetResizable=True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.viewport().setAutoFillBackground(False)
    return made


def _told(slip: Slip, named: Named) -> str:
    found = slip.difference
    mine, theirs = (found.a, found.b) if found.sides else (None, None)
    name = named.relation(found.label) if slip.kind == "relation" else named.label(found.label)
    if slip.kind == "variable":
        name = named.variable_name(found.label)
    words = QCoreApplication.translate("ScorePanel", SLIPS[slip.kind]).replace("%1", isolate(name))
    words = words.replace("%2", isolate(_quote(mine or theirs))).replace("%3", isolate(_quote(theirs)))
    return words.replace("%4", isolate(named.label(theirs.label) if theirs else ""))


def _quote(span: Annotation | None) -> str:
    return short(" … ".join(span.quotes), _QUOTED) if span is not None else ""


def _figure(value: float | None) -> str:
    return "–" if value is None else QLocale().toString(value, "f", 2)
