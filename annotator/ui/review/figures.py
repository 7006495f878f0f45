"""How far the two agree on the open article: spans that are the same, label by label, counted and as a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review.agreement import exact
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.review.measures.f1 import Agreed
    from annotator.ui.review.sitting import Sitting


class Figures(QWidget):
    """A small table: label, spans of A and of B, the same in both, exact F1."""

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._shown: list[tuple[str | None, Agreed]] = []
        self._stale = True  # the language is another
        self.heading = label(role="heading")
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(13, 10, 13, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self.meaning = label(role="small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.heading, self._card, self.meaning):
            layout.addWidget(widget)
        sitting.read.connect(self.show_all)
        self.show_all()

    def show_all(self) -> None:
        """Count again; the table is made anew when it says something else."""
        sides, named = self._sitting.sides, self._sitting.named
        found = exact([(sides[0].annotations, sides[1].annotations)])
        self.setVisible(self._sitting.case is not None)
        shown = [(name and named.label(name), agreed) for name, agreed in found.items()]
        if shown != self._shown or self._stale:
            self._shown, self._stale = shown, False
            self._make(found)

    def _make(self, found: Mapping[str | None, Agreed]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.heading.setText(self.tr("Agreement in this article"))
        self._row(0, self.tr("Label"), [self.tr("A"), self.tr("B"), self.tr("same"), "F1"])
        order = {each.id: number for number, each in enumerate(self._sitting.named.book.labels)}
        labels = sorted((name for name in found if name is not None), key=lambda name: order.get(name, len(order)))
        for row, name in enumerate(labels, start=1):
            self._row(row, self._sitting.named.label(name), _cells(found[name], self.locale()))
        self._row(len(labels) + 1, self.tr("All"), _cells(found[None], self.locale()), strong=True)
        self.meaning.setText(
            self.tr(
                "Spans of each coder, and those with the same label on the same words. F1 is twice these by all spans."
            )
        )

    def _row(self, row: int, name: str, cells: list[str], *, strong: bool = False) -> None:
        role = "small" if row == 0 else "strong" if strong else ""
        self._grid.addWidget(label(isolate(name), role, wrap=True), row, 0)
        for column, words in enumerate(cells, start=1):
            self._grid.addWidget(label(words, role or ("" if column == len(cells) else "muted")), row, column)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._stale = True
            self.show_all()
        super().changeEvent(event)


def _cells(agreed: Agreed, locale: QLocale) -> list[str]:
    share = "–" if agreed.f1 is None else locale.toString(agreed.f1, "f", 2)
    return [*map(locale.toString, (agreed.a, agreed.b, agreed.both)), share]
