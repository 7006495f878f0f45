from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.core.text import Text
from annotator.ui import colours
from annotator.ui.text import style
from annotator.ui.text.hits import Hits, hit_colours
from annotator.ui.text.lights import Lights
from annotator.ui.text.surface import Surface
from tests.ui.text.conftest import mark, point_of, settle

STYLES = [style.light, style.dark, style.high_contrast, style.high_contrast_dark]


def picture(surface: Surface) -> QImage:
    settle()
    return surface.viewport().grab().toImage()


def changed_rows(before: QImage, after: QImage) -> set[int]:
    return {
        y
        for y in range(before.height())
        if any(before.pixel(x, y) != after.pixel(x, y) for x in range(0, before.width(), 2))
    }


def band(surface: Surface, place: int) -> range:
    line = surface.view.page.block_at(place).line_at(place)
    y = surface.view.y(line)
    return range(y, y + surface.view.measures.pitch)


@pytest.mark.parametrize("made_style", STYLES)
def test_words_can_be_read_on_a_hit_and_no_label_looks_like_one(made_style) -> None:
    page = made_style()
    found = hit_colours(page)
    ink, fill = (colours.parse(colour.name()) for colour in (page.ink, found.fill))
    assert colours.contrast(ink, fill) >= 4.5
    assert all(_far(page.colours(hue).fill, found.fill) for hue in range(0, 360, 10))
    assert _far(page.selection_fill, found.fill)
    assert (found.line is None) != page.contrast


def _far(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return sum(abs(a - b) for a, b in pairs) > 60


def test_hits_are_painted_on_their_lines_alone_and_go_again(make, seed: str) -> None:
    surface = make(seed)
    bare = picture(surface)
    at = seed.index("لإغلاق")
    surface.set_hits([(at, at + 6)])
    shown = picture(surface)
    rows = changed_rows(bare, shown)
    assert rows
    assert rows <= set(band(surface, at))
    surface.set_hits([(at, at + 6)], 0)
    assert picture(surface) != shown
    surface.set_hits([])
    assert picture(surface) == bare


def test_no_letter_moves_for_any_layer(make, seed: str) -> None:
    surface = make(seed, size=(900, 700))
    surface.set_marks([mark(seed, "تنظيم")])
    settle()
    places = [(shown.y, shown.line.edges(0, len(seed))) for shown in surface.view.on_screen()]
    surface.set_hits([(10, 30), (60, 90)], 1)
    surface.set_lights([(10, 20, 100), (15, 40, 200)])
    surface.set_parts([("مقدمة", 0, 10)])
    surface.show_signs(True)
    picture(surface)
    assert [(shown.y, shown.line.edges(0, len(seed))) for shown in surface.view.on_screen()] == places


def test_hits_within_a_stretch() -> None:
    hits = Hits([(0, 3), (5, 9), (9, 12), (30, 31)], -1)
    assert list(hits.within(3, 5)) == []
    assert list(hits.within(2, 10)) == [0, 1, 2]
    assert list(hits.within(12, 100)) == [3]
    assert hits.hint(QPointF(), None) == ""  # type: ignore[arg-type]


def test_lit_words_within_a_stretch_even_long_ones() -> None:
    lights = Lights([(50, 60, 1), (0, 40, 2), (10, 12, 3)], ["b", "a", "c"])
    assert list(lights.within(39, 55)) == [(0, 40, 2, "a"), (50, 60, 1, "b")]
    assert list(lights.within(40, 50)) == []


def test_a_lit_word_has_dots_over_it_and_says_its_list(make, seed: str) -> None:
    surface = make(seed)
    bare = picture(surface)
    at = seed.index("لإغلاق")
    surface.set_lights([(at, at + 6, 150)], ["أفعال القول"])
    rows = changed_rows(bare, picture(surface))
    top = band(surface, at).start + surface.view.measures.tint_top
    assert rows
    assert rows <= set(range(top - 1, top + 4))
    here = QPointF(point_of(surface, at + 2))
    assert surface.hint(here) == "أفعال القول"
    assert surface.hint(QPointF(2, here.y())) == ""
    assert surface.hint(QPointF(point_of(surface, at + 30))) == ""
    event = QHelpEvent(QEvent.Type.ToolTip, here.toPoint(), surface.mapToGlobal(here.toPoint()))
    QApplication.sendEvent(surface.viewport(), event)
    assert QToolTip.text() == "أفعال القول"
    QToolTip.hideText()


def test_what_is_beside_marks_belongs_to_one_article_only_signs_stay(make, seed: str) -> None:
    surface = make(seed)
    surface.set_hits([(0, 3)], 0)
    surface.set_lights([(0, 3, 5)])
    surface.set_parts([("عنوان", 0, 3)])
    surface.show_signs(True)
    surface.show_article(Text("مقال آخر"), "")
    assert list(surface.layers) == ["signs"]
    surface.show_signs(False)
    surface.show_signs(False)
    assert surface.layers == {}


def test_ticks_stand_along_the_bar_in_the_order_of_the_text(make, seed: str) -> None:
    surface = make("\n".join([seed] * 6), size=(900, 500))
    length = len(surface.text.body)
    surface.set_hits([(0, 4), (length // 2, length // 2 + 4), (length - 4, length)], 1)
    settle()
    ticks = surface._ticks
    assert ticks is not None
    assert ticks.isVisible()
    heights = ticks.heights()
    assert heights == sorted(heights)
    assert len(heights) == 3
    bar = surface.verticalScrollBar()
    assert heights[0] < bar.height() * 0.15
    assert bar.height() * 0.35 < heights[1] < bar.height() * 0.65
    assert heights[2] > bar.height() * 0.85
    assert bar.grab().toImage().pixelColor(bar.width() // 2, heights[1] + 1) == surface.page_style.ink
    surface.resize(900, 640)
    settle()
    assert ticks.size() == bar.size()
    assert surface.childAt(bar.mapTo(surface, QPoint(3, 3))) is not ticks  # the pointer goes through
    surface.set_hits([])
    assert not ticks.isVisible()


def test_a_part_has_its_word_in_the_margin_where_it_begins(make, seed: str) -> None:
    surface = make(seed)
    bare = picture(surface)
    start, end = [p for p in surface.text.paragraphs if p[1] > p[0]][1]
    surface.set_parts([("المقدمة", start, end)])
    shown = picture(surface)
    measures = surface.view.measures
    differ = [
        (x, y) for y in range(bare.height()) for x in range(bare.width()) if bare.pixel(x, y) != shown.pixel(x, y)
    ]
    assert differ
    assert min(x for x, _ in differ) > measures.start_x
    top = band(surface, start).start
    assert top - measures.pitch < min(y for _, y in differ)
    assert max(y for _, y in differ) < top + measures.rise
    assert surface.hint(QPointF(measures.start_x + 20, top)) == ""
    surface.set_comparison(("أ", "ب"))
    compared = picture(surface)
    surface.set_parts([])
    assert picture(surface) == compared  # the other coder's names stand there
