"""A hit in the middle of its line, whichever way the line reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from annotator.ui.hits import kwic
from annotator.ui.hits.kwic import Context, Inks

AREA = QRect(0, 0, 600, 32)
INKS = Inks(QColor("#808080"), QColor("#0000ff"), QColor("#ffff00"))
LINES = {
    "rtl": Context("وقالت الكاتبة دي غراف إن أنصار ", "التنظيم", " هددوا موظفي تويتر بالقتل في سان فرانسيسكو"),
    "ltr": Context("The paper said that the ", "ministry", " of defence had answered at once"),
    "mixed": Context("طائرة من طراز ", "F-16", " أقلعت من قاعدة Incirlik الجوية"),
    "inside a word": Context("بعد لقائه بـ", "الرئيس", " الفرنسي"),
}


def font(theme) -> QFont:
    return theme.text_font(16)


def yellow(context: Context, theme, area: QRect = AREA) -> tuple[int, int]:
    """The extents of what the hit stands on."""
    image = QImage(area.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    kwic.draw(painter, area, context, font(theme), INKS)
    painter.end()
    row = area.height() - 5  # under most letters
    found = [
        x for x in range(area.width()) if image.pixelColor(x, row).blue() < 90 and image.pixelColor(x, row).red() > 200
    ]
    return found[0], found[-1]


@pytest.mark.parametrize("name", LINES)
def test_the_hit_stands_in_the_middle(name: str, theme) -> None:
    first, last = yellow(LINES[name], theme)
    assert abs((first + last) / 2 - AREA.width() / 2) <= 2
    width = QFontMetricsF(font(theme)).horizontalAdvance(LINES[name].text)
    assert abs(last - first - width) < 10


def test_context_is_cut_between_words(theme) -> None:
    long = Context("كلمة " * 80, "هنا", " كلمة" * 80)
    laid = kwic._laid(long, font(theme).toString(), 600)
    words = laid.layout.text()
    assert words.startswith("… كلمة")
    assert words.endswith(("كلمة …", "كلمة…"))
    assert laid.layout.lineAt(0).naturalTextWidth() <= 600


def test_one_long_word_gives_way(theme) -> None:
    laid = kwic._laid(Context("ك" * 400, "هنا", "ك" * 400), font(theme).toString(), 300)
    assert laid.layout.text() == "هنا"


def test_a_hit_that_is_too_wide_shows_its_beginning(theme) -> None:
    for context in (Context("", "كلمة " * 60, ""), Context("", "word " * 60, "")):
        first, last = yellow(context, theme, QRect(0, 0, 200, 32))
        assert (first, last) == (0, 199)
        laid = kwic._laid(context, font(theme).toString(), 200)
        begins = kwic._begin(laid, QRect(0, 0, 200, 32))
        edge = laid.boxes[-1][1] + begins - 200 if "ك" in context.text else laid.boxes[0][0] + begins
        assert abs(edge) < 3


def test_signs_outside_the_basic_plane_move_nothing(theme) -> None:
    first, last = yellow(Context("😀😀 قال ", "الوزير", " 😀"), theme)
    assert abs((first + last) / 2 - AREA.width() / 2) <= 2


def test_nothing_to_see_is_no_crash(theme) -> None:
    image = QImage(AREA.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kwic.draw(painter, AREA, Context("", "\u200f", ""), font(theme), INKS)
    painter.end()
