"""Figures in words: numbers and intervals as the interface writes them, what measures and units are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.messages import comma, isolate
from annotator.review import wording
from annotator.ui.language import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered, Rater

PERCENT = "percent agreement"
UNITS = {
    "span": marked("Agreement", "spans"),
    "token": marked("Agreement", "all words"),
    "coded token": marked("Agreement", "coded words"),
    "sentence": marked("Agreement", "sentences"),
    "paragraph": marked("Agreement", "paragraphs"),
    "article": marked("Agreement", "articles"),
    "answers": marked("Agreement", "answers"),
}
_MARKS = {"\u061c": "\u200f"}  # of the two marks the interface's font has the second


def words(source: str) -> str:
    """A string of this window in the interface's language."""
    return QCoreApplication.translate("Agreement", source)


def unit(name: str) -> str:
    """What is counted, in a word or two."""
    return words(UNITS[name])


def measure(name: str, language: str) -> str:
    """A measure's name as a heading begins."""
    found = wording.measure(name, language)
    return found[:1].upper() + found[1:]


def number(value: float | None, language: str, *, name: str = "", digits: int = 2) -> str:
    """A value in the locale's digits, isolated; percent agreement in percent; what is not defined says so."""
    if value is None:
        return wording.phrase("undefined", language)
    locale = QLocale()
    if name == PERCENT:
        return isolate(f"{locale.toString(100 * value, 'f', max(0, digits - 2))}\u00a0{_plain(locale.percent())}")
    return isolate(_plain(locale.toString(value, "f", digits)))


def interval(figure: Figure, *, digits: int = 2) -> str:
    """From where to where, isolated; "" where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    percent = figure.name == PERCENT
    scale, places = (100, max(0, digits - 2)) if percent else (1, digits)
    ends = (_plain(QLocale().toString(scale * end, "f", places)) for end in (figure.low, figure.high))
    return isolate("–".join(ends))


def count(many: int) -> str:
    """A number of things."""
    return _plain(QLocale().toString(many))


def coder(gathered: Gathered, rater: Rater) -> str:
    """A coder's name, isolated, with the round where several are compared."""
    name = isolate(gathered.called.coders.get(rater.coder, rater.coder))
    return name if len(gathered.rounds) == 1 else f"{name} ({isolate(rater.round)})"


def coders(gathered: Gathered, raters: Sequence[Rater], language: str) -> str:
    """Their names, one after the other."""
    return comma(language).join(coder(gathered, one) for one in raters)


def _plain(written: str) -> str:
    for sign, other in _MARKS.items():
        written = written.replace(sign, other)
    return written


def year(number: int) -> str:
    """A year, whose thousands are not set apart."""
    return "".join(chr(ord(QLocale().zeroDigit()) + int(digit)) for digit in str(number))
