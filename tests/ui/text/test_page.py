from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from annotator.core.text import Text
from annotator.ui.text.measures import measures
from annotator.ui.text.page import Page, cut

pytestmark = pytest.mark.usefixtures("qapp")
BODIES = st.text(st.sampled_from("سلام abc12 \n\n\u2028\u2029\x0b\x85😀\u064e"), max_size=120)


def page(body: str, width: int = 600) -> Page:
    made = Page(Text(body), "rtl")
    font = QFont()
    font.setPixelSize(20)
    made.set_form(measures(20, width, rtl=True), font)
    return made


@given(BODIES)
def test_blocks_hold_every_code_point_once(body: str) -> None:
    blocks = cut(Text(body))
    held = [position for block in blocks for position in range(block.start, block.end)]
    assert held == [position for position, letter in enumerate(body) if letter != "\n"]
    assert sum(block.closes for block in blocks) == body.count("\n") + 1


def test_a_very_long_paragraph_is_cut_at_spaces() -> None:
    body = "كلمة " * 4000
    blocks = cut(Text(body))
    assert len(blocks) > 4
    assert all(block.end - block.start <= 4000 for block in blocks)
    assert all(body[block.end - 1] == " " for block in blocks)
    assert [block.number for block in blocks] == [1] + [0] * (len(blocks) - 1)


def test_a_very_long_word_is_cut_too() -> None:
    assert all(block.end - block.start <= 4000 for block in cut(Text("x" * 9000)))


@given(BODIES)
def test_lines_hold_every_code_point_of_their_block_once(body: str) -> None:
    made = page(body, 300)
    for at in range(len(made.blocks)):
        block = made.laid(at)
        assert block.lines
        assert block.lines[0].start == block.start
        assert block.lines[-1].end == block.end
        assert all(a.end == b.start for a, b in zip(block.lines, block.lines[1:], strict=False))
        for position in range(block.start, block.end):
            line = block.line_at(position)
            assert line.start <= position < line.end
            assert made.index_of(position) == at


def test_numbers_leave_empty_paragraphs_out() -> None:
    made = page("أول\n\nثان\nثالث")
    assert [block.number for block in made.blocks] == [1, 0, 2, 3]
    assert made.number_of(0) == 1
    assert made.number_of(4) == 1
    assert made.number_of(5) == 2


def test_directions_follow_each_paragraph() -> None:
    made = page("قال BBC نعم\nBBC said yes قال\n12 345\n")
    assert [made.laid(at).rtl for at in range(4)] == [True, False, True, True]


def test_every_line_is_as_high_as_every_other() -> None:
    made = page("سلام 😀 Ägypten قَالَ ﷺ שלום\nabc")
    pitch = made.measures.pitch
    for at in range(2):
        block = made.laid(at)
        assert [line.top for line in block.lines] == [pitch * n for n in range(len(block.lines))]
        baselines = {round(line.qt.y() + line.qt.ascent() - line.top, 3) for line in block.lines}
        assert baselines == {made.measures.rise}


def test_only_what_is_asked_for_is_laid_out() -> None:
    made = page("\n".join(["سلام"] * 1000))
    made.block_at(2500)
    assert sum(block.layout is not None for block in made.blocks) == 1
