"""The paragraph on methods in both languages, with the works to cite, ready to be copied into a paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator import messages
from annotator.review.methods import methods
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.ui.agreement.shown import Shown

_TOLD = 2000  # milliseconds that "Copied" is said


class MethodsPage(QWidget):
    """Both stand side by side; each is copied by its own button."""

    def __init__(self) -> None:
        super().__init__()
        self.tools = QWidget()
        self.texts: dict[str, QPlainTextEdit] = {}
        self.copies: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        names = {"ar": self.tr("Arabic"), "en": self.tr("English")}
        for language in messages.LANGUAGES:
            row.addLayout(self._column(language, names[language]), 1)

    def _column(self, language: str, name: str) -> QVBoxLayout:
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Methods paragraph, %1").replace("%1", name))
        rtl = language == "ar"
        text.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option = QTextOption(text.document().defaultTextOption())
        option.setTextDirection(text.layoutDirection())
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        text.document().setDefaultTextOption(option)
        copy = button(self.tr("Copy"), pressed=partial(self.copy, language))
        copy.setAccessibleName(self.tr("Copy the paragraph, %1").replace("%1", name))
        self.texts[language], self.copies[language] = text, copy
        head = QHBoxLayout()
        head.addWidget(label(name, "heading"), 1)
        head.addWidget(copy)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(text, 1)
        return column

    def show_all(self, shown: Shown) -> None:
        """The paragraph of these figures."""
        for language, text in self.texts.items():
            text.setPlainText(methods(shown.found, language))

    def copy(self, language: str) -> None:
        """Put a paragraph on the clipboard, and say so on its button."""
        QGuiApplication.clipboard().setText(self.texts[language].toPlainText())
        self.copies[language].setText(QCoreApplication.translate("MethodsPage", "Copied"))
        QTimer.singleShot(_TOLD, self, lambda: self.copies[language].setText(self.tr("Copy")))
