"""Spans as the lists of `annotator.ui.widgets.span_list` show them: words before and after, label, article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.messages import isolate
from annotator.store import articles, codings
from annotator.ui.models.named import Named
from annotator.ui.widgets.span_list import SpanLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Annotation
    from annotator.ui.desk import Desk

_GAP = " … "


class SpanLines:
    """Names and hues are read once; make another one after a change of the codebook."""

    def __init__(self, desk: Desk) -> None:
        self._db = desk.bridge.project.db
        self._named = Named(desk)
        self._looks = {label.id: (label.hue, label.pattern) for label in self._named.book.labels}
        self._titles: dict[str, str] = {}

    def line(self, span: Annotation, article: str, before: Sequence[str], after: Sequence[str]) -> SpanLine:
        """A span of an article with its words before and after, () for none."""
        return SpanLine(
            annotation=span.id,
            article=article,
            place=(span.start, span.end),
            before=_GAP.join(before),
            after=_GAP.join(after),
            where=" · ".join((isolate(self._named.label(span.label)), isolate(self._title(article)))),
            look=self._looks.get(span.label),
        )

    def others(self, span: Annotation, article: str, before: Sequence[str], after: Sequence[str]) -> SpanLine:
        """The same of somebody else's span, whose label is theirs to tell."""
        whose = QCoreApplication.translate("SpanLines", "Another coder")
        where = " · ".join((whose, isolate(self._title(article))))
        return SpanLine(span.id, article, (span.start, span.end), _GAP.join(before), _GAP.join(after), where)

    def _title(self, article: str) -> str:
        if article not in self._titles:
            found = articles.lines(self._db, [article]).get(article)
            self._titles[article] = found.title if found else ""
        return self._titles[article]


def reveal(desk: Desk, line: SpanLine) -> None:
    """Let the text show the span of a row, without taking the keyboard from the list."""
    desk.set_mode("code")
    desk.open_article(line.article)
    desk.reveal.emit(*line.place)
    if codings.annotation(desk.bridge.project.db, line.annotation) is not None:
        desk.focus_on(line.annotation)
