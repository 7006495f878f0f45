"""Segments set under an older definition of a label, to be looked through: by whom, where, and whether it holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.messages import comma, isolate
from annotator.operations import clinic
from annotator.store import articles, codebook
from annotator.ui.models.named import short
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from annotator.core.models import Annotation
    from annotator.operations.clinic import Touched
    from annotator.ui.desk import Desk

_ROLE = Qt.ItemDataRole.UserRole
_QUOTED, _MOST = 60, 500  # characters of a quote, rows that are listed
_HIGH = 190  # pixels


class TouchedList(QWidget):
    """Ticked are those that were looked at. A row that is activated is shown in the text."""

    wanted = Signal(str, object)  # the article and the segment

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.heading = on_side(label("", "heading", wrap=True))
        self.who = on_side(label("", "small", wrap=True))
        self.list = QListWidget()
        self.list.setMinimumHeight(_HIGH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Coded under an older definition"))
        self.all = button(self.tr("Tick all"), "link", pressed=self._tick_all)
        self.holds = button("", pressed=self._look_again)
        self._lay_out()
        self.list.itemChanged.connect(lambda _item: self._count())
        self.list.itemActivated.connect(self._reveal)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.holds)
        row.addStretch(1)
        row.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (self.heading, self.who, self.list):
            column.addWidget(each)
        column.addLayout(row)

    def show_label(self, name: str) -> None:
        """Read again whom a label's definition touches; with none there is nothing to see."""
        project = self._desk.bridge.project
        found = clinic.touched(project, name)
        self.setVisible(bool(found))
        self.list.blockSignals(True)
        self.list.clear()
        titles = articles.lines(project.db, list({one.coding.article for one in found[:_MOST]}))
        for one in found[:_MOST]:
            self._put(one, titles[one.coding.article].title)
        self.list.blockSignals(False)
        said = self.tr("Coded under an older definition: %1")
        self.heading.setText(said.replace("%1", QLocale().toString(len(found))))
        self.who.setText(self._told(found))
        self._count()

    def ticked(self) -> list[str]:
        """The ids of the segments that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_ROLE).annotation.id for item in items if item.checkState() == Qt.CheckState.Checked]

    def _told(self, found: list[Touched]) -> str:
        """How many of each coder, and how many are frozen and stay as they are."""
        names, locale = self._names(), QLocale()
        counts = Counter(one.coding.coder for one in found if one.coding.kind == "own")
        parts = [f"{isolate(names.get(who, who))}: {locale.toString(count)}" for who, count in counts.most_common()]
        for words, count in (
            (self.tr("settled"), sum(one.coding.kind == "settled" for one in found)),
            (self.tr("frozen, and stay as they are"), sum(one.frozen and one.coding.kind == "own" for one in found)),
        ):
            parts += [f"{words}: {locale.toString(count)}"] if count else []
        if len(found) > _MOST:
            parts.append(self.tr("the first %1 are listed").replace("%1", locale.toString(_MOST)))
        return comma(self._desk.language).join(parts)

    def _names(self) -> dict[str, str]:
        return {coder.id: coder.name for coder in codebook.coders(self._desk.bridge.project.db)}

    def _put(self, one: Touched, title: str) -> None:
        quote = short(" … ".join(one.annotation.quotes), _QUOTED)
        item = QListWidgetItem(f"«{isolate(quote)}»\n{isolate(short(title, _QUOTED))}")
        item.setData(_ROLE, one)
        can = one.coding.kind == "settled" or not one.frozen
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags if can else flags & ~Qt.ItemFlag.ItemIsUserCheckable)
        if can:
            item.setCheckState(Qt.CheckState.Unchecked)
        else:
            item.setToolTip(self.tr("Its round is frozen: it stays as it was handed in"))
        self.list.addItem(item)

    def _count(self) -> None:
        ticked = len(self.ticked())
        counted = self.tr("They hold as they are (%1)").replace("%1", QLocale().toString(ticked))
        self.holds.setText(counted if ticked else self.tr("They hold as they are"))
        self.holds.setEnabled(bool(ticked) and self._desk.bridge.project.writable)

    def _tick_all(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(Qt.CheckState.Checked)

    def _look_again(self) -> None:
        self._desk.bridge.do(clinic.look_again, self.ticked())

    def _reveal(self, item: QListWidgetItem) -> None:
        one: Touched = item.data(_ROLE)
        span: Annotation = one.annotation
        self.wanted.emit(one.coding.article, span)
