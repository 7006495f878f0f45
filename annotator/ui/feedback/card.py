"""A correction as a card: what the coder had over what was settled, the reason, and the reviewer's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator import messages
from annotator.messages import isolate
from annotator.review.excerpts import excerpt
from annotator.store import codebook
from annotator.ui.widgets.drawing import CHIP, chip_icon
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.quote import Quote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from annotator.core.models import Annotation
    from annotator.operations.feedback import Corrected
    from annotator.review.feedback import Correction
    from annotator.ui.desk import Desk
    from annotator.ui.models.named import Named
    from annotator.ui.theme import Theme

_AROUND = 45  # code points


class CorrectionCard(QWidget):
    """Made anew for each correction."""

    def __init__(self, desk: Desk, theme: Theme, named: Named, heading: str, found: Correction, one: Corrected) -> None:
        super().__init__()
        self._desk, self._theme, self._named = desk, theme, named
        self._found, self._one = found, one
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addWidget(on_side(label(heading, "heading", wrap=True)))
        column.addWidget(self._sides())
        column.addWidget(on_side(label(self._why(), "small", wrap=True)))
        if found.decision and found.decision.note:
            column.addWidget(on_side(label(found.decision.note, wrap=True)))

    def _sides(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(13, 10, 13, 12)
        column.setSpacing(6)
        found = self._found
        sides = ((self.tr("Your coding"), found.own, found.said), (self.tr("Settled"), found.settled, found.ruled))
        for whose, span, values in sides:
            column.addWidget(on_side(label(whose, "muted")))
            self._fill(column, span, values)
            column.addSpacing(4)
        return card

    def _fill(self, column: QVBoxLayout, span: Annotation | None, values: Mapping[str, Any]) -> None:
        found = self._found
        if found.about == "variable" and found.label in values:
            column.addWidget(on_side(label(isolate(self._named.value(found.label, values[found.label])), wrap=True)))
        elif span is None:
            column.addWidget(on_side(label("–")))
        else:
            column.addLayout(self._label(span))
            column.addWidget(self._quote(span))
            if found.target is not None:
                words = " … ".join(found.target.quotes)
                column.addWidget(on_side(label(f"→ {isolate(words)}", "small", wrap=True)))
            for name in values:
                words = f"{self._named.variable_name(name)}: {isolate(self._named.value(name, values[name]))}"
                column.addWidget(on_side(label(words, "strong" if name in found.variables else "small", wrap=True)))

    def _label(self, span: Annotation) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        look = next((one for one in self._named.book.labels if one.id == span.label), None)
        mark = label()
        mark.setPixmap(chip_icon(self._theme, look.hue if look else 0, look.pattern if look else 0).pixmap(CHIP, CHIP))
        row.addWidget(mark)
        name = self._named.relation(self._found.label) if self._found.target else self._named.label(span.label)
        row.addWidget(label(isolate(name), "strong"))
        row.addStretch(1)
        return row

    def _quote(self, span: Annotation) -> Quote:
        one = self._one
        shown = excerpt(one.text, span.fragments, one.article.direction, around=_AROUND)
        quote = Quote(self._theme)
        quote.show_quote(shown.before, shown.words, shown.after, rtl=shown.side == "rtl")
        return quote

    def _why(self) -> str:
        """The reason and who decided, or that there was nothing to decide."""
        decision, known, language = self._found.decision, messages.sentences("feedback"), self._desk.language
        if decision is None or not self._found.reason:
            return known["kept" if self._found.kind == "kept" else "no_reason"][language]
        reason = known.get(f"reason.{self._found.reason}")
        words = self.tr("Reason: %1").replace("%1", reason[language] if reason else self._found.reason)
        who = codebook.coder(self._desk.bridge.project.db, decision.coder)
        return f"{words} · {isolate(who.name)}" if who else words
