"""The statements panel: each statement of the article read as a sentence; its spans are shown together in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.operations import statements as operations
from annotator.store import codings
from annotator.ui.models.statements import Read, statements
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.drawing import Line, ground, words
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_PAUSE = 40  # milliseconds, in which the text is painted first
_ROW = 32
_READ = ("statement", "statement_type", "value", "variable", "actor", "annotation", "coding")
_READ_ROLE = Qt.ItemDataRole.UserRole


class StatementsPanel(Speaking):
    """Enter edits the chosen statement, Delete removes it; reads nothing while it is not seen."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = label("", "heading")
        self._delegate = _Rows(theme, self)
        self.list = _Statements(self._delegate, self)
        self.list.currentItemChanged.connect(lambda *_: self._show_together())
        self.list.itemClicked.connect(lambda _item: self._reveal())
        self.list.edited.connect(self.edit)
        self.list.removed.connect(self.remove)
        self.new = button("", pressed=lambda: desk.statement_wanted.emit("", ""))
        self.change = button("", pressed=self.edit)
        self.gone = button("", pressed=self.remove)
        self.empty = Empty("", pressed=lambda: desk.statement_wanted.emit("", ""))
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self.read_again)
        self._lay_out()
        desk.bridge.changed.connect(self._heard)
        for signal in (desk.article_changed, desk.round_changed, desk.language_changed):
            signal.connect(self._later)
        theme.changed.connect(self._later)
        self.retranslate()

    def chosen(self) -> Read | None:
        """The statement that is chosen."""
        item = self.list.currentItem()
        read: Read | None = item.data(_READ_ROLE) if item is not None else None
        return read

    def edit(self) -> None:
        """Open the chosen one beside the text."""
        if (read := self.chosen()) is not None:
            self._desk.statement_wanted.emit(read.id, "")

    def remove(self) -> None:
        """Take the chosen one away; undo brings it back."""
        if (read := self.chosen()) is not None:
            self._desk.bridge.do(operations.remove_statement, read.id)

    def read_again(self) -> None:
        """Read the statements of the open article."""
        self._soon.stop()
        before, row = self.chosen(), self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for read in statements(self._desk):
            item = QListWidgetItem(read.sentence)
            item.setToolTip(read.sentence)
            item.setData(_READ_ROLE, read)
            self.list.addItem(item)
            if before is not None and before.id == read.id:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self.list.blockSignals(False)
        self._pages.setCurrentWidget(self.list if self.list.count() else self.empty)
        self._say()
        self._show_together()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.list.setAccessibleName(self.tr("Statements"))
        self._delegate.lacking = self.tr("incomplete")
        self.new.setText(self.tr("New statement"))
        self.change.setText(self.tr("Edit"))
        self.gone.setText(self.tr("Delete"))
        self.empty.say(
            self.tr("No statement yet. F5 makes one from the span in focus and what it is linked with."),
            self.tr("New statement"),
        )
        self._say()
        self._later()

    def showEvent(self, event: QShowEvent) -> None:
        """Read them when somebody looks."""
        super().showEvent(event)
        self.read_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """A closed drawer costs nothing, and tints nothing."""
        self._soon.stop()
        self._desk.together.emit([])
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the list."""
        del event
        self.list.setFocus()

    def sizeHint(self) -> QSize:
        """As a drawer is."""
        return QSize(320, 220)

    def _lay_out(self) -> None:
        self._pages_holder = QWidget()
        self._pages = QStackedLayout(self._pages_holder)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for each in (self.new, self.change, self.gone):
            head.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._pages_holder, 1)

    def _say(self) -> None:
        count = self.list.count()
        name = self.tr("Statements")
        self.title.setText(f"{name} · {QLocale().toString(count)}" if count else name)
        usable = bool(self._desk.article) and self._desk.bridge.project.writable
        for each, on in ((self.new, usable), (self.change, usable and count > 0), (self.gone, usable and count > 0)):
            each.setEnabled(on)

    def _heard(self, change: Change) -> None:
        if change.touches(*_READ):
            self._later()

    def _later(self, *_: object) -> None:
        if self.isVisible():
            self._soon.start()

    def _show_together(self) -> None:
        if self.isVisible():
            read = self.chosen()
            self._desk.together.emit(list(read.spans) if read is not None else [])

    def _reveal(self) -> None:
        """The first of its spans comes into sight."""
        read = self.chosen()
        found = codings.annotations_among(self._desk.bridge.project.db, read.spans if read is not None else ())
        if found:
            first = min(found.values(), key=lambda span: span.start)
            self._desk.reveal.emit(first.start, first.end)


class _Statements(QListWidget):
    """Rows to choose from; `edited` is Enter or a double click, `removed` Delete."""

    edited = Signal()
    removed = Signal()

    def __init__(self, delegate: QStyledItemDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "rows")
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _item: self.edited.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete removes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.edited.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    """The sentence, and at the end of the line that something required is missing."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lacking = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        del option, index
        return QSize(200, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        read: Read = index.data(_READ_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        ground(painter, option, option.rect, self._theme, chosen=chosen)
        line = Line(option.rect.adjusted(10, 0, -10, 0), option.direction)
        if read.lacking:
            words(
                painter,
                line.end(90, 8),
                self.lacking,
                self._theme.colour("danger"),
                end=True,
                font=self._theme.font(-2),
            )
        ink = self._theme.colour("on_chosen" if chosen else "ink")
        words(painter, line.area, read.sentence, ink, font=self._theme.font())
        painter.restore()
