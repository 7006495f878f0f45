"""Spans to look at after their text was corrected: what each said before, what it says now; looked at, they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.operations import correction
from annotator.ui.models.span_lines import SpanLines, reveal
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.span_list import SpanList
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


class DoubtsPanel(Speaking):
    """One's own spans, all articles; the row that one comes to is shown in the text."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = label("", "heading")
        self.list = SpanList(theme)
        self.list.setProperty("role", "rows")
        self.list.setSelectionMode(SpanList.SelectionMode.ExtendedSelection)
        self.list.chosen.connect(lambda line: reveal(desk, line))
        self.looked_at = button("", pressed=self.clear)
        self.empty = Empty("")
        self._pages = QStackedLayout()
        row = QHBoxLayout()
        row.addWidget(self.looked_at)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 14, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        layout.addLayout(row)
        desk.bridge.changed.connect(self._heard)
        self.setFocusProxy(self.list)
        self.retranslate()

    def clear(self) -> None:
        """The selected spans are right as they are now."""
        if selected := self.list.selected():
            self._desk.bridge.do(correction.looked_at, [line.annotation for line in selected])

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.title.setText(self.tr("Spans to look at after a correction"))
        self.list.setAccessibleName(self.title.text())
        self.looked_at.setText(self.tr("Looked at"))
        self.looked_at.setToolTip(self.tr("The selected spans are right as they are now"))
        self.empty.say(self.tr("No span waits to be looked at."))
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while nobody looked."""
        super().showEvent(event)
        self._fill()

    def sizeHint(self) -> QSize:
        """As a panel is wide."""
        return QSize(320, 220)

    def _heard(self, change: Change) -> None:
        if self.isVisible() and change.touches("doubt", "annotation", "article", "label"):
            self._fill()

    def _fill(self) -> None:
        project, lines = self._desk.bridge.project, SpanLines(self._desk)
        found = correction.in_doubt(project, coder=project.coder)
        self.list.put([lines.line(one.annotation, one.article, one.doubt.was, one.annotation.quotes) for one in found])
        self._pages.setCurrentWidget(self.list if found else self.empty)
        self.looked_at.setVisible(bool(found))
        self.looked_at.setEnabled(project.writable)
