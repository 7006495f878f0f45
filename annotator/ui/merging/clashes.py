"""The window on clashes: what waits, ours beside theirs in words and in the text, settled by one key each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.operations import clashes
from annotator.operations.clash_words import Words
from annotator.ui import keys
from annotator.ui.dialogs.base import Dialog
from annotator.ui.merging.sides import Sides, named
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.form_area import FormArea

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.operations.clash_words import Told
    from annotator.operations.clashes import Open, Side
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_SIZE, _LIST = QSize(940, 600), 330  # pixels
_PAUSE = 60  # milliseconds in which several changes are one
_KEYS: dict[str, Side] = {"o": "ours", "t": "theirs"}


class ClashesDialog(Dialog):
    """Stays open beside the text. O keeps ours, T takes theirs; each is one action, which undo takes back."""

    def __init__(self, desk: Desk, home: Home, parent: QWidget) -> None:
        super().__init__("", parent, width=760)
        self.setProperty("of_project", True)  # closed with it
        self.setWindowTitle(self.tr("Clashes between copies"))
        self._desk, self._home = desk, home
        self._found: list[Open] = []
        self.list = QListWidget()
        self.area = FormArea()
        self.nothing = Empty(self.tr("Nothing waits: all that came from other copies is joined or settled."))
        self._lay_out()
        self.all_ours = self.add_button(self.tr("Keep ours in all"), lambda: self.settle_all("ours"))
        self.all_theirs = self.add_button(self.tr("Take theirs in all"), lambda: self.settle_all("theirs"))
        self.add_button(self.tr("Close"), self.close)
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self.read_again)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        desk.bridge.changed.connect(self._heard)
        desk.bridge.failed.connect(self._refused)
        self.resize(_SIZE)
        self.read_again()
        self.list.setFocus()

    @property
    def chosen(self) -> Open | None:
        """The chosen clash."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def settle(self, take: Side) -> None:
        """Settle the chosen one and go on to the next."""
        if self.chosen is not None and self._desk.bridge.project.writable:
            self.say("")
            self._desk.bridge.do(clashes.settle, self.chosen.clash.id, take)

    def settle_all(self, take: Side) -> None:
        """Settle all that wait by one action; of theirs what fits."""
        self.say("")
        self._desk.bridge.do(clashes.settle_all, take)

    def read_again(self) -> None:
        """Show what waits now, and stay where one was."""
        self._soon.stop()
        project, at = self._desk.bridge.project, max(self.list.currentRow(), 0)
        self._found = clashes.waiting(project)
        says = Words(project, self._desk.language)
        self.list.blockSignals(True)
        self.list.clear()
        for found in self._found:
            self._put(says.told(found))
        self.list.setCurrentRow(min(at, len(self._found) - 1))
        self.list.blockSignals(False)
        for all_ in (self.all_ours, self.all_theirs):
            all_.setEnabled(bool(self._found) and project.writable)
            all_.setVisible(len(self._found) > 1)
        self.nothing.setVisible(not self._found)
        self.area.setVisible(bool(self._found))
        self.list.setVisible(bool(self._found))
        self._show()

    def _put(self, told: Told) -> None:
        name = named(told)
        below = " · " + self.tr("and %Ln with it", "", told.below) if told.below else ""
        item = QListWidgetItem(f"{name}\n{told.why}{below}")
        item.setData(Qt.ItemDataRole.UserRole, told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {told.why}{below}")
        self.list.addItem(item)

    def _show(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            told = cast("Told", item.data(Qt.ItemDataRole.UserRole))
            page = Sides(self._desk, self._home, told, enabled=self._desk.bridge.project.writable)
            page.chosen.connect(self.settle)
            page.opened.connect(self._go)
            self.area.show_page(page, {})
            for before, after in pairwise((self.list, *page.controls, self.all_ours)):
                self.setTabOrder(before, after)

    def _go(self, article: str) -> None:
        self._desk.open_article(article)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """O and T settle, on every keyboard layout; the list would look for such a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and keys.is_plain(event):
            take = _KEYS.get(keys.physical(event))
            if take is not None:
                self.settle(take)
                return True
        return super().eventFilter(watched, event)

    def _heard(self, change: Change) -> None:
        self.say("")
        if change.touches("clash") or self._found:
            self._soon.start()

    def _refused(self, error: BaseException) -> None:
        self.say(self._home.language.say(error))

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.windowTitle())
        self.list.installEventFilter(self)
        self.installEventFilter(self)
        self.list.setFixedWidth(_LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addWidget(self.list)
        end = QVBoxLayout()
        end.addWidget(self.area, 1)
        end.addWidget(self.nothing, 1)
        both.addLayout(end, 1)
        self.body.addLayout(both, 1)

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)
