"""Marks stay with their partners: a particle before quoted words takes both marks in, outer ones stay outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.boundary import fit
from annotator.core.models import Boundary
from annotator.core.pairs import paired
from annotator.core.words import whole_words

MARKS = st.text(alphabet='اب "“”«»() ', max_size=24)


@pytest.mark.parametrize(
    ("body", "dragged", "taken"),
    [
        ("نشر بـ”متطرفين” أمس", "بـ”متطرفين”", "بـ”متطرفين”"),
        ("نشر بـ”متطرفين” أمس", "بـ”متطر", "بـ”متطرفين”"),
        ("نشر بـ”متطرفين” أمس", "”متطرفين”", "متطرفين"),
        ("كتب لـ«حماس» هنا", "لـ«حماس»", "لـ«حماس»"),
        ("إن “داعش” الإرهابي", "“داعش” الإرهابي", "“داعش” الإرهابي"),
        ("إن “داعش” الإرهابي", "“داعش”", "داعش"),
        ("قال: «إن مصر بخير».", "«إن مصر بخير»", "إن مصر بخير"),
        ('قال "أ" وقال', '"أ" وقال', '"أ" وقال'),
        ("هذه (نعم) [لا {بل}]", "[لا {بل}]", "لا {بل}"),
        ("هذه (نعم) بعد", "(نعم) بعد", "(نعم) بعد"),
        ("١) نعم (لا", "١) نعم (لا", "١) نعم (لا"),
        ("«أ»ب", "«أ»ب", "«أ»ب"),
        ("أ ”ب”\u064e", "أ ”ب", "أ ”ب"),
    ],
)
def test_a_drag_over_words_with_marks(body: str, dragged: str, taken: str) -> None:
    start = body.index(dragged)
    assert body[slice(*whole_words(body, start, start + len(dragged)))] == taken
    assert body[slice(*fit(body, start, start + len(dragged), Boundary()))] == taken


@given(MARKS, st.data())
def test_only_a_mark_right_beside_comes_in_and_once(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    found = paired(body, start, end)
    assert (start - found[0], found[1] - end) in {(0, 0), (1, 0), (0, 1)}
