"""The open notes of the project in the drawer: a click or Enter goes to what one is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.models.open_notes import NoteLine, open_notes, show
from annotator.ui.widgets.drawing import Line, ground, two_lines, words
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_READ = ("note", "annotation", "article", "label", "coder")
_LINE = Qt.ItemDataRole.UserRole
_AROUND = 10


class OpenNotesPanel(Speaking):
    """The newest first; of notes on spans those on one's own, or that one wrote."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = label("", "heading")
        self.list = _Notes(theme, self)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.empty = Empty("")
        self._pages = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 14, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        self.setFocusProxy(self.list)
        desk.bridge.changed.connect(self._heard)
        theme.changed.connect(self.list.doItemsLayout)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.title.setText(self.tr("Open notes"))
        self.list.setAccessibleName(self.tr("Open notes"))
        self.empty.say(self.tr("No note is open. Ctrl+M writes one."))
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """What was written while nobody looked."""
        super().showEvent(event)
        self._fill()

    def _heard(self, change: Change) -> None:
        if change.touches(*_READ):
            self._fill()

    def _fill(self) -> None:
        if not self.isVisible():
            return
        row = self.list.currentRow()
        self.list.clear()
        for line in open_notes(self._desk):
            item = QListWidgetItem(line.words, self.list)
            item.setData(_LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.words}, {line.below}")
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._pages.setCurrentWidget(self.list if self.list.count() else self.empty)

    def _go(self, item: QListWidgetItem) -> None:
        note = item.data(_LINE).note
        show(self._desk, note.owner_kind, note.owner)


class _Notes(QListWidget):
    """Enter goes where a click does, on every platform."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "rows")
        self.setItemDelegate(_Row(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the note."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (item := self.currentItem()) is not None:
            self.itemClicked.emit(item)
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """The first words over who, where and when."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        del option, index
        return QSize(160, two_lines(self._theme) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, line = self._theme, index.data(_LINE)
        if not isinstance(line, NoteLine):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, option.rect.adjusted(0, 1, 0, -1), theme, chosen=chosen)
        inner = Line(option.rect.adjusted(_AROUND, 5, -_AROUND, -5), option.direction).area
        height = QFontMetrics(theme.font()).height()
        ink, quiet = (theme.colour("on_chosen" if chosen else name) for name in ("ink", "muted"))
        words(painter, inner.adjusted(0, 0, 0, height - inner.height()), line.words, ink, font=theme.font())
        words(painter, inner.adjusted(0, height + 2, 0, 0), line.below, quiet, font=theme.font(-2))
        painter.restore()
