"""One word list: its name, language, colour, and its words one a line, in the direction of their language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QCheckBox, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.language import marked
from annotator.ui.widgets.fields import BoxedChoice, LineField
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.looks import HueField

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from annotator.core.models import WordList
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

LANGUAGES = {
    "ar": marked("WordLists", "Arabic"),
    "fa": marked("WordLists", "Persian"),
    "ur": marked("WordLists", "Urdu"),
    "he": marked("WordLists", "Hebrew"),
    "en": marked("WordLists", "English"),
}
_RTL = {"ar", "fa", "ur", "he"}


def language_name(code: str) -> str:
    """A language in the interface's, else its code."""
    return QCoreApplication.translate("WordLists", LANGUAGES[code]) if code in LANGUAGES else code


class WordListForm(QWidget):
    """`edited` tells the fields that are others now, by the names that `edit_list` has for them."""

    edited = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: WordList | None = None
        self.name = LineField()
        self.language = BoxedChoice(theme, [(code, language_name(code)) for code in LANGUAGES], empty=None)
        self.hue = HueField(theme)
        self.inflected = QCheckBox(self.tr("Also with joined particles and endings"))
        self.words = _Lines(theme)
        self._count = label(role="small")
        self._lay_out()
        self.name.committed.connect(self._rename)
        self.language.committed.connect(lambda code: self.edited.emit({"language": code}))
        self.hue.committed.connect(lambda hue: self.edited.emit({"hue": hue}))
        self.inflected.clicked.connect(lambda on: self.edited.emit({"inflected": bool(on)}))
        self.words.left.connect(self._keep_words)

    def show_list(self, one: WordList, *, anew: bool = False) -> None:
        """Show a list; what somebody is writing stays, unless it is to be shown `anew`."""
        same = self.shown is not None and self.shown.id == one.id
        if not same:
            self.flush()
        self.shown = one
        if anew or not same:
            self.name.line.setModified(False)
            self.words.document().setModified(False)
        self.name.show_value(self._desk.words(one.names, one.id))
        self.language.show_value(one.language)
        self.hue.show_value(one.hue)
        self.inflected.setChecked(one.inflected)
        self.words.set_rtl(on=one.language in _RTL)
        if not self.words.document().isModified():
            self.words.setPlainText("\n".join(one.words))
        self._count.setText(self.tr("%Ln word(s), one a line", "", len(one.words)))

    def forget(self) -> None:
        """Show no list, whatever was written."""
        self.shown = None
        self.name.line.setModified(False)
        self.words.document().setModified(False)

    def flush(self) -> None:
        """Say what was written and not yet said."""
        self.name.flush()
        self._keep_words()

    def _rename(self, words: str | None) -> None:
        if self.shown is not None:
            self.edited.emit({"names": {**self.shown.names, self._desk.language: words or ""}})

    def _keep_words(self) -> None:
        if self.shown is None or not self.words.document().isModified():
            return
        self.words.document().setModified(False)
        written = [line.strip() for line in self.words.toPlainText().splitlines()]
        words = tuple(dict.fromkeys(filter(None, written)))
        if words != self.shown.words:
            self.edited.emit({"words": words})

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        rows: list[tuple[str, Any]] = [
            (self.tr("Name"), self.name),
            (self.tr("Language"), self.language),
            (self.tr("Colour"), self.hue),
        ]
        for words, field in rows:
            field.call(words)
            form.addRow(words, field)
        self.words.setAccessibleName(self.tr("Words"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.inflected)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._count)


class _Lines(QPlainTextEdit):
    """Words one a line; `left` when the keyboard goes elsewhere. Tab goes on, for no word has a tab in it."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(theme.text_font(17))

    def set_rtl(self, *, on: bool) -> None:
        """Let the lines run and begin where the language does."""
        option = QTextOption(Qt.AlignmentFlag.AlignRight if on else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if on else Qt.LayoutDirection.LeftToRight)
        self.document().setDefaultTextOption(option)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is meant."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
