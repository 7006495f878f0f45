"""Corrections as rows under their articles: what was changed, of which label, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator import messages
from annotator.messages import isolate
from annotator.ui.models.named import short
from annotator.ui.widgets.drawing import Line, ground, two_lines, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.operations.feedback import Corrected
    from annotator.review.feedback import Correction
    from annotator.ui.models.named import Named
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_AROUND, _QUOTED, _TICK = 10, 60, 15


class CorrectionsModel(QAbstractListModel):
    """Each article as a heading, and under it what was changed there, or (`whole`) what stayed as well."""

    def __init__(self, named: Named, language: str) -> None:
        super().__init__()
        self.language = language
        self.whole = False
        self._named = named
        self._articles: Sequence[Corrected] = ()
        self._rows: list[tuple[Corrected, Correction | None]] = []

    def show(self, articles: Sequence[Corrected]) -> None:
        """Show these articles."""
        self.beginResetModel()
        self._articles = articles
        self._rows = []
        for one in articles:
            shown = [found for found in one.compared.corrections if self.whole or found.kind != "kept"]
            self._rows += [(one, None), *((one, found) for found in shown)]
        self.endResetModel()

    def show_whole(self, *, whole: bool) -> None:
        """Show what stayed as well, or not."""
        self.whole = whole
        self.show(self._articles)

    def row(self, number: int) -> tuple[Corrected, Correction | None] | None:
        """The article of a row and its correction, None for a heading; None outside of the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, span: str) -> int:
        """The row of the correction that a segment is part of, or -1."""
        for number, (_, found) in enumerate(self._rows):
            if found is not None and span in {each.id for each in (found.own, found.settled) if each}:
                return number
        return -1

    def beside(self, number: int, by: int) -> int:
        """The next row with a correction, so many steps on; where there is none, the same."""
        step, at = (1 if by > 0 else -1), number + by
        while (row := self.row(at)) is not None and row[1] is None:
            at += step
        return at if row is not None else number

    def heading(self, found: Correction) -> str:
        """The kind of a correction in words."""
        key = f"link_{'removed' if found.own else 'added'}" if found.kind == "link" else found.kind
        return messages.sentences("feedback")[key][self.language]

    def about(self, found: Correction) -> str:
        """The label, both where it was changed, the link or the variable."""
        if found.about == "variable":
            variable = self._named.variable(found.label)
            return (
                next(filter(None, (variable.names.get(self.language, ""),)), found.label) if variable else found.label
            )
        if found.about == "link":
            return self._named.relation(found.label)
        names = dict.fromkeys(span.label for span in (found.own, found.settled) if span)
        return " · ".join(self._named.label(name) for name in names)

    def quote(self, found: Correction) -> str:
        """Its words on one line; of a variable its values."""
        if found.span is None:
            values = (values.get(found.label) for values in (found.said, found.ruled))
            return " · ".join(self._named.value(found.label, value) if value is not None else "–" for value in values)
        return short(" … ".join(found.span.quotes), _QUOTED)

    def rowCount(self, parent: Index | None = None) -> int:
        """Headings and corrections."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        return super().flags(index) if self._rows[index.row()][1] else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, for the eye and for the ear."""
        one, found = self._rows[index.row()]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if found is None:
            return one.article.title
        return f"{self.heading(found)}, {self.about(found)}, {self.quote(found)}"


class CorrectionRow(QStyledItemDelegate):
    """What was changed and its label over the words; an article's title with how much was changed in it."""

    def __init__(self, theme: Theme, model: CorrectionsModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines; one for a title."""
        row = self._model.row(index.row())
        high = QFontMetrics(self._theme.font()).height()
        return QSize(160, high + 20 if row and row[1] is None else two_lines(self._theme) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        row = self._model.row(index.row())
        if row is None:
            return
        one, found = row
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found is None:
            self._title(painter, option, one)
        else:
            self._correction(painter, option, found)
        painter.restore()

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, one: Corrected) -> None:
        theme = self._theme
        line = Line(option.rect.adjusted(_AROUND, 6, -_AROUND, 0), option.direction)
        changed = sum(found.kind != "kept" for found in one.compared.corrections)
        words(
            painter, line.end(36, 8), QLocale().toString(changed), theme.colour("muted"), end=True, font=theme.font(-2)
        )
        bold = theme.font(-1, weight=QFont.Weight.DemiBold)
        words(painter, line.area, one.article.title, theme.colour("muted"), font=bold)

    def _correction(self, painter: QPainter, option: QStyleOptionViewItem, found: Correction) -> None:
        theme, area = self._theme, option.rect.adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground(painter, option, area, theme, chosen=chosen)
        kept = found.kind == "kept"
        ink = theme.colour("on_chosen" if chosen else "muted" if kept else "ink")
        quiet = theme.colour("on_chosen" if chosen else "muted")
        inner = area.adjusted(_AROUND, 4, -_AROUND, 0)
        first = QRect(inner.x(), inner.y(), inner.width(), QFontMetrics(theme.font()).height())
        line = Line(first, option.direction)
        about = self._model.about(found)
        wide = min(first.width() // 2, QFontMetrics(theme.font(-2)).horizontalAdvance(about) + 6)
        words(painter, line.end(wide, 8), about, quiet, end=True, font=theme.font(-2))
        heavy = theme.font(weight=QFont.Weight.Normal if kept else QFont.Weight.Medium)
        words(painter, line.area, self._model.heading(found), ink, font=heavy)
        second = QRect(first.x(), first.bottom() + 1, first.width(), QFontMetrics(theme.font(-1)).height())
        words(painter, second, isolate(self._model.quote(found)), quiet, font=theme.font(-1))
