"""The start side of Review: which coders, what is looked at, how much is open in the round, and the list of it."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QListView, QVBoxLayout, QWidget

from annotator.messages import comma, isolate
from annotator.review.compare import KINDS as ALL_KINDS
from annotator.ui.keys import is_plain, physical
from annotator.ui.review.filters import PASSES, STATES
from annotator.ui.review.row_look import QueueRow
from annotator.ui.review.rows import QueueModel
from annotator.ui.review.words import KINDS, said
from annotator.ui.review.words import PASSES as PASS_WORDS
from annotator.ui.review.words import STATES as STATE_WORDS
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex


class QueuePanel(QWidget):
    """What differs in the round; a click or the arrows take a difference in hand, or open an article.

    `left`: on to the text; `bulk`: many at once, please.
    """

    left = Signal()
    bulk = Signal()

    def __init__(self, sitting: Sitting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self.pair, self.work, self.state = QComboBox(self), QComboBox(self), QComboBox(self)
        self.kind, self.of_label = QComboBox(self), QComboBox(self)
        self.count = label(role="heading", parent=self)
        self.here = label(role="small", parent=self, wrap=True)
        self.model = QueueModel(sitting, self)
        self.list = _List(self.model, QueueRow(theme, self), self)
        self.many = button("", pressed=self.bulk.emit, parent=self)
        self._lay_out()
        self.pair.activated.connect(lambda row: sitting.compare_between(*self.pair.itemData(row)))
        for field, combo in self._fields():
            combo.activated.connect(lambda row, f=field, c=combo: sitting.look_at(**{f: c.itemData(row)}))
        self.list.chosen.connect(self._choose)
        self.list.activated.connect(lambda _index: self.left.emit())
        sitting.read.connect(self.show_all)
        sitting.moved.connect(self.show_current)
        self.model.modelReset.connect(self.show_current)
        sitting.waiting.grown.connect(self._show_counts)
        theme.changed.connect(self.list.doItemsLayout)
        self.show_all()

    def _fields(self) -> Iterator[tuple[str, QComboBox]]:
        yield from (("work", self.work), ("kind", self.kind), ("label", self.of_label), ("state", self.state))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(6)
        grid.addWidget(self.pair, 0, 0, 1, 2)
        grid.addWidget(self.work, 1, 0)
        grid.addWidget(self.state, 1, 1)
        grid.addWidget(self.kind, 2, 0)
        grid.addWidget(self.of_label, 2, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        layout.addLayout(grid)
        layout.addWidget(self.count)
        layout.addWidget(self.here)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.many)
        for combo in (self.pair, *(combo for _, combo in self._fields())):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)

    # -- what is shown

    def show_all(self) -> None:
        """Show the sitting in the language of now."""
        sitting = self._sitting
        self._fill(self.pair, list(self._pairs()), sitting.asked)
        self._fill(self.work, [(said(PASS_WORDS[each]), each) for each in PASSES], sitting.filter.work)
        self._fill(self.state, [(said(STATE_WORDS[each]), each) for each in STATES], sitting.filter.state)
        counts = {kind: sum(d.kind == kind for d in sitting.queue.open) for kind in ALL_KINDS}
        kinds = [(f"{said(KINDS[kind])} · {self.locale().toString(counts[kind])}", kind) for kind in ALL_KINDS]
        self._fill(self.kind, [(self.tr("All kinds"), None), *kinds], sitting.filter.kind)
        labels = [(isolate(sitting.named.label(each.id)), each.id) for each in sitting.named.book.labels]
        self._fill(self.of_label, [(self.tr("All labels"), ""), *labels], sitting.filter.label)
        self.many.setText(self.tr("Settle many at once…"))
        self.many.setEnabled(sitting.case is not None)
        self._name_all()
        self._show_counts()
        self.show_current()

    def _name_all(self) -> None:
        named = (
            (self.pair, self.tr("Coders compared")),
            (self.work, self.tr("In one pass or in two")),
            (self.kind, self.tr("Kind of difference")),
            (self.of_label, self.tr("Label")),
            (self.state, self.tr("Open or settled")),
        )
        for combo, name in named:
            combo.setAccessibleName(name)
            combo.setAccessibleDescription(name)  # for Qt it is called by what is chosen in it
            combo.setToolTip(name)
        self.list.setAccessibleName(self.tr("Differences"))

    def _pairs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """All coders of each article, and every two of the open one's; of two there is one choice."""
        sitting = self._sitting
        names = {coder.id: isolate(sitting.name(coder.id)) for coder in sitting.coders}
        if len(names) == 2:  # noqa: PLR2004
            yield " ↔ ".join(names.values()), sitting.asked if set(sitting.asked) == set(names) else ()
            return
        yield self.tr("All coders of each article"), ()
        for one, other in combinations(names, 2):
            yield f"{names[one]} ↔ {names[other]}", (one, other)
        if sitting.asked and not set(sitting.asked) <= set(names):
            yield comma(sitting.desk.language).join(map(isolate, map(sitting.name, sitting.asked))), sitting.asked

    def _show_counts(self) -> None:
        sitting = self._sitting
        opened, settled, agreed = sitting.waiting.totals(sitting.filter)
        only_settled = sitting.filter.state == "settled"
        first = self.tr("%Ln settled", "", settled) if only_settled else self.tr("%Ln open", "", opened)
        second = self.tr("%Ln agreed", "", agreed)
        more = "" if sitting.waiting.complete else "…"
        self.count.setText(f"{first} · {second}{more}")
        self.count.setToolTip(self.tr("In the whole round"))
        self.here.setText(self._pass_words())
        self.here.setVisible(bool(self.here.text()))

    def _pass_words(self) -> str:
        """Which pass it is, and what waits for the other."""
        work, found = self._sitting.filter.work, self._sitting.queue
        if work == "units":
            waits = len(found.later) + sum(not self._sitting.filter.takes(d.kind) for d in found.open)
            words = self.tr("First pass: which words are a unit, whatever their label.")
            more = self.tr("Labels and values that wait here: %Ln.", "", waits)
            return f"{words} {more}" if waits else words
        if work == "labels":
            waits = len(found.later)
            words = self.tr("Second pass: labels and values of the units that stand.")
            more = self.tr("Waiting for their unit: %Ln.", "", waits)
            return f"{words} {more}" if waits else words
        return ""

    def _fill(self, combo: QComboBox, items: list[tuple[str, object]], current: object) -> None:
        if [(combo.itemText(row), combo.itemData(row)) for row in range(combo.count())] != items:
            combo.clear()
            for words, data in items:
                combo.addItem(words, data)
        combo.setCurrentIndex(next((row for row, item in enumerate(items) if item[1] == current), 0))
        combo.setEnabled(len(items) > 1)

    def show_current(self) -> None:
        """Mark the difference in hand."""
        self.list.mark(self.model.row_of(self._sitting.current))

    def _choose(self, row: int) -> None:
        found = self.model.at(row)
        if isinstance(found, str):
            QTimer.singleShot(
                0, self, partial(self._sitting.desk.open_article, found)
            )  # the list is still at its click
        else:
            self._sitting.hold(found)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.model.again()
            self.show_all()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """The width of the start side."""
        return QSize(250, 500)


class _List(QListView):
    """Rows of one height; letters and digits are the page's keys, not a search in the list."""

    chosen = Signal(int)

    def __init__(self, model: QueueModel, row: QueueRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._marking = False
        self.setModel(model)
        self.setItemDelegate(row)
        self.setProperty("role", "rows")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mark(self, row: int) -> None:
        """Show which row is in hand, telling nobody."""
        index = self.model().index(row, 0)
        self._marking = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._marking = False
        if row >= 0:
            self.scrollTo(self.model().index(max(row - 1, 0), 0))  # with what stands over it, an article's head perhaps
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A click or an arrow key chose another row."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._marking:
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits to the page."""
        if is_plain(event) and physical(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
