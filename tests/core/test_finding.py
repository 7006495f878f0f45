from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.finding import Wanted
from annotator.core.folding import folded

BODY = "قال الرئيسُ إنّ الـمـدرسة فى حي الأمل.\nوقال\u00a0 الرئيس: مدرسه"


def found(words: str, **how: bool) -> list[str]:
    wanted = Wanted(words, **how)
    return [BODY[start:end] for start, end in wanted.find(wanted.prepared(BODY))]


@pytest.mark.parametrize(
    ("words", "how", "hits"),
    [
        ("الرئيس", {}, ["الرئيسُ", "الرئيس"]),
        ("الرئيس", {"exact": True}, ["الرئيس", "الرئيس"]),
        ("الرئيس", {"exact": True, "word": True}, ["الرئيس"]),  # the first goes on with its mark
        ("قال الرئيس", {}, ["قال الرئيسُ", "قال\u00a0 الرئيس"]),
        ("قال", {"word": True}, ["قال"]),
        ("الأمل", {}, ["الأمل"]),
        ("الامل", {}, ["الأمل"]),
        ("الامل", {"exact": True}, []),
        ("مدرسة", {}, ["مـدرسة"]),
        ("مدرسة", {"loose": True}, ["مـدرسة", "مدرسه"]),
        ("في", {}, []),
        ("في", {"loose": True}, ["فى"]),
        ("  ", {}, []),
        ("", {"exact": True}, []),
        ("حي.", {}, []),
        ("الأمل. وقال", {}, ["الأمل.\nوقال"]),
    ],
)
def test_what_is_found(words: str, how: dict[str, bool], hits: list[str]) -> None:
    assert found(words, **how) == hits


@given(st.text("ابأإةهىيَُـ ab", max_size=40), st.text("ابأةهىيab", min_size=1, max_size=3), st.booleans())
def test_every_place_that_a_plain_scan_of_the_key_finds(body: str, words: str, loose: bool) -> None:
    wanted = Wanted(words, loose=loose)
    hits = list(wanted.find(wanted.prepared(body)))
    key, part = folded(body, loose=loose), folded(words, loose=loose)
    assert len(hits) == key.count(part)
    assert all(folded(body[start:end], loose=loose) == part for start, end in hits)
    assert hits == sorted(hits)
