"""The codebook panel of Code mode: the labels, their keys and counts; a click gives one to what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QStackedLayout, QToolTip, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.models.codebook import LabelRole, LabelsModel
from annotator.ui.panels.definition import DefinitionCard
from annotator.ui.panels.label_row import LabelRow
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label as words_label
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QInputEvent, QKeyEvent, QMouseEvent

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_PAUSE = 450  # milliseconds over a row until its definition is shown
_AT_LEAST = 4  # rows that stay in sight when the window is low


class CodebookPanel(Speaking):
    """The labels in use. `applied` says which one was chosen, as its key does."""

    applied = Signal(str)  # a label id
    eyed = Signal(str, bool)  # its spans are to show or not; True: they alone

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = LabelsModel(desk)
        self.title = words_label("", "heading")
        self.row = LabelRow(theme, self)
        self.row.eyes = True
        self.list = _Labels(self.model, self.row, self)
        self.list.eyed.connect(lambda index, only: self.eyed.emit(self.model.label_at(index.row()).id, only))
        desk.shown_changed.connect(self._show_eyes)
        self.list.activated.connect(self._apply)
        self.list.clicked.connect(self._apply)
        self.list.asked.connect(self._define)
        self.card = DefinitionCard(desk, self)
        self._asked = QModelIndex()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._show_card)
        self.empty = Empty("")
        self._pages = QStackedLayout()
        self._lay_out()
        self.model.modelReset.connect(self._say)
        theme.changed.connect(self.list.doItemsLayout)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setToolTip("")
        self.empty.say(self.tr("The codebook has no labels yet. Add them in Codebook mode."))
        self.card.hide()
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        """The card goes with the panel."""
        self._define(QModelIndex())
        super().hideEvent(event)

    def _show_eyes(self) -> None:
        self.row.hidden = self._desk.hidden
        self.list.viewport().update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 14, 12, 4)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _say(self) -> None:
        name = self.tr("Codebook")
        version = self.model.version
        self.title.setText(f"{name} · {isolate(version)}" if version else name)
        self._pages.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        self.list.updateGeometry()

    def _apply(self, index: QModelIndex) -> None:
        self._define(QModelIndex())
        self.applied.emit(self.model.label_at(index.row()).id)

    def _define(self, index: QModelIndex) -> None:
        """Show what a label means after a moment, or at once if another's meaning is on the screen."""
        self._asked = index
        if not index.isValid():
            self._pause.stop()
            self.card.hide()
        elif self.card.isVisible():
            self._show_card()
        else:
            self._pause.start()

    def _show_card(self) -> None:
        if not self._asked.isValid() or not self.card.tell(self._asked.data(LabelRole.LABEL)):
            self.card.hide()
            return
        row = self.list.visualRect(self._asked)
        row.moveTopLeft(self.list.viewport().mapTo(self, row.topLeft()))
        self.card.stand_beside(self, row)
        self.card.show()


class _Labels(QListView):
    """As tall as its rows. `asked` names the row whose meaning somebody wants to see: by pointer or by Space."""

    asked = Signal(QModelIndex)
    eyed = Signal(QModelIndex, bool)

    def __init__(self, model: LabelsModel, row: LabelRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setModel(model)
        self.setItemDelegate(row)
        self.setProperty("role", "rows")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.entered.connect(self.asked)

    def sizeHint(self) -> QSize:
        """All rows, so that nothing scrolls while there is room."""
        return QSize(276, self._height(self.model().rowCount()))

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(160, self._height(min(_AT_LEAST, self.model().rowCount())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space tells what the label under the keyboard means, Escape hides it; digits and letters stay keys."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.currentIndex().isValid():
                self.eyed.emit(self.currentIndex(), _alone(event))
        elif event.key() == Qt.Key.Key_Space:
            self.asked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.asked.emit(QModelIndex())
        elif event.text() and event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _eye_at(self, place: QPoint) -> QModelIndex:
        index = self.indexAt(place)
        box = self._row.eye_box(self.visualRect(index), self.layoutDirection()) if index.isValid() else QRect()
        return index if box.contains(place) else QModelIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On an eye: show or hide; else the label."""
        eye = self._eye_at(event.position().toPoint())
        if eye.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.eyed.emit(eye, _alone(event))
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed on an eye is no click on the label."""
        if not self._eye_at(event.position().toPoint()).isValid():
            super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what an eye does."""
        if event.type() == QEvent.Type.ToolTip and self._eye_at(event.pos()).isValid():  # type: ignore[attr-defined]
            words = self.tr("Show or hide its spans (Ctrl+Space). With Alt: this label alone.")
            QToolTip.showText(event.globalPos(), words, self)  # type: ignore[attr-defined]
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone, and so is the question."""
        self.asked.emit(QModelIndex())
        super().leaveEvent(event)

    def _height(self, rows: int) -> int:
        return rows * max(1, self.sizeHintForRow(0)) + 2


def _alone(event: QInputEvent) -> bool:
    """Alt asks for this label alone."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
