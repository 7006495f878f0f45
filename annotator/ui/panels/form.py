"""What the codebook's forms share: cards with headings, names in every language, buttons at the foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.messages import LANGUAGES
from annotator.ui.widgets.fields import Field, LineField
from annotator.ui.widgets.fold import Fold
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.quiet import QuietMenu
from annotator.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.models import Names
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_NAME_WIDTH = 148
_RTL = {"ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi"}


class Form(QWidget):
    """A column of cards; `fields` are by a key that stays the same when the form is made anew."""

    def __init__(self, desk: Desk, theme: Theme, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.theme = theme
        self.fields: dict[str, Field] = {}
        self.fold: Fold | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4, 0, 4, 24)
        self.column.setSpacing(6)
        self.column.addWidget(on_side(label(title, "title", wrap=True)))
        self.sub = on_side(label("", "small", wrap=True))
        self.column.addWidget(self.sub)
        self.column.addSpacing(6)

    def card(self, heading: str) -> Rows:
        """A new card under a heading."""
        self.column.addSpacing(8)
        self.column.addWidget(label(heading, "heading"))
        rows = Rows(self.theme, name_width=_NAME_WIDTH)
        self.column.addWidget(rows)
        return rows

    def more(self, *, filled: bool) -> Rows:
        """A card that is folded away, unless there is something in it."""
        rows = Rows(self.theme, name_width=_NAME_WIDTH)
        self.fold = Fold(self.theme, QCoreApplication.translate("Form", "More"), rows)
        self.fold.set_open(is_open=filled)
        self.column.addSpacing(8)
        self.column.addWidget(self.fold)
        return rows

    def lock(self, *, adding: bool) -> None:
        """Let everything be read and nothing be changed; with `adding`, what adds can still be pressed."""
        for key, field in self.fields.items():
            field.setEnabled("note" in key)  # notes are no part of the codebook
        for button in self.findChildren(QAbstractButton):
            harmless = button.property("harmless") or (self.fold is not None and button is self.fold.button)
            if not harmless and not (adding and button.property("adds")):
                button.setEnabled(False)

    def keep(self, rows: Rows, key: str, name: str, field: Field) -> Field:
        """A row with a field."""
        field.call(name)
        if isinstance(field.control, QuietMenu):
            field.control.from_start = True
        self.fields[key] = field
        rows.add(name, field)
        return field

    def names(self, rows: Rows, names: Names, save: Callable[[str, str], object]) -> None:
        """A line for the name in each language; `save` gets the language and the name."""
        for language in languages(names):
            field = LineField()
            in_language(field, language)
            self.keep(rows, f"name {language}", language_name(language), field).show_value(names.get(language))
            field.committed.connect(lambda new, language=language: save(language, new or ""))

    def foot(self, *buttons: QWidget) -> None:
        """Buttons below everything."""
        self.column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def do(self, operation: Callable[..., Any], *args: Any, **options: Any) -> None:
        """Ask for an action; what is shown changes only when the project has."""
        self.desk.bridge.do(operation, *args, **options)


def languages(names: Names) -> list[str]:
    """The interface's languages, then any other that there is a name in."""
    return [*LANGUAGES, *(language for language in names if language not in LANGUAGES)]


def language_name(language: str) -> str:
    """What a language is called in the interface."""
    words = {
        "ar": QCoreApplication.translate("Form", "Arabic"),
        "en": QCoreApplication.translate("Form", "English"),
        "fa": QCoreApplication.translate("Form", "Persian"),
        "ur": QCoreApplication.translate("Form", "Urdu"),
        "he": QCoreApplication.translate("Form", "Hebrew"),
    }
    return words.get(language.partition("-")[0].lower(), language)


def is_rtl(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language in _RTL


def in_language(field: Field, language: str) -> None:
    """Let a field be written in as its language is, whichever way the window reads."""
    control = field.control
    rtl = is_rtl(language)
    control.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    if isinstance(control, QLineEdit):
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        control.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def at_start(widget: QWidget) -> QWidget:
    """A widget at the start of a line of its own, no wider than it wants to be."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 3, 0, 3)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


def words_in(line: str | None) -> tuple[str, ...]:
    """The words of a line that are parted by commas, Latin or Arabic."""
    return tuple(filter(None, (word.strip() for word in re.split("[,،;؛\n]", line or ""))))


def with_word(words: Names, language: str, new: str) -> Names:
    """Words by language with one of them replaced, or taken away if it is empty."""
    return {name: word for name, word in {**words, language: new}.items() if word}
