"""Preferences, drawn from the fields of `annotator.settings.Preferences`; each choice is taken up at once."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from annotator.settings import Preferences
from annotator.ui.dialogs.base import Dialog
from annotator.ui.language import marked
from annotator.ui.theme import TEXT_FONTS
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.number import Number

if TYPE_CHECKING:
    from dataclasses import Field

    from annotator.ui.home import Home

WORDS = {
    "name": marked("Preferences", "Your name"),
    "language": marked("Preferences", "Language of the window"),
    "digits": marked("Preferences", "Digits"),
    "theme": marked("Preferences", "Theme"),
    "interface_size": marked("Preferences", "Size of the window’s words"),
    "text_font": marked("Preferences", "Font of the text"),
    "text_size": marked("Preferences", "Size of the text"),
    "recent_list": marked("Preferences", "List recent projects in the menu"),
}
CHOICES = {
    "language.auto": marked("Preferences", "As the machine"),
    "language.ar": marked("Preferences", "Arabic"),
    "language.en": marked("Preferences", "English"),
    "digits.auto": marked("Preferences", "As the language writes them"),
    "digits.arabic": marked("Preferences", "Arabic-Indic"),
    "digits.latin": marked("Preferences", "European"),
    "theme.auto": marked("Preferences", "As the system"),
    "theme.light": marked("Preferences", "Light"),
    "theme.dark": marked("Preferences", "Dark"),
    "theme.contrast": marked("Preferences", "High contrast"),
}
FONTS = {
    "Noto Naskh Arabic": marked("Preferences", "Naskh (Noto)"),
    "Amiri": marked("Preferences", "Naskh (Amiri)"),
    "Vazirmatn": marked("Preferences", "Vazirmatn"),
    "Noto Nastaliq Urdu": marked("Preferences", "Nastaliq (Noto)"),
    "Noto Sans Hebrew": marked("Preferences", "Hebrew (Noto)"),
}

_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_START = (Qt.AlignmentFlag.AlignLeft | _ABSOLUTE, Qt.AlignmentFlag.AlignRight | _ABSOLUTE)  # digits have no side

_LOST = 10  # pixels that a style sheet's padding loses where lines begin at the left


def _said(words: str) -> str:
    return QCoreApplication.translate("Preferences", words)


class PreferencesDialog(Dialog):
    """`changed` after every choice."""

    changed = Signal()

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=480)
        self._home = home
        self._form = QFormLayout()
        self._form.setSpacing(10)
        self.body.addLayout(self._form)
        self.editors: dict[str, QWidget] = {entry.name: self._editor(entry) for entry in fields(Preferences)}
        self._labels = {name: label() for name in self.editors}
        for name, editor in self.editors.items():
            self._form.addRow(self._labels[name], editor)
        self.note = label(role="small", wrap=True)
        self.body.addWidget(self.note)
        self.done_button = self.add_button("", self.accept, default=True)
        self.retranslate()

    def _editor(self, entry: Field[Any]) -> QWidget:
        value = getattr(self._home.preferences, entry.name)
        if entry.name == "text_font" or "choices" in entry.metadata:
            return self._list(entry.name, entry.metadata.get("choices", TEXT_FONTS), value)
        if isinstance(value, bool):
            box = QCheckBox()
            box.setChecked(value)
            box.toggled.connect(lambda on: self._choose(entry.name, on))
            return box
        if "range" in entry.metadata:
            number = Number()
            number.setRange(*entry.metadata["range"])
            number.setValue(value)
            number.valueChanged.connect(lambda chosen: self._choose(entry.name, chosen))
            return number
        line = QLineEdit(value)
        line.editingFinished.connect(lambda: self._choose(entry.name, line.text().strip()))
        return line

    def _list(self, name: str, choices: Any, value: str) -> QComboBox:
        made = QComboBox()
        for choice in choices:
            made.addItem("", choice)
        made.setCurrentIndex(max(0, made.findData(value)))
        made.activated.connect(lambda at: self._choose(name, made.itemData(at)))
        return made

    def _choose(self, name: str, value: Any) -> None:
        if getattr(self._home.preferences, name) != value:
            self._home.choose(**{name: value})
            self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Preferences"))
        self.done_button.setText(self.tr("Close"))
        self.note.setText(self.tr("Every choice holds at once. The digits of a text are never changed."))
        for name, editor in self.editors.items():
            self._labels[name].setText(_said(WORDS[name]))
            editor.setAccessibleName(_said(WORDS[name]))
            if isinstance(editor, QSpinBox):
                rtl = self._home.language.name == "ar"
                editor.setAlignment(_START[rtl])
                editor.lineEdit().setTextMargins(0 if rtl else _LOST, 0, 0, 0)
            if isinstance(editor, QComboBox):
                for at in range(editor.count()):
                    key = editor.itemData(at)
                    editor.setItemText(at, _said(FONTS[key] if name == "text_font" else CHOICES[f"{name}.{key}"]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, which is chosen here."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "note"):
            self.retranslate()
        super().changeEvent(event)
