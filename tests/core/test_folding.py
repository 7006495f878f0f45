"""The search key: the vectors of the Arabic notes, and a map that always leads back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.folding import fold, folded

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
HOSTILE = st.text(
    st.sampled_from(
        "قالأآٱىيیکة\u0640\u064e\u0651\u0670\u0654\u200c\u200d\u202e\ufefb\ufdf2\ufdfa\ufc60\ufe7c\ufe71١۲3٫“»’ß😀ﷺ İ\u00a0ｆ\n"
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("text", "query", "span"),
    [
        ("\u0642\u0627\u0644\u064e \u0627\u0644\u0631\u064e\u0651\u0626\u064a\u0633\u064f: نعم", "الرئيس", (5, 14)),
        ("\u0642\u0640\u0640\u0640\u0627\u0644", "قال", (0, 6)),
        ("\ufed7\ufe8e\ufedd", "قال", (0, 3)),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "ميخواهم", (0, 8)),
        ("\u0627\u0654\u062d\u062f\u0627\u062b", "أحداث", (0, 6)),
        ("\u0661\u0662\u066b\u0665\u066a", "12.5%", (0, 5)),
        ("\U0001f600 داعش", "داعش", (2, 6)),
        ("\ufdf2 أكبر", "الله", (0, 1)),
        ("\ufefb", "ا", (0, 1)),
        ("د\u200bاع\u00adش", "داعش", (0, 6)),
        ("قال\u064e\u0651", "ل", (2, 5)),
        ("BBC قالت", "bbc", (0, 3)),
        ("“داعش”", '"داعش"', (0, 6)),
        ("מִלְחָמָה", "מלחמה", (0, 9)),
        ("على", "علي", None),
        ("مسؤول", "مسوول", None),
        ("قال", "", None),
    ],
)
def test_vectors(text: str, query: str, span: tuple[int, int] | None) -> None:
    assert fold(text).find(query) == span


def test_digits_of_three_kinds_and_quotes_are_one() -> None:
    assert fold("١٢ ۱۲ 12").key == "12 12 12"
    assert fold("«أ» “إ” ‘آ’").key == '"ا" "ا" \'ا\''
    assert fold("\ufc60\ufe7c").key == ""
    assert fold("﴿قُل﴾ ﷽").key == "﴿قل﴾ ﷽"
    assert fold("\ufdfa").key == "صلى الله عليه وسلم"


@given(st.one_of(HOSTILE, st.text(max_size=30)))
def test_the_map_leads_back(text: str) -> None:
    found = fold(text)
    assert found.key == folded(text)
    assert len(found.map) == len(found.key) + 1
    assert list(found.map) == sorted(found.map)
    assert found.map[-1] == len(text)
    assert all(0 <= place < len(text) for place in found.map[:-1])
    for at in range(len(found.key)):
        start, end = found.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert found.key[at] in fold(text[start:end]).key


@given(HOSTILE)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text).key).key == fold(text).key


def test_every_word_of_the_article_is_found_however_it_is_spelt() -> None:
    found = fold(SEED)
    for word in ("الإرهابي", "الارهابي", "اوروبا", "أوروبا", "إيقافه"):
        assert found.find(word) is not None
    assert SEED[slice(*found.find("الارهابي") or ())] == "الإرهابي"
