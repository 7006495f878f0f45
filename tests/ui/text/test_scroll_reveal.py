from __future__ import annotations

import random

import pytest

from tests.ui.text.conftest import settle


@pytest.mark.parametrize("width", [261, 400, 900])
def test_what_was_revealed_does_not_move_when_its_neighbours_are_laid_out(make, seed: str, width: int) -> None:
    for attempt in range(8):
        chance = random.Random(attempt)
        surface = make(seed, size=(width, 623), place=chance.choice([0, 1000, 2000]))
        surface.set_zoom(chance.choice([0.8, 1.0, 2.0]))
        for _ in range(3):
            place = chance.randrange(len(seed))
            surface.reveal(place, place + 1)
            line = surface.view.page.block_at(place).line_at(place)
            before = surface.view.y(line)
            settle()
            assert surface.view.y(line) == before
            assert 0 <= before < surface.viewport().height()
        surface.hide()
