"""Sentences: statement C1 of the Arabic notes, the seed, and what must hold for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.sentences import sentences
from annotator.core.text import Text
from annotator.core.words import words

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
NEWS = st.text(st.sampled_from('قدأ. !؟?…۔،؛«»“”"()/\n12٣ab\u064e\u200f'), max_size=60)


def said(body: str) -> list[str]:
    return [body[start:end] for start, end in sentences(body)]


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("ends", "قال نعم. هل جاء؟ جاء! ثم… انتهى", ["قال نعم.", "هل جاء؟", "جاء!", "ثم…", "انتهى"]),
        ("Latin and Urdu ends", "Is it? یہ ہے۔ ہاں", ["Is it?", "یہ ہے۔", "ہاں"]),
        ("lines", "العنوان\nمتن", ["العنوان", "متن"]),
        ("commas are none", "قال، ثم؛ مضى", ["قال، ثم؛ مضى"]),
        ("no space after", "انتهى.وقال آخر", ["انتهى.", "وقال آخر"]),
        ("a title", "قال د. أحمد نعم. ومضى", ["قال د. أحمد نعم.", "ومضى"]),
        ("with a particle and a vowel sign", "جاء ود. أحمد وأُ. علي. ومضى", ["جاء ود. أحمد وأُ. علي.", "ومضى"]),
        ("an agency", "برلين (د.ب.أ) نعم. لا", ["برلين (د.ب.أ) نعم.", "لا"]),
        ("an agency with its last stop", "باريس (أ.ف.ب.) قال نعم", ["باريس (أ.ف.ب.) قال نعم"]),
        ("an initial", "كتب J. Smith هذا", ["كتب J. Smith هذا"]),
        (
            "numbers",
            "بلغ 3.5 و٣.٥ يوم 12.5.2015. ثم زاد 7. انتهى",
            ["بلغ 3.5 و٣.٥ يوم 12.5.2015.", "ثم زاد 7.", "انتهى"],
        ),
        ("a stop inside a word", "نوع b.أ هذا", ["نوع b.أ هذا"]),
        ("a date in slashes", "يوم /12/5/2015/ جاء", ["يوم /12/5/2015/ جاء"]),
        ("an address", "على www.sana.sy/?id=1 نعم. لا", ["على www.sana.sy/?id=1 نعم.", "لا"]),
        ("inside a quotation", "قال “نعم. سأمضي” ثم مضى. انتهى", ["قال “نعم. سأمضي” ثم مضى.", "انتهى"]),
        ("a quotation that ends", "قال “نعم. سأمضي.” ثم مضى", ["قال “نعم. سأمضي.”", "ثم مضى"]),
        ("a quotation and its stop outside", "قال “نعم. سأمضي”. ثم", ["قال “نعم. سأمضي”.", "ثم"]),
        ("guillemets, one in the other", "قال «نعم. «لا. بل» كذا.» ثم", ["قال «نعم. «لا. بل» كذا.»", "ثم"]),
        ("an odd mark opens nothing", "قال ” نعم. سأمضي. ثم", ["قال ” نعم.", "سأمضي.", "ثم"]),
        ("a lone guillemet", "قال» نعم. «ثم. مضى", ["قال» نعم.", "«ثم.", "مضى"]),
        ("both ways of curly marks", "تابع ”نعم. لا” و“نعم. لا“ ثم. كذا", ["تابع ”نعم. لا” و“نعم. لا“ ثم.", "كذا"]),
        ("marks alone", "نعم.\n***\n. ؟", ["نعم."]),
        ("nothing", "", []),
    ],
)
def test_where_sentences_end(name: str, body: str, expected: list[str]) -> None:
    assert said(body) == expected, name


def test_the_seeds_paragraphs_are_nearly_all_one_sentence() -> None:
    assert [len(said(SEED[start:end])) for start, end in Text(SEED).paragraphs] == [1] * 11


@settings(max_examples=500)
@given(NEWS)
def test_every_word_is_in_one_sentence_and_none_crosses_a_line(body: str) -> None:
    found = sentences(body)
    assert all(start < end and body[start:end] == body[start:end].strip() for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert "\n" not in "".join(said(body))
    for start, end in words(body, 0, len(body)):
        assert sum(a <= start and end <= b for a, b in found) == 1, body[start:end]
