from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from annotator.ui import theme
from annotator.ui.text.ink import ink
from annotator.ui.text.marks import SETTLED
from annotator.ui.text.measures import AIR, LANES, Letters, measures


@pytest.mark.parametrize("width", [320, 500, 830, 1000, 1440, 2560])
@pytest.mark.parametrize("em", [10, 20, 26, 40])
@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("comparing", [True, False])
def test_column_and_margins_fit_and_never_meet(width: int, em: int, rtl: bool, comparing: bool) -> None:
    page = measures(em, width, rtl=rtl, coders=2 * comparing)
    left, right = (page.end_margin, page.start_margin) if rtl else (page.start_margin, page.end_margin)
    assert page.column_x >= 0
    assert page.column_x + page.column <= max(width, 6 * em)
    assert page.column >= 6 * em
    if width >= page.column + left + right:
        assert page.column_x >= left
        assert page.column_x + page.column + right <= width
    assert page.small >= 11


@pytest.mark.parametrize("family", theme.TEXT_FONTS)
@pytest.mark.usefixtures("qapp")
def test_lanes_lie_under_plain_letters_and_inside_the_line(family: str) -> None:
    theme.load_font(family)
    font = QFont(family)
    font.setPixelSize(20)
    metrics = QFontMetricsF(font)
    page = measures(20, 900, Letters(metrics.ascent() / 20, metrics.descent() / 20), rtl=True)
    assert len(page.lanes) == LANES
    assert page.lanes[0] >= page.rise + 6
    assert page.tint_bottom <= page.pitch
    assert 0 <= page.tint_top < page.rise
    assert page.pitch >= 40


def test_the_column_is_as_wide_as_a_line_should_be() -> None:
    assert measures(20, 1440, rtl=True).column == 680
    assert 1.95 <= measures(20, 1440, rtl=True).pitch / 20 <= 2.15


def test_in_comparison_the_second_coder_s_lanes_fit_over_the_words() -> None:
    page = measures(20, 1000, rtl=True, coders=2)
    assert 0 <= page.upper_lanes[-1] < page.upper_lanes[0] < page.tint_top


@pytest.mark.parametrize("em", [10, 20, 40])
@pytest.mark.parametrize("coders", [3, 4, 7])
def test_three_coders_and_more_have_bands_of_their_own_inside_the_line(em: int, coders: int) -> None:
    page = measures(em, 1000, rtl=True, coders=coders)
    tops = [top for band in page.bands for top in band]
    assert len(page.bands) == coders
    assert tops == sorted(set(tops))
    assert page.lanes_of(0) == page.bands[0]
    assert page.lanes_of(SETTLED) == page.upper_lanes
    assert page.lanes[0] <= tops[0]
    assert page.tint_bottom == tops[-1] + page.lane <= page.pitch
    assert all(later[0] - earlier[0] >= 10 for earlier, later in pairwise(page.bands))  # a small letter's height


URDU = (
    "خبروں میں ہے کہ وزیراعظم نے کہا کہ حکومت نے پیٹرول کی قیمتوں میں اضافے کا فیصلہ کیا ہے۔ لاہور ہائیکورٹ نے "
    "تحریکِ انصاف کے چیئرمین کی ضمانت منظور کر لی، جبکہ سپریم کورٹ نے نوٹس جاری کیا۔ محکمہ موسمیات نے بتایا کہ "
    "مجموعی طور پر صحیح نتیجہ سنجیدہ پنجگانہ تمغے ٹیسٹ میچ جیتنے پہنچنے نستعلیق"
)


@pytest.mark.parametrize("spacing", ["comfortable", "loose"])
def test_nastaliq_stands_clear_of_the_lanes(make, spacing: str) -> None:
    surface = make(f"{URDU}\n{URDU}")
    surface.set_font("Noto Nastaliq Urdu", 20, spacing)
    page = surface.view.measures
    boxes = [box.translated(0, -shown.line.top) for shown in surface.view.on_screen() for box in ink(shown.line)]
    assert len(boxes) > 100
    assert all(box.bottom() <= page.lanes[0] for box in boxes)  # of its own line
    second = page.lanes[1] + page.lane - page.pitch  # of the line over it
    assert all(box.top() >= second for box in boxes)


def test_loose_lines_stand_half_an_em_further_apart() -> None:
    close, loose = measures(20, 900, rtl=True), measures(20, 900, rtl=True, air=AIR["loose"])
    assert loose.pitch - close.pitch == 10
    assert loose.column == close.column
    assert loose.lanes[0] - loose.rise == close.lanes[0] - close.rise
