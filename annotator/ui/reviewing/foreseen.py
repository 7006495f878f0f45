"""What an action on many would settle: how many, of which kinds, and the first of them in their context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations import takes
from annotator.store import articles
from annotator.ui.language import marked
from annotator.ui.review.context import context
from annotator.ui.review.words import ALL, KINDS, TAKES, said
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.quote import Quote

if TYPE_CHECKING:
    from annotator.core.models import Direction
    from annotator.core.text import Text
    from annotator.operations.bulk import BulkPreview, Example
    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

_AGREED = marked("Review", "Alike")
_TWO = 2


class Foreseen(QScrollArea):
    """A sentence with the numbers, over a few examples."""

    def __init__(self, sitting: Sitting, theme: Theme) -> None:
        super().__init__()
        self._sitting, self._theme = sitting, theme
        self.sentence = label(role="strong", wrap=True)
        self.kinds = label(role="muted", wrap=True)
        self.examples: list[QFrame] = []
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(8)
        self._rows.addWidget(self.sentence)
        self._rows.addWidget(self.kinds)
        self._rows.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(300)

    def show_preview(self, found: BulkPreview) -> None:
        """Show another one."""
        for old in self.examples:
            old.hide()
            old.deleteLater()
        self.sentence.setText(self._counted(found))
        order = sorted(found.by_kind.items(), key=lambda each: [*KINDS, "agreed"].index(each[0]))
        kinds = (f"{_kind(kind)}: {self.locale().toString(many)}" for kind, many in order)
        self.kinds.setText(" · ".join(kinds))
        self.kinds.setVisible(bool(found.by_kind))
        self.examples = [self._example(each) for each in found.examples]
        for place, each in enumerate(self.examples):
            self._rows.insertWidget(2 + place, each)
        self.verticalScrollBar().setValue(0)

    def _counted(self, found: BulkPreview) -> str:
        if not found.count:
            return self.tr("Nothing: there is no such difference here.")
        settled = self.tr("%Ln would be settled", "", found.count)
        where = self.tr("in %Ln article(s)", "", found.articles)
        more = self.tr("The first of them:") if found.count > len(found.examples) else ""
        return f"{settled} {where}. {more}".strip()

    # -- the examples

    def _example(self, of: Example) -> QFrame:
        made = QFrame()
        made.setProperty("role", "card")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(3)
        db = self._sitting.desk.bridge.project.db
        article = articles.get(db, of.article)
        name = self._named(of)
        arrow = "←" if self.isRightToLeft() else "→"
        rows.addWidget(label(f"{_kind(of.kind)} · {isolate(name)} {arrow} {isolate(self._taken(of.take))}", wrap=True))
        if of.end > of.start:
            rows.addWidget(self._quote(articles.text(db, article.text), of, article.direction))
        rows.addWidget(on_side(label(isolate(article.title), "small", wrap=True)))
        return made

    def _named(self, of: Example) -> str:
        named = self._sitting.named
        if of.kind == "relation":
            return named.relation(of.label)
        variable = named.variable(of.label) if of.kind == "variable" else None
        return self._sitting.desk.words(variable.names, of.label) if variable else named.label(of.label)

    def _quote(self, text: Text, of: Example, direction: Direction) -> Quote:
        found, made = context(text, of.start, of.end, direction), Quote(self._theme)
        made.show_quote(found.before, found.quote, found.after, rtl=found.rtl)
        return made

    def _taken(self, take: str) -> str:
        names = self._sitting.names
        if (place := takes.place(take, names)) is not None:
            return names[place]
        return said(ALL if take == "both" and len(names) > _TWO else TAKES.get(take, take))


def _kind(kind: str) -> str:
    return said(_AGREED if kind == "agreed" else KINDS[kind])
