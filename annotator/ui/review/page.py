"""Review: the queue at the start, both codings on the one surface in the middle, the decision at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotator.operations import review
from annotator.ui.keys import is_plain, physical
from annotator.ui.marking import byline
from annotator.ui.review import marks
from annotator.ui.review.decision import TAKES, DecisionPanel
from annotator.ui.review.figures import Figures
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.sitting import Sitting
from annotator.ui.text.marks import SETTLED
from annotator.ui.text.surface import Surface
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent

    from annotator.core.models import Article, Fragments
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


class ReviewPage(Speaking):
    """The whole of Review mode. It reads while it is seen; keys: A, B, D, X, E, 1 to 4, N and P, Escape."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.sitting = Sitting(desk, self)
        self.queue = QueuePanel(self.sitting, theme)
        self.surface = Surface()
        self.decision = DecisionPanel(self.sitting, theme)
        self.figures = Figures(self.sitting)
        self.only = button("", "chip", pressed=self._show_marks)
        self.only.setCheckable(True)
        self.all_done = Empty("", pressed=self.sitting.next_article)
        self.nothing = Empty("", pressed=self.sitting.next_article)
        self._shown: Article | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        table = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self.queue, 0), (self._middle(), 1), (self._end(), 0)):
            table.addWidget(widget)
            table.setStretchFactor(table.indexOf(widget), stretch)
        table.setChildrenCollapsible(False)
        table.setSizes([260, 840, 310])
        self._table = table
        self._pages = QStackedLayout(self)
        self._pages.addWidget(table)
        self._pages.addWidget(self.nothing)

    def _middle(self) -> QWidget:
        middle = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 6)
        bar.setSpacing(12)
        self.legend = label(role="small")
        bar.addWidget(self.only)
        bar.addWidget(self.legend)
        bar.addStretch(1)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.surface, 1)
        return middle

    def _end(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(13, 14, 13, 14)
        layout.setSpacing(16)
        layout.addWidget(self.decision)
        layout.addWidget(self.all_done)
        layout.addWidget(self.figures)
        layout.addStretch(1)
        end = QScrollArea()
        end.setFrameShape(QFrame.Shape.NoFrame)
        end.setWidgetResizable(True)
        end.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        end.setWidget(inside)
        end.setMinimumWidth(300)
        return end

    def _connect(self) -> None:
        sitting, surface, theme = self.sitting, self.surface, self._theme
        sitting.read.connect(self._show_all)
        sitting.moved.connect(self._show_current)
        self.queue.left.connect(surface.setFocus)
        self.decision.left.connect(surface.setFocus)
        self.decision.done.connect(self._say_next)
        self.decision.edits.connect(self._edit)
        surface.focused.connect(self._hold_mark)
        surface.selected.connect(self._selected)
        surface.resized.connect(self._resized)
        surface.set_fit(sitting.named.fit)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._desk.language_changed.connect(self._speak)
        surface.installEventFilter(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the text; a focus proxy would take the chain of Tab apart, which Qt cannot mend."""
        self.surface.setFocus(event.reason())

    # -- what is shown

    def _show_all(self) -> None:
        sitting = self.sitting
        self._pages.setCurrentWidget(self._table if sitting.case else self.nothing)
        self._say_nothing()
        if sitting.article is None:
            self._shown = None
            return
        if sitting.article is not self._shown:
            self._show_article(sitting.article)
        self.surface.set_comparison(sitting.names if sitting.case else ())
        self.all_done.setVisible(not sitting.queue.open and sitting.kind is None)

    def _show_article(self, article: Article) -> None:
        """Another one, or the same with another title or place of origin."""
        old, self._shown = self._shown, article
        head: dict[str, Any] = {"title": article.title, "byline": byline(article)}
        if old and (old.id, old.text, old.direction) == (article.id, article.text, article.direction):
            self.surface.set_head(**head)
        else:
            self.surface.show_article(self.sitting.text, article.direction, **head)

    def _show_marks(self) -> None:
        shown, links = marks.drawn(self.sitting, differences_only=self.only.isChecked())
        self.surface.set_marks(shown, links)
        self.legend.setVisible(any(mark.side == SETTLED for mark in shown))

    def _show_current(self) -> None:
        self._show_marks()
        found = self.sitting.current
        span = (found.a or found.b) if found else None
        self.surface.focus_mark(span.id if span else "")
        if found and span:
            self.surface.reveal(found.start, found.end)

    def _say_nothing(self) -> None:
        if not self._desk.article:
            sentence = self.tr("Open an article that two coders have coded, and what they differ in stands here.")
        elif self.sitting.blind:
            sentence = self.tr(
                "Your own coding of this article is in work. Once it is done, the differences stand here."
            )
        elif len(self.sitting.coders) == 1:
            sentence = self.tr(
                "Only one coder has coded this article. With a second coding, the differences stand here."
            )
        else:
            sentence = self.tr("Nobody has coded this article in this round.")
        self.nothing.say(sentence, self.tr("Go to an article with open differences"))

    def conditions(self) -> set[str]:
        """What the actions of the menu need."""
        sitting = self.sitting
        holds = {
            "reviewing": True,
            "difference": sitting.current is not None,
            "agreed": sitting.queue.waiting_count > 0,
        }
        return {name for name, true in holds.items() if true}

    # -- what is done

    def step(self, by: int) -> None:
        """On to the next difference, or back."""
        self.sitting.step(by)

    def _say_next(self) -> None:
        """Back to the text; who cannot see it hears what is in hand now."""
        self.surface.setFocus()
        index = self.queue.list.currentIndex()
        self.surface.announce(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or self.all_done.sentence.text()))

    def _hold_mark(self, mark: str) -> None:
        """A mark clicked on the page takes its difference in hand."""
        found = self.sitting.of_span(mark) if mark else None
        if found is not None and mark not in self._spans_in_hand():
            self.sitting.hold(found)

    def _spans_in_hand(self) -> set[str]:
        found = self.sitting.current
        return {span.id for span in (found.a, found.b) if span} if found else set()

    def _edit(self, begins: bool) -> None:
        found = self.sitting.current
        if found is None:
            return
        if begins:
            self.surface.select(found.start, found.end)
            self._selected(self.surface.selection())
            self.surface.setFocus()
        else:
            self._show_current()

    def _selected(self, selection: tuple[int, int] | None) -> None:
        """What an edit takes: the words selected; untouched, the segment's own fragments."""
        if self.decision.take != "edit" or (found := self.sitting.current) is None:
            return
        side = found.a or found.b
        if selection == (found.start, found.end) and side and (side.start, side.end) == selection:
            self.decision.select(side.fragments)
        else:
            self.decision.select((selection,) if selection else None)

    def _resized(self, mark: str, fragments: Fragments) -> None:
        """An edge of the segment in hand was dragged: that is an edit."""
        self.surface.show_moved(None)
        if mark not in self._spans_in_hand() or not self.decision.takes["edit"].isEnabled():
            return
        if self.decision.take != "edit":
            self.decision.press("edit")
        self.surface.select(fragments[0][0], fragments[-1][1])
        self.decision.select(fragments)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of Review, by their place on the keyboard, wherever no field takes them."""
        key = physical(event) if is_plain(event) else ""
        if event.key() == Qt.Key.Key_Escape and self.decision.let_go():
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.decision.take == "edit":
            self.decision.press("edit")
        elif key in TAKES:
            self.decision.press(TAKES[key])
        elif key and key in "1234":
            self.decision.give(review.REASONS[int(key) - 1])
        elif key and key in "np":
            self.step(1 if key == "n" else -1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the page Escape gives up what was pressed before it lets go of the selection."""
        if watched is self.surface and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.key() == Qt.Key.Key_Escape and self.decision.let_go()
        return super().eventFilter(watched, event)

    # -- the window

    def _restyle(self) -> None:
        self.surface.set_style(self._theme.page_style())

    def _speak(self, _language: str) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.only.setText(self.tr("Differences only"))
        self.legend.setText(self.tr("Settled spans are ticked."))
        self.all_done.say(self.tr("Every difference in this article is settled."), self.tr("On to the next article"))
        self._say_nothing()
        if self.isVisible():
            self.sitting.again()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read."""
        self.sitting.wake()
        super().showEvent(event)
        self.surface.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen: leave the project alone."""
        self.sitting.sleep()
        super().hideEvent(event)
