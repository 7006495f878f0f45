from __future__ import annotations

import pytest

from annotator.ui.text.signs import signs
from tests.ui.text.conftest import settle

BODY = "قال \u200eBBC\u200f می\u200cخواهم \u202eabc\u202c 12\u00a0%"


def test_characters_without_ink_are_named_where_they_stand(make) -> None:
    surface = make(BODY)
    (shown,) = surface.view.on_screen()
    assert [sign.name for sign in signs(shown.line)] == ["LRM", "RLM", "ZWNJ", "RLO", "PDF", "NBSP"]
    assert all(0 <= sign.x <= surface.view.measures.column for sign in signs(shown.line))


@pytest.mark.parametrize("body", [BODY, "سلام"])
def test_they_show_on_demand_only_and_move_nothing(make, body: str) -> None:
    surface = make(body)
    bare = surface.grab().toImage()
    places = [shown.line.edges(0, len(body)) for shown in surface.view.on_screen()]
    surface.show_signs(True)
    settle()
    assert (surface.grab().toImage() != bare) == (body is BODY)
    assert [shown.line.edges(0, len(body)) for shown in surface.view.on_screen()] == places
    surface.show_signs(False)
    settle()
    assert surface.grab().toImage() == bare
