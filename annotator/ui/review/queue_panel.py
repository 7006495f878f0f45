"""The start side of Review: which coders, which kind, how many are open, and the list of differences."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QListView, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review.compare import KINDS as ALL_KINDS
from annotator.ui.keys import is_plain, physical
from annotator.ui.review.rows import QueueModel, QueueRow
from annotator.ui.review.words import KINDS, said
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex


class QueuePanel(QWidget):
    """What differs between two coders; a click or the arrows take a difference in hand. `left`: on to the text."""

    left = Signal()

    def __init__(self, sitting: Sitting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self.pair, self.kind = QComboBox(self), QComboBox(self)
        self.count = label(role="heading", parent=self)
        self.model = QueueModel(sitting, self)
        self.list = _List(self.model, QueueRow(theme, self), self)
        self.agreed = button("", pressed=sitting.settle_agreed, parent=self)
        self._lay_out()
        self.pair.activated.connect(lambda row: sitting.compare_between(*self.pair.itemData(row)))
        self.kind.activated.connect(lambda row: sitting.look_at(self.kind.itemData(row)))
        self.list.chosen.connect(lambda row: sitting.hold(self.model.at(row)))
        self.list.activated.connect(lambda _index: self.left.emit())
        sitting.read.connect(self.show_all)
        sitting.moved.connect(self.show_current)
        theme.changed.connect(self.list.doItemsLayout)
        self.show_all()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for widget in (self.pair, self.kind, self.count):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.agreed)
        for combo in (self.pair, self.kind):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show_all(self) -> None:
        """Show the sitting in the language of now."""
        sitting = self._sitting
        names = {coder.id: isolate(coder.name) for coder in sitting.coders}
        self._fill(
            self.pair, [(f"{names[a]} ↔ {names[b]}", (a, b)) for a, b in combinations(names, 2)], sitting.between
        )
        counts = {kind: sum(d.kind == kind for d in sitting.queue.open) for kind in ALL_KINDS}
        kinds = [(f"{said(KINDS[kind])} · {self.locale().toString(counts[kind])}", kind) for kind in ALL_KINDS]
        self._fill(self.kind, [(self.tr("All kinds"), None), *kinds], sitting.kind)
        opened = self.tr("%Ln open", "", len(sitting.queue.open))
        agreed = self.tr("%Ln agreed", "", sitting.queue.agreed)
        self.count.setText(f"{opened} · {agreed}")
        waiting = sitting.queue.waiting_count
        self.agreed.setVisible(waiting > 0)
        self.agreed.setText(self.tr("Settle all %Ln that both agree on", "", waiting))
        for combo, name in ((self.pair, self.tr("Coders compared")), (self.kind, self.tr("Kind of difference"))):
            combo.setAccessibleName(name)
            combo.setAccessibleDescription(name)  # for Qt it is called by what is chosen in it
        self.list.setAccessibleName(self.tr("Differences"))
        self.show_current()

    def _fill(self, combo: QComboBox, items: list[tuple[str, object]], current: object) -> None:
        combo.clear()
        for words, data in items:
            combo.addItem(words, data)
        combo.setCurrentIndex(next((row for row, item in enumerate(items) if item[1] == current), 0))
        combo.setEnabled(len(items) > 1)

    def show_current(self) -> None:
        """Mark the difference in hand."""
        self.list.mark(self.model.row_of(self._sitting.current))

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
