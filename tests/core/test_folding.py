"""The search key: the vectors of the Arabic notes (B1-B8, A22, A25, A26), and a way that always leads back."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.folding import fold, folded, loosened

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
HOSTILE = st.text(
    st.sampled_from(
        "قالأآٱىيیکةؤئ\u0640\u064e\u0651\u0670\u0654\u200c\u200d\u202e\ufefb\ufdf2\ufdfa\ufc60\ufe7c\ufe71١۲3٫“»’ß😀ﷺ İ\u00a0ｆ\n"
    ),
    max_size=30,
)
LETTERS = st.text(
    st.sampled_from("اوىيکہهےbeéEوي\u0654\u0655\u0653\u064e\u0651\u0301\u0327שאו\u05c1\u05bc\u05b8 "), max_size=20
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
def test_b2_and_its_table(text: str, query: str, span: tuple[int, int] | None) -> None:
    assert fold(text).find(query) == span


def test_b2_a26_digits_of_three_kinds_and_quotes_are_one() -> None:
    assert fold("١٢ ۱۲ 12").key == "12 12 12"
    assert fold("«أ» “إ” ‘آ’").key == '"ا" "ا" \'ا\''
    assert fold("\ufc60\ufe7c").key == ""
    assert fold("﴿قُل﴾ ﷽").key == "﴿قل﴾ ﷽"
    assert fold("\ufdfa").key == "صلى الله عليه وسلم"


@pytest.mark.parametrize(
    ("text", "query", "loose"),
    [("على", "علي", True), ("فى", "في", True), ("حكومه", "حكومة", True), ("مسؤول", "مسوول", True), ("شئ", "شي", True)],
)
def test_b3_level_2_is_a_switch(text: str, query: str, loose: bool) -> None:
    assert fold(text, loose=loose).find(query) == (0, len(text))
    assert fold(text).find(query) is None


def test_b3_two_seats_of_hamza_stay_variants() -> None:
    assert fold("مسؤول", loose=True).find("مسئول") is None


@pytest.mark.parametrize(
    ("text", "query", "span"),
    [
        ("\u0627\u0654", "\u0623", (0, 2)),
        ("\u0623", "\u0627\u0654", (0, 1)),
        ("\u0627\u064e\u0654", "\u0623", (0, 3)),
        ("\u0645\u0633\u0648\u0654\u0648\u0644", "\u0645\u0633\u0624\u0648\u0644", (0, 6)),
        ("\u0645\u0633\u0624\u0648\u0644", "\u0645\u0633\u0648\u0654\u0648\u0644", (0, 5)),
        ("\u0631\u064a\u064e\u0654\u064a\u0633", "\u0631\u0626\u064a\u0633", (0, 6)),
        ("E\u0301lyse\u0301e", "élysée", (0, 8)),
        ("\ufb2a\u05dc", "של", (0, 2)),
        ("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd", "שלום", (0, 7)),
    ],
)
def test_a25_letter_and_mark_are_found_as_one_and_the_reverse(text: str, query: str, span: tuple[int, int]) -> None:
    assert fold(text).find(query) == span


@given(LETTERS)
@example("\u0301\u0327")  # marks without a letter
@example("=\u0338")  # and on a sign
def test_a25_the_key_does_not_depend_on_the_normal_form(text: str) -> None:
    keys = {folded(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert {folded(text)} == keys


@given(st.one_of(HOSTILE, LETTERS, st.text(max_size=30)), st.booleans())
def test_b1_b5_b6_the_map_leads_back(text: str, loose: bool) -> None:
    found = fold(text, loose=loose)
    assert found.key == folded(text, loose=loose)
    assert len(found.map) == len(found.key) + 1
    assert list(found.map) == sorted(found.map)
    assert found.map[-1] == len(text)
    assert all(0 <= place < len(text) for place in found.map[:-1])
    for at in range(len(found.key)):
        start, end = found.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
        if not unicodedata.combining(found.key[at]):  # marks may have changed places within their cluster
            assert found.key[at] in fold(text[start:end], loose=loose).key


@given(st.one_of(HOSTILE, LETTERS, st.text(max_size=30)))
def test_b1_places_of_the_text_lead_into_the_key(text: str) -> None:
    found = fold(text)
    for place in range(len(text) + 1):
        wanted = next((at for at, made_by in enumerate(found.map) if made_by >= place), len(found.key))
        assert found.at(place) == wanted


@given(HOSTILE, st.booleans())
def test_folding_twice_changes_nothing_more(text: str, loose: bool) -> None:
    assert fold(fold(text, loose=loose).key, loose=loose).key == fold(text, loose=loose).key


@given(st.one_of(HOSTILE, LETTERS))
def test_b3_level_2_comes_of_the_key_of_level_1(text: str) -> None:
    assert loosened(fold(text)) == fold(text, loose=True)


@given(HOSTILE)
def test_b4_whatever_is_found_by_the_text_itself(text: str) -> None:
    found = fold(f"x{text}x")
    assert found.find(text) is not None or not folded(text)


def test_every_word_of_the_article_is_found_however_it_is_spelt() -> None:
    found = fold(SEED)
    for word in ("الإرهابي", "الارهابي", "اوروبا", "أوروبا", "إيقافه"):
        assert found.find(word) is not None
    assert SEED[slice(*found.find("الارهابي") or ())] == "الإرهابي"


def test_ten_million_characters_a_second_or_at_least_three_on_any_machine() -> None:
    text = SEED * 100
    began = time.process_time()
    fold(text)
    assert len(text) / (time.process_time() - began) > 3e6
