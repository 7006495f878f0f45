"""The history panel: what was done, in words; go to any moment of it, or take one action back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui.models.history import MomentRole, MomentsModel
from annotator.ui.panels.moment_row import MomentRow
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from annotator.ui.desk import Desk
    from annotator.ui.models.history import Moment
    from annotator.ui.theme import Theme


class HistoryPanel(Speaking):
    """The newest actions first. Only my own can be gone to, since undo never takes back a colleague's work."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = MomentsModel(desk)
        self._row = MomentRow(theme, self)
        self.title = label("", "heading")
        self.list = _Moments(self.model, self._row, self)
        self.list.gone_to.connect(self.go)
        self.list.selectionModel().selectionChanged.connect(self._offer)
        self.model.dataChanged.connect(self._offer)
        self.model.modelReset.connect(self._offer)
        self.go_here = button("", pressed=self.go)
        self.take_back = button("", pressed=self._take_back)
        self.empty = Empty("")
        self._pages = QStackedLayout()
        self._lay_out()
        theme.changed.connect(self.list.doItemsLayout)
        self.retranslate()

    def go(self) -> None:
        """Undo or redo until the chosen action is the last one done."""
        if (moment := self._chosen()) is not None and self.go_here.isEnabled():
            self._desk.bridge.jump(moment.id)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.title.setText(self.tr("History"))
        self.list.setAccessibleName(self.tr("History"))
        self._row.now = self.tr("now")
        self.go_here.setText(self.tr("Go here"))
        self.go_here.setToolTip(self.tr("Undo or redo until this is the last thing done"))
        self.take_back.setText(self.tr("Take this back"))
        self.take_back.setToolTip(self.tr("Undo this one action and leave what came later"))
        self.empty.say(self.tr("Nothing was done in this project yet."))
        self.list.viewport().update()
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the log when somebody looks, and show where we stand."""
        super().showEvent(event)
        self.model.wake(awake=True)
        if (row := self.model.row_of_present()) >= 0:
            self.list.scrollTo(self.model.index(row))

    def hideEvent(self, event: QHideEvent) -> None:
        """A closed drawer costs nothing."""
        self.model.wake(awake=False)
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        """As a panel is wide."""
        return QSize(320, 420)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go_here)
        buttons.addWidget(self.take_back)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 14, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        layout.addLayout(buttons)

    def _chosen(self) -> Moment | None:
        rows = self.list.selectionModel().selectedIndexes()
        return self.model.moment_at(rows[0].row()) if rows else None

    def _offer(self, *_: QItemSelection | QModelIndex | list[int]) -> None:
        """Say what can be done with the chosen action."""
        self._pages.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        moment = self._chosen()
        rows = self.list.selectionModel().selectedIndexes()
        present = bool(rows and rows[0].data(MomentRole.PRESENT))
        self.go_here.setEnabled(moment is not None and moment.mine and not present)
        known = moment is not None and bool(moment.author) and not self.model.hides(moment)
        self.take_back.setEnabled(known and moment is not None and not moment.undone)

    def _take_back(self) -> None:
        if (moment := self._chosen()) is not None:
            self._desk.bridge.take_back(moment.id)


class _Moments(QListView):
    """Rows to choose from; `gone_to` is a double click or Enter on the chosen one."""

    gone_to = Signal()

    def __init__(self, model: MomentsModel, row: MomentRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(row)
        self.setProperty("role", "rows")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _: self.gone_to.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the chosen moment."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.gone_to.emit()
        else:
            super().keyPressEvent(event)
