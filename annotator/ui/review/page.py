"""Review: the round's queue at the start, the coders' work on the text in the middle, the decision at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotator.operations import review
from annotator.ui.keys import is_plain, physical
from annotator.ui.review.decision import DecisionPanel
from annotator.ui.review.done import Done
from annotator.ui.review.figures import Figures
from annotator.ui.review.letters import keys
from annotator.ui.review.pages import Pages
from annotator.ui.review.policy import Policy
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.sitting import Sitting
from annotator.ui.review.strip import Strip
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent

    from annotator.core.models import Fragments
    from annotator.ui.desk import Desk
    from annotator.ui.text.surface import Surface
    from annotator.ui.theme import Theme

_NARROW = 900  # pixels: below it the queue stands in place of the decision, one at a time


class ReviewPage(Speaking):
    """The whole of Review mode. It reads while it is seen; keys: A, B, C …, D, X, E, 1 to 4, N and P, Escape."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.sitting = Sitting(desk, self)
        self.queue = QueuePanel(self.sitting, theme)
        self.pages = Pages(self.sitting)
        self.strip = Strip(self.sitting, QMargins(14, 8, 14, 8))
        self.decision = DecisionPanel(self.sitting, theme)
        self.policy = Policy(self.sitting)
        self.figures = Figures(self.sitting)
        self.all_done = Done(pressed=lambda: self.sitting.walk(1))
        self.nothing = Empty("", pressed=lambda: self.sitting.walk(1))
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def surface(self) -> Surface:
        """The page that keys go to."""
        return self.pages.surface

    def _lay_out(self) -> None:
        table = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self.queue, 0), (self._middle(), 1), (self._end(), 0)):
            table.addWidget(widget)
            table.setStretchFactor(table.indexOf(widget), stretch)
        table.setChildrenCollapsible(False)
        table.setSizes([270, 830, 310])
        self._table = table
        self._stack = QStackedLayout(self)
        self._stack.addWidget(table)
        self._stack.addWidget(self.nothing)

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setMinimumWidth(320)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.pages, 1)
        return middle

    def _end(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(13, 14, 13, 14)
        layout.setSpacing(16)
        for part in (self.decision, self.all_done, self.policy, self.figures):
            layout.addWidget(part)
        layout.addStretch(1)
        self._below = layout
        end = QScrollArea()
        end.setFrameShape(QFrame.Shape.NoFrame)
        end.setWidgetResizable(True)
        end.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        end.setWidget(inside)
        end.setMinimumWidth(300)
        self._decided = end
        return end

    def _connect(self) -> None:
        sitting, theme = self.sitting, self._theme
        sitting.read.connect(self._show_all)
        sitting.moved.connect(self._show_current)
        self._desk.decision_wanted.connect(self._hold_decision)
        sitting.waiting.grown.connect(self._say_done)
        self.queue.left.connect(self.surface.setFocus)
        self.decision.left.connect(self.surface.setFocus)
        self.decision.done.connect(self._say_next)
        self.decision.edits.connect(self._edit)
        self.strip.marks.connect(self._show_only)
        self.strip.listed.connect(self._turn)
        self.strip.beside.connect(lambda on: self.pages.show_beside(on=on))
        self.strip.nameless.connect(lambda on: sitting.call_anonymously(on=on))
        self.pages.held.connect(self._hold_mark)
        self.pages.dressing.connect(self._dress)
        self.surface.selected.connect(self._selected)
        self.surface.resized.connect(self._resized)
        self._dress(self.surface)
        theme.changed.connect(self._restyle)
        self._desk.language_changed.connect(self._speak)

    def _dress(self, surface: Surface) -> None:
        surface.set_fit(self.sitting.named.fit)
        surface.set_style(self._theme.page_style())
        surface.installEventFilter(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the text; a focus proxy would take the chain of Tab apart, which Qt cannot mend."""
        self.surface.setFocus(event.reason())

    # -- what is shown

    def _show_all(self) -> None:
        sitting = self.sitting
        self._stack.setCurrentWidget(self._table if sitting.case else self.nothing)
        self._say_nothing()
        self.pages.show_article()
        self._say_done()

    def _show_current(self) -> None:
        self.pages.show_marks()
        self.pages.show_current()

    def put_answers(self, answers: QWidget) -> None:
        """Let the notes on a decision stand below it."""
        self._below.insertWidget(self._below.indexOf(self.decision) + 1, answers)

    def _hold_decision(self, decision: str) -> None:
        """Take the difference in hand on which this was decided."""
        found = next((d for d, ruling in self.sitting.queue.settled if ruling.id == decision), None)
        if found is not None:
            self.sitting.hold(found)

    def _show_only(self) -> None:
        self.pages.only = self.strip.only.isChecked()
        self.pages.show_marks()

    def _say_done(self) -> None:
        """What is there to do where nothing is open: of the article, or of what is looked at."""
        sitting = self.sitting
        self.all_done.setVisible(sitting.case is not None and not sitting.open and sitting.filter.state != "settled")
        narrow = sitting.filter.narrows or sitting.filter.work != "one"
        opened, _, _ = sitting.waiting.totals(sitting.filter)
        words = self._nothing_open(narrow=narrow, everywhere=not opened and sitting.waiting.complete)
        go_on = self.tr("On to the next article") if opened or not sitting.waiting.complete else ""
        self.all_done.say(words, go_on)

    def _nothing_open(self, *, narrow: bool, everywhere: bool) -> str:
        if everywhere and narrow:
            return self.tr("Nothing of what you look at is open in this round.")
        if everywhere:
            return self.tr("Every difference in this round is settled.")
        if narrow:
            return self.tr("Nothing of what you look at is open in this article.")
        return self.tr("Every difference in this article is settled.")

    def _say_nothing(self) -> None:
        if not self._desk.article:
            sentence = self.tr("Open an article that two coders have coded, and what they differ in stands here.")
        elif self.sitting.blind:
            sentence = self.tr(
                "This article is still being coded, and nobody sees another’s work before it is done. "
                "Then the differences stand here."
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
            "third": sitting.current is not None and len(sitting.between) > 2,  # noqa: PLR2004
            "compared": sitting.case is not None,
        }
        return {name for name, true in holds.items() if true}

    def marked(self) -> set[str]:
        """Which choices of the menu hold."""
        chips = {
            "only_differences": self.strip.only,
            "without_names": self.strip.anonymous,
            "side_by_side": self.strip.two,
        }
        return {name for name, chip in chips.items() if chip.isChecked()}

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
        if found is not None and mark not in self.pages.in_hand():
            self.sitting.hold(found)

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
        side = next(iter(found.there), None)
        if selection == (found.start, found.end) and side and (side.start, side.end) == selection:
            self.decision.select(side.fragments)
        else:
            self.decision.select((selection,) if selection else None)

    def _resized(self, mark: str, fragments: Fragments) -> None:
        """An edge of the segment in hand was dragged: that is an edit."""
        self.surface.show_moved(None)
        if mark not in self.pages.in_hand() or not self.decision.takes["edit"].isEnabled():
            return
        if self.decision.take != "edit":
            self.decision.press("edit")
        self.surface.select(fragments[0][0], fragments[-1][1])
        self.decision.select(fragments)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of Review, by their place on the keyboard, wherever no field takes them."""
        key = physical(event) if is_plain(event) else ""
        takes = keys(len(self.sitting.between))
        if event.key() == Qt.Key.Key_Escape and self.decision.let_go():
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.decision.take == "edit":
            self.decision.press("edit")
        elif key and key in "np":
            self.step(1 if key == "n" else -1)
        elif key not in takes and not (key and key in "1234"):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # held down, a key would settle what nobody has seen
            self.decision.press(takes[key]) if key in takes else self.decision.give(review.REASONS[int(key) - 1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the page Escape gives up what was pressed before it lets go of the selection."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in set(self.pages.every()):
            return event.key() == Qt.Key.Key_Escape and self.decision.let_go()
        return super().eventFilter(watched, event)

    # -- the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for three, the queue and the decision take turns beside the text."""
        super().resizeEvent(event)
        self.strip.offer_list(on=event.size().width() < _NARROW)
        self._fold()

    def _turn(self) -> None:
        self._fold()
        (self.queue.list if self.strip.list.isChecked() else self.surface).setFocus()

    def _fold(self) -> None:
        narrow, listed = self.width() < _NARROW, self.strip.list.isChecked()
        self.queue.setVisible(not narrow or listed)
        self._decided.setVisible(not narrow or not listed)

    def _restyle(self) -> None:
        for surface in self.pages.every():
            surface.set_style(self._theme.page_style())

    def _speak(self, _language: str) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.strip.retranslate()
        self.policy.retranslate()
        self._say_done()
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
