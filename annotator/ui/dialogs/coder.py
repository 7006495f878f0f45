"""Who codes here: one of the project's coders, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from annotator.messages import isolate
from annotator.operations import people
from annotator.store import codebook
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.ui.desk import Desk


class CoderDialog(Dialog):
    """`chosen` when another coder acts from now on."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Who is coding"))
        writable = desk.bridge.project.writable
        signed, looked = self.tr("Every action from now on is signed by:"), self.tr("Show the coding of:")
        self.body.addWidget(label(signed if writable else looked, "strong"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Coders"))
        project = desk.bridge.project
        for coder in codebook.coders(project.db):
            item = QListWidgetItem(isolate(coder.name))
            item.setData(Qt.ItemDataRole.UserRole, coder.id)
            self.list.addItem(item)
            if coder.id == project.coder:
                self.list.setCurrentItem(item)
        self.list.itemActivated.connect(lambda _item: self._choose())
        self.body.addWidget(self.list)
        self.new = QLineEdit()
        self.new.setPlaceholderText(self.tr("Or somebody new: a name"))
        self.new.setAccessibleName(self.tr("Name of a new coder"))
        self.body.addWidget(self.new)
        self.new.setVisible(writable)
        self.body.addWidget(label(self.tr("Each coder sees their own coding in Code mode."), "small", wrap=True))
        self.add_button(self.tr("Cancel"), self.reject)
        self.add_button(self.tr("Code under this name") if writable else self.tr("Show"), self._choose, default=True)

    def _choose(self) -> None:
        project = self._desk.bridge.project
        if name := self.new.text().strip():
            done = self._desk.bridge.do(people.add_coder, name)
            coder = str(done.facts["coder"]) if done is not None else ""
        else:
            item = self.list.currentItem()
            coder = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        if coder:
            project.act_as(coder)
            self.accept()
            self.chosen.emit()
