from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QLabel

from annotator.core.errors import AnnotatorError, MachineError
from annotator.messages import isolate
from annotator.ui.language import Language, locale_of


@pytest.fixture
def language(qapp) -> Iterator[Language]:
    made = Language(qapp, "en")
    yield made
    made.choose("en")
    QLocale.setDefault(QLocale.c())


class Told(QLabel):
    """Counts the times it was told of another language."""

    times = 0

    def changeEvent(self, event) -> None:  # noqa: N802
        self.times += event.type() == event.Type.LanguageChange
        super().changeEvent(event)


def test_switched_while_running(language: Language, qapp, qtbot) -> None:
    label = Told()
    qtbot.addWidget(label)
    with qtbot.waitSignal(language.changed) as heard:
        language.choose("ar")
    qapp.processEvents()
    assert heard.args == ["ar"]
    assert label.times
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("Actions", "Undo") == "تراجع"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"  # Qt's own words too
    language.choose("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("Actions", "Undo") == "Undo"


def test_digits(language: Language) -> None:
    assert language.number(1234) == "1,234"
    assert language.percent(110) == "110%"
    language.choose("ar", digits="arabic")
    assert language.number(1234) == "١٬٢٣٤"
    assert language.percent(110).startswith("١١٠٪")
    language.choose("ar", digits="latin")
    assert language.number(1234) == "1,234"
    assert locale_of("ar", "auto").zeroDigit() == "٠"


def test_plurals(language: Language) -> None:
    def words(count: int) -> str:
        return QCoreApplication.translate("Status", "%Ln span(s)", "", count)

    assert [words(count) for count in (0, 1, 2)] == ["0 spans", "1 span", "2 spans"]
    language.choose("ar", digits="arabic")
    assert [words(count) for count in (0, 1, 2, 3, 11, 100)] == [
        "لا مقاطع", "مقطع واحد", "مقطعان", "٣ مقاطع", "١١ مقطعا", "١٠٠ مقطع",
    ]  # fmt: skip


def test_a_sentences_own_digits_are_the_languages_and_foreign_ones_stay(language: Language) -> None:
    language.choose("ar", digits="arabic")
    assert language.digits(f"سطر 12 من {isolate('file 7.txt')}، 3") == f"سطر ١٢ من {isolate('file 7.txt')}، ٣"
    said = language.say(MachineError("newer_file", path="/a/b2.annot", found=9, known=1))
    assert "٩" in said
    assert "b2.annot" in said


def test_errors_and_moments(language: Language) -> None:
    assert "empty" not in language.say(AnnotatorError("no_such_article", article="x"))
    assert "2026" in language.when("2026-03-04T10:00:00.000+00:00") or "26" in language.when(
        "2026-03-04T10:00:00+00:00"
    )
    assert language.when("never") == "never"
