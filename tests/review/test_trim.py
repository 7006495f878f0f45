from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.trim import trimmed


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("قال “نعم”،", "قال “نعم"),
        (" (الوزير) ", "الوزير"),
        ("\u200fالوزير\u00a0", "الوزير"),
        ("5%.", "5"),
        ("$5", "$5"),
        (" …", " …"),
        ("قالَ.", "قالَ"),
    ],
)
def test_white_space_and_punctuation_go_from_the_edges(body: str, words: str) -> None:
    ((start, end),) = trimmed(body, ((0, len(body)),))
    assert body[start:end] == words


def test_each_fragment_for_itself() -> None:
    assert trimmed("(a), «b»", ((0, 4), (5, 8))) == ((1, 2), (6, 7))


@given(st.text(min_size=1, max_size=12))
def test_twice_is_once_and_nothing_grows(body: str) -> None:
    once = trimmed(body, ((0, len(body)),))
    assert trimmed(body, once) == once
    assert 0 <= once[0][0] < once[0][1] <= len(body)
