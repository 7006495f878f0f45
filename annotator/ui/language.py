"""The interface's language: translators, direction, digits and dates; switched while running.

`python -m annotator.ui.language --update` renews the translation files, `--check` fails if they are not up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal

from annotator import messages, paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = ("ar", "en")
DIGITS = ("auto", "arabic", "latin")
_FIRST_STRONG, _POP = "\u2068", "\u2069"

_INSTALLED: list[QTranslator] = []  # the program speaks one language at a time, whoever asked last


class Language(QObject):
    """The language that the window speaks now: `name` is "ar" or "en".

    `changed` is emitted after every widget was told (`changeEvent`) and the direction was turned.
    """

    changed = Signal(str)

    def __init__(self, app: QApplication, choice: str = "auto", *, digits: str = "auto") -> None:
        super().__init__(app)
        self._app = app
        self.name = ""
        self.locale = QLocale.c()
        self._speak(choice, digits)

    def choose(self, choice: str, *, digits: str = "auto") -> None:
        """Speak "ar", "en" or ("auto") the machine's language, with the digits of `DIGITS`, from now on."""
        self._speak(choice, digits)
        self.changed.emit(self.name)

    def number(self, value: float) -> str:
        """A number in the digits of the language."""
        return self.locale.toString(value)

    def percent(self, value: int) -> str:
        """Such as 110 %, as the language writes it."""
        sign = self.locale.percent().replace("\u061c", "\u200f")  # of the two marks the interface's font has the second
        return f"{self.locale.toString(value)}{sign}"

    def when(self, moment: str) -> str:
        """An ISO moment in local time, short."""
        from PySide6.QtCore import QDateTime  # noqa: PLC0415  (a start tells no time)

        found = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs)
        return self.locale.toString(found.toLocalTime(), QLocale.FormatType.ShortFormat) if found.isValid() else moment

    def digits(self, words: str) -> str:
        """The sentence with its own digits as the language writes them; isolated foreign words stay as they are."""
        zero = ord(self.locale.zeroDigit())
        own, shown = 0, []
        for letter in words:
            own += (letter == _FIRST_STRONG) - (letter == _POP)
            shown.append(chr(zero + int(letter)) if own == 0 and letter in "0123456789" else letter)
        return "".join(shown)

    def say(self, error: BaseException) -> str:
        """The sentence for an error."""
        return self.digits(messages.say(error, self.name))

    def _speak(self, choice: str, digits: str) -> None:
        self.name = choice if choice in NAMES else messages.preferred()
        self.locale = locale_of(self.name, digits)
        QLocale.setDefault(self.locale)
        fall_silent(self._app)
        for file in self._files():
            translator = QTranslator(self._app)
            if translator.load(str(file)):
                self._app.installTranslator(translator)
                _INSTALLED.append(translator)
        arabic = self.name == "ar"
        self._app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight)

    def _files(self) -> list[Path]:
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{self.name}.qm"
        return [qt, paths.resources() / "i18n" / f"{self.name}.qm"]


def fall_silent(app: QApplication) -> None:
    """Take the translators away: the program's words are as they stand in its source."""
    while _INSTALLED:
        app.removeTranslator(_INSTALLED.pop())


def marked(_context: str, words: str) -> str:
    """The words as they are: it only shows the translation tool a string that is put into another language later."""
    return words


def locale_of(language: str, digits: str) -> QLocale:
    """Whose digits and dates: the machine's own where it speaks the language, else Qt's for it.

    "latin" asks Arabic for 0-9, "arabic" for ٠-٩.
    """
    if language == "en":
        system = QLocale.system()
        return system if system.language() == QLocale.Language.English else QLocale("en_GB")
    if digits == "latin":
        return QLocale(QLocale.Language.Arabic, QLocale.Country.UnitedArabEmirates)
    system = QLocale.system()
    if digits == "auto" and system.language() == QLocale.Language.Arabic:
        return system
    return QLocale(QLocale.Language.Arabic)


if __name__ == "__main__":
    from annotator.ui import translations

    sys.exit(translations.main(sys.argv[1:]))
