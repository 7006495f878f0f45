"""Direction by majority, article and paragraph."""

from __future__ import annotations

from collections import Counter
from unicodedata import bidirectional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.direction import article_direction, paragraph_direction


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("BBC قالت هيئة الإذاعة", "rtl"),
        ("http://x.com قال الرئيس السوري", "rtl"),
        ("He said السلام in a speech to the nation", "ltr"),
        ("מלחמה BBC שלום", "rtl"),
        ("12 345 ...", "rtl"),
        ("", "rtl"),
        ("ab קל", "rtl"),
        ("ااا abcd", "ltr"),
        ("اااا abc", "rtl"),
    ],
)
def test_an_article_follows_most_of_its_letters(body: str, expected: str) -> None:
    assert article_direction(body) == expected


def test_each_paragraph_follows_its_own_letters_and_else_the_article() -> None:
    body = "BBC - قالت هيئة الإذاعة البريطانية في نشرتها اليوم\nA whole English paragraph\n12 345\n\nab قل"
    article = article_direction(body)
    assert [paragraph_direction(one, article) for one in body.split("\n")] == ["rtl", "ltr", "rtl", "rtl", "rtl"]
    assert paragraph_direction("12", "ltr") == "ltr"
    assert paragraph_direction("English", "rtl", "rtl") == "rtl"


@given(st.text(st.sampled_from("ابتیک abc 12.א\u0660\u064e"), max_size=60), st.sampled_from([1, 2_000]))
def test_the_short_way_counts_as_exactly_as_the_long_one(body: str, times: int) -> None:
    letters = Counter(bidirectional(letter) for letter in body)
    rtl, ltr = letters["R"] + letters["AL"], letters["L"]
    assert article_direction(body * times) == ("ltr" if ltr > rtl else "rtl")
