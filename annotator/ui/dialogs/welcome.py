"""The very first start: in which language, and under which name a person codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.ui.home import Home

_OWN_NAMES = {"ar": "العربية", "en": "English"}  # a language is named in itself


class WelcomeDialog(Dialog):
    """Keeps the name in the preferences when it is accepted; the language is taken up at once."""

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=480)
        self._home = home
        self.title, self.words, self.asked, self.note = (
            label(role="title"),
            label(wrap=True),
            label(role="strong"),
            label(role="small", wrap=True),
        )
        self.name = QLineEdit(home.preferences.name)
        self.name.textChanged.connect(self._enable)
        self.languages = QButtonGroup(self)
        self.body.addWidget(self.title)
        self.body.addWidget(self.words)
        self.body.addLayout(self._language_row())
        self.body.addWidget(self.asked)
        self.body.addWidget(self.name)
        self.body.addWidget(self.note)
        self.later = self.add_button("", self.reject)
        self.go = self.add_button("", self.accept, default=True)
        self.retranslate()
        self._enable()
        self.name.setFocus()

    def _language_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for language, own in _OWN_NAMES.items():
            made: QPushButton = button(own, "chip")
            made.setCheckable(True)
            made.setChecked(language == self._home.language.name)
            made.clicked.connect(lambda _checked=False, chosen=language: self._home.choose(language=chosen))
            self.languages.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        return row

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Welcome"))
        self.title.setText(self.tr("Welcome"))
        self.words.setText(self.tr("Here you read news texts and mark who acts, who speaks and how things are framed."))
        self.asked.setText(self.tr("Under which name do you code?"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setPlaceholderText(self.tr("Your name, as colleagues know it"))
        self.note.setText(
            self.tr("Every action is signed with it. It stays in your project files; nothing leaves this machine.")
        )
        self.later.setText(self.tr("Not now"))
        self.go.setText(self.tr("Start"))

    def accept(self) -> None:
        """Keep the name."""
        if name := self.name.text().strip():
            self._home.choose(name=name)
            super().accept()

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.name.text().strip()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
