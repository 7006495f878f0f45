"""The cases behind a number: the words in their context, and what each coder said; a click shows one in its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from annotator.ui.agreement.cases_model import CaseRole, CasesModel
from annotator.ui.hits import kwic
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.drawing import Line, ground, words
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.segments import segment, segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.ui.agreement.shown import Behind
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_QUOTE, _GAP, _AIR = 17, 14, 8  # pixels
_SAID = 0.36  # of the width: what each coder said


class CasesPage(QWidget):
    """`wanted` tells the case that should be shown in its article; `left` that somebody goes back."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = CasesModel()
        self.list = QListView()
        self.back = button(self.tr("Back"), "quiet", pressed=self.left.emit)
        self.back.setIcon(theme.icon("chevron-left", directional=True, colour="muted"))
        self.title = on_side(label("", "strong", wrap=True))
        self.count = label("", "small")
        self.differ, self.agree = segment(self.tr("They differ")), segment(self.tr("They agree"))
        self.sides = segments(self.differ, self.agree)
        self.nothing = Empty("")
        self.behind: Behind | None = None
        self._dress(theme)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(self.sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)

    def _dress(self, theme: Theme) -> None:
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(_Row(theme, view))
        view.setProperty("role", "rows")
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Cases behind the number"))
        view.activated.connect(self._want)
        view.clicked.connect(self._want)
        self.differ.clicked.connect(self._show)
        self.agree.clicked.connect(self._show)
        self.model.rowsInserted.connect(self._say_count)  # a lambda would hold this page, and the model the lambda

    def show_behind(self, behind: Behind, language: str) -> None:
        """Show what coders differ on."""
        self.behind = behind
        self.model.language = language
        self.title.setText(behind.title)
        self.sides.setVisible(behind.both)
        self.differ.setChecked(True)
        self._show()
        self.list.setFocus()

    def _show(self) -> None:
        if self.behind is None:
            return
        agreed = self.agree.isChecked() and self.behind.both
        self.model.show_behind(self.behind, self.model.language, agreed=agreed)
        there = self.model.rowCount() > 0
        self.list.setVisible(there)
        self.nothing.setVisible(not there)
        self.nothing.say(
            self.tr("There is nothing that they agree on.") if agreed else self.tr("They differ in nothing.")
        )
        self._say_count()
        if there:
            self.list.setCurrentIndex(self.model.index(0))

    def _say_count(self) -> None:
        many = self.model.rowCount()
        self.count.setText(
            self.tr("%Ln case(s)", "", many) if self.model.complete else self.tr("the first %Ln case(s)", "", many)
        )

    def _want(self, index: QModelIndex) -> None:
        if (case := self.model.case(index.row())) is not None:
            self.wanted.emit(case)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Backspace go back to the number."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """The title in small over the words; beside them a line for each coder."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def _line(self) -> int:
        return QFontMetrics(self._theme.font(-1)).height() + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the quote, or as all coders' lines."""
        del option
        model = index.model()
        coders = model.raters if isinstance(model, CasesModel) else 2
        quote = QFontMetrics(self._theme.font(-2)).height() + QFontMetrics(self._theme.text_font(_QUOTE)).height()
        return QSize(300, max(quote + 4, coders * self._line()) + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row, and the hairline under it."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, self._theme.colour("line"))
        ground(painter, option, area.adjusted(0, 1, 0, -2), self._theme, chosen=chosen)
        row = Line(area.adjusted(_AIR, _AIR, -_AIR, -_AIR), option.direction)
        self._said(painter, row.end(int(area.width() * _SAID), _GAP), index, chosen=chosen)
        self._quote(painter, row.area, index, chosen=chosen)
        painter.restore()

    def _quote(self, painter: QPainter, area: QRect, index: Index, *, chosen: bool) -> None:
        small = QFontMetrics(self._theme.font(-2)).height()
        title = QRect(area.x(), area.y(), area.width(), small)
        quiet = self._theme.colour("on_chosen" if chosen else "muted")
        words(painter, title, str(index.data()), quiet, end=False, font=self._theme.font(-2))
        below = area.adjusted(0, small + 2, 0, 0)
        ink = self._theme.colour("on_chosen" if chosen else "ink")
        fill = self._theme.colour("selection")
        fill.setAlpha(150)
        inks = kwic.Inks(quiet, ink, fill)
        kwic.draw(painter, below, index.data(CaseRole.CONTEXT), self._theme.text_font(_QUOTE), inks)

    def _said(self, painter: QPainter, area: QRect, index: Index, *, chosen: bool) -> None:
        """Name and word of each coder, in two columns."""
        for place, (name, told, there) in enumerate(index.data(CaseRole.SAID)):
            at = QRect(area.x(), area.y() + place * self._line(), area.width(), self._line())
            line = Line(at, painter.layoutDirection())
            quiet = self._theme.colour("on_chosen" if chosen else "muted")
            words(painter, line.start(area.width() * 2 // 5, 8), name, quiet, end=False, font=self._theme.font(-2))
            ink = self._theme.colour("on_chosen" if chosen else "ink" if there else "faint")
            words(painter, line.area, told, ink, end=False, font=self._theme.font(-1))
