"""Lists of hits in context: headings that fold, lines with the hit in the middle, ticks where there is a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.hits import kwic
from annotator.ui.text.style import mixed
from annotator.ui.widgets.drawing import TICK, Line, ground, tick_box, words

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QAbstractListModel
    from PySide6.QtWidgets import QWidget

    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
_HEIGHT = 32  # pixels of a row
_TITLE = 170  # pixels of an article's title at the end of a line
_PIXELS = 16  # of the text's font
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class HitLine:
    """One row: a heading where there is no `context`; `end` stands at its end; a `quiet` one is as it was."""

    words: str = ""
    end: str = ""
    context: kwic.Context | None = None
    tick: Qt.CheckState | None = None
    quiet: bool = False
    is_open: bool = True


class HitList(QListView):
    """Space ticks (`ticked`), Enter shows a line in the text (`wanted`), arrows or Enter on a heading `folded`."""

    wanted = Signal(int)  # a row
    ticked = Signal(int)
    folded = Signal(int, bool)  # a heading's row, and whether it is to be shut

    def __init__(self, model: QAbstractListModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Row(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._enter)
        theme.changed.connect(self.doItemsLayout)

    def line(self, index: Index) -> HitLine | None:
        """What a row shows."""
        found: HitLine | None = index.data(LINE)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter and the arrows; the others walk."""
        index = self.currentIndex()
        line = self.line(index)
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and line:
            self._enter(index)
        elif event.key() == Qt.Key.Key_Space and line:
            self.ticked.emit(index.row())
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and line:
            self._turn(index, shut=(event.key() == Qt.Key.Key_Left) != self.isRightToLeft())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: Index) -> None:
        line = self.line(index)
        if line is not None and line.context is None:
            self.folded.emit(index.row(), line.is_open)
        elif line is not None:
            self.wanted.emit(index.row())

    def _turn(self, index: Index, *, shut: bool) -> None:
        """Fold the heading that a row is, or stands under."""
        row = index.row()
        while row > 0 and (line := self.line(self.model().index(row, 0))) and line.context is not None:
            row -= 1
        self.folded.emit(row, shut)


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: HitList) -> None:
        super().__init__(parent)
        self._list, self._theme = parent, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        del option, index
        return QSize(200, _HEIGHT)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the box ticks; on a heading elsewhere it folds."""
        del model
        line = self._list.line(index)
        if line is None or event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        place = Line(option.rect.adjusted(10, 0, -10, 0), option.direction)
        box = place.start(TICK, 8).adjusted(-10, 0, 6, 0)
        if line.tick is not None and box.contains(event.position().toPoint()):
            self._list.ticked.emit(index.row())
            return True
        if line.context is None:
            self._list.folded.emit(index.row(), line.is_open)
            return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        line = self._list.line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground(painter, option, option.rect.adjusted(1, 1, -1, -1), self._theme, chosen=chosen)
        place = Line(option.rect.adjusted(10, 0, -10, 0), option.direction)
        if line.tick is not None:
            self._box(painter, place.start(TICK, 8), line)
        if line.context is None:
            self._heading(painter, place, line, chosen=chosen)
        else:
            self._context(painter, place, line, chosen=chosen)
        painter.restore()

    def _box(self, painter: QPainter, area: QRect, line: HitLine) -> None:
        painter.setOpacity(0.4 if line.quiet else 1)
        tick_box(painter, area, self._theme, line.tick or Qt.CheckState.Unchecked)
        painter.setOpacity(1)

    def _heading(self, painter: QPainter, place: Line, line: HitLine, *, chosen: bool) -> None:
        theme = self._theme
        name = "chevron-down" if line.is_open else "chevron-left" if place.rtl else "chevron-right"
        arrow = place.start(14, 6)
        sign = theme.icon(name, colour="on_chosen" if chosen else "muted")
        painter.drawPixmap(arrow.x(), arrow.center().y() - 6, sign.pixmap(14, 14))
        font = theme.font(weight=QFont.Weight.DemiBold)
        ink, quiet = (theme.colour("on_chosen" if chosen else one) for one in ("ink", "muted"))
        width = min(QFontMetrics(font).horizontalAdvance(line.words) + 12, place.area.width() * 2 // 3)
        words(painter, place.start(width, 8), line.words, ink, font=font)
        words(painter, place.area, line.end, quiet, font=theme.font(-2))

    def _context(self, painter: QPainter, place: Line, line: HitLine, *, chosen: bool) -> None:
        theme = self._theme
        quiet = theme.colour("faint" if line.quiet else "on_chosen" if chosen else "muted")
        place.start(14, 6)
        if line.end:
            words(painter, place.end(_TITLE, 12), line.end, quiet, end=True, font=theme.font(-2))
        ground_colour = theme.colour("chosen" if chosen else "paper")
        fill = mixed(ground_colour, theme.colour("faint" if line.quiet else "accent"), 0.16)
        ink = theme.colour("muted" if line.quiet else "on_chosen" if chosen else "ink")
        if line.context is not None:
            inks = kwic.Inks(quiet, ink, fill)
            kwic.draw(painter, place.area, line.context, theme.text_font(_PIXELS), inks)
