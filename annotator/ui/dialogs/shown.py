"""What the text shows: which labels, and whose coding; every choice holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from annotator.messages import isolate
from annotator.ui.dialogs.base import Dialog
from annotator.ui.models.codebook import tree
from annotator.ui.widgets.drawing import CHIP, chip_icon
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.desk import Desk
    from annotator.ui.reading import Reading
    from annotator.ui.theme import Theme

_ID = Qt.ItemDataRole.UserRole
_HEIGHT = 300


class ShownDialog(Dialog):
    """A tick for each label that shows, and whose spans they are."""

    def __init__(self, desk: Desk, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=380)
        self.setWindowTitle(self.tr("What the text shows"))
        self._desk, self._reading, self._theme = desk, reading, theme
        self.body.addWidget(label(self.tr("Labels"), "heading"))
        self.labels = QListWidget()
        self.labels.setAccessibleName(self.tr("Labels that show in the text"))
        self.labels.setMinimumHeight(_HEIGHT)
        self.labels.setIconSize(QSize(CHIP, CHIP))
        self._fill()
        self.labels.itemChanged.connect(self._turned)
        self.body.addWidget(self.labels)
        self.body.addWidget(label(self.tr("Whose coding"), "heading"))
        self.whose = QComboBox()
        self.whose.setAccessibleName(self.tr("Whose coding"))
        self._fill_coders()
        self.body.addWidget(self.whose)
        self.add_button(self.tr("Show all labels"), self._all)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def _fill(self) -> None:
        for each, depth in tree(self._reading.labels()):
            item = QListWidgetItem("\u2003" * depth + isolate(self._desk.words(each.names, each.id)), self.labels)
            item.setIcon(chip_icon(self._theme, each.hue, each.pattern))
            item.setData(_ID, each.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if each.id in self._desk.hidden else Qt.CheckState.Checked)

    def _fill_coders(self) -> None:
        self.whose.addItem(self.tr("Mine"), "")
        colleagues = self._reading.colleagues()
        for each in colleagues:
            self.whose.addItem(isolate(each.name), each.id)
        self.whose.setCurrentIndex(max(0, self.whose.findData(self._desk.whose)))
        self.whose.activated.connect(lambda at: self._reading.look_at(self.whose.itemData(at)))
        if not colleagues:
            sentence = self.tr("A colleague’s coding of this article can be seen once yours is done.")
            self.whose.setEnabled(False)
            self.body.addWidget(label(sentence, "small", wrap=True))

    def _turned(self, item: QListWidgetItem) -> None:
        shows = item.checkState() == Qt.CheckState.Checked
        if shows == (item.data(_ID) in self._desk.hidden):
            self._reading.turn_label(item.data(_ID))

    def _all(self) -> None:
        self._desk.hide_labels(frozenset())
        for row in range(self.labels.count()):
            self.labels.item(row).setCheckState(Qt.CheckState.Checked)
