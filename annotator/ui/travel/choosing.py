"""Articles to tick, found by their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.store import articles

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from annotator.ui.desk import Desk

_ID = Qt.ItemDataRole.UserRole


class ArticleChoice(QWidget):
    """The project's articles with a box each, the open one ticked; filled when it is first shown."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.search = QLineEdit(clearButtonEnabled=True, placeholderText=self.tr("Find by title"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setMinimumHeight(150)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._seek)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    def showEvent(self, event: QShowEvent) -> None:
        """Fill it now."""
        self._fill()
        super().showEvent(event)

    def chosen(self) -> list[str]:
        """The ids of those that are ticked, in the project's order."""
        self._fill()
        items = (self.list.item(at) for at in range(self.list.count()))
        return [str(item.data(_ID)) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _fill(self) -> None:
        if self.list.count():
            return
        order = articles.order(self._desk.bridge.project.db)
        lines = articles.lines(self._desk.bridge.project.db, order)
        self.list.blockSignals(True)
        for article in order:
            item = QListWidgetItem(isolate(lines[article].title or article), self.list)
            item.setData(_ID, article)
            on = article == self._desk.article
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def _seek(self, words: str) -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(words.casefold() not in item.text().casefold())
