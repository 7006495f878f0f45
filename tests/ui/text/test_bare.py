from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout

from annotator.core.words import whole_clusters
from annotator.ui import theme
from annotator.ui.text.bare import Bare, without_vowels
from tests.ui.text.conftest import settle

BODY = "قَالَ الرَّئِيسُ إِنَّ اللَّهَ لَا يُحِبُّ الظَّالِمِينَ 😀 لَا إِلَٰهَ إِلَّا اللَّهُ. שָׁלוֹם עֲלֵיכֶם"
LETTERS = st.text(st.sampled_from("قلا اَُِّْٰ😀שָ\u05c1\u0654a\u0301\u200c"), max_size=40)


@given(LETTERS)
def test_every_letter_has_its_place_and_comes_back(body: str) -> None:
    offsets, kept = Bare(body), without_vowels(body)
    units, place = 0, 0
    for at, letter in enumerate(body):
        shown = place < len(kept) and len(without_vowels(letter)) == 1
        assert offsets.to_utf16(at) == units
        if shown:
            assert offsets.from_utf16(units) == (at if units else 0)
            units += len(letter.encode("utf-16-le")) // 2
            place += 1
    assert offsets.to_utf16(len(body)) == units
    assert units == len(kept.encode("utf-16-le")) // 2
    assert offsets.from_utf16(units) == (len(body) if units else 0)


def test_what_makes_another_letter_stays() -> None:
    assert without_vowels("أحداث ا\u0654حداث آ ا\u0653") == "أحداث ا\u0654حداث آ ا\u0653"
    assert without_vowels("مُحَمَّدٌ") == "محمد"
    assert without_vowels("שָׁלוֹם") == "שלום"


@pytest.mark.parametrize("family", theme.TEXT_FONTS)
def test_letters_join_as_if_nothing_had_been_there(make, family: str) -> None:
    surface = make(BODY, size=(1400, 500))
    surface.set_font(family, 24)
    surface.hide_marks_of_vowels(True)
    settle()
    font = QFont(surface.view.page.font)
    for shown in surface.view.on_screen():
        layout = QTextLayout(without_vowels(BODY[shown.line.start : shown.line.end]), font)
        layout.setTextOption(shown.line.block.layout.textOption())
        layout.beginLayout()
        alone = layout.createLine()
        alone.setLineWidth(surface.view.measures.column)
        layout.endLayout()
        assert [run.glyphIndexes() for run in alone.glyphRuns()] == [
            run.glyphIndexes() for run in shown.line.qt.glyphRuns()
        ]
        assert all(0 not in run.glyphIndexes() for run in alone.glyphRuns())  # no boxes


def test_text_selection_and_copy_stay_as_they_are(make) -> None:
    surface = make(BODY)
    start = BODY.index("الرَّئِيسُ")
    end = start + len("الرَّئِيسُ")
    with_marks = surface.viewport().grab().toImage()
    surface.hide_marks_of_vowels(True)
    settle()
    assert surface.viewport().grab().toImage() != with_marks
    assert surface.text.body == BODY
    surface.select(start, end)
    surface.copy()
    assert QGuiApplication.clipboard().text() == "الرَّئِيسُ"
    line = surface.view.page.block_at(start).line_at(start)
    (x0, x1), *_ = line.edges(start, end)
    assert 30 < x1 - x0 < 90
    surface.hide_marks_of_vowels(False)
    surface.select(0, 0)
    settle()
    assert surface.selection() is None


def test_the_caret_stops_at_whole_clusters_only(make) -> None:
    surface = make(BODY)
    surface.hide_marks_of_vowels(True)
    for shown in surface.view.on_screen():
        assert all(whole_clusters(BODY, stop, stop) == (stop, stop) for stop in shown.line.stops)
        middle = shown.line.caret_x(shown.line.start + 6)
        assert whole_clusters(BODY, *[shown.line.border_at(middle)] * 2)[0] == shown.line.border_at(middle)


def test_the_place_where_one_reads_stays(make) -> None:
    surface = make("\n".join([BODY * 3] * 40), size=(800, 400))
    surface.verticalScrollBar().setValue(surface.verticalScrollBar().maximum() // 2)
    settle()
    place = surface.place()
    line = surface.view.page.block_at(place).line_at(place)
    y = surface.view.y(line)
    surface.hide_marks_of_vowels(True)
    settle()
    moved = surface.view.page.block_at(place).line_at(place)
    assert abs(surface.view.y(moved) - y) <= 1
    surface.show_article(surface.text, "")  # another article is bare as well
    assert surface.view.page.block_at(0).drawn == without_vowels(BODY * 3)


def test_a_headline_is_bare_too(make) -> None:
    surface = make(BODY)
    surface.set_head(title="قَالَ الرَّئِيسُ")
    surface.hide_marks_of_vowels(True)
    assert surface.view.head.bare
    headline = surface.view.head._headline
    assert headline is not None
    assert headline.text() == "قال الرئيس"
