"""Spans one below the other: the words before, an arrow, the words after, where they stand; with ticks or without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.messages import isolate
from annotator.ui.offsets import shown
from annotator.ui.widgets.drawing import CHIP, Line, chip, cut_middle, ground

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QColor, QFont
    from PySide6.QtWidgets import QWidget

    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
_AROUND, _GAP = 10, 8
_TICK = 15  # pixels, as the style sheet's boxes are
_WORDS = 16  # pixels of the text's font
_ARROW = 14
_MOST = 120  # code points of a quote that are looked at; the middle of a long one is left out anyway
_CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class SpanLine:
    """One row. `place` is what the text shows when the row is chosen; `after` "" means that nothing is left.

    `look` is the hue and pattern of the label, `where` the small line below.
    """

    annotation: str
    article: str
    place: tuple[int, int]
    before: str
    after: str
    where: str
    look: tuple[int, int] | None = None


class SpanList(QListWidget):
    """Up and Down walk, Space ticks; `chosen` tells the row that the person came to."""

    chosen = Signal(object)
    ticked_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, ticks: bool = False, gone: str = "") -> None:
        """`gone` are the words that stand for a span of which nothing is left."""
        super().__init__(parent)
        self._ticks = ticks
        self._row = _Row(theme, self, gone)
        self.setItemDelegate(self._row)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._tell)
        self.itemChanged.connect(lambda _item: self.ticked_changed.emit())
        theme.changed.connect(self.doItemsLayout)

    def put(self, lines: Sequence[SpanLine]) -> None:
        """Show these, all of them ticked, and stay at the row where the person is."""
        here = max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self._add(line)
        self.setCurrentRow(min(here, self.count() - 1))
        self.blockSignals(False)
        self.ticked_changed.emit()

    def add(self, lines: Sequence[SpanLine], *, unticked: Collection[str] = ()) -> None:
        """Show these below the others, ticked but for some annotations."""
        self.blockSignals(True)
        for line in lines:
            self._add(line)
            if line.annotation in unticked:
                self.item(self.count() - 1).setCheckState(Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.ticked_changed.emit()

    def lines(self) -> list[SpanLine]:
        """All rows."""
        return [self.item(row).data(LINE) for row in range(self.count())]

    def ticked(self) -> list[SpanLine]:
        """The rows with a tick."""
        items = (self.item(row) for row in range(self.count()))
        return [item.data(LINE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def tick_all(self, *, on: bool) -> None:
        """Tick every row, or none."""
        self.blockSignals(True)
        for row in range(self.count()):
            self.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked_changed.emit()

    def selected(self) -> list[SpanLine]:
        """The rows that are selected, in their order."""
        return [self.item(row).data(LINE) for row in sorted(self.row(item) for item in self.selectedItems())]

    def _add(self, line: SpanLine) -> None:
        item = QListWidgetItem()
        item.setData(LINE, line)
        said = f"{line.before} → {line.after or self._row.gone}, {line.where}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(isolate(line.before))
        if self._ticks:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.addItem(item)

    def _tell(self, item: QListWidgetItem | None, *_: object) -> None:
        if item is not None:
            self.chosen.emit(item.data(LINE))


class _Row(QStyledItemDelegate):
    """Draws the row and takes the tick."""

    def __init__(self, theme: Theme, parent: QObject, gone: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self.gone = gone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        del option, index
        return QSize(160, self._first() + QFontMetrics(self._theme.font(-2)).height() + 16)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the box or Space turns the tick."""
        if index.data(_CHECK) is None or not self._turns(event, option):
            return False
        on = Qt.CheckState(index.data(_CHECK)) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _CHECK)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground(painter, option, option.rect.adjusted(2, 1, -2, -1), self._theme, chosen=chosen)
        line = self._line(option)
        if index.data(_CHECK) is not None:
            self._tick(painter, line.start(_TICK, _GAP), on=Qt.CheckState(index.data(_CHECK)) == Qt.CheckState.Checked)
        said: SpanLine = index.data(LINE)
        if said.look is not None:
            chip(painter, line.start(CHIP, _GAP), self._theme.label_colours(said.look[0]), said.look[1])
        self._words(painter, line.area.adjusted(0, 6, 0, -6), said, option, chosen=chosen)
        painter.restore()

    def _words(
        self, painter: QPainter, area: QRect, said: SpanLine, option: QStyleOptionViewItem, *, chosen: bool
    ) -> None:
        ink, quiet = (self._theme.colour("on_chosen" if chosen else name) for name in ("ink", "muted"))
        first = Line(QRect(area.x(), area.y(), area.width(), self._first()), option.direction)
        font, small = self._theme.text_font(_WORDS), self._theme.font(-2)
        metrics = QFontMetrics(font)
        half = (first.area.width() - _ARROW - 2 * _GAP) // 2
        before = cut_middle(metrics, _line(said.before), half)
        self._piece(painter, first.start(metrics.horizontalAdvance(isolate(before)) + 2, _GAP), before, font, quiet)
        arrow = first.start(_ARROW, _GAP)
        icon = self._theme.icon("arrow-right", directional=True, colour="on_chosen" if chosen else "muted")
        painter.drawPixmap(arrow.x(), arrow.center().y() - _ARROW // 2 + 1, icon.pixmap(_ARROW, _ARROW))
        if said.after:
            after = cut_middle(metrics, _line(said.after), first.area.width())
            self._piece(painter, first.area, after, font, ink)
        else:
            gone = ink if chosen else self._theme.colour("danger")
            self._piece(painter, first.area, self.gone, self._theme.font(), gone)
        self._piece(painter, area.adjusted(0, self._first() + 2, 0, 0), said.where, small, quiet)

    @staticmethod
    def _piece(painter: QPainter, area: QRect, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(area, flags, isolate(cut))

    def _line(self, option: QStyleOptionViewItem) -> Line:
        return Line(option.rect.adjusted(_AROUND, 0, -_AROUND, 0), option.direction)

    def _tick(self, painter: QPainter, area: QRect, *, on: bool) -> None:
        box = QRect(area.x(), area.center().y() - _TICK // 2, _TICK, _TICK)
        painter.setPen(QPen(self._theme.colour("accent" if on else "muted"), 1))
        painter.setBrush(self._theme.colour("accent" if on else "paper"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            pixmap = self._theme.icon("check", colour="on_accent").pixmap(_TICK - 3, _TICK - 3)
            painter.drawPixmap(box.adjusted(2, 2, 0, 0).topLeft(), pixmap)

    def _turns(self, event: QEvent, option: QStyleOptionViewItem) -> bool:
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            box = self._line(option).start(_TICK, _GAP).adjusted(-_GAP, 0, _GAP, 0)
            return box.contains(event.position().toPoint())
        return False

    def _first(self) -> int:
        """The height of the first line."""
        return QFontMetrics(self._theme.text_font(_WORDS)).height()


def _line(words: str) -> str:
    """Words on one line as the screen can show them; of very long ones both ends."""
    if len(words) > _MOST:
        words = f"{words[: _MOST // 2]}…{words[-_MOST // 2 :]}"
    return shown(words)
