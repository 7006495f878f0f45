"""Font, size and line height of this project's texts; the page behind the dialog shows every choice at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox

from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.preferences import FONTS
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.named_rows import named_rows
from annotator.ui.widgets.number import Number

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from annotator.settings import Look
    from annotator.ui.home import Home

_SIZES = (14, 36)  # pixels, as in the preferences
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_START = (Qt.AlignmentFlag.AlignLeft | _ABSOLUTE, Qt.AlignmentFlag.AlignRight | _ABSOLUTE)  # digits have no side
_EDGE = 24  # pixels between the dialog and the window's edge


class TextDialog(Dialog):
    """`changed` after every choice."""

    changed = Signal()

    def __init__(self, home: Home, project: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=360)
        self.setWindowTitle(self.tr("Text of this project"))
        self._home, self._project = home, project
        self.font_list, self.size_field, self.spacing = QComboBox(), Number(), QComboBox()
        for family, words in FONTS.items():
            self.font_list.addItem(QCoreApplication.translate("Preferences", words), family)
        self.size_field.setRange(*_SIZES)
        self.size_field.setAlignment(_START[self.layoutDirection() == Qt.LayoutDirection.RightToLeft])
        self.spacing.addItem(self.tr("Comfortable"), "comfortable")
        self.spacing.addItem(self.tr("Loose"), "loose")
        self.body.addLayout(
            named_rows(
                (self.tr("Font"), self.font_list),
                (self.tr("Size"), self.size_field),
                (self.tr("Line height"), self.spacing),
            )
        )
        self.body.addWidget(label(self.tr("It holds for this project, on this computer."), "small", wrap=True))
        self._show(home.look(project))
        self.font_list.activated.connect(lambda at: self._choose(font=self.font_list.itemData(at)))
        self.size_field.valueChanged.connect(lambda size: self._choose(size=size))
        self.spacing.activated.connect(lambda at: self._choose(spacing=self.spacing.itemData(at)))
        self.add_button(self.tr("As in the preferences"), self._forget)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand at the window's end side, beside the text that it is about."""
        super().showEvent(event)
        if (window := self.parentWidget()) is not None:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            place = window.window().frameGeometry()
            x = place.left() + _EDGE if rtl else place.right() - self.width() - _EDGE
            self.move(x, place.center().y() - self.height() // 2)

    def _show(self, look: Look) -> None:
        self.font_list.setCurrentIndex(max(0, self.font_list.findData(look.font)))
        self.size_field.blockSignals(True)
        self.size_field.setValue(look.size)
        self.size_field.blockSignals(False)
        self.spacing.setCurrentIndex(max(0, self.spacing.findData(look.spacing)))

    def _choose(self, **choice: str | int) -> None:
        self._home.set_look(self._project, replace(self._home.look(self._project), **choice))  # type: ignore[arg-type]
        self.changed.emit()

    def _forget(self) -> None:
        self._home.set_look(self._project, None)
        self._show(self._home.look(self._project))
        self.changed.emit()
