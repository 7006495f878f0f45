"""Where an actor appears in one's own work: each span in its context, read only when it is seen; ticks for a split."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.messages import isolate
from annotator.operations import actors
from annotator.store import articles, codings
from annotator.ui.language import marked
from annotator.ui.models.inspected import excerpt
from annotator.ui.widgets.drawing import Line, cut_before, ground, two_lines, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel, QEvent, QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_AROUND, _GAP, _TICK = 10, 8, 15  # pixels
_CHECK = Qt.ItemDataRole.CheckStateRole
_QUOTED, _TALKED = marked("Mentions", "quoted"), marked("Mentions", "only talked about")


class MentionRole(IntEnum):
    """What a row is drawn from."""

    MENTION = Qt.ItemDataRole.UserRole
    PIECES = Qt.ItemDataRole.UserRole + 1
    WHERE = Qt.ItemDataRole.UserRole + 2
    HOW = Qt.ItemDataRole.UserRole + 3
    RTL = Qt.ItemDataRole.UserRole + 4


class MentionsModel(QAbstractListModel):
    """The spans of one actor; `ticked_changed` when another set of them is ticked."""

    ticked_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: Sequence[actors.Mention] = ()
        self._ticked: set[str] = set()
        self._read = lru_cache(maxsize=512)(self._read_row)

    def show_actor(self, actor: str) -> None:
        """Show where this actor appears; what was ticked and is still there stays so."""
        project = self._desk.bridge.project
        self.beginResetModel()
        self._read.cache_clear()
        self._rows = actors.mentions(project, actor, project.coder) if actor else ()
        self._ticked &= {row.annotation for row in self._rows}
        self.endResetModel()
        self.ticked_changed.emit()

    @property
    def ticked(self) -> list[str]:
        """The annotations that are ticked, in the order of the rows."""
        return [row.annotation for row in self._rows if row.annotation in self._ticked]

    def mention(self, row: int) -> actors.Mention:
        """The span in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many spans."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one span."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == MentionRole.MENTION:
            return row
        if role == _CHECK:
            return Qt.CheckState.Checked if row.annotation in self._ticked else Qt.CheckState.Unchecked
        how = QCoreApplication.translate("Mentions", _QUOTED if row.quoted else _TALKED)
        if role == MentionRole.HOW:
            return how
        pieces, where, rtl = self._read(row)
        facts: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: " ".join(pieces),
            Qt.ItemDataRole.AccessibleTextRole: ", ".join((*pieces, where, how)),
            MentionRole.PIECES: pieces,
            MentionRole.WHERE: where,
            MentionRole.RTL: rtl,
        }
        return facts.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen and ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take the tick away."""
        if role != _CHECK or not index.isValid():
            return False
        name = self._rows[index.row()].annotation
        (self._ticked.add if Qt.CheckState(value) == Qt.CheckState.Checked else self._ticked.discard)(name)
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked_changed.emit()
        return True

    def _read_row(self, row: actors.Mention) -> tuple[tuple[str, str, str], str, bool]:
        db = self._desk.bridge.project.db
        span = codings.annotation(db, row.annotation)
        if span is None:
            return ("", "…", ""), "", False
        article = articles.get(db, row.article)
        found = excerpt(articles.text(db, span.text), article, span)
        return (found.before, found.quote, found.after), article.title, found.direction == "rtl"


class MentionsList(QListView):
    """`wanted` tells the mention that the person clicked or pressed Enter on; Space ticks."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, model: MentionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Row(theme, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the box it ticks, beside it the span is shown in its text."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        if box_of(self.visualRect(index), self.layoutDirection()).contains(event.position().toPoint()):
            self._tick(index)
        else:
            self.wanted.emit(index.data(MentionRole.MENTION))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows, Space ticks."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit(index.data(MentionRole.MENTION))
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            self._tick(index)
        else:
            super().keyPressEvent(event)

    def _tick(self, index: QModelIndex) -> None:
        ticked = index.data(_CHECK) == Qt.CheckState.Checked
        self.model().setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, _CHECK)


def box_of(row: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where a row's box stands, with the air around it that belongs to it."""
    line = Line(row, direction)
    return line.start(_AROUND + _TICK + _GAP)


class _Row(QStyledItemDelegate):
    """A box, the words in their context, and below them the article and whether the actor speaks there."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        del option, index
        return QSize(200, two_lines(self._theme) + 16)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Boxes are ticked by the list, where they are drawn."""
        del event, model, option, index
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        theme, area = self._theme, option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, area, theme, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        line = Line(area.adjusted(_AROUND, 0, -_AROUND, 0), option.direction)
        self._box(painter, line.start(_TICK, _GAP), ticked=index.data(_CHECK) == Qt.CheckState.Checked)
        first = QRect(line.area.x(), area.y() + 5, line.area.width(), QFontMetrics(theme.font()).height() + 2)
        self._context(painter, first, index.data(MentionRole.PIECES), rtl=index.data(MentionRole.RTL))
        second = QRect(first.x(), first.bottom() + 2, first.width(), QFontMetrics(theme.font(-2)).height())
        below = f"{isolate(index.data(MentionRole.WHERE))} · {index.data(MentionRole.HOW)}"
        words(painter, second, below, theme.colour("muted"), font=theme.font(-2))
        painter.restore()

    def _box(self, painter: QPainter, area: QRect, *, ticked: bool) -> None:
        box = QRect(area.x(), area.center().y() - _TICK // 2, _TICK, _TICK)
        painter.setPen(QPen(self._theme.colour("accent" if ticked else "muted"), 1))
        painter.setBrush(self._theme.colour("accent" if ticked else "paper"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.drawPixmap(box.x() + 1, box.y() + 1, self._theme.icon("check", colour="on_accent").pixmap(13, 13))

    def _context(self, painter: QPainter, area: QRect, pieces: tuple[str, str, str], *, rtl: bool) -> None:
        """As its paragraph reads: the quote whole if it can be, with as much before and after as there is room for."""
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        theme, line = self._theme, Line(area, direction)
        painter.save()
        painter.setLayoutDirection(direction)
        fonts = (theme.font(), theme.font(weight=QFont.Weight.DemiBold), theme.font())
        wide = [QFontMetrics(font).horizontalAdvance(piece) + 2 for font, piece in zip(fonts, pieces, strict=True)]
        room = max(0, area.width() - wide[1] - 2 * _GAP)
        before = min(wide[0], max(room // 2, room - wide[2])) if pieces[0] else 0
        if before:
            tail = cut_before(QFontMetrics(fonts[0]), pieces[0], before)
            before = min(before, QFontMetrics(fonts[0]).horizontalAdvance(tail) + 2)
            words(painter, line.start(before, 4), tail, theme.colour("muted"), font=fonts[0])
        words(painter, line.start(min(wide[1], line.area.width()), 4), pieces[1], theme.colour("ink"), font=fonts[1])
        if pieces[2] and line.area.width() > _AROUND:
            words(painter, line.area, pieces[2], theme.colour("muted"), font=fonts[2])
        painter.restore()
