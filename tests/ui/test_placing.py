from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from annotator.ui.placing import beside

WINDOW = QRect(100, 50, 1200, 800)
SIZE = QSize(640, 400)


def test_below_the_words_level_with_where_they_begin() -> None:
    words = QRect(700, 200, 120, 40)
    assert (
        beside(words, SIZE, WINDOW, rtl=True, least=200).topRight() == words.bottomRight() + QRect(0, 9, 1, 1).topLeft()
    )
    assert beside(words, SIZE, WINDOW, rtl=False, least=200).left() == 660  # pushed in at the window's edge


def test_above_where_there_is_no_room_below() -> None:
    words = QRect(700, 700, 120, 40)
    assert beside(words, SIZE, WINDOW, rtl=True, least=200).bottom() < words.top()


def test_beside_words_in_the_middle_of_a_low_window() -> None:
    low, words = QRect(0, 0, 1200, 500), QRect(900, 240, 100, 40)
    place = beside(words, SIZE, low, rtl=True, least=300)
    assert place.right() < words.left()
    assert low.contains(place)


def test_lower_where_it_fits_nowhere_whole() -> None:
    words = QRect(110, 250, 1180, 150)
    place = beside(words, QSize(640, 500), WINDOW, rtl=True, least=200)
    assert not place.intersects(words)
    assert place.height() < 500


@given(
    x=st.integers(100, 1280),
    y=st.integers(50, 800),
    width=st.integers(2, 700),
    height=st.integers(20, 240),
    rtl=st.booleans(),
)
def test_never_over_the_words_and_always_inside(x: int, y: int, width: int, height: int, rtl: bool) -> None:
    words = QRect(x, y, width, height).intersected(WINDOW)
    place = beside(words, SIZE, WINDOW, rtl=rtl, least=200)
    assert WINDOW.contains(place)
    assert not place.intersects(words)
