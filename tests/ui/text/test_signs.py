from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from annotator import paths
from annotator.ui.text.signs import Signs, signs
from tests.ui.text.conftest import settle

BODY = "قال \u200eBBC\u200f می\u200cخواهم \u202eabc\u202c 12\u00a0% قـــال\u00ad دا\u200bعش\ufeff ثم\u061c"
NASTY = "قال\u202d \u202cمن\u202d \u202cموقع \u200d\u200c\u200e\u200f\u200e\u2067abc\u2069 آن\u200cها و می\u200cروند"


def test_characters_without_ink_are_named_where_they_stand(make) -> None:
    surface = make(BODY)
    (shown,) = surface.view.on_screen()
    names = [sign.name for sign in signs(shown.line)]
    assert names == ["LRM", "RLM", "ZWNJ", "RLO", "PDF", "NBSP", "TATWEEL×3", "SHY", "ZWSP", "BOM", "ALM"]
    assert all(0 <= sign.x <= surface.view.measures.column for sign in signs(shown.line))


@pytest.mark.parametrize("body", [BODY, NASTY, "سلام"])
def test_they_show_on_demand_only_and_move_nothing(make, body: str) -> None:
    surface = make(body)
    bare = surface.grab().toImage()
    places = [shown.line.edges(0, len(body)) for shown in surface.view.on_screen()]
    surface.show_signs(True)
    settle()
    assert (surface.grab().toImage() != bare) == (body != "سلام")
    assert [shown.line.edges(0, len(body)) for shown in surface.view.on_screen()] == places
    surface.show_signs(False)
    settle()
    assert surface.grab().toImage() == bare


@pytest.mark.parametrize("body", [BODY, NASTY, "a\u200eb\u2066ق\u2069\u200f" * 30])
@pytest.mark.parametrize("zoom", [0.6, 1.0, 2.0])
def test_no_badge_lies_over_another_and_each_sign_has_one(make, body: str, zoom: float) -> None:
    surface = make(body)
    surface.set_zoom(zoom)
    for shown in surface.view.on_screen():
        badges = Signs().badges(shown, surface.view)
        assert sorted(sign.name for badge in badges for sign in badge.signs) == sorted(
            sign.name for sign in signs(shown.line)
        )
        assert all(one.box.right() <= other.box.left() for one, other in pairwise(badges))
        assert all(badge.box.height() >= 11 for badge in badges)


def test_signs_that_stand_close_read_as_the_line_does(make) -> None:
    surface = make("قال \u200d\u200c\u200e نعم")
    (shown,) = surface.view.on_screen()
    (badge,) = Signs().badges(shown, surface.view)
    assert [sign.name for sign in badge.signs] == ["ZWJ", "ZWNJ", "LRM"]


def test_a_badge_says_its_name_in_the_interfaces_language(make, qapp) -> None:
    surface = make("می\u200cخواهم")
    surface.show_signs(True)
    (shown,) = surface.view.on_screen()
    (badge,) = Signs().badges(shown, surface.view)
    assert surface.hint(badge.box.center()) == "ZWNJ: Zero-width non-joiner (half-space)"
    assert surface.hint(badge.box.center() + badge.box.topLeft()) == ""
    translator = QTranslator()
    assert translator.load(str(paths.resources() / "i18n" / "ar.qm"))
    qapp.installTranslator(translator)
    try:
        assert surface.hint(badge.box.center()) == "ZWNJ: فاصل بلا عرض (نصف مسافة)"
    finally:
        QCoreApplication.removeTranslator(translator)
