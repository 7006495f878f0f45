"""The middle of Code mode: the surface, told by the project what to show; keys and selections become actions.

With words selected, a label's key codes them; without, it relabels the span in focus. So a key is about one thing.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator import messages
from annotator.core.direction import article_direction, paragraph_direction
from annotator.core.text import Text
from annotator.operations import annotations as spans
from annotator.store import articles, codings
from annotator.ui.marking import Marking, byline
from annotator.ui.text.surface import Surface

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Article, Fragments
    from annotator.ui.brush import Brush
    from annotator.ui.desk import Desk
    from annotator.ui.linking import Linking
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.empty import Empty
    from annotator.ui.word_parts import TakingApart

_PENDING = "pending"
_MANY = 200  # spans
_COUNTED = 300_000  # longer texts are not counted word by word while they open


class Coding(QWidget):
    """The open article with my spans: `shown` when another stands there, `moved` when place or zoom are others."""

    shown = Signal()
    moved = Signal()
    wants_variables = Signal()
    wants_attributes = Signal()
    wants_articles = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.article: Article | None = None
        self.next_place = 0  # where the article that is opened next is shown from
        self.text: Text | None = None
        self._invitation: Empty | None = None
        self.surface = Surface(self)
        self.marking = Marking(desk)
        self.top = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.top)
        layout.addWidget(self.surface, 1)
        self.foot = QVBoxLayout()
        layout.addLayout(self.foot)
        self.setFocusProxy(self.surface)
        self.surface.set_style(theme.page_style())
        self._connect()

    def _connect(self) -> None:
        desk, surface = self._desk, self.surface
        surface.selected.connect(desk.select)
        surface.focused.connect(desk.focus_on)
        surface.set_fit(self.marking.named.fit)
        surface.resized.connect(self._resize)
        surface.extended.connect(self._extend)
        surface.activated.connect(lambda _span: self.wants_attributes.emit())
        surface.chip_chosen.connect(lambda _chip: self.wants_variables.emit())
        surface.zoomed.connect(lambda _zoom: self.moved.emit())
        surface.place_changed.connect(lambda _place: self.moved.emit())
        desk.article_changed.connect(self.open)
        desk.focus_changed.connect(self._focus)
        desk.reveal.connect(surface.reveal)
        desk.round_changed.connect(lambda _round: self.read_again())
        desk.shown_changed.connect(self._show_others)
        desk.language_changed.connect(lambda _language: self.read_again())
        self._theme.changed.connect(self._restyle)
        desk.bridge.changed.connect(self._heard)

    def _restyle(self) -> None:
        self.surface.set_style(self._theme.page_style())

    # -- what is shown

    def open(self, article: str) -> None:
        """Show an article from the line that holds `next_place`, or ("") none."""
        place, self.next_place = self.next_place, 0
        db = self._desk.bridge.project.db
        self.article = articles.get(db, article) if article else None
        self.text = articles.text(db, self.article.text) if self.article else None
        if self.article and self.text:
            self.surface.show_article(self.text, self.article.direction, **self._head(), place=place)
            self._show_marks()
        else:
            self.surface.show_article(Text(""), "")
        self.invite()
        self.shown.emit()

    def invite(self) -> None:
        """While no article is open, say in the middle of the page what can be done."""
        if self._invitation is None and self.article is None:
            from annotator.ui.widgets.empty import Empty  # noqa: PLC0415  (most projects open with an article)

            page = self.surface.viewport()
            self._invitation = Empty("", pressed=self.wants_articles.emit, parent=page)
            QVBoxLayout(page).addWidget(self._invitation)
            self._invitation.sentence.setWordWrap(False)
            self._invitation.setCursor(Qt.CursorShape.ArrowCursor)
        if self._invitation is not None:
            self._invitation.say(*self._ways())
            self._invitation.setVisible(self.article is None)

    def _ways(self) -> tuple[str, str]:
        project = self._desk.bridge.project
        if articles.order(project.db):
            return self.tr("Choose an article from the list."), ""
        words = self.tr("Import articles…") if project.writable else ""
        return self.tr("There are no articles in this project yet."), words

    def read_again(self) -> None:
        """Names, variables and marks may all be others."""
        self.marking.read_codebook()
        if self.article:
            self.surface.set_head(**self._head())
            self._show_marks()

    def _head(self) -> dict[str, Any]:
        if self.article is None or self.text is None:
            return {}
        chips = [*self.marking.chips(), self.tr("Coding form…")]
        return {
            "title": self.article.title,
            "byline": [*byline(self.article), self._words(self.text.body)],
            "chips": chips,
        }

    def _words(self, body: str) -> str:
        count = len(body.split()) if len(body) < _COUNTED else body.count(" ") + body.count("\n") + 1
        return self.tr("%Ln word(s)", "", count)

    def _show_marks(self) -> None:
        self.surface.set_marks(*self.marking.everything())

    def _show_others(self) -> None:
        self.marking.set_filter(self._desk.hidden)
        if self.article:
            self.surface.set_head(**self._head())
            self._show_marks()

    def _heard(self, change: Change) -> None:
        if self.article is None:
            return
        if change.touches("article"):
            self._article_changed()
        elif change.touches("label", "variable", "relation_type", "project"):
            self.read_again()
        elif change.touches("relation") or _is_many(change):
            self._show_marks()
        elif touched := change.rows.get("annotation"):
            self._show_some(touched)
        if change.touches("value", "assigned", "coding"):
            self.surface.set_head(**self._head())

    def _article_changed(self) -> None:
        there = self._desk.article in articles.lines(self._desk.bridge.project.db, [self._desk.article])
        if there:
            self.next_place = self.surface.place()
            self.open(self._desk.article)
        else:
            self._desk.open_article("")

    def _show_some(self, touched: frozenset[str]) -> None:
        db, coding = self._desk.bridge.project.db, self._desk.shown
        for name in touched:
            found = codings.annotation(db, name)
            if found is not None and found.coding == coding and found.label not in self.marking.hidden:
                self.surface.put_mark(self.marking.mark(found))
            else:
                self.surface.drop_mark(name)

    def _focus(self, annotation: str) -> None:
        if annotation != self.surface.focused_mark():
            self.surface.focus_mark(annotation)

    # -- what is done

    def label(self, label: str) -> None:
        """Code the selected words, in all their pieces as one span, else relabel the span in focus."""
        if fragments := self.surface.fragments():
            self.code(label, fragments)
        elif span := self.surface.focused_mark():
            self.say(self._desk.bridge.do(spans.relabel, span, label))
        else:
            self.tell(self.tr("Select words first, then press the label’s key."))

    def code(self, label: str, fragments: Fragments) -> None:
        """Put a label on these ranges, with the inner head that was chosen for the selection."""
        bridge, head = self._desk.bridge, self.surface.chosen_head()
        self.surface.put_mark(self.marking.drawn(_PENDING, label, fragments, pending=True))
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)
        done = bridge.do(spans.label_span, self._desk.where, label, fragments, head=head)
        self.surface.drop_mark(_PENDING)
        self.made(done)

    def made(self, done: Change | None) -> None:
        """An action has made or changed a span: put it in focus, and say what was done."""
        if done is not None:
            self.surface.focus_mark(str(done.facts["annotation"]))
        self.say(done)

    @cached_property
    def brush(self) -> Brush:
        """A label that everything selected gets at once, while it lasts."""
        from annotator.ui.brush import Brush  # noqa: PLC0415  (few use it, and nobody at the start)

        return Brush(self._desk, self._theme, self)

    @cached_property
    def linking(self) -> Linking:
        """The digits by which the span in focus is linked."""
        from annotator.ui.linking import Linking  # noqa: PLC0415  (after the first paint)

        return Linking(self._desk, self)

    @cached_property
    def taking_apart(self) -> TakingApart:
        """The parts of a word as chips."""
        from annotator.ui.word_parts import TakingApart  # noqa: PLC0415  (after the first paint)

        return TakingApart(self._desk, self)

    def remove(self) -> None:
        """Delete the span in focus."""
        if span := self.surface.focused_mark():
            self.say(self._desk.bridge.do(spans.remove, [span]))

    def step(self, by: int) -> None:
        """Focus the span that many places on."""
        self.surface.step_mark(by)
        self.surface.setFocus()

    def nudge(self, edge: Any, side: str, by: Any) -> None:
        """Move an edge of the span in focus towards a side of the screen."""
        self.surface.nudge_edge(edge, 1 if (side == "left") == self._reads_left(edge) else -1, by=by)

    def _reads_left(self, edge: str) -> bool:
        """Whether the paragraph of that edge reads from right to left."""
        found = codings.annotation(self._desk.bridge.project.db, self.surface.focused_mark())
        if found is None or self.text is None or self.article is None:
            return True
        place = found.start if edge == "start" else found.end - 1
        start, end = next(p for p in self.text.paragraphs if p[0] <= place <= p[1])
        whole = article_direction(self.text.body)
        return paragraph_direction(self.text.body[start:end], whole, self.article.direction) == "rtl"

    def _resize(self, span: str, fragments: Any) -> None:
        done = self._desk.bridge.do(spans.resize, span, fragments)
        if done is None:
            self._show_marks()
        self.say(done)

    def _extend(self, span: str, piece: tuple[int, int]) -> None:
        self.made(self._desk.bridge.do(spans.add_fragment, span, *piece))

    # -- what is said

    def say_again(self, done: Change) -> None:
        """Say what was taken back or done again."""
        words = self.tr("Undone: %1") if done.kind == "undo" else self.tr("Redone: %1")
        self.tell(
            words.replace("%1", messages.tell(done.name, self.marking.named.facts(done.facts), self._desk.language))
        )

    def say(self, done: Change | None) -> None:
        """Say what was done, if it was."""
        if done is not None:
            self.tell(messages.tell(done.name, self.marking.named.facts(done.facts), self._desk.language))

    def tell(self, sentence: str) -> None:
        """Say a sentence at the foot of the window and to who listens."""
        self.surface.announce(sentence)
        self.said.emit(sentence)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language in the head of the page."""
        if event.type() == QEvent.Type.LanguageChange:
            if self.article:
                self.surface.set_head(**self._head())
            self.invite()
        super().changeEvent(event)


def _is_many(change: Change) -> bool:
    """Whether so many spans were touched that all are sooner read than these."""
    touched = change.rows.get("annotation", frozenset())
    return touched is None or len(touched) > _MANY
