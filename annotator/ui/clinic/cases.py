"""The cases behind a label or a pair: what each coder has, side by side in its context, and how it was settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.messages import isolate
from annotator.review.excerpts import excerpt
from annotator.store import articles
from annotator.ui.review.words import KINDS, REASONS, said
from annotator.ui.widgets.buttons import Words, button
from annotator.ui.widgets.drawing import CHIP, chip_icon
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.quote import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Annotation, Article
    from annotator.core.text import Text
    from annotator.review.conflicts import Argued
    from annotator.ui.desk import Desk
    from annotator.ui.models.named import Named
    from annotator.ui.theme import Theme

_AT_ONCE = 25  # cases; more are shown when they are asked for
_AROUND = 40  # code points of context
_IN_A_ROW = 2


class Cases(QScrollArea):
    """Cards, article by article. `taken` tells that the words of a side should go into the codebook, and where."""

    taken = Signal(str, str)  # a quote, and one of the places of `annotator.operations.clinic.Place`
    wanted = Signal(str, object)  # the article and a segment to be shown in the text

    def __init__(self, desk: Desk, theme: Theme, named: Named) -> None:
        super().__init__(widgetResizable=True)
        self._desk, self._theme, self._named = desk, theme, named
        self._cases: Sequence[Argued] = ()
        self._shown = 0
        self._names: dict[str, str] = {}
        self._texts: dict[str, tuple[Article, Text]] = {}
        self.cards: list[QFrame] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more = button("", "link", pressed=self._show_more)

    def show_cases(self, cases: Sequence[Argued], names: dict[str, str], *, addable: bool) -> None:
        """Show these from the first; `names` are the coders' by id; `addable`: whether words can go to the codebook."""
        self._cases, self._names, self._addable = cases, names, addable
        self._shown, self.cards = 0, []
        self._texts.clear()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2, 0, 8, 12)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self.more = button("", "link", pressed=self._show_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(inside)
        self._show_more()

    def _show_more(self) -> None:
        for case in self._cases[self._shown : self._shown + _AT_ONCE]:
            card = self._card(case)
            self._column.insertWidget(len(self.cards), card)
            self.cards.append(card)
        self._shown = len(self.cards)
        left = len(self._cases) - self._shown
        self.more.setText(self.tr("Show more (%Ln)", "", left))
        self.more.setVisible(left > 0)

    # -- a card

    def _card(self, case: Argued) -> QFrame:
        article, text = self._text(case.article)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(13, 10, 13, 10)
        column.setSpacing(8)
        column.addLayout(self._head(case, article))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for column_number in range(_IN_A_ROW):
            grid.setColumnStretch(column_number, 1)
        for place, (coder, span) in enumerate(zip(case.between, case.difference.sides, strict=True)):
            side = self._side(self._names.get(coder, coder), span, article, text)
            grid.addWidget(side, place // _IN_A_ROW, place % _IN_A_ROW, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        column.addWidget(on_side(label(self._settled(case), "small", wrap=True)))
        return card

    def _head(self, case: Argued, article: Article) -> QHBoxLayout:
        span = case.difference.there[0]
        title = Words(isolate(article.title))
        title.clicked.connect(lambda _checked=False: self.wanted.emit(article.id, span))
        title.setAccessibleName(self.tr("Show this case in its article: %1").replace("%1", isolate(article.title)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(said(KINDS[case.difference.kind]), "strong"))
        row.addStretch(1)
        row.addWidget(title)
        return row

    def _side(self, name: str, span: Annotation | None, article: Article, text: Text) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(on_side(label(isolate(name), "small")))
        if span is None:
            column.addWidget(on_side(label(self.tr("not coded"), "muted")))
            return side
        column.addLayout(self._named_label(span))
        found = excerpt(text, span.fragments, article.direction, around=_AROUND)
        quote = Quote(self._theme)
        quote.show_quote(found.before, found.words, found.after, rtl=found.side == "rtl")
        column.addWidget(quote)
        if self._addable:
            row = QHBoxLayout()
            row.addWidget(self._take(found.words))
            row.addStretch(1)
            column.addLayout(row)
        return side

    def _named_label(self, span: Annotation) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        look = next((one for one in self._named.book.labels if one.id == span.label), None)
        mark = label()
        mark.setPixmap(chip_icon(self._theme, look.hue if look else 0, look.pattern if look else 0).pixmap(CHIP, CHIP))
        row.addWidget(mark)
        row.addWidget(on_side(label(isolate(self._named.label(span.label)), wrap=True)), 1)
        return row

    def _take(self, quote: str) -> QPushButton:
        """Where these words would go in the codebook."""
        made = button(self.tr("Into the codebook"), "chip")
        made.setAccessibleDescription(quote)
        menu = QMenu(made)
        for place, words in places().items():
            menu.addAction(words).triggered.connect(lambda _checked=False, to=place: self.taken.emit(quote, to))
        made.setMenu(menu)
        return made

    def _settled(self, case: Argued) -> str:
        if case.decision is None:
            return self.tr("Not settled yet")
        reason = REASONS.get(case.decision.reason)
        words = self.tr("Reason: %1").replace("%1", said(reason)) if reason else self.tr("Settled without a reason")
        return f"{words} · {isolate(case.decision.note)}" if case.decision.note else words

    def _text(self, article: str) -> tuple[Article, Text]:
        if article not in self._texts:
            db = self._desk.bridge.project.db
            found = articles.get(db, article)
            self._texts[article] = found, articles.text(db, found.text)
        return self._texts[article]


def places() -> dict[str, str]:
    """Where the words of a case can go, as the person reads it."""
    return {
        "examples": QCoreApplication.translate("Cases", "as an example"),
        "include": QCoreApplication.translate("Cases", "to what is included"),
        "exclude": QCoreApplication.translate("Cases", "to what is left out"),
    }
