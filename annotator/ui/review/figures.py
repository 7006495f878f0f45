"""How far the coders agree on the open article: spans that are the same, label by label, counted and as a share."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review.agreement import exact
from annotator.ui.review.letters import letter
from annotator.ui.widgets.buttons import Words
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.review.measures.f1 import Agreed
    from annotator.ui.review.sitting import Sitting

_TWO = 2


class Figures(QWidget):
    """A small table: label, spans of A and of B, the same in both, exact F1; of more coders F1 of every two."""

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._shown: list[object] = []
        self._stale = True  # the language is another
        self.heading = label(role="heading")
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(13, 10, 13, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self.meaning = label(role="small", wrap=True)
        self.more = Words("")
        self.more.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.heading, self._card, self.more, self.meaning):
            layout.addWidget(widget)
        sitting.read.connect(self.show_all)
        self.show_all()

    def offer(self, all_figures: Callable[[], object]) -> None:
        """Lead on to all figures of the round, where somebody shows them."""
        self.more.clicked.connect(lambda _checked=False: all_figures())
        self.more.show()

    def show_all(self) -> None:
        """Count again; the table is made anew when it says something else."""
        sides, named = self._sitting.sides, self._sitting.named
        self.setVisible(self._sitting.case is not None)
        found = exact([(one.annotations, other.annotations) for one, other in combinations(sides, 2)])
        shown: list[object] = [len(sides), *((name and named.label(name), agreed) for name, agreed in found.items())]
        if shown != self._shown or self._stale:
            self._shown, self._stale = shown, False
            self._make(found)

    def _make(self, found: Mapping[str | None, Agreed]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        two = len(self._sitting.sides) <= _TWO
        self.heading.setText(self.tr("Agreement in this article"))
        counted = [letter(0), letter(1), self.tr("same")] if two else []
        self._row(0, self.tr("Label"), [*counted, "F1"])
        order = {each.id: number for number, each in enumerate(self._sitting.named.book.labels)}
        labels = sorted((name for name in found if name is not None), key=lambda name: order.get(name, len(order)))
        for row, name in enumerate(labels, start=1):
            self._row(row, self._sitting.named.label(name), _cells(found[name], self.locale(), counts=two))
        if None in found:
            self._row(len(labels) + 1, self.tr("All"), _cells(found[None], self.locale(), counts=two), strong=True)
        self.meaning.setText(self._meaning(two=two))
        self.more.setText(self.tr("All figures…"))

    def _meaning(self, *, two: bool) -> str:
        if two:
            return self.tr(
                "Spans of each coder, and those with the same label on the same words. F1 is twice these by all spans."
            )
        return self.tr(
            "F1 of every two coders: twice their spans with the same label on the same words, by all their spans."
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


def _cells(agreed: Agreed, locale: QLocale, *, counts: bool) -> list[str]:
    share = "–" if agreed.f1 is None else locale.toString(agreed.f1, "f", 2)
    return [*(map(locale.toString, (agreed.a, agreed.b, agreed.both)) if counts else ()), share]
